import type { Sql } from '../../../database/sql.js'

/** What lists the meetings of a row, with its remarks in each. */
const meetingLists = { Theme: 'themeId', Person: 'personId', Organization: 'organizationId' }

/**
 * The stored totals of remarks that themes, people or organizations are ordered by, added up from those of each meeting. One
 * statement.
 */
export async function deriveTotals(sql: Sql, table: keyof typeof meetingLists, ids: readonly string[]): Promise<void> {
  await sql.query(
    `WITH wanted AS (
       SELECT t."id", coalesce((SELECT sum(m."remarks") FROM "${table}Meeting" AS m
         WHERE m."${meetingLists[table]}" = t."id"), 0)::int AS n
       FROM "${table}" AS t WHERE t."id" = ANY($1::uuid[]))
     UPDATE "${table}" AS t SET "remarkTotal" = wanted.n FROM wanted WHERE t."id" = wanted."id" AND t."remarkTotal" <> wanted.n`,
    [ids],
  )
}
