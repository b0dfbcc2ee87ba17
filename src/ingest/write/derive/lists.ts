import type { Sql } from '../../../database/sql.js'
import { type DerivedTable, deriveTable } from './derived-table.js'
import type { Scope } from './scope.js'

/** The meetings in scope ($1), and those at which people spoke whose affiliations another record dates. */
export const touched = `SELECT unnest($1::uuid[]) UNION SELECT "meetingId" FROM "Remark" WHERE "speakerId" = ANY($2::uuid[])`

/** Who voted, moved or seconded at which meeting. Somebody who is to do something need not have been there. */
const voters = `
  SELECT "meetingId", "personId", "organizationId" FROM "Vote"
  UNION ALL
  SELECT o."meetingId", p."personId", p."organizationId" FROM "OutcomeParty" AS p JOIN "Outcome" AS o ON o."id" = p."outcomeId"
  WHERE p."role" <> 'ASSIGNEE'`

/** Condition on a row of a meeting and a person: either is in scope. */
const either = (person: string) => `("meetingId" = ANY($1::uuid[]) OR "${person}" = ANY($2::uuid[]))`

/**
 * Lists that are distinct by nature, but for the speakers on themes; three with how many remarks there are in each meeting,
 * from which totals are added up.
 */
const listsOf = ({ meetings, people, everywhere, listedAt }: Scope): DerivedTable[] => [
  {
    name: 'ThemeMeeting',
    key: ['themeId', 'meetingId'],
    rest: ['position', 'sortKey', 'remarks', 'utterances'],
    scope: `t."meetingId" = ANY($1::uuid[])`,
    wanted: `
      WITH RECURSIVE root AS (
        SELECT r."meetingId", r."position", r."themeReadId" AS id FROM "ThemeReading" AS r WHERE r."meetingId" = ANY($1::uuid[])
        UNION ALL
        SELECT root."meetingId", root."position", t."mergedIntoId" FROM root JOIN "Theme" AS t ON t."id" = root.id
        WHERE t."mergedIntoId" IS NOT NULL),
      said AS (
        SELECT r."meetingId", r."themeId", min(r."position") AS "position", count(*)::int AS n, count(DISTINCT r."utteranceId")::int AS u FROM "Remark" AS r
        WHERE r."meetingId" = ANY($1::uuid[]) GROUP BY 1, 2)
      SELECT root.id AS "themeId", root."meetingId", m."sortKey", coalesce(min(said.n), 0) AS "remarks",
        coalesce(min(said.u), 0) AS "utterances", coalesce(
        (SELECT min(p."position") FROM "Paragraph" AS p WHERE p."meetingId" = root."meetingId" AND p."themeId" = root.id),
        min(said."position"), min(root."position")) AS "position"
      FROM root JOIN "Theme" AS t ON t."id" = root.id AND t."mergedIntoId" IS NULL JOIN "Meeting" AS m ON m."id" = root."meetingId"
      LEFT JOIN said ON said."themeId" = root.id AND said."meetingId" = root."meetingId"
      GROUP BY root.id, root."meetingId", m."sortKey"`,
    parameters: [[...meetings, ...listedAt]],
  },
  {
    name: 'PersonMeeting',
    key: ['personId', 'meetingId'],
    rest: ['sortKey', 'remarks', 'responses'],
    scope: either('personId'),
    wanted: `
      SELECT present."personId", m."id" AS "meetingId", m."sortKey", sum(present.n)::int AS "remarks", sum(present.answers)::int AS "responses"
      FROM "Meeting" AS m JOIN (
        SELECT "meetingId", "personId", 0 AS n, 0 AS answers FROM "Attendance" WHERE ${either('personId')}
        UNION ALL
        SELECT "meetingId", "speakerId", 1, ("kind" = 'RESPONSE')::int FROM "Remark" WHERE ${either('speakerId')} AND "speakerId" IS NOT NULL
        UNION ALL
        SELECT "meetingId", "personId", 0, 0 FROM (${voters}) AS voter WHERE ${either('personId')} AND "personId" IS NOT NULL
      ) AS present ON present."meetingId" = m."id" GROUP BY present."personId", m."id", m."sortKey"`,
    parameters: [meetings, everywhere],
  },
  {
    name: 'OrganizationMeeting',
    key: ['organizationId', 'meetingId'],
    rest: ['sortKey', 'remarks', 'utterances'],
    scope: `t."meetingId" IN (${touched})`,
    wanted: `
      SELECT named."organizationId", m."id" AS "meetingId", m."sortKey", count(named.utterance)::int AS "remarks",
        count(DISTINCT named.utterance)::int AS "utterances"
      FROM "Meeting" AS m JOIN (
        SELECT t."meetingId", a."organizationId", NULL::uuid AS utterance FROM "Attendance" AS t
        JOIN "AffiliationStatement" AS s ON s."attendanceId" = t."id" JOIN "Affiliation" AS a ON a."id" = s."affiliationId"
        WHERE t."meetingId" IN (${touched})
        UNION ALL
        SELECT r."meetingId", a."organizationId", CASE WHEN a."counted" THEN r."utteranceId" END FROM "Remark" AS r JOIN "RemarkAffiliation" AS a ON a."remarkId" = r."id"
        WHERE r."meetingId" IN (${touched})
        UNION ALL
        SELECT r."meetingId", b."organizationId", NULL FROM "Remark" AS r JOIN "RemarkOnBehalfOf" AS b ON b."remarkId" = r."id"
        WHERE r."meetingId" IN (${touched})
        UNION ALL
        SELECT v."meetingId", v."organizationId", NULL FROM (${voters}) AS v WHERE v."meetingId" IN (${touched})
      ) AS named ON named."meetingId" = m."id" WHERE named."organizationId" IS NOT NULL
      GROUP BY named."organizationId", m."id", m."sortKey"`,
    parameters: [[...meetings, ...listedAt], everywhere],
  },
  {
    name: 'OrganizationPerson',
    key: ['organizationId', 'personId'],
    rest: ['sortName'],
    scope: `t."personId" = ANY($1::uuid[])`,
    wanted: `
      SELECT DISTINCT a."organizationId", a."personId", p."sortName" FROM "Affiliation" AS a
      JOIN "Person" AS p ON p."id" = a."personId"
      WHERE a."personId" = ANY($1::uuid[]) AND a."organizationId" IS NOT NULL`,
    parameters: [people],
  },
]

/** ThemeMeeting, PersonMeeting, OrganizationMeeting and OrganizationPerson: two statements each. */
export async function deriveLists(sql: Sql, scope: Scope): Promise<void> {
  for (const table of listsOf(scope)) await deriveTable(sql, table)
}
