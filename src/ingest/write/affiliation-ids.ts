import type { Sql } from '../../database/sql.js'
import { newId } from '../../database/uuid.js'
import type { MeetingRecord } from '../record.js'
import { type AffiliationKey, affiliationKey, type RowContext } from './record-rows.js'
import { upsertRows } from './rows.js'
import type { RowOf } from './tables.js'

const textOf = ({ personId, organizationId, title, status }: AffiliationKey): string =>
  JSON.stringify([personId, organizationId, title, status])

/**
 * Makes sure that there is an Affiliation for everything that the record states, and gives their ids by key. What follows
 * from the statements (first and last stated, note, place) is derived later. Two statements. `people` are those who got one.
 */
export async function ensureAffiliations(
  sql: Sql,
  record: MeetingRecord,
  context: Pick<RowContext, 'people' | 'organizations' | 'documentId'>,
): Promise<{ affiliationId: RowContext['affiliationId']; people: string[] }> {
  const stated = record.affiliations.map((row) => ({ row, key: affiliationKey(row, context) }))
  const known = await sql.query<AffiliationKey & { id: string }>(
    `SELECT "id", "personId", "organizationId", "title", "status" FROM "Affiliation" WHERE "personId" = ANY($1::uuid[])`,
    [stated.map(({ key }) => key.personId)],
  )
  const ids = new Map(known.map((row) => [textOf(row), row.id]))
  const fresh: RowOf<'Affiliation'>[] = []
  for (const { row, key } of stated) {
    if (ids.has(textOf(key))) continue
    const id = newId()
    ids.set(textOf(key), id)
    fresh.push({ id, ...key, position: row.position, documentId: context.documentId, pieces: row.pieces.flat() })
  }
  await upsertRows(sql, 'Affiliation', fresh)
  return { affiliationId: (key) => ids.get(textOf(key)) ?? '', people: fresh.map(({ personId }) => personId) }
}
