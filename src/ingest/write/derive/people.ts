import type { Sql } from '../../../database/sql.js'
import { holdsThen } from './affiliations.js'

/**
 * What is stored of people (as merged) to list them by: the first organization that is not FORMER by the latest record that
 * states any, the total of their remarks, and whether they are only cited. One statement. Gives those of whom more
 * changed than the total.
 */
export async function derivePeople(sql: Sql, people: readonly string[]): Promise<string[]> {
  const rows = await sql.query<{ id: string; moved: boolean }>(
    `WITH scope AS (SELECT "id", ("organizationId", "onlyCited") AS before FROM "Person" WHERE "id" = ANY($1::uuid[])),
     stated AS (
       SELECT a."personId", a."organizationId", a."status", s."position", ${holdsThen} AS held,
         rank() OVER (PARTITION BY a."personId" ORDER BY m."sortKey") AS age
       FROM "Affiliation" AS a JOIN "AffiliationStatement" AS s ON s."affiliationId" = a."id"
       JOIN "Meeting" AS m ON m."sourceId" = s."documentId" WHERE a."personId" = ANY($1::uuid[])),
     body AS (
       SELECT DISTINCT ON ("personId") "personId", "organizationId" FROM stated
       WHERE age = 1 AND ("status" = 'INCOMING' OR "status" = 'CURRENT' AND held) AND "organizationId" IS NOT NULL
       ORDER BY "personId", "status", "position"),
     total AS (SELECT "speakerId", count(*)::int AS n FROM "Remark" WHERE "speakerId" = ANY($1::uuid[]) GROUP BY "speakerId"),
     wanted AS (
       SELECT scope."id", before, body."organizationId", coalesce(total.n, 0) AS n, total.n IS NULL
         AND NOT EXISTS (SELECT FROM "Attendance" AS a WHERE a."personId" = scope."id") AS cited
       FROM scope LEFT JOIN body ON body."personId" = scope."id" LEFT JOIN total ON total."speakerId" = scope."id")
     UPDATE "Person" AS p SET "organizationId" = w."organizationId", "remarkTotal" = w.n, "onlyCited" = w.cited
     FROM wanted AS w WHERE p."id" = w."id"
       AND (p."organizationId", p."remarkTotal", p."onlyCited") IS DISTINCT FROM (w."organizationId", w.n, w.cited)
     RETURNING p."id", w.before IS DISTINCT FROM (w."organizationId", w.cited) AS moved`,
    [people],
  )
  return rows.flatMap(({ id, moved }) => (moved ? id : []))
}
