import type { Sql } from '../../database/sql.js'
import { required } from '../../ingest/required.js'
import { meetingTables } from '../../ingest/write/take-out.js'
import { masked } from './mask.js'

/** What to mask in one meeting. */
export interface Erasing {
  meetingId: string
  erase: (text: string) => string
  /** Every printed form of the name. In a row of the person, a text that equals one is masked as a whole. */
  forms: ReadonlySet<string>
  /** The ids, as read, whose rows are the person's. */
  people: ReadonlySet<string>
}

/** The text columns of a meeting's tables: each table's key, its texts, and the column that says whose row it is. */
export const texts = {
  Meeting: { key: ['id'], columns: ['title', 'venue'], whose: null },
  Section: { key: ['id'], columns: ['heading', 'introduction'], whose: null },
  Paragraph: { key: ['id'], columns: ['heading', 'text'], whose: null },
  Utterance: { key: ['id'], columns: ['text'], whose: null },
  UnattributedPassage: { key: ['id'], columns: ['text', 'wording'], whose: null },
  Attendance: { key: ['id'], columns: ['nameAsPrinted', 'role'], whose: 'personReadId' },
  AffiliationStatement: { key: ['id'], columns: ['title', 'note'], whose: null },
  Remark: { key: ['id'], columns: ['speakerAsPrinted', 'speakerRole'], whose: 'speakerReadId' },
  Mention: { key: ['id'], columns: ['nameAsPrinted'], whose: 'personReadId' },
  Outcome: { key: ['id'], columns: ['text'], whose: null },
  Decision: { key: ['outcomeId'], columns: ['verb'], whose: null },
  Motion: { key: ['outcomeId'], columns: ['requirement'], whose: null },
  ActionItem: { key: ['outcomeId'], columns: ['dueAsPrinted'], whose: null },
  OutcomeParty: { key: ['outcomeId', 'role', 'position'], columns: ['asPrinted'], whose: 'personReadId' },
  VoteCount: { key: ['voteEventId', 'position'], columns: ['optionAsPrinted'], whose: null },
  Vote: { key: ['id'], columns: ['nameAsPrinted', 'optionAsPrinted'], whose: 'personReadId' },
  Finding: { key: ['id'], columns: ['message'], whose: null },
  ThemeReading: { key: ['themeReadId'], columns: ['title'], whose: null },
} as const

export type TextTable = keyof typeof texts
type Cells = Record<string, string | null>

/** The masked texts of a row; undefined if none changes. */
export function changesOf(table: TextTable, row: Cells, { erase, forms, people }: Erasing): Cells | undefined {
  const { columns, whose } = texts[table]
  const own = whose !== null && people.has(row[whose] ?? '')
  const changes = columns.flatMap((column): [string, string][] => {
    const text = row[column]
    if (!text) return []
    const after = own && forms.has(text.trim()) ? masked(text) : erase(text)
    return after === text ? [] : [[column, after]]
  })
  return changes.length > 0 ? Object.fromEntries(changes) : undefined
}

const quoted = (names: readonly string[], prefix = '') => names.map((name) => `${prefix}"${name}"`).join(', ')

/** Conditions for the rows of a meeting, by table. */
const scopes = new Map(meetingTables)

/**
 * Masks the texts of a meeting's live rows in one table. Returns, for each changed row, the first column of its key. Two
 * statements.
 */
export async function maskLive(sql: Sql, table: TextTable, erasing: Erasing): Promise<string[]> {
  const { key, columns, whose } = texts[table]
  const of = required(scopes.get(table), `scope of ${table}`)
  const read = [...new Set([...columns, ...(whose ? [whose] : [])])]
  const keys = key.map((column) => `t."${column}"::text AS "${column}"`).join(', ')
  const rows = await sql.query<Cells>(`SELECT ${keys}, ${quoted(read, 't.')} FROM "${table}" AS t WHERE ${of}`, [
    erasing.meetingId,
  ])
  const changed = rows.flatMap((row) => {
    const changes = changesOf(table, row, erasing)
    const kept = Object.fromEntries([...key, ...columns].map((column) => [column, row[column] ?? null]))
    return changes ? [{ ...kept, ...changes }] : []
  })
  const given = [...key, ...columns].map((column) => `"${column}" text`).join(', ')
  await sql.query(
    `UPDATE "${table}" AS t SET ${columns.map((column) => `"${column}" = c."${column}"`).join(', ')}
     FROM jsonb_to_recordset($2::jsonb) AS c(${given})
     WHERE ${key.map((column) => `t."${column}"::text = c."${column}"`).join(' AND ')} AND ${of}`,
    [erasing.meetingId, JSON.stringify(changed)],
  )
  return changed.map((row) => required((row as Cells)[key[0]], `key of ${table}`))
}

/** Masks the texts of a retracted meeting's kept rows. Two statements. */
export async function maskKept(sql: Sql, erasing: Erasing): Promise<void> {
  const read = [
    ...new Set(Object.values(texts).flatMap(({ columns, whose }) => [...columns, ...(whose ? [whose] : [])])),
  ]
  const rows = await sql.query<{ table: string; place: number; row: Cells }>(
    `SELECT "table", "place", jsonb_build_object(${read.map((column) => `'${column}', "row" -> '${column}'`).join(', ')}) AS row
     FROM "RetractedRow" WHERE "meetingId" = $1 AND "table" = ANY($2::text[])`,
    [erasing.meetingId, Object.keys(texts)],
  )
  const patches = rows.flatMap(({ table, place, row }) => {
    const patch = changesOf(table as TextTable, row, erasing)
    return patch ? [{ table, place, patch }] : []
  })
  await sql.query(
    `UPDATE "RetractedRow" AS k SET "row" = k."row" || c."patch"
     FROM jsonb_to_recordset($2::jsonb) AS c("table" text, "place" int, "patch" jsonb)
     WHERE k."meetingId" = $1 AND k."table" = c."table" AND k."place" = c."place"`,
    [erasing.meetingId, JSON.stringify(patches)],
  )
}
