import { z } from 'zod'
import { decisionResults, motionResults, voteKinds } from '../record.js'

/**
 * What somebody takes a record to say: rules, a language model or a person. A proposal refers to the record by ids of sentences
 * ("34.2") and of blocks ("34": all of its sentences); it holds none of the record's words but those that it gives as printed. The gate
 * (`gate.ts`) believes none of it.
 */

/** One sentence or block: "34.2", "34". */
const Id = z.string().regex(/^\d{1,7}(?:\.\d{1,6})?$/, 'An id is that of a block or a sentence: "34" or "34.2".')
/** Sentences and ranges of them, in order: "34.1-35.3,37". */
const Ids = z
  .string()
  .max(2_000)
  .regex(
    /^\d{1,7}(?:\.\d{1,6})?(?:\s*-\s*\d{1,7}(?:\.\d{1,6})?)?(?:\s*,\s*\d{1,7}(?:\.\d{1,6})?(?:\s*-\s*\d{1,7}(?:\.\d{1,6})?)?)*$/,
    'Ids are sentences and ranges: "34.1-35.3,37".',
  )
const Key = z.string().trim().min(1).max(300)
const Printed = z.string().trim().min(1).max(300)
const Words = z.string().trim().min(1).max(2_000)

export const HeaderLine = z.object({
  proposal: z.literal(1),
  /** Of the document's bytes, in hex. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  outline: z.string().max(40).optional(),
  instructions: z.string().max(40).optional(),
  by: z.enum(['rules', 'model', 'person']).optional(),
  model: z.string().max(200).nullish(),
})

const MeetingLine = z.object({
  meeting: z.object({
    title: Printed.nullish(),
    date: z.iso.date().nullish(),
    endDate: z.iso.date().nullish(),
    startTime: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
      .nullish(),
    endTime: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
      .nullish(),
    venue: Printed.nullish(),
    language: z.string().max(35).nullish(),
    /** The sentences that say so. */
    at: z.array(Id).max(50).optional(),
  }),
})

/** What somebody is, and where, as of the meeting. */
const Post = z.object({
  title: Printed.nullish(),
  body: Key.nullish(),
  status: z.enum(['CURRENT', 'INCOMING', 'FORMER']).optional(),
  note: Printed.nullish(),
})

const PersonLine = z.object({
  person: Key,
  /** The fullest form that is printed, without honorifics. */
  name: Printed,
  printed: z.array(Printed).max(100).optional(),
  honorific: Printed.nullish(),
  title: Printed.nullish(),
  body: Key.nullish(),
  /** Where there is more than one title or body, or one that is not current; then `title` and `body` are left out. */
  posts: z.array(Post).max(20).optional(),
  /** The office held at this meeting: "Chair". */
  role: Printed.nullish(),
  /** The entry of a list of those present (or absent); left out if no list names them. */
  at: Ids.nullish(),
  mode: z.enum(['PRESENT', 'REMOTE', 'APOLOGIES', 'UNKNOWN']).optional(),
})

const BodyLine = z.object({
  body: Key,
  name: Printed,
  printed: z.array(Printed).max(100).optional(),
  parent: Key.nullish(),
})

/** A subject: what the record has as a heading. It holds for all that stands under it, or in its paragraph. */
const ThemeLine = z.object({ theme: Key, title: Printed, at: Id })

/** Words inside the first and the last sentence where a passage begins or ends inside of it. */
const Edges = { starts: Words.optional(), ends: Words.optional() }

const RemarkLine = z.object({
  /** A number by which `answers` refers to it; from 1, going up. */
  remark: z.int().min(1).max(1_000_000),
  /** Keys of people or bodies; several who spoke jointly; empty where only a role speaks. */
  by: z.array(Key).max(60),
  ids: Ids,
  ...Edges,
  /** The label, or the name in the words, as printed. */
  as: Printed.nullish(),
  /** The role in which they speak, as printed; the speaker where `by` is empty. */
  role: Printed.nullish(),
  for: z.array(Key).max(60).optional(),
  answers: z.array(z.int().min(1)).max(200).optional(),
  theme: Key.nullish(),
  /** The verbs by which the record reports it, as printed. */
  acts: z.array(Printed).max(60).optional(),
  kind: z.enum(['STATEMENT', 'RESPONSE']).optional(),
})

