import type { MeetingRecord } from '@rapporteur/reader/record'
import { required } from '../required.js'
import { outcomeKinds, outcomesInOrder } from './outcomes-in-order.js'
import { type Ids, idsOf } from './references.js'
import type { RowContext } from './row-context.js'
import type { RowOf } from './tables.js'

/** The tables of a record's outcomes. */
export type OutcomeTable =
  | 'Outcome'
  | 'Decision'
  | 'Motion'
  | 'VoteEvent'
  | 'ActionItem'
  | 'OutcomeParty'
  | 'VoteCount'
  | 'Vote'

/** Ids of the rows in which outcomes stand, by their positions. */
interface Around {
  section: Ids<number>
  paragraph: Ids<number>
}

type Party = MeetingRecord['actions'][number]['assignees'][number]

/** What the meeting decided, how it voted, and who is to do what. Pure, as `recordRows` is. */
export function outcomeRows(
  record: MeetingRecord,
  context: RowContext,
  around: Around,
): { [Name in OutcomeTable]: RowOf<Name>[] } {
  const { meetingId, ids } = context
  const placed = placedOutcomes(record, context)
  const of = (list: keyof typeof outcomeKinds) =>
    idsOf(
      list,
      record[list].map(({ position }, i): [number, string] => [position, required(ids[list][i], `id of ${list}`)]),
    )
  const [motion, decision, voteEvent, action] = [of('motions'), of('decisions'), of('voteEvents'), of('actions')]
  const party = partiesOf(context, new Map(placed.map(({ id, sortKey }) => [id, sortKey])))
  return {
    Outcome: placed.map(({ id, list, row, sortKey }) => ({
      id,
      meetingId,
      position: row.position,
      kind: outcomeKinds[list],
      sectionId: around.section.maybe(row.section),
      paragraphId: around.paragraph.maybe(row.paragraph),
      themeId: context.themes.merged.maybe(row.theme),
      themeReadId: context.themes.read.maybe(row.theme),
      text: row.text,
      language: record.meeting.language,
      pieces: row.pieces.flat(),
      sortKey,
    })),
    Decision: record.decisions.map((row) => ({
      outcomeId: decision.of(row.position),
      result: row.result,
      verb: row.verb,
      motionId: motion.maybe(row.motion),
    })),
    Motion: record.motions.map((row) => ({
      outcomeId: motion.of(row.position),
      requirement: row.requirement,
      result: row.result,
      amendsId: motion.maybe(row.amends),
    })),
    VoteEvent: record.voteEvents.map((row) => ({
      outcomeId: voteEvent.of(row.position),
      kind: row.kind,
      result: row.result,
      motionId: motion.maybe(row.motion),
      decisionId: decision.maybe(row.decision),
    })),
    ActionItem: record.actions.map(({ position, due, dueAsPrinted, isDone }) => ({
      outcomeId: action.of(position),
      due,
      dueAsPrinted,
      isDone,
    })),
    OutcomeParty: [
      ...record.motions.flatMap((row) => party(motion.of(row.position), 'MOVER', row.movers)),
      ...record.motions.flatMap((row) => party(motion.of(row.position), 'SECONDER', row.seconders)),
      ...record.actions.flatMap((row) => party(action.of(row.position), 'ASSIGNEE', row.assignees)),
    ],
    VoteCount: record.voteEvents.flatMap((row) =>
      row.counts.map((count, i) => ({ voteEventId: voteEvent.of(row.position), position: i + 1, ...count })),
    ),
    Vote: record.votes.map((row, i) => ({
      id: required(ids.votes[i], 'id of a vote'),
      meetingId,
      position: row.position,
      voteEventId: voteEvent.of(row.voteEvent),
      ...voters(row, context),
      nameAsPrinted: row.nameAsPrinted,
      option: row.option,
      optionAsPrinted: row.optionAsPrinted,
      pieces: row.pieces.flat(),
      sortKey: (context.sortKey + BigInt(row.position)).toString(),
    })),
  }
}

/** The outcomes with their ids and sort keys, in printed order. */
const placedOutcomes = (record: MeetingRecord, { sortKey, ids }: RowContext) =>
  outcomesInOrder(record).map((outcome, i) => ({
    ...outcome,
    id: required(ids[outcome.list][outcome.index], `id of ${outcome.list}`),
    sortKey: (sortKey + BigInt(i + 1)).toString(),
  }))

const voters = (
  { person, organization }: Pick<Party, 'person' | 'organization'>,
  { people, organizations }: RowContext,
) => ({
  personId: people.merged.maybe(person),
  personReadId: people.read.maybe(person),
  organizationId: organizations.merged.maybe(organization),
  organizationReadId: organizations.read.maybe(organization),
})

/** The rows for those who have one role in an outcome. */
const partiesOf =
  (context: RowContext, sortKeys: ReadonlyMap<string, string>) =>
  (outcomeId: string, role: RowOf<'OutcomeParty'>['role'], parties: readonly Party[]): RowOf<'OutcomeParty'>[] => {
    const counted = new Set<string>()
    return parties.map((party, i) => {
      const ids = voters(party, context)
      const who = ids.personId ?? ids.organizationId
      const isFurther = who !== null && counted.has(who)
      if (who !== null) counted.add(who)
      const sortKey = required(sortKeys.get(outcomeId), 'sort key of an outcome')
      return { outcomeId, role, position: i + 1, ...ids, asPrinted: party.asPrinted, sortKey, counted: !isFurther }
    })
  }
