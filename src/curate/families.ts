import type { Sql } from '../database/sql.js'
import type { MergeKind } from '../generated/prisma/enums.js'
import { emptyScope, type Scope } from '../ingest/write/derive/scope.js'
import { kinds } from '../ingest/write/kinds.js'
import { rootsOf } from '../ingest/write/roots.js'

/** These rows and all rows that merges in force join with them. Two statements. */
export async function familyOf(sql: Sql, kind: MergeKind, ids: readonly string[]): Promise<string[]> {
  const { table } = kinds[kind]
  const rows = await sql.query<{ id: string }>(
    `WITH RECURSIVE family AS (
       SELECT "id" FROM "${table}" WHERE "id" = ANY($1::uuid[])
       UNION
       SELECT t."id" FROM family JOIN "${table}" AS t ON t."mergedIntoId" = family."id")
     SELECT "id" FROM family`,
    [[...new Set((await rootsOf(sql, table, ids)).values())]],
  )
  return rows.map(({ id }) => id)
}

const idsOf = async (sql: Sql, text: string, ids: readonly string[]): Promise<string[]> =>
  (await sql.query<{ id: string }>(text, [ids])).map(({ id }) => id)

/** What must be derived again when these rows, a whole family before and after, are merged or separated. */
export const scopeOfFamily: Record<MergeKind, (sql: Sql, family: string[]) => Promise<Scope>> = {
  PERSON: async (sql, family) => ({
    ...emptyScope,
    hasOnlyGrown: false,
    people: family,
    everywhere: family,
    themes: await idsOf(
      sql,
      'SELECT DISTINCT "themeId" AS id FROM "Remark" WHERE "speakerReadId" = ANY($1::uuid[]) AND "themeId" IS NOT NULL',
      family,
    ),
  }),
  ORGANIZATION: async (sql, family) => {
    const people = await idsOf(
      sql,
      `SELECT DISTINCT a."personId" AS id FROM "AffiliationStatement" AS s JOIN "Affiliation" AS a ON a."id" = s."affiliationId"
       WHERE s."organizationReadId" = ANY($1::uuid[])`,
      family,
    )
    const below = await idsOf(
      sql,
      'SELECT DISTINCT "organizationReadId" AS id FROM "OrganizationReading" WHERE "parentReadId" = ANY($1::uuid[])',
      family,
    )
    const above = (await rootsOf(sql, 'Organization', below)).values()
    return {
      ...emptyScope,
      hasOnlyGrown: false,
      people,
      everywhere: people,
      parties: family,
      organizations: [...new Set([...family, ...below, ...above])],
      listedAt: await meetingsNaming(sql, 'Organization', family),
    }
  },
  THEME: async (sql, family) => ({
    ...emptyScope,
    hasOnlyGrown: false,
    themes: family,
    people: await idsOf(
      sql,
      'SELECT DISTINCT "speakerId" AS id FROM "Remark" WHERE "themeReadId" = ANY($1::uuid[]) AND "speakerId" IS NOT NULL',
      family,
    ),
    listedAt: await meetingsNaming(sql, 'Theme', family),
  }),
}

const meetingsNaming = (sql: Sql, table: 'Organization' | 'Theme', ids: readonly string[]) =>
  idsOf(
    sql,
    `SELECT DISTINCT "meetingId" AS id FROM "${table}Reading" WHERE "${table.toLowerCase()}ReadId" = ANY($1::uuid[])`,
    ids,
  )
