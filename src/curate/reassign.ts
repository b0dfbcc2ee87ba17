import type { Sql } from '../database/sql.js'
import type { MergeKind } from '../generated/prisma/enums.js'
import { kinds } from '../ingest/write/kinds.js'
import { leadSlugs } from '../ingest/write/lead-slugs.js'

/** Where a row that changed lies, for the feed. */
export interface Place {
  paragraphId: string | null
  meetingId: string
}

/** For each table, where its rows `t` lie; of a remark's part, where the remark does. */
const places = {
  Remark: `t."paragraphId", t."meetingId"`,
  Attendance: `NULL::uuid AS "paragraphId", t."meetingId"`,
  Mention: `t."paragraphId", t."meetingId"`,
  Paragraph: `t."id" AS "paragraphId", t."meetingId"`,
  RemarkOnBehalfOf: `(SELECT "paragraphId" FROM "Remark" AS r WHERE r."id" = t."remarkId") AS "paragraphId",
    (SELECT "meetingId" FROM "Remark" AS r WHERE r."id" = t."remarkId") AS "meetingId"`,
} as const

/**
 * Writes the columns as merged of all rows that name one of these (ids as read) anew, from the merges in force, and leads
 * their slugs to where they lead now. One statement for each table. Gives where the rows that it changed lie.
 */
export async function reassign(sql: Sql, kind: MergeKind, ids: readonly string[]): Promise<Place[]> {
  const { table, columns } = kinds[kind]
  const chain = `WITH RECURSIVE chain AS (
    SELECT "id", "id" AS root, "mergedIntoId" FROM "${table}" WHERE "id" = ANY($1::uuid[])
    UNION ALL
    SELECT chain."id", next."id", next."mergedIntoId" FROM chain JOIN "${table}" AS next ON next."id" = chain."mergedIntoId"),
  ends AS (SELECT "id", root FROM chain WHERE "mergedIntoId" IS NULL)`
  const changed: Place[] = []
  for (const [rows, merged, read] of columns)
    changed.push(
      ...(await sql.query<Place>(
        `${chain} UPDATE "${rows}" AS t SET "${merged}" = ends.root FROM ends
         WHERE t."${read}" = ends."id" AND t."${merged}" <> ends.root RETURNING ${places[rows]}`,
        [ids],
      )),
    )
  await leadSlugs(sql, kind, ids)
  return changed
}
