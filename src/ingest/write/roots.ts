import type { Sql } from '../../database/sql.js'

/**
 * For each id, the row that it is merged into in the end; itself where it is not merged. With `kept`, also of rows that are kept
 * outside of the live tables. One statement.
 */
export async function rootsOf(
  sql: Sql,
  table: 'Person' | 'Organization' | 'Theme',
  ids: Iterable<string>,
  { kept = false }: { kept?: boolean } = {},
): Promise<Map<string, string>> {
  const all = kept
    ? `(SELECT "id", "mergedIntoId" FROM "${table}" UNION ALL SELECT "id", "mergedIntoId" FROM "KeptName")`
    : `"${table}"`
  const rows = await sql.query<{ id: string; root: string }>(
    `WITH RECURSIVE chain AS (
       SELECT "id", "id" AS root, "mergedIntoId" FROM ${all} AS t WHERE "id" = ANY($1::uuid[])
       UNION ALL
       SELECT chain."id", next."id", next."mergedIntoId" FROM chain JOIN ${all} AS next ON next."id" = chain."mergedIntoId")
     SELECT "id", root FROM chain WHERE "mergedIntoId" IS NULL`,
    [[...ids]],
  )
  return new Map(rows.map(({ id, root }) => [id, root]))
}
