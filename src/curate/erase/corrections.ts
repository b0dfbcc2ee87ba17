import type { Sql } from '../../database/sql.js'
import type { ArchivePart } from '../../ingest/meeting-record/envelope.js'
import { maskValue } from './mask.js'
import { erasedName } from './names.js'
import type { Erasing } from './texts.js'

type AsRead = NonNullable<ArchivePart['reading']>

/** A record as it was read, without the name: whose rows are the person's is called as the archive calls them. */
function maskAsRead({ record, findings, people }: AsRead, { erase, people: erased }: Erasing): AsRead {
  const masked = maskValue({ record, findings }, erase) as Pick<AsRead, 'record' | 'findings'>
  const nameless = masked.record.people.map((row) =>
    erased.has(people[row.key] ?? '')
      ? { ...row, name: erasedName, sortName: erasedName, printedNames: [erasedName] }
      : row,
  )
  return { ...masked, record: { ...masked.record, people: nameless }, people }
}

/** Masks a meeting's record as it was read, where corrections made other rows of it. Two statements. */
export async function maskReading(sql: Sql, erasing: Erasing, live: boolean): Promise<void> {
  const { meetingId } = erasing
  const columns = ['record', 'findings', 'people']
  const [found] = await sql.query<AsRead>(
    live
      ? 'SELECT "record", "findings", "people" FROM "Reading" WHERE "meetingId" = $1'
      : `SELECT ${columns.map((column) => `"row" -> '${column}' AS "${column}"`).join(', ')} FROM "RetractedRow" WHERE "meetingId" = $1 AND "table" = 'Reading'`,
    [meetingId],
  )
  if (!found) return
  const { record, findings } = maskAsRead(found, erasing)
  await sql.query(
    live
      ? 'UPDATE "Reading" SET "record" = $2::jsonb, "findings" = $3::jsonb WHERE "meetingId" = $1'
      : `UPDATE "RetractedRow" SET "row" = "row" || jsonb_build_object('record', $2::jsonb, 'findings', $3::jsonb)
         WHERE "meetingId" = $1 AND "table" = 'Reading'`,
    [meetingId, JSON.stringify(record), JSON.stringify(findings)],
  )
}

/** What curators say in corrections, of whom and why. */
const texts = ['says', 'summary', 'lost', 'reason', 'undoneReason'] as const

/** Masks corrections of one meeting, or of all if none is given: live ones, and those of retracted meetings. Four statements. */
export async function maskCorrections(
  sql: Sql,
  erase: (text: string) => string,
  meetingId: string | null = null,
): Promise<void> {
  const parts = texts.map((column) => `'${column}', `)
  const live = await sql.query<{ id: string; row: object }>(
    `SELECT c."id", jsonb_build_object(${texts.map((column, i) => `${parts[i]}c."${column}"`).join(', ')}) AS row
     FROM "Correction" AS c WHERE $1::uuid IS NULL OR c."meetingId" = $1`,
    [meetingId],
  )
  await sql.query(
    `UPDATE "Correction" AS c SET ${texts.map((column) => `"${column}" = m."${column}"`).join(', ')}
     FROM jsonb_to_recordset($1::jsonb) AS m("id" uuid, "says" jsonb, "summary" text, "lost" text, "reason" text, "undoneReason" text)
     WHERE c."id" = m."id"`,
    [JSON.stringify(changed(live, erase).map(({ id, row }) => ({ id, ...row })))],
  )
  const kept = await sql.query<{ id: string; row: object }>(
    `SELECT k."row" ->> 'id' AS id, jsonb_build_object(${texts.map((column, i) => `${parts[i]}k."row" -> '${column}'`).join(', ')}) AS row
     FROM "RetractedRow" AS k WHERE k."table" = 'Correction' AND ($1::uuid IS NULL OR k."meetingId" = $1)`,
    [meetingId],
  )
  await sql.query(
    `UPDATE "RetractedRow" AS k SET "row" = k."row" || m."row" FROM jsonb_to_recordset($1::jsonb) AS m("id" text, "row" jsonb)
     WHERE k."table" = 'Correction' AND k."row" ->> 'id' = m."id"`,
    [JSON.stringify(changed(kept, erase))],
  )
}

const changed = (rows: readonly { id: string; row: object }[], erase: (text: string) => string) =>
  rows
    .map(({ id, row }) => ({ id, row: maskValue(row, erase) as object, before: row }))
    .filter(({ row, before }) => JSON.stringify(row) !== JSON.stringify(before))
