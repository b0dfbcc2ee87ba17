import type { MeetingRecord } from '@rapporteur/reader/record'
import type { OutcomeKind } from '../../generated/prisma/enums.js'

/** The lists of a record whose rows are outcomes: of those at one place, a motion comes before the vote on it, and both before the decision. */
export const outcomeKinds = {
  motions: 'MOTION',
  voteEvents: 'VOTE_EVENT',
  decisions: 'DECISION',
  actions: 'ACTION_ITEM',
} as const satisfies Partial<Record<keyof MeetingRecord, OutcomeKind>>

export type OutcomeList = keyof typeof outcomeKinds
export const outcomeLists = Object.keys(outcomeKinds) as OutcomeList[]

/** An outcome of a record, and where it stands in its list. */
export interface ListedOutcome {
  list: OutcomeList
  index: number
  row: MeetingRecord[OutcomeList][number]
}

/** All outcomes of a record, in the order in which they are printed. */
export function outcomesInOrder(record: MeetingRecord): ListedOutcome[] {
  const listed = outcomeLists.flatMap((list) => record[list].map((row, index): ListedOutcome => ({ list, index, row })))
  const start = ({ row }: ListedOutcome) => row.pieces[0]?.[0] ?? 0
  return listed.sort((one, other) => start(one) - start(other)) // stable: at one place they stay in the order of the lists
}
