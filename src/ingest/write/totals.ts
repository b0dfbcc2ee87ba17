import type { MeetingRecord } from '@rapporteur/reader/record'
import type { Sql } from '../../database/sql.js'
import type { OutcomeKind } from '../../generated/prisma/enums.js'
import { required } from '../required.js'

/** What a record holds: the people whom it names, its remarks, and its outcomes of each kind. */
export interface Totals {
  people: number
  remarks: number
  decisions: number
  motions: number
  voteEvents: number
  actionItems: number
}

export const totalsOf = (record: MeetingRecord): Totals => ({
  people: record.people.length,
  remarks: record.remarks.length,
  decisions: record.decisions.length,
  motions: record.motions.length,
  voteEvents: record.voteEvents.length,
  actionItems: record.actions.length,
})

/** The same of a meeting that is stored. One statement. */
export async function storedTotals(sql: Sql, meetingId: string): Promise<Totals> {
  const outcomes = (kind: OutcomeKind) =>
    `(SELECT count(*) FROM "Outcome" WHERE "meetingId" = $1 AND "kind" = '${kind}')::int`
  const [totals] = await sql.query<Totals>(
    `SELECT (SELECT count(*) FROM "PersonReading" WHERE "meetingId" = $1)::int AS people,
       (SELECT count(*) FROM "Remark" WHERE "meetingId" = $1)::int AS remarks,
       ${outcomes('DECISION')} AS decisions, ${outcomes('MOTION')} AS motions,
       ${outcomes('VOTE_EVENT')} AS "voteEvents", ${outcomes('ACTION_ITEM')} AS "actionItems"`,
    [meetingId],
  )
  return required(totals, 'totals of a meeting')
}
