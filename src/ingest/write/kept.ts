import type { Sql } from '../../database/sql.js'
import type { MergeKind } from '../../generated/prisma/enums.js'
import { insertJson } from './json-rows.js'
import { kinds } from './kinds.js'
import { leadSlugs } from './lead-slugs.js'
import type { NamedIds } from './named-rows.js'

/**
 * Condition on an id: an act in force holds it, so that a reading that names it again has to find it: a merge, a name that a
 * curator gave, a meeting that is retracted, or corrections because of which a meeting does not name it.
 */
const isHeld = (kind: MergeKind, id: string) => `(
  EXISTS (SELECT FROM "Merge" AS force
    WHERE force."undoneAt" IS NULL AND (force."intoId" = ${id} OR force."fromIds" @> ARRAY[${id}]))
  OR EXISTS (SELECT FROM "KeptReading" AS former JOIN "RetractedMeeting" AS retracted ON retracted."id" = former."meetingId"
    WHERE former."readId" = ${id})
  OR EXISTS (SELECT FROM "KeptReading" AS dropped JOIN "Reading" AS corrected ON corrected."meetingId" = dropped."meetingId"
    WHERE dropped."readId" = ${id})
  ${kind === 'PERSON' ? `OR EXISTS (SELECT FROM "Rename" AS given WHERE given."personId" = ${id})` : ''})`

/** Keeps those of these rows that are held, before they leave the live tables. One statement. */
export async function keepNames(sql: Sql, kind: MergeKind, ids: readonly string[]): Promise<void> {
  const { table, key } = kinds[kind]
  await sql.query(
    `INSERT INTO "KeptName" ("id", "kind", "nameKey", "seriesId", "mergedIntoId", "row")
     SELECT t."id", '${kind}', t."${key}", ${kind === 'THEME' ? 't."seriesId"' : 'NULL'}, t."mergedIntoId", to_jsonb(t) - 'search' - 'nameForms'
     FROM "${table}" AS t WHERE t."id" = ANY($1::uuid[]) AND ${isHeld(kind, 't."id"')}`,
    [ids],
  )
}

/** Condition: corrections of the meeting $1 are in force. */
const isCorrected = 'EXISTS (SELECT FROM "Reading" WHERE "meetingId" = $1)'

/** How a meeting's record names these, as a KeptReading has it; $1 is the meeting. */
const readingsOf: Record<MergeKind, string> = {
  PERSON: `SELECT 'PERSON'::"MergeKind" AS kind, r."meetingId", r."personReadId" AS id, m."seriesId", r."name", r."nameKey", r."looseKey",
      ARRAY(SELECT DISTINCT s."organizationReadId" FROM "AffiliationStatement" AS s WHERE s."documentId" = m."sourceId"
        AND s."personReadId" = r."personReadId" AND s."organizationReadId" IS NOT NULL) AS organizations
    FROM "PersonReading" AS r JOIN "Meeting" AS m ON m."id" = r."meetingId" WHERE r."meetingId" = $1`,
  ORGANIZATION: `SELECT 'ORGANIZATION'::"MergeKind" AS kind, r."meetingId", r."organizationReadId" AS id, m."seriesId", r."name", o."nameKey",
      '' AS "looseKey", '{}'::uuid[] AS organizations
    FROM "OrganizationReading" AS r JOIN "Meeting" AS m ON m."id" = r."meetingId" JOIN "Organization" AS o ON o."id" = r."organizationReadId"
    WHERE r."meetingId" = $1`,
  THEME: `SELECT 'THEME'::"MergeKind" AS kind, r."meetingId", r."themeReadId" AS id, m."seriesId", r."title" AS name, t."sortTitle" AS "nameKey",
      '' AS "looseKey", '{}'::uuid[] AS organizations
    FROM "ThemeReading" AS r JOIN "Meeting" AS m ON m."id" = r."meetingId" JOIN "Theme" AS t ON t."id" = r."themeReadId"
    WHERE r."meetingId" = $1`,
}

