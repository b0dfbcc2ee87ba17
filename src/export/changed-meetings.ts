import type { Rows } from '../database/database.js'

const names = ['Person', 'Organization', 'Theme']
const everyName = names.map((table) => `SELECT "id", "mergedIntoId" FROM "${table}"`).join(' UNION ALL ')

/** How records name rows: each with the meeting. */
const namings = `
  SELECT "personReadId" AS id, "meetingId" FROM "PersonReading"
  UNION ALL SELECT "organizationReadId", "meetingId" FROM "OrganizationReading"
  UNION ALL SELECT "parentReadId", "meetingId" FROM "OrganizationReading"
  UNION ALL SELECT "themeReadId", "meetingId" FROM "ThemeReading"`

/**
 * The meetings whose exports the changes of the feed in ($1, $2] may have altered: those that a change is of, and those that name
 * somebody or something that was changed, or that belongs to the same family of merges. An erasure may have masked reasons and names
 * anywhere, and alters all.
 */
const statement = `
  WITH RECURSIVE changed AS (SELECT * FROM "Change" WHERE "sequence" > $1 AND "sequence" <= $2),
  every AS (${everyName}),
  subject AS (
    SELECT "subjectId" AS id FROM changed WHERE "subjectKind" IN ('PERSON', 'ORGANIZATION', 'THEME')
    UNION SELECT one.id FROM changed JOIN "Merge" AS m ON m."id" = changed."mergeId", unnest(m."fromIds" || m."intoId") AS one(id)),
  up AS (
    SELECT every."id", every."mergedIntoId" FROM every JOIN subject ON subject.id = every."id"
    UNION SELECT every."id", every."mergedIntoId" FROM up JOIN every ON every."id" = up."mergedIntoId"),
  family AS (
    SELECT "id" FROM up UNION SELECT id FROM subject
    UNION SELECT every."id" FROM family JOIN every ON every."mergedIntoId" = family."id")
  SELECT "meetingId"::text FROM changed WHERE "meetingId" IS NOT NULL
  UNION SELECT naming."meetingId"::text FROM (${namings}) AS naming JOIN family ON family."id" = naming.id
  UNION SELECT "id"::text FROM "Meeting" WHERE EXISTS (SELECT FROM changed WHERE "kind" = 'ERASED')`

/** The ids of these meetings, some of which may be out of the archive. */
export async function changedMeetings(rows: Rows, since: bigint, position: bigint): Promise<string[]> {
  const found = await rows({ name: undefined, text: statement, values: [String(since), String(position)] })
  return found.map(([id]) => String(id)).sort()
}
