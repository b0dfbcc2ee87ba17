import type { MeetingRecord } from '@rapporteur/reader/record'
import type { Sql } from '../../database/sql.js'
import { newId } from '../../database/uuid.js'
import { type AffiliationKey, affiliationKey } from './record-rows.js'
import type { RowContext } from './row-context.js'
import { upsertRows } from './rows.js'
import type { RowOf } from './tables.js'

/** The same text for the same key. */
export const affiliationText = ({ personId, organizationId, title, status }: AffiliationKey): string =>
  JSON.stringify([personId, organizationId, title, status])

type KnownAffiliation = AffiliationKey & { id: string }

/** An affiliation that a record states, and the first place of it. */
export interface StatedAffiliation {
  read: AffiliationKey
  merged: AffiliationKey
  /** The id, as read, that a new one shall have: it was written before; null for any. */
  readId: string | null
  documentId: string
  position: number
  pieces: number[]
}

/**
 * What a record states of affiliations, in the order of its list.
 *
 * @param given ids, as read, that new ones shall have, one for each affiliation of the record; null for any
 */
export const statedAffiliations = (
  record: MeetingRecord,
  context: Pick<RowContext, 'people' | 'organizations' | 'documentId'>,
  given: readonly (string | null)[] = [],
): StatedAffiliation[] =>
  record.affiliations.map((row, i) => ({
    readId: given[i] ?? null,
    read: affiliationKey(row, context, 'read'),
    merged: affiliationKey(row, context, 'merged'),
    documentId: context.documentId,
    position: row.position,
    pieces: row.pieces.flat(),
  }))

/**
 * Makes sure that there is an Affiliation for everything that is stated, and gives their ids. What follows from the statements
 * (first and last stated, note, place; under which of its ids it goes where people or bodies are merged) is derived later.
 * Three statements. `people` are those who got one.
 */
export async function ensureAffiliations(
  sql: Sql,
  stated: readonly StatedAffiliation[],
): Promise<{ affiliationAt: RowContext['affiliationAt']; people: string[] }> {
  const readIds = await idsAsRead(sql, [...new Set(stated.map(({ read }) => read.personId))])
  const known = await sql.query<KnownAffiliation>(
    `SELECT "id", "personId", "organizationId", "title", "status" FROM "Affiliation" WHERE "personId" = ANY($1::uuid[])`,
    [stated.map(({ merged }) => merged.personId)],
  )
  const ids = new Map(known.map((row) => [affiliationText(row), row.id]))
  const fresh: RowOf<'Affiliation'>[] = []
  const used = new Set(readIds.values())
  const at = stated.map(({ read, merged, readId: wanted, ...place }) => {
    const readId = readIds.get(affiliationText(read)) ?? (wanted && !used.has(wanted) ? wanted : newId())
    used.add(readId)
    readIds.set(affiliationText(read), readId)
    const mergedId = ids.get(affiliationText(merged)) ?? readId
    if (!ids.has(affiliationText(merged))) fresh.push({ id: readId, ...merged, ...place })
    ids.set(affiliationText(merged), mergedId)
    return { merged: mergedId, read: readId }
  })
  await upsertRows(sql, 'Affiliation', fresh)
  return {
    affiliationAt: (index) => at[index] ?? { merged: '', read: '' },
    people: fresh.map(({ personId }) => personId),
  }
}

/** Ids as read of all that is stated of these people, also in retracted meetings, which may be restored, by the text of their keys. */
async function idsAsRead(sql: Sql, people: readonly string[]): Promise<Map<string, string>> {
  const rows = await sql.query<KnownAffiliation>(
    `SELECT "affiliationReadId" AS id, "personReadId" AS "personId", "organizationReadId" AS "organizationId", "title", "status"
     FROM "AffiliationStatement" WHERE "personReadId" = ANY($1::uuid[])
     UNION SELECT s."affiliationReadId", s."personReadId", s."organizationReadId", s."title", s."status"
     FROM "RetractedRow" AS r, jsonb_populate_record(NULL::"AffiliationStatement", r."row") AS s
     WHERE r."table" = 'AffiliationStatement' AND s."personReadId" = ANY($1::uuid[])
       AND r."meetingId" IN (SELECT "meetingId" FROM "KeptReading" WHERE "kind" = 'PERSON' AND "readId" = ANY($1::uuid[]))`,
    [people],
  )
  return new Map(rows.map((row) => [affiliationText(row), row.id]))
}
