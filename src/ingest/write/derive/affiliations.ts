import type { Sql } from '../../../database/sql.js'
import { deriveTable } from './derived-table.js'
import type { Scope } from './scope.js'

/**
 * Affiliations of these people (as merged) from what the records state: first and last stated, the place and note of the
 * latest. Those that nothing states any more are removed. Two statements. Gives the people of those that it
 * removed, or of which it changed more than the document.
 */
export async function deriveAffiliations(sql: Sql, people: readonly string[]): Promise<string[]> {
  const removed = await sql.query<{ personId: string }>(
    `DELETE FROM "Affiliation" AS a WHERE a."personId" = ANY($1::uuid[])
     AND NOT EXISTS (SELECT FROM "AffiliationStatement" AS s WHERE s."affiliationId" = a."id")
     RETURNING a."personId"`,
    [people],
  )
  const written = await sql.query<{ personId: string; changed: boolean }>(
    `WITH stated AS (
       SELECT s.*, m."sortKey", (a."note", a."firstStated", a."lastStated", a."position", a."pieces") AS before FROM "Affiliation" AS a JOIN "AffiliationStatement" AS s ON s."affiliationId" = a."id"
       JOIN "Meeting" AS m ON m."sourceId" = s."documentId" WHERE a."personId" = ANY($1::uuid[])),
     latest AS (
       SELECT DISTINCT ON ("affiliationId") "affiliationId", before, "note", "position", "documentId", "pieces",
         min("statedOn") OVER every AS first, max("statedOn") OVER every AS last
       FROM stated WINDOW every AS (PARTITION BY "affiliationId")
       ORDER BY "affiliationId", "sortKey", "position")
     UPDATE "Affiliation" AS a SET "note" = l."note", "firstStated" = l.first, "lastStated" = l.last,
       "position" = l."position", "documentId" = l."documentId", "pieces" = l."pieces"
     FROM latest AS l WHERE a."id" = l."affiliationId"
       AND (a."note", a."firstStated", a."lastStated", a."position", a."documentId", a."pieces")
         IS DISTINCT FROM (l."note", l.first, l.last, l."position", l."documentId", l."pieces")
     RETURNING a."personId", l.before IS DISTINCT FROM (l."note", l.first, l.last, l."position", l."pieces") AS changed`,
    [people],
  )
  return [...removed, ...written.filter(({ changed }) => changed)].map(({ personId }) => personId)
}

/** Whether what a statement `s` dates holds on the day of the meeting `m`; what is undated does, and on an unknown day all does. */
export const holdsThen = `((s."from" <= m."date") IS NOT FALSE AND (s."to" >= m."date") IS NOT FALSE)`

/**
 * The affiliations of each speaker at each meeting: those that its record states (none as CURRENT that it dates otherwise);
 * where it states none, those that another record dates to hold that day. Then the party. In the order CURRENT, INCOMING,
 * FORMER, within these as printed. One row counts for each organization: the first CURRENT one, or the party's.
 */
