import type { Database } from '../database/database.js'
import type { ArchiveLeftovers } from './envelope-of-rows.js'
import { type ErasureRow, erasures, formerSlugs, type MergeRow, type RenameRow } from './meeting-rows.js'

const alive = (['Person', 'Organization', 'Theme'] as const)
  .map((table) => `SELECT "id" FROM "${table}"`)
  .join(' UNION ALL ')

/** Kept names that no retracted meeting needs: none names them, or names something merged into them. */
const keptNames = `
  WITH RECURSIVE retracted AS (
    SELECT k."id", k."mergedIntoId" FROM "KeptName" AS k WHERE k."id" IN (
      SELECT o."readId" FROM "KeptReading" AS o JOIN "RetractedMeeting" AS r ON r."id" = o."meetingId")
    UNION
    SELECT k."id", k."mergedIntoId" FROM retracted JOIN "KeptName" AS k ON k."id" = retracted."mergedIntoId")
  SELECT t.* FROM (SELECT *, "row" ->> 'slug' AS "slug" FROM "KeptName") AS t WHERE t."id" NOT IN (SELECT "id" FROM retracted)`

/**
 * What an archive keeps about rows that are no longer in it: slugs, erasures, and acts on a row that is in no meeting. With
 * `everything` also the rows that acts keep; slugs are then left out here if they belong to such a row or to a retracted meeting,
 * which are exported with them.
 */
export async function archiveLeftovers(
  { rows }: Pick<Database, 'rows'>,
  everything: boolean,
): Promise<ArchiveLeftovers> {
  const list = async <Row>(sql: string) => {
    const found = await rows({ name: undefined, text: `SELECT row_to_json(r)::text FROM (${sql}) AS r`, values: [] })
    return found.map(([row]) => JSON.parse(String(row)) as Row)
  }
  const owned = everything
    ? `AND s."ownerId" NOT IN (SELECT "id" FROM "RetractedMeeting" UNION ALL SELECT "id" FROM "KeptName")`
    : ''
  return {
    slugs: await list(
      `SELECT s."kind", s."text", s."ownerId" AS owner FROM "Slug" AS s
       WHERE num_nonnulls(s."seriesId", s."meetingId", s."personId", s."organizationId", s."themeId") = 0 ${owned}
       ORDER BY s."kind", s."text"`,
    ),
    merges: await list<MergeRow>(
      `SELECT * FROM "Merge" AS g WHERE EXISTS (SELECT FROM unnest(g."fromIds" || g."intoId") AS one(id) WHERE one.id NOT IN (${alive}))`,
    ),
    renames: await list<RenameRow>('SELECT * FROM "Rename" AS n WHERE n."personId" NOT IN (SELECT "id" FROM "Person")'),
    erasures: await list<ErasureRow>(erasures('true')),
    keptNames: everything ? await list(keptNamesWithSlugs) : [],
    series: everything ? await list(keptSeries) : [],
  }
}

const keptNamesWithSlugs = `
  SELECT t."kind", t."id", t."slug", ARRAY(SELECT s."text" FROM "Slug" AS s
      WHERE s."kind"::text = t."kind"::text AND s."ownerId" = t."id" AND s."text" <> t."slug" ORDER BY s."text") AS "formerSlugs",
    coalesce(t."row" ->> 'name', t."row" ->> 'title') AS "name", coalesce(t."row" ->> 'sortName', t."row" ->> 'sortTitle') AS "sortName",
    t."nameKey", t."seriesId" AS "series", t."mergedIntoId" AS "mergedInto"
  FROM (${keptNames}) AS t ORDER BY t."id"`

const keptSeries = `
  SELECT t."id", t."slug", ${formerSlugs('SERIES')}, t."title" FROM "Series" AS t
  WHERE t."id" IN (SELECT "seriesId" FROM (${keptNames}) AS k) ORDER BY t."id"`
