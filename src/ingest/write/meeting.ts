import type { MeetingRecord } from '@rapporteur/reader/record'
import type { Sql } from '../../database/sql.js'

/** The columns of Meeting that a reading states, and their types. */
const columns = {
  title: 'text',
  seriesId: 'uuid',
  sourceId: 'uuid',
  date: 'date',
  endDate: 'date',
  dateText: 'text',
  dateCertainty: '"DateCertainty"',
  startTime: 'text',
  endTime: 'text',
  venue: 'text',
  language: 'text',
} as const

export type MeetingRow = MeetingRecord['meeting'] & {
  id: string
  slug: string
  seriesId: string | null
  sourceId: string
}

/** Writes the meeting's own row. Gives its sort key, and whether anything was written. */
export async function writeMeeting(
  sql: Sql,
  meeting: MeetingRow,
  isNew: boolean,
): Promise<{ sortKey: bigint; written: boolean }> {
  const names = Object.keys(columns)
  const list = (prefix: string) => names.map((name) => `${prefix}"${name}"`).join(', ')
  const typed = Object.entries({ id: 'uuid', slug: 'text', ...columns }).map(([name, type]) => `"${name}" ${type}`)
  const staged = `jsonb_to_record($1::jsonb) AS s(${typed.join(', ')})`
  const statement = isNew
    ? `INSERT INTO "Meeting" ("id", "slug", ${list('')}, "sequence", "sortKey")
       SELECT s."id", s."slug", ${list('s.')}, n, sort_key(s."date", n, 0)
       FROM ${staged}, (SELECT nextval(pg_get_serial_sequence('"Meeting"', 'sequence'))::int AS n) AS number`
    : `UPDATE "Meeting" AS m SET ${names.map((name) => `"${name}" = s."${name}"`).join(', ')},
         "sortKey" = sort_key(s."date", m."sequence", 0)
       FROM ${staged} WHERE m."id" = s."id" AND (${list('m.')}) IS DISTINCT FROM (${list('s.')})`
  const written = await sql.query(`${statement} RETURNING 1`, [JSON.stringify(meeting)])
  const [row] = await sql.query<{ sortKey: string }>('SELECT "sortKey"::text FROM "Meeting" WHERE "id" = $1', [
    meeting.id,
  ])
  return { sortKey: BigInt(row?.sortKey ?? 0), written: written.length > 0 }
}