const wantedAffiliations = `
  WITH spoken AS (
    SELECT r."id", r."meetingId", r."speakerId", r."partyId", r."sortKey" FROM "Remark" AS r
    WHERE r."meetingId" = ANY($1::uuid[]) OR r."speakerId" = ANY($2::uuid[]) OR r."partyId" = ANY($3::uuid[])),
  speakers AS (SELECT DISTINCT "meetingId", "speakerId" FROM spoken WHERE "speakerId" IS NOT NULL),
  own AS (
    SELECT sp."meetingId", sp."speakerId", a."id", a."organizationId", a."status", min(s."position") AS place
    FROM speakers AS sp JOIN "Meeting" AS m ON m."id" = sp."meetingId"
    JOIN "Affiliation" AS a ON a."personId" = sp."speakerId"
    JOIN "AffiliationStatement" AS s ON s."affiliationId" = a."id" AND s."documentId" = m."sourceId"
    WHERE a."status" <> 'CURRENT' OR ${holdsThen} GROUP BY sp."meetingId", sp."speakerId", a."id"),
  dated AS (
    SELECT sp."meetingId", sp."speakerId", a."id", a."organizationId", a."status", min(s."position") AS place
    FROM speakers AS sp JOIN "Meeting" AS m ON m."id" = sp."meetingId" AND m."date" IS NOT NULL
    JOIN "Affiliation" AS a ON a."personId" = sp."speakerId"
    JOIN "AffiliationStatement" AS s ON s."affiliationId" = a."id" AND s."documentId" <> m."sourceId"
    WHERE a."status" = 'CURRENT' AND (s."from" IS NOT NULL OR s."to" IS NOT NULL) AND ${holdsThen}
      AND NOT EXISTS (SELECT FROM own WHERE own."meetingId" = sp."meetingId" AND own."speakerId" = sp."speakerId")
    GROUP BY sp."meetingId", sp."speakerId", a."id"),
  held AS (
    SELECT *, row_number() OVER (PARTITION BY "meetingId", "speakerId" ORDER BY "status", place, "id") AS nth,
      "status" = 'CURRENT' AND "organizationId" IS NOT NULL AND 1 =
        row_number() OVER (PARTITION BY "meetingId", "speakerId", "status", "organizationId" ORDER BY place, "id") AS counted
    FROM (SELECT * FROM own UNION ALL SELECT * FROM dated) AS either)
  SELECT spoken."id" AS "remarkId", held.nth::int AS "position", held."id" AS "affiliationId", held."organizationId",
    held.counted, spoken."sortKey"
  FROM spoken JOIN held ON held."meetingId" = spoken."meetingId" AND held."speakerId" = spoken."speakerId"
  UNION ALL
  SELECT spoken."id", 1 + coalesce((SELECT max(nth) FROM held
      WHERE held."meetingId" = spoken."meetingId" AND held."speakerId" = spoken."speakerId"), 0)::int, NULL, spoken."partyId", true, spoken."sortKey"
  FROM spoken WHERE spoken."partyId" IS NOT NULL AND NOT EXISTS (
    SELECT FROM held WHERE held."meetingId" = spoken."meetingId" AND held."speakerId" = spoken."speakerId"
      AND held."organizationId" = spoken."partyId" AND held.counted)`

/** Whose rows `deriveRemarkAffiliations` has written or removed. */
interface SpokenFor {
  organizations: string[]
  remarks: string[]
}

/** RemarkAffiliation, and the organization of each remark: the first that is CURRENT, or the party. Three statements. */
export async function deriveRemarkAffiliations(sql: Sql, { meetings, everywhere, parties }: Scope): Promise<SpokenFor> {
  const concerned = '"meetingId" = ANY($1::uuid[]) OR "speakerId" = ANY($2::uuid[]) OR "partyId" = ANY($3::uuid[])'
  const changed = await deriveTable<{ remarkId: string; organizationId: string | null }>(sql, {
    name: 'RemarkAffiliation',
    key: ['remarkId', 'position'],
    rest: ['affiliationId', 'organizationId', 'counted', 'sortKey'],
    scope: `t."remarkId" IN (SELECT "id" FROM "Remark" WHERE ${concerned})`,
    wanted: wantedAffiliations,
    parameters: [meetings, everywhere, parties],
  })
  await sql.query(
    `WITH wanted AS (
       SELECT r."id", (SELECT a."organizationId" FROM "RemarkAffiliation" AS a
         WHERE a."remarkId" = r."id" AND a.counted ORDER BY a."position" LIMIT 1) AS organization
       FROM "Remark" AS r WHERE ${concerned})
     UPDATE "Remark" AS r SET "organizationId" = wanted.organization
     FROM wanted WHERE r."id" = wanted."id" AND r."organizationId" IS DISTINCT FROM wanted.organization`,
    [meetings, everywhere, parties],
  )
  return {
    organizations: [...new Set(changed.flatMap(({ organizationId }) => organizationId ?? []))],
    remarks: [...new Set(changed.map(({ remarkId }) => remarkId))],
  }
}
