import type { Sql } from '../../../database/sql.js'
import type { Scope } from './scope.js'

/**
 * `OutcomeParty.counted`: of several parties that merges have made the same person or body, the first counts, so that lists give
 * an outcome once. One statement.
 */
export async function deriveCountedParties(sql: Sql, { meetings, everywhere, parties }: Scope): Promise<void> {
  await sql.query(
    `WITH concerned AS (
       SELECT "id" FROM "Outcome" WHERE "meetingId" = ANY($1::uuid[])
       UNION SELECT "outcomeId" FROM "OutcomeParty" WHERE "personReadId" = ANY($2::uuid[]) OR "organizationReadId" = ANY($3::uuid[])),
     wanted AS (
       SELECT p."outcomeId", p."role", p."position", coalesce(p."personId", p."organizationId") IS NULL OR 1 = row_number()
         OVER (PARTITION BY p."outcomeId", p."role", p."personId", p."organizationId" ORDER BY p."position") AS counted
       FROM "OutcomeParty" AS p JOIN concerned ON concerned."id" = p."outcomeId")
     UPDATE "OutcomeParty" AS p SET "counted" = w.counted FROM wanted AS w
     WHERE (p."outcomeId", p."role", p."position") = (w."outcomeId", w."role", w."position") AND p."counted" <> w.counted`,
    [meetings, everywhere, parties],
  )
}