export const allKinds = ['PERSON', 'ORGANIZATION', 'THEME'] as const satisfies MergeKind[]

const keepReadings = (kind: MergeKind, where: string) => `
  INSERT INTO "KeptReading" ("kind", "meetingId", "readId", "seriesId", "name", "nameKey", "looseKey", "organizationIds")
  SELECT * FROM (${readingsOf[kind]}) AS r WHERE ${where} ON CONFLICT ("kind", "meetingId", "readId") DO NOTHING`

/** Keeps how a meeting names everything, before it is retracted. Three statements. */
export async function keepAllReadings(sql: Sql, meetingId: string): Promise<void> {
  for (const kind of allKinds) await sql.query(keepReadings(kind, 'true'), [meetingId])
}

/**
 * Keeps how the earlier reading of a meeting named those who are held, where the new one no longer does; and forgets what it
 * names again. Six statements.
 */
export async function keepDropped(sql: Sql, meetingId: string, named: NamedIds): Promise<void> {
  const ids = { PERSON: named.people, ORGANIZATION: named.organizations, THEME: named.themes }
  for (const kind of allKinds) {
    const now = [...ids[kind].read.all()]
    await sql.query(keepReadings(kind, `r.id <> ALL($2::uuid[]) AND (${isCorrected} OR ${isHeld(kind, 'r.id')})`), [
      meetingId,
      now,
    ])
    await sql.query(
      `DELETE FROM "KeptReading" WHERE "kind" = '${kind}' AND "meetingId" = $1 AND "readId" = ANY($2::uuid[])`,
      [meetingId, now],
    )
  }
}

/** Forgets what is kept and nothing holds any more. Two statements. */
export async function forgetKept(sql: Sql): Promise<void> {
  await sql.query(
    `DELETE FROM "KeptReading" AS k WHERE NOT EXISTS (SELECT FROM "RetractedMeeting" AS r WHERE r."id" = k."meetingId")
     AND NOT ${isHeld('PERSON', 'k."readId"')}`,
  )
  await sql.query(`DELETE FROM "KeptName" AS k WHERE NOT ${isHeld('PERSON', 'k."id"')}`)
}

/**
 * Brings those of these that are kept, and what they are merged into, back into the live tables, with their ids and slugs.
 * Gives the ids of those that it brought back. At most four statements.
 */
export async function reviveNames(sql: Sql, kind: MergeKind, ids: readonly string[]): Promise<string[]> {
  const { table } = kinds[kind]
  const kept = await sql.query<{ id: string; mergedIntoId: string | null; row: object }>(
    `WITH RECURSIVE chain AS (
       SELECT "id", "mergedIntoId" FROM "KeptName" WHERE "id" = ANY($1::uuid[])
       UNION
       SELECT k."id", k."mergedIntoId" FROM chain JOIN "KeptName" AS k ON k."id" = chain."mergedIntoId"),
     gone AS (DELETE FROM "KeptName" AS k USING chain WHERE k."id" = chain."id" RETURNING k."id", k."mergedIntoId", k."row")
     SELECT "id", "mergedIntoId", "row" FROM gone`,
    [ids],
  )
  if (kept.length === 0) return []
  const revived = kept.map(({ id }) => id)
  await insertJson(
    sql,
    table,
    kept.map(({ row }) => ({
      ...row,
      ...(kind === 'PERSON' ? { organizationId: null } : {}),
      ...(kind === 'ORGANIZATION' ? { parentId: null } : {}),
      mergedIntoId: null,
    })),
  )
  await sql.query(
    `UPDATE "${table}" AS t SET "mergedIntoId" = k."mergedIntoId"
     FROM jsonb_to_recordset($1::jsonb) AS k("id" uuid, "mergedIntoId" uuid) WHERE t."id" = k."id" AND k."mergedIntoId" IS NOT NULL`,
    [JSON.stringify(kept)],
  )
  await leadSlugs(sql, kind, revived)
  return revived
}
