import type { Sql } from '../../database/sql.js'
import { addCounts, type Counts, countRows, noRows } from './counts.js'
import type { RecordRows } from './record-rows.js'
import { deleteOthers, deleteRows, insertRows, upsertRows } from './rows.js'
import { nothingStored, type StoredReading } from './stored.js'
import { type TouchedPlaces, touchedPlaces } from './touched-places.js'

/** The record's own tables that have ids, in the order in which their rows may be written, with the lists they are stored in. */
export const ownTables = [
  ['Section', 'sections'],
  ['Paragraph', 'paragraphs'],
  ['Attendance', 'attendances'],
  ['AffiliationStatement', 'statements'],
  ['Utterance', 'utterances'],
  ['Remark', 'remarks'],
  ['UnattributedPassage', 'passages'],
  ['Mention', 'mentions'],
  ['Outcome', 'outcomes'],
  ['Vote', 'votes'],
] as const satisfies [keyof RecordRows, keyof StoredReading][]

/** Tables whose rows are parts of a remark or an outcome, and the column that names it. */
export const partTables = [
  ['RemarkOnBehalfOf', 'Remark', 'remarkId'],
  ['Response', 'Remark', 'remarkId'],
  ['ResponseAct', 'Remark', 'remarkId'],
  ['ResponseTarget', 'Remark', 'responseId'],
  ['Decision', 'Outcome', 'outcomeId'],
  ['Motion', 'Outcome', 'outcomeId'],
  ['VoteEvent', 'Outcome', 'outcomeId'],
  ['ActionItem', 'Outcome', 'outcomeId'],
  ['OutcomeParty', 'Outcome', 'outcomeId'],
  ['VoteCount', 'Outcome', 'voteEventId'],
] as const satisfies [keyof RecordRows, 'Remark' | 'Outcome', string][]

export interface WrittenRows {
  counts: Counts
  touched: TouchedPlaces
}

/** Writes the rows of a record's own tables, of which none is there, in one COPY for each table. */
export async function writeNewRows(sql: Sql, rows: RecordRows): Promise<WrittenRows> {
  let counts = noRows
  const written = new Map<string, string[]>()
  for (const [name] of ownTables) {
    const ids = rows[name].map(({ id }) => id)
    await insert(sql, name, rows)
    written.set(name, ids)
    counts = addCounts(counts, countRows([], ids, ids))
  }
  for (const [name] of partTables) await insert(sql, name, rows)
  return { counts, touched: touchedPlaces(written, rows, nothingStored()) }
}

const insert = <Name extends keyof RecordRows>(sql: Sql, name: Name, rows: RecordRows): Promise<void> =>
  insertRows<Name>(sql, name, rows[name])

/**
 * Writes the rows of a record's own tables and removes those of the earlier reading that are gone; each table in a fixed
 * number of statements. What goes is removed last, so that nothing that stays goes with it. A remark or an outcome counts as
 * updated also where only a part of it changed.
 */
export async function writeRows(
  sql: Sql,
  meetingId: string,
  rows: RecordRows,
  stored: StoredReading,
): Promise<WrittenRows> {
  await makeRoom(sql, rows.Paragraph, stored.paragraphs)
  const written = new Map<string, string[]>()
  for (const [name] of ownTables) written.set(name, await upsert(sql, name, rows))
  await writeParts(sql, meetingId, rows, written)
  let counts = noRows
  const touched = new Map<string, string[]>()
  for (const [name, list] of [...ownTables].reverse()) {
    const before = stored[list].map(({ id }) => id)
    const after = rows[name].map(({ id }) => id)
    const kept = new Set(after)
    const gone = before.filter((id) => !kept.has(id))
    await deleteRows(sql, name, gone)
    touched.set(name, [...(written.get(name) ?? []), ...gone])
    counts = addCounts(counts, countRows(before, after, written.get(name) ?? []))
  }
  return { counts, touched: touchedPlaces(touched, rows, stored) }
}

const upsert = <Name extends keyof RecordRows>(sql: Sql, name: Name, rows: RecordRows): Promise<string[]> =>
  upsertRows<Name>(sql, name, rows[name])

/** No two paragraphs of a meeting may stand at one position at any moment: those that will move or go step aside first. */
async function makeRoom(
  sql: Sql,
  paragraphs: RecordRows['Paragraph'],
  stored: StoredReading['paragraphs'],
): Promise<void> {
  const positions = new Map(paragraphs.map(({ id, position }) => [id, position]))
  const moving = stored.filter(({ id, position }) => positions.get(id) !== position)
  await sql.query('UPDATE "Paragraph" SET "position" = "position" + 1000000 WHERE "id" = ANY($1::uuid[])', [
    moving.map(({ id }) => id),
  ])
}

/** Adds to `written` the rows of which a part was written or removed. */
async function writeParts(
  sql: Sql,
  meetingId: string,
  rows: RecordRows,
  written: ReadonlyMap<string, string[]>,
): Promise<void> {
  for (const [name, whole, column] of partTables) {
    const scope = `t."${column}" IN (SELECT "id" FROM "${whole}" WHERE "meetingId" = $2)`
    const gone = await deleteOthers(sql, name, rows[name], scope, meetingId)
    written.get(whole)?.push(...gone, ...(await upsert(sql, name, rows)))
  }
}
