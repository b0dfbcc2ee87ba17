import { z } from 'zod'

/**
 * What one meeting record says, after reading and before any database: the hinge between readers and writer, and the format
 * of `json` import and export. Rows refer to each other by `position` (1-based, in the order of the record) or by `key`
 * (unique within its list). Nothing in here is an id of the database.
 */

/** `[start, end)` in UTF-16 offsets of the source document's text. */
const Piece = z
  .tuple([z.int().min(0), z.int().min(1)])
  .refine(([start, end]) => start < end, 'A piece ends after it starts.')

const inOrder = (pieces: [number, number][]) =>
  pieces.every(([start], i) => i === 0 || (pieces[i - 1]?.[1] ?? 0) <= start)

const outOfOrder = 'Pieces are in order and do not overlap.'

/** Where something stands: several pieces where a page break, a wrapped cell or another remark lies between. */
export const Pieces = z.array(Piece).min(1).refine(inOrder, outOfOrder)

const Text = z.string().min(1)
const Position = z.int().min(1)
const Key = z.string().min(1)
const Day = z.iso.date()
const LocalTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:MM')

export const dateCertainties = ['EXACT', 'INFERRED_YEAR', 'UNKNOWN'] as const
export const attributions = ['NAMED', 'PARTY', 'ROLE', 'ANONYMOUS'] as const
export const actKinds = [
  'ANSWER',
  'AGREE',
  'DISAGREE',
  'ACKNOWLEDGE',
  'COMMENT',
  'EXPLAIN',
  'ADD',
  'ASK',
  'PROPOSE',
  'OTHER',
] as const

/** How a printed name was matched to a person; null where there is nothing to match with (a record without a list). */
export const nameMatches = [
  'EXACT', // the same name, less honorific, case, diacritics and punctuation
  'WITHOUT_MIDDLE_NAMES',
  'OTHER_ORDER', // the same tokens in another order
  'FAMILY_NAME', // honorific and family name, and only one fits
  'ABBREVIATION', // initials that the record or its register defines
  'PRONOUN', // the last speaker of the same turn
  'CONTEXT', // "the participant", where only one can be meant
  'ROLE_HOLDER', // a role that the record says who holds
  'IDENTIFIER', // an XML record's own reference
  'CURATOR', // a correction says so, whatever is printed
] as const

/** What became of what was put to the meeting. */
export const decisionResults = [
  'ADOPTED',
  'AGREED',
  'APPROVED',
  'REJECTED',
  'DEFERRED',
  'WITHDRAWN',
  'NOTED',
  'OTHER',
] as const
export const motionResults = ['PASSED', 'FAILED', 'WITHDRAWN', 'DEFERRED'] as const
export const voteKinds = ['VOICE', 'HANDS', 'ROLL_CALL', 'BALLOT', 'POLL', 'UNANIMOUS', 'OTHER'] as const
export const voteOptions = ['YES', 'NO', 'ABSTAIN', 'ABSENT', 'NOT_VOTING', 'OTHER'] as const

const Meeting = z.strictObject({
  title: Text,
  date: Day.nullable(),
  endDate: Day.nullable(),
  dateText: z.string().nullable(),
  dateCertainty: z.enum(dateCertainties),
  startTime: LocalTime.nullable(),
  endTime: LocalTime.nullable(),
  venue: z.string().nullable(),
  language: z.string().nullable(),
})

const Section = z.strictObject({
  position: Position,
  level: z.int().min(1),
  parent: Position.nullable(),
  heading: Text,
  introduction: z.string().nullable(),
  date: Day.nullable(),
  pieces: Pieces,
})

/** `sortName` as `sortName()` of `names.ts` makes it; `printedNames` as printed, each once, in order of appearance. */
const Person = z.strictObject({ key: Key, name: Text, sortName: Text, printedNames: z.array(Text) })

const Organization = z.strictObject({ key: Key, name: Text, aliases: z.array(Text), parent: Key.nullable() })

const Theme = z.strictObject({ key: Key, title: Text })

/** Only whom a list of those present names. */
const Attendance = z.strictObject({
  position: Position,
  person: Key,
  honorific: z.string().nullable(),
  nameAsPrinted: Text,
  role: z.string().nullable(),
  mode: z.enum(['PRESENT', 'REMOTE', 'APOLOGIES', 'UNKNOWN']),
  pieces: Pieces,
})

/**
 * One place that states what somebody is, and where: `attendance` null for a register or a heading. `pieces` is empty where a
 * register beside the record states it. In printed order.
 */
const Affiliation = z.strictObject({
  position: Position,
  person: Key,
  attendance: Position.nullable(),
  organization: Key.nullable(),
  title: z.string().nullable(),
  status: z.enum(['CURRENT', 'INCOMING', 'FORMER']),
  note: z.string().nullable(),
  from: Day.nullable(),
  to: Day.nullable(),
  pieces: z.array(Piece).refine(inOrder, outOfOrder),
})

/** `text` is the pieces joined by one space, heading included, the printed number not. */
const Paragraph = z.strictObject({
  position: Position,
  number: z.string().nullable(),
  heading: z.string().nullable(),
  section: Position.nullable(),
  theme: Key.nullable(),
  text: Text,
  pieces: Pieces,
})

