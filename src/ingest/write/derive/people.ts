import type { Sql } from '../../../database/sql.js'
import { queryIds } from '../query-ids.js'
import { holdsThen } from './affiliations.js'

/**
 * What is stored of people (as merged) to list them by: the first organization that is not FORMER by the latest record that
 * states any, and whether they are only cited: neither listed nor heard at any meeting. One statement. Gives those who changed.
 * Needs the lists of their meetings.
 */
export async function derivePeople(sql: Sql, people: readonly string[]): Promise<string[]> {
  return await queryIds(
    sql,
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
     wanted AS (
       SELECT scope."id", before, body."organizationId",
         NOT EXISTS (SELECT FROM "PersonMeeting" AS m WHERE m."personId" = scope."id")
           AND NOT EXISTS (SELECT FROM "OutcomeParty" AS o WHERE o."personId" = scope."id") AS cited
       FROM scope LEFT JOIN body ON body."personId" = scope."id")
     UPDATE "Person" AS p SET "organizationId" = w."organizationId", "onlyCited" = w.cited
     FROM wanted AS w WHERE p."id" = w."id" AND w.before IS DISTINCT FROM (w."organizationId", w.cited)
     RETURNING p."id"`,
    [people],
  )
}
