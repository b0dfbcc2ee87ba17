import type { Sql } from '../../database/sql.js'
import type { ChangedNodes } from './changed-nodes.js'
import { keepAllReadings } from './kept.js'
import { removeMeetings } from './remove.js'
import { ownTables, partTables } from './write-rows.js'

const ofMeeting = 't."meetingId" = $1'
const ofDocument = 't."documentId" = (SELECT "sourceId" FROM "Meeting" WHERE "id" = $1)'

/**
 * Whatever is written of a meeting, and follows from nothing else: in the order in which it can be written again. Each with a
 * condition for its rows, with the meeting's id as $1.
 */
export const meetingTables: readonly (readonly [table: string, of: string])[] = [
  ['SourceDocument', 't."id" = (SELECT "sourceId" FROM "Meeting" WHERE "id" = $1)'],
  ['Meeting', 't."id" = $1'],
  ['PersonReading', ofMeeting],
  ['OrganizationReading', ofMeeting],
  ['ThemeReading', ofMeeting],
  ...ownTables.map(([table]) => [table, table === 'AffiliationStatement' ? ofDocument : ofMeeting] as const),
  ...partTables.map(
    ([table, whole, column]) =>
      [table, `t."${column}" IN (SELECT "id" FROM "${whole}" WHERE "meetingId" = $1)`] as const,
  ),
  ['Finding', ofMeeting],
  ['Reading', ofMeeting],
  ['Correction', ofMeeting],
]

/** Keeps all rows of a meeting as JSON, beside the RetractedMeeting of its id. One statement for each table. */
async function keepRows(sql: Sql, meetingId: string): Promise<void> {
  for (const [table, of] of meetingTables)
    await sql.query(
      `INSERT INTO "RetractedRow" ("meetingId", "table", "place", "row")
       SELECT $1, '${table}', row_number() OVER (), to_jsonb(t) - 'search' - 'sortTitle' FROM "${table}" AS t WHERE ${of}`,
      [meetingId],
    )
}

/** Why a meeting is out of the archive. */
export interface Retraction {
  reason: string
  by: string
  /** ISO 8601; now, if left out. */
  at?: string
}

/**
 * Moves all rows of a meeting out of the live tables, and with them the people, bodies and themes that no other record names,
 * until it is restored. Adds what it changes to `nodes`.
 */
export async function takeOut(
  sql: Sql,
  meetingId: string,
  { reason, by, at }: Retraction,
  nodes: ChangedNodes,
): Promise<void> {
  await sql.query(
    `INSERT INTO "RetractedMeeting" ("id", "slug", "title", "seriesId", "sha256", "reason", "by", "at")
     SELECT m."id", m."slug", m."title", m."seriesId", d."sha256", $2, $3, coalesce($4::timestamptz, CURRENT_TIMESTAMP)
     FROM "Meeting" AS m JOIN "SourceDocument" AS d ON d."id" = m."sourceId" WHERE m."id" = $1`,
    [meetingId, reason, by, at ?? null],
  )
  await keepRows(sql, meetingId)
  await keepAllReadings(sql, meetingId)
  await removeMeetings(sql, [meetingId], nodes)
}
