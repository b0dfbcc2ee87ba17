import type { Sql } from '../../../database/sql.js'
import { type DerivedTable, deriveTable } from './derived-table.js'
import type { Scope } from './scope.js'

/** The meetings in scope, and those at which people spoke whose affiliations another record dates. */
const touched = `SELECT unnest($1::uuid[]) UNION SELECT "meetingId" FROM "Remark" WHERE "speakerId" = ANY($2::uuid[])`

/** The five lists that are distinct by nature. */
const listsOf = ({ meetings, people, themes, everywhere }: Scope): DerivedTable[] => [
  {
    name: 'ThemeMeeting',
    key: ['themeId', 'meetingId'],
    rest: ['position', 'sortKey'],
    scope: `t."meetingId" = ANY($1::uuid[])`,
    wanted: `
      WITH RECURSIVE root AS (
        SELECT r."meetingId", r."position", r."themeReadId" AS id FROM "ThemeReading" AS r WHERE r."meetingId" = ANY($1::uuid[])
        UNION ALL
        SELECT root."meetingId", root."position", t."mergedIntoId" FROM root JOIN "Theme" AS t ON t."id" = root.id
        WHERE t."mergedIntoId" IS NOT NULL)
      SELECT root.id AS "themeId", root."meetingId", m."sortKey", coalesce(
        (SELECT min(p."position") FROM "Paragraph" AS p WHERE p."meetingId" = root."meetingId" AND p."themeId" = root.id),
        (SELECT min(r."position") FROM "Remark" AS r WHERE r."meetingId" = root."meetingId" AND r."themeId" = root.id),
        min(root."position")) AS "position"
      FROM root JOIN "Theme" AS t ON t."id" = root.id AND t."mergedIntoId" IS NULL JOIN "Meeting" AS m ON m."id" = root."meetingId"
      GROUP BY root.id, root."meetingId", m."sortKey"`,
    parameters: [meetings],
  },
  {
    name: 'ThemeSpeaker',
    key: ['themeId', 'personId'],
    rest: ['raised', 'sortName', 'sortTitle'],
    scope: `t."themeId" = ANY($1::uuid[])`,
    wanted: `
      SELECT r."themeId", r."speakerId" AS "personId", bool_or(r."kind" = 'STATEMENT') AS raised, p."sortName", t."sortTitle"
      FROM "Remark" AS r JOIN "Person" AS p ON p."id" = r."speakerId" JOIN "Theme" AS t ON t."id" = r."themeId"
      WHERE r."themeId" = ANY($1::uuid[]) GROUP BY r."themeId", r."speakerId", p."sortName", t."sortTitle"`,
    parameters: [themes],
  },
  {
    name: 'PersonMeeting',
    key: ['personId', 'meetingId'],
    rest: ['sortKey'],
    scope: `t."meetingId" = ANY($1::uuid[])`,
    wanted: `
      SELECT present."personId", m."id" AS "meetingId", m."sortKey" FROM "Meeting" AS m JOIN (
        SELECT "meetingId", "personId" FROM "Attendance" WHERE "meetingId" = ANY($1::uuid[])
        UNION
        SELECT "meetingId", "speakerId" FROM "Remark" WHERE "meetingId" = ANY($1::uuid[]) AND "speakerId" IS NOT NULL
      ) AS present ON present."meetingId" = m."id"`,
    parameters: [meetings],
  },
  {
    name: 'OrganizationMeeting',
    key: ['organizationId', 'meetingId'],
    rest: ['sortKey'],
    scope: `t."meetingId" IN (${touched})`,
    wanted: `
      SELECT named."organizationId", m."id" AS "meetingId", m."sortKey" FROM "Meeting" AS m JOIN (
        SELECT t."meetingId", a."organizationId" FROM "Attendance" AS t
        JOIN "AffiliationStatement" AS s ON s."attendanceId" = t."id" JOIN "Affiliation" AS a ON a."id" = s."affiliationId"
        WHERE t."meetingId" IN (${touched})
        UNION
        SELECT r."meetingId", a."organizationId" FROM "Remark" AS r JOIN "RemarkAffiliation" AS a ON a."remarkId" = r."id"
        WHERE r."meetingId" IN (${touched})
        UNION
        SELECT r."meetingId", b."organizationId" FROM "Remark" AS r JOIN "RemarkOnBehalfOf" AS b ON b."remarkId" = r."id"
        WHERE r."meetingId" IN (${touched})
      ) AS named ON named."meetingId" = m."id" WHERE named."organizationId" IS NOT NULL`,
    parameters: [meetings, everywhere],
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

/** ThemeMeeting, ThemeSpeaker, PersonMeeting, OrganizationMeeting and OrganizationPerson; two statements each, one more for names that changed. */
export async function deriveLists(sql: Sql, scope: Scope): Promise<void> {
  for (const table of listsOf(scope)) await deriveTable(sql, table)
  await sql.query(
    `UPDATE "ThemeSpeaker" AS t SET "sortName" = p."sortName" FROM "Person" AS p
     WHERE p."id" = t."personId" AND t."personId" = ANY($1::uuid[]) AND t."sortName" <> p."sortName"`,
    [scope.people],
  )
}
