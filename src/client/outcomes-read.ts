import { z } from 'zod'
import { opening } from './opening.js'

const Party = z.object({ person: z.string().nullable(), organization: z.string().nullable(), asPrinted: z.string() })
const Printed = z.string().nullable()
const place = { position: z.number(), paragraph: z.number().nullable(), text: z.string() }

/** The part of a MeetingRecord that says what was decided; a record made before there was such a part has none. */
export const OutcomesOfRecord = z.object({
  people: z.array(z.object({ key: z.string(), name: z.string() })),
  organizations: z.array(z.object({ key: z.string(), name: z.string() })),
  paragraphs: z.array(z.object({ position: z.number(), number: Printed })),
  motions: z
    .array(z.object({ ...place, movers: z.array(Party), seconders: z.array(Party), result: Printed }))
    .default([]),
  voteEvents: z
    .array(
      z.object({
        ...place,
        kind: z.string(),
        result: Printed,
        counts: z.array(z.object({ option: z.string(), optionAsPrinted: Printed, count: z.number() })),
      }),
    )
    .default([]),
  votes: z
    .array(
      z.object({
        voteEvent: z.number(),
        person: Printed,
        organization: Printed,
        nameAsPrinted: z.string(),
        option: z.string(),
        optionAsPrinted: Printed,
      }),
    )
    .default([]),
  decisions: z.array(z.object({ ...place, result: z.string() })).default([]),
  actions: z
    .array(z.object({ ...place, assignees: z.array(Party), due: Printed, dueAsPrinted: Printed, isDone: z.boolean() }))
    .default([]),
})
type OutcomesOfRecord = z.infer<typeof OutcomesOfRecord>

/** An outcome as it was read. */
export interface OutcomeRead {
  readonly kind: 'DECISION' | 'MOTION' | 'VOTE_EVENT' | 'ACTION_ITEM'
  /** The printed number of its paragraph. */
  readonly paragraph: string | null
  /** What the record says of it beside its words, as in "moved by Ada Moss". */
  readonly facts: readonly string[]
  /** Its first 100 characters. */
  readonly opening: string
}

const nouns = { DECISION: 'decision', MOTION: 'motion', VOTE_EVENT: 'vote', ACTION_ITEM: 'action' } as const

/** "motion (moved by Ada Moss, PASSED)": what an outcome is, and what is known of it. */
export const whatIsDecided = ({ kind, facts }: Pick<OutcomeRead, 'kind' | 'facts'>): string =>
  facts.length > 0 ? `${nouns[kind]} (${facts.join(', ')})` : nouns[kind]

/** The outcomes of a record: decisions, motions, votes, and what is to be done. */
export const outcomesRead = (record: OutcomesOfRecord): OutcomeRead[] =>
  outcomesOf(record).map(({ kind, number, facts, text }) => ({
    kind,
    paragraph: number,
    facts,
    opening: opening(text),
  }))

/** Everything that the record says of its outcomes, a text for each of them and for each vote. */
export function outcomeTexts(record: OutcomesOfRecord): string[] {
  const nameOf = namesOf(record)
  const events = new Map(record.voteEvents.map(({ position, text }) => [position, text]))
  return [
    ...outcomesOf(record).map(({ kind, facts, text }) => `${whatIsDecided({ kind, facts })}: ${text}`),
    ...record.votes.map((vote) => {
      const option = vote.optionAsPrinted ?? vote.option
      return `${nameOf({ ...vote, asPrinted: vote.nameAsPrinted })} votes ${option}: ${opening(events.get(vote.voteEvent) ?? '')}`
    }),
  ]
}

function outcomesOf(record: OutcomesOfRecord) {
  const nameOf = namesOf(record)
  const numbers = new Map(record.paragraphs.map(({ position, number }) => [position, number]))
  const who = (what: string, parties: readonly z.infer<typeof Party>[]) =>
    parties.length > 0 ? [`${what} ${parties.map(nameOf).join(' and ')}`] : []
  const given = (fact: string | null) => (fact === null ? [] : [fact])
  const outcome = (
    kind: OutcomeRead['kind'],
    { paragraph, text }: { paragraph: number | null; text: string },
    facts: string[],
  ) => ({ kind, number: paragraph === null ? null : (numbers.get(paragraph) ?? null), text, facts })
  return [
    ...record.decisions.map((row) => outcome('DECISION', row, [row.result])),
    ...record.motions.map((row) =>
      outcome('MOTION', row, [
        ...who('moved by', row.movers),
        ...who('seconded by', row.seconders),
        ...given(row.result),
      ]),
    ),
    ...record.voteEvents.map((row) =>
      outcome('VOTE_EVENT', row, [
        row.kind,
        ...row.counts.map(({ option, optionAsPrinted, count }) => `${optionAsPrinted ?? option} ${count}`),
        ...given(row.result),
      ]),
    ),
    ...record.actions.map((row) =>
      outcome('ACTION_ITEM', row, [
        ...who('for', row.assignees),
        ...given(row.due ?? row.dueAsPrinted),
        ...(row.isDone ? ['done'] : []),
      ]),
    ),
  ]
}

function namesOf({ people, organizations }: OutcomesOfRecord) {
  const names = new Map([...people, ...organizations].map(({ key, name }) => [key, name]))
  return ({ person, organization, asPrinted }: z.infer<typeof Party>): string =>
    names.get(person ?? organization ?? '') ?? asPrinted
}
