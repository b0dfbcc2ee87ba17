import type { Sql } from '../database/sql.js'
import type { MergeKind } from '../generated/prisma/enums.js'
import { kinds } from '../ingest/write/kinds.js'
import { leadSlugs } from '../ingest/write/lead-slugs.js'

/** The paragraph or meeting in which a row changed, for the feed. */
export interface ChangedPlace {
  paragraphId: string | null
  meetingId: string
}

/** SQL for a part of a row of another table: where that stands. */
const ofWhole = (whole: string, column: string) => `
  (SELECT "paragraphId" FROM "${whole}" AS w WHERE w."id" = t."${column}") AS "paragraphId",
  (SELECT "meetingId" FROM "${whole}" AS w WHERE w."id" = t."${column}") AS "meetingId"`

/** SQL for each table: the paragraph and meeting of its rows `t`. */
const places = {
  Remark: `t."paragraphId", t."meetingId"`,
  Attendance: `NULL::uuid AS "paragraphId", t."meetingId"`,
  Mention: `t."paragraphId", t."meetingId"`,
  Paragraph: `t."id" AS "paragraphId", t."meetingId"`,
  Outcome: `t."paragraphId", t."meetingId"`,
  RemarkOnBehalfOf: ofWhole('Remark', 'remarkId'),
  OutcomeParty: ofWhole('Outcome', 'outcomeId'),
  Vote: ofWhole('Outcome', 'voteEventId'),
} as const

/**
 * Updates the as-merged columns of all rows that refer to these ids (as read) to match the merges in force, and redirects their
 * slugs accordingly. One statement per table. Returns where rows changed.
 */
export async function reassign(sql: Sql, kind: MergeKind, ids: readonly string[]): Promise<ChangedPlace[]> {
  const { table, columns } = kinds[kind]
  const chain = `WITH RECURSIVE chain AS (
    SELECT "id", "id" AS root, "mergedIntoId" FROM "${table}" WHERE "id" = ANY($1::uuid[])
    UNION ALL
    SELECT chain."id", next."id", next."mergedIntoId" FROM chain JOIN "${table}" AS next ON next."id" = chain."mergedIntoId"),
  ends AS (SELECT "id", root FROM chain WHERE "mergedIntoId" IS NULL)`
  const changed: ChangedPlace[] = []
  for (const [rows, merged, read] of columns)
    changed.push(
      ...(await sql.query<ChangedPlace>(
        `${chain} UPDATE "${rows}" AS t SET "${merged}" = ends.root FROM ends
         WHERE t."${read}" = ends."id" AND t."${merged}" <> ends.root RETURNING ${places[rows]}`,
        [ids],
      )),
    )
  await leadSlugs(sql, kind, ids)
  return changed
}