/** Said, and by nobody who is named. */
const NobodyLine = z.object({
  nobody: Ids,
  ...Edges,
  kind: z.enum(['ANONYMOUS', 'IMPERSONAL']),
  wording: Words.optional(),
})

/** People and bodies by their keys; whoever is none, as a role, by the words that are printed. */
const Parties = z.array(Key).max(500)

/** What the meeting settled. `on` is the key of the motion that it settles. */
const DecisionLine = z.object({
  decision: Ids,
  ...Edges,
  result: z.enum(decisionResults),
  /** As printed: "agreed". */
  verb: Printed.nullish(),
  on: Key.nullish(),
})

/** What was put to the meeting, by whom. `amends` is the key of the motion that it changes. */
const MotionLine = z.object({
  motion: Key,
  ids: Ids,
  ...Edges,
  movers: Parties.optional(),
  seconders: Parties.optional(),
  /** As printed: "two thirds". */
  requirement: Printed.nullish(),
  result: z.enum(motionResults).nullish(),
  amends: Key.nullish(),
})

/** A vote. Its options are the record's, as printed ("Ayes", a choice of a poll), or those of `voteOptions`. */
const VoteLine = z.object({
  vote: Key,
  ids: Ids,
  ...Edges,
  /** The key of a motion, or the ids of a decision as its line has them. */
  on: Key.nullish(),
  kind: z.enum(voteKinds).optional(),
  result: z.enum(motionResults).nullish(),
  counts: z.record(Printed, z.int().min(0).max(10_000_000)).optional(),
  votes: z.record(Printed, z.array(Key).max(5_000)).optional(),
})

/** What somebody is to do. */
const ActionLine = z.object({
  action: Ids,
  ...Edges,
  assignees: Parties.optional(),
  due: z.iso.date().nullish(),
  dueAsPrinted: Printed.nullish(),
  done: z.boolean().optional(),
})

export const proposalLines = {
  proposal: HeaderLine,
  meeting: MeetingLine,
  person: PersonLine,
  body: BodyLine,
  theme: ThemeLine,
  remark: RemarkLine,
  nobody: NobodyLine,
  decision: DecisionLine,
  motion: MotionLine,
  vote: VoteLine,
  action: ActionLine,
} as const

export type ProposalLine = { [K in keyof typeof proposalLines]: z.infer<(typeof proposalLines)[K]> }
export type HeaderLine = ProposalLine['proposal']
export type MeetingLine = ProposalLine['meeting']
export type PersonLine = ProposalLine['person']
export type BodyLine = ProposalLine['body']
export type ThemeLine = ProposalLine['theme']
export type RemarkLine = ProposalLine['remark']
export type NobodyLine = ProposalLine['nobody']
export type DecisionLine = ProposalLine['decision']
export type MotionLine = ProposalLine['motion']
export type VoteLine = ProposalLine['vote']
export type ActionLine = ProposalLine['action']

/** The lines of a proposal by kind, each kind in the order in which its lines stand. */
export interface Proposal {
  readonly header: HeaderLine
  readonly meeting: MeetingLine['meeting'] | null
  readonly persons: readonly PersonLine[]
  readonly bodies: readonly BodyLine[]
  readonly themes: readonly ThemeLine[]
  readonly remarks: readonly RemarkLine[]
  readonly nobody: readonly NobodyLine[]
  readonly decisions: readonly DecisionLine[]
  readonly motions: readonly MotionLine[]
  readonly votes: readonly VoteLine[]
  readonly actions: readonly ActionLine[]
}

/** A proposal that says nothing yet. */
export const emptyProposal = (header: HeaderLine): Proposal => ({
  header,
  meeting: null,
  persons: [],
  bodies: [],
  themes: [],
  remarks: [],
  nobody: [],
  decisions: [],
  motions: [],
  votes: [],
  actions: [],
})

/** All lines but the header and the meeting's, in the order in which they are read best. */
export const linesOf = (proposal: Proposal) => [
  ...proposal.bodies,
  ...proposal.persons,
  ...proposal.themes,
  ...proposal.remarks,
  ...proposal.nobody,
  ...proposal.motions,
  ...proposal.decisions,
  ...proposal.votes,
  ...proposal.actions,
]