/** The words, once; the statements of several raisers share them. */
const Utterance = z.strictObject({ position: Position, text: Text, pieces: Pieces })

const Act = z.strictObject({ kind: z.enum(actKinds), verb: Text, pieces: Pieces })

const Remark = z.strictObject({
  position: Position,
  kind: z.enum(['STATEMENT', 'RESPONSE']),
  scope: z.enum(['WHOLE', 'JOINT', 'SPAN']).nullable(),
  utterance: Position,
  paragraph: Position.nullable(),
  section: Position.nullable(),
  theme: Key.nullable(),
  attribution: z.enum(attributions),
  speaker: Key.nullable(),
  speakerMatch: z.enum(nameMatches).nullable(),
  speakerAsPrinted: z.string().nullable(),
  speakerRole: z.string().nullable(),
  party: Key.nullable(),
  onBehalfOf: z.array(Key),
  acts: z.array(Act),
  stance: z.enum(['SUPPORTS', 'OPPOSES', 'MIXED']).nullable(),
  inResponseTo: z.array(Position),
})

const UnattributedPassage = z.strictObject({
  position: Position,
  paragraph: Position,
  utterance: Position.nullable(),
  kind: z.enum(['ANONYMOUS', 'IMPERSONAL']),
  text: Text,
  wording: Text,
  pieces: Pieces,
})

const Mention = z.strictObject({
  position: Position,
  kind: z.enum(['CITED', 'IN_TITLE']),
  nameAsPrinted: Text,
  person: Key.nullable(),
  paragraph: Position.nullable(),
  pieces: Pieces,
})

/** Who moves, seconds or is to act: a person or a body, or a role that the record does not say who holds. */
const Party = z
  .strictObject({ person: Key.nullable(), organization: Key.nullable(), asPrinted: Text })
  .refine(({ person, organization }) => person === null || organization === null, 'A person or a body, not both.')

/** Where an outcome stands. `paragraph` is null where the text of the outcome is in no paragraph: a heading, a table. */
const place = {
  position: Position,
  section: Position.nullable(),
  paragraph: Position.nullable(),
  theme: Key.nullable(),
  text: Text,
  pieces: Pieces,
}

/** What the meeting settled. `verb` as printed; `motion` is the one that it settles. */
const Decision = z.strictObject({
  ...place,
  result: z.enum(decisionResults),
  verb: Text.nullable(),
  motion: Position.nullable(),
})

/** What was put to the meeting. `requirement` as printed ("two thirds"); `amends` is the motion that it is an amendment of. */
const Motion = z.strictObject({
  ...place,
  movers: z.array(Party),
  seconders: z.array(Party),
  requirement: z.string().nullable(),
  result: z.enum(motionResults).nullable(),
  amends: Position.nullable(),
})

/** A number of voters, as printed; of a poll, `option` is OTHER and `optionAsPrinted` its choice. */
const VoteCount = z.strictObject({
  option: z.enum(voteOptions),
  optionAsPrinted: Text.nullable(),
  count: z.int().min(0),
})

const VoteEvent = z.strictObject({
  ...place,
  kind: z.enum(voteKinds),
  result: z.enum(motionResults).nullable(),
  motion: Position.nullable(),
  decision: Position.nullable(),
  counts: z.array(VoteCount),
})

/** One voter's. `optionAsPrinted` is null where a heading above a list of voters gives it. */
const Vote = z.strictObject({
  position: Position,
  voteEvent: Position,
  person: Key.nullable(),
  organization: Key.nullable(),
  nameAsPrinted: Text,
  option: z.enum(voteOptions),
  optionAsPrinted: Text.nullable(),
  pieces: Pieces,
})

/** What somebody is to do. `isDone` as of the record. */
const ActionItem = z.strictObject({
  ...place,
  assignees: z.array(Party),
  due: Day.nullable(),
  dueAsPrinted: z.string().nullable(),
  isDone: z.boolean(),
})

export const MeetingRecord = z.strictObject({
  version: z.literal(2),
  meeting: Meeting,
  sections: z.array(Section),
  themes: z.array(Theme),
  people: z.array(Person),
  organizations: z.array(Organization),
  attendances: z.array(Attendance),
  affiliations: z.array(Affiliation),
  paragraphs: z.array(Paragraph),
  utterances: z.array(Utterance),
  remarks: z.array(Remark),
  unattributed: z.array(UnattributedPassage),
  mentions: z.array(Mention),
  decisions: z.array(Decision),
  motions: z.array(Motion),
  voteEvents: z.array(VoteEvent),
  votes: z.array(Vote),
  actions: z.array(ActionItem),
})

/** What a record of version 1 lacks: it has no outcomes. */
export const noOutcomes = {
  decisions: [],
  motions: [],
  voteEvents: [],
  votes: [],
  actions: [],
} satisfies Partial<MeetingRecord>

export type MeetingRecord = z.infer<typeof MeetingRecord>
export type Pieces = z.infer<typeof Pieces>
export type NameMatch = (typeof nameMatches)[number]
