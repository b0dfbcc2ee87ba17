import type { Sql } from '../../../database/sql.js'

const totals = {
  Theme: `SELECT "themeId" AS id, count(*)::int AS n FROM "Remark" WHERE "themeId" = ANY($1::uuid[]) GROUP BY 1`,
  Organization: `SELECT "organizationId" AS id, count(*)::int AS n FROM "RemarkAffiliation"
    WHERE counted AND "organizationId" = ANY($1::uuid[]) GROUP BY 1`,
}

/** The stored totals of remarks that themes, or organizations, are ordered by. One statement. */
export async function deriveTotals(sql: Sql, table: keyof typeof totals, ids: readonly string[]): Promise<void> {
  await sql.query(
    `WITH total AS (${totals[table]}),
     wanted AS (SELECT t."id", coalesce(total.n, 0) AS n FROM "${table}" AS t LEFT JOIN total USING ("id") WHERE t."id" = ANY($1::uuid[]))
     UPDATE "${table}" AS t SET "remarkTotal" = wanted.n FROM wanted WHERE t."id" = wanted."id" AND t."remarkTotal" <> wanted.n`,
    [ids],
  )
}
