import type { Sql } from '../database/sql.js'
import type { MergeKind } from '../generated/prisma/enums.js'
import { kinds } from '../ingest/write/kinds.js'
import { leadSlugs } from '../ingest/write/lead-slugs.js'

/** The paragraph or meeting in which a row changed, and the outcome that it is a part of, for the feed. */
export interface ChangedPlace {
  paragraphId: string | null
  outcomeId: string | null
  meetingId: string
}

const placed = (paragraphId: string, meetingId: string, outcomeId = 'NULL::uuid') =>
  `${paragraphId} AS "paragraphId", ${meetingId} AS "meetingId", ${outcomeId} AS "outcomeId"`

/** SQL for a part of a row of another table: where that stands. */
const ofWhole = (whole: 'Remark' | 'Outcome', column: string) =>
  placed(
    `(SELECT "paragraphId" FROM "${whole}" AS w WHERE w."id" = t."${column}")`,
    `(SELECT "meetingId" FROM "${whole}" AS w WHERE w."id" = t."${column}")`,
    whole === 'Outcome' ? `t."${column}"` : undefined,
  )

/** SQL for each table: the paragraph, meeting and outcome of its rows `t`. */
const places = {
  Remark: placed('t."paragraphId"', 't."meetingId"'),
  Attendance: placed('NULL::uuid', 't."meetingId"'),
  Mention: placed('t."paragraphId"', 't."meetingId"'),
  Paragraph: placed('t."id"', 't."meetingId"'),
  Outcome: placed('t."paragraphId"', 't."meetingId"', 't."id"'),
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
