import type { Sql } from '../database/sql.js'
import { writableColumns } from '../ingest/write/json-rows.js'

/** Condition, with the meeting's id as $1, for the rows of a meeting's remarks. */
const ofRemarks = (column: string) => `t."${column}" IN (SELECT "id" FROM "Remark" WHERE "meetingId" = $1)`
const ofMeeting = 't."meetingId" = $1'
const ofDocument = 't."documentId" = (SELECT "sourceId" FROM "Meeting" WHERE "id" = $1)'

/** Whatever is written of a meeting, and follows from nothing else: in the order in which it can be written again. */
export const meetingTables: readonly (readonly [table: string, of: string])[] = [
  ['SourceDocument', 't."id" = (SELECT "sourceId" FROM "Meeting" WHERE "id" = $1)'],
  ['Meeting', 't."id" = $1'],
  ['PersonReading', ofMeeting],
  ['OrganizationReading', ofMeeting],
  ['ThemeReading', ofMeeting],
  ['Section', ofMeeting],
  ['Paragraph', ofMeeting],
  ['Attendance', ofMeeting],
  ['AffiliationStatement', ofDocument],
  ['Utterance', ofMeeting],
  ['Remark', ofMeeting],
  ['RemarkOnBehalfOf', ofRemarks('remarkId')],
  ['Response', ofRemarks('remarkId')],
  ['ResponseAct', ofRemarks('remarkId')],
  ['ResponseTarget', ofRemarks('responseId')],
  ['UnattributedPassage', ofMeeting],
  ['Mention', ofMeeting],
  ['Finding', ofMeeting],
]

/** Keeps all rows of a meeting as JSON, beside the RetractedMeeting of its id. One statement for each table. */
export async function keepRows(sql: Sql, meetingId: string): Promise<void> {
  for (const [table, of] of meetingTables)
    await sql.query(
      `INSERT INTO "RetractedRow" ("meetingId", "table", "place", "row")
       SELECT $1, '${table}', row_number() OVER (), to_jsonb(t) - 'search' - 'sortTitle' FROM "${table}" AS t WHERE ${of}`,
      [meetingId],
    )
}

/** The rows that are kept of a meeting, as `to_jsonb` gave them. */
export async function keptRows<Row extends object>(sql: Sql, meetingId: string, table: string): Promise<Row[]> {
  const rows = await sql.query<{ row: Row }>(
    'SELECT "row" FROM "RetractedRow" WHERE "meetingId" = $1 AND "table" = $2 ORDER BY "place"',
    [meetingId, table],
  )
  return rows.map(({ row }) => row)
}

/** In the JSON of a kept row, columns that follow from others: as read what may be merged otherwise by now, or nothing. */
const asRead: Readonly<Record<string, readonly (readonly [column: string, from: string | null])[]>> = {
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
}

/** Writes the kept rows of one table back, as they are read. Their numbers never leave the database: some are too long for JSON. */
export async function writeKept(sql: Sql, meetingId: string, table: string): Promise<void> {
  const columns = await writableColumns(sql, table)
  const changes = (asRead[table] ?? []).map(
    ([column, from]) => `'${column}', ${from ? `k."row" -> '${from}'` : 'NULL'}`,
  )
  await sql.query(
    `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM (
       SELECT (jsonb_populate_record(NULL::"${table}", k."row" || jsonb_build_object(${changes.join(', ')}))).*
       FROM "RetractedRow" AS k WHERE k."meetingId" = $1 AND k."table" = $2 ORDER BY k."place") AS kept`,
    [meetingId, table],
  )
}

/** Puts the kept statements under these affiliations. One statement. */
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
