import type { Sql } from '../../database/sql.js'
import type { MergeKind } from '../../generated/prisma/enums.js'
import { kinds } from './kinds.js'

/**
 * Leads the slugs of these rows (as read), and of all that is merged into them, to where they lead now: to the row that they
 * are merged into in the end, also of a row that is kept outside of the live tables; to nothing where that is none of them. One
 * statement.
 */
export async function leadSlugs(sql: Sql, kind: MergeKind, ids: readonly string[]): Promise<void> {
  const { table, slugColumn } = kinds[kind]
  await sql.query(
    `WITH RECURSIVE every AS NOT MATERIALIZED (
       SELECT "id", "mergedIntoId" FROM "${table}" UNION ALL SELECT "id", "mergedIntoId" FROM "KeptName" WHERE "kind" = '${kind}'),
     family AS (
       SELECT "id" FROM every WHERE "id" = ANY($1::uuid[])
       UNION
       SELECT every."id" FROM family JOIN every ON every."mergedIntoId" = family."id"),
     chain AS (
       SELECT every."id", every."id" AS root, every."mergedIntoId" FROM family JOIN every ON every."id" = family."id"
       UNION ALL
       SELECT chain."id", every."id", every."mergedIntoId" FROM chain JOIN every ON every."id" = chain."mergedIntoId")
     UPDATE "Slug" AS s SET "${slugColumn}" = live."id"
     FROM chain LEFT JOIN "${table}" AS live ON live."id" = chain.root
     WHERE s."kind" = '${kind}' AND s."ownerId" = chain."id" AND chain."mergedIntoId" IS NULL
       AND s."${slugColumn}" IS DISTINCT FROM live."id"`,
    [ids],
  )
}
