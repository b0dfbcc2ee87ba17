import type { Sql } from '../database/sql.js'
import { writableColumns } from '../ingest/write/json-rows.js'

/** A retracted meeting's kept rows of one table, in the form of `to_jsonb`. */
export async function keptRows<Row extends object>(sql: Sql, meetingId: string, table: string): Promise<Row[]> {
  const rows = await sql.query<{ row: Row }>(
    'SELECT "row" FROM "RetractedRow" WHERE "meetingId" = $1 AND "table" = $2 ORDER BY "place"',
    [meetingId, table],
  )
  return rows.map(({ row }) => row)
}

const ofVoter = [
  ['personId', 'personReadId'],
  ['organizationId', 'organizationReadId'],
] as const

/** Columns of kept rows that may have changed through merges since, and the as-read column to restore each from, if any. */
const mergedColumns: Readonly<Record<string, readonly (readonly [column: string, from: string | null])[]>> = {
  Paragraph: [['themeId', 'themeReadId']],
  Attendance: [['personId', 'personReadId']],
  Remark: [
    ['speakerId', 'speakerReadId'],
    ['partyId', 'partyReadId'],
    ['themeId', 'themeReadId'],
    ['organizationId', null],
  ],
  RemarkOnBehalfOf: [['organizationId', 'organizationReadId']],
  Mention: [['personId', 'personReadId']],
  Outcome: [['themeId', 'themeReadId']],
  OutcomeParty: ofVoter,
  Vote: ofVoter,
}

/** Writes the kept rows of one table back, as read. It happens inside the database because JavaScript's JSON would round bigints. */
export async function writeKept(sql: Sql, meetingId: string, table: string): Promise<void> {
  const columns = await writableColumns(sql, table)
  const changes = (mergedColumns[table] ?? []).map(
    ([column, from]) => `'${column}', ${from ? `k."row" -> '${from}'` : 'NULL'}`,
  )
  await sql.query(
    `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM (
       SELECT (jsonb_populate_record(NULL::"${table}", k."row" || jsonb_build_object(${changes.join(', ')}))).*
       FROM "RetractedRow" AS k WHERE k."meetingId" = $1 AND k."table" = $2 ORDER BY k."place") AS kept`,
    [meetingId, table],
  )
}

/** Assigns kept affiliation statements to these affiliations. One statement. */
export async function setAffiliations(
  sql: Sql,
  meetingId: string,
  affiliations: readonly { id: string; merged: string; read: string }[],
): Promise<void> {
  await sql.query(
    `UPDATE "RetractedRow" AS k SET "row" = k."row" || jsonb_build_object('affiliationId', a."merged", 'affiliationReadId', a."read")
     FROM jsonb_to_recordset($2::jsonb) AS a("id" text, "merged" text, "read" text)
     WHERE k."meetingId" = $1 AND k."table" = 'AffiliationStatement' AND k."row" ->> 'id' = a."id"`,
    [meetingId, JSON.stringify(affiliations)],
  )
}
