import { decodedNodeId, encodeId } from '../database/node-id.js'
import type { Sql } from '../database/sql.js'
import type { MergeKind } from '../generated/prisma/enums.js'
import { required } from '../ingest/required.js'
import { kinds } from '../ingest/write/kinds.js'
import { rootsOf } from '../ingest/write/roots.js'

/**
 * Updates the POSSIBLE_SAME findings about this family: settled if merges have joined all of a finding's candidates, otherwise
 * open. Three statements.
 */
export async function settleFindings(sql: Sql, kind: MergeKind, family: readonly string[]): Promise<void> {
  const { table } = kinds[kind]
  const doubts = await sql.query<{ id: string; candidates: string[] }>(
    `SELECT "id", "candidates" FROM "Finding" WHERE "code" = $1 AND "candidates" && $2::text[]`,
    [`POSSIBLE_SAME_${kind}`, family.map((id) => encodeId(table, id))],
  )
  const rowIds = doubts.map(({ candidates }) => candidates.map(rowIdOf))
  const roots = await rootsOf(sql, table, new Set(rowIds.flat()))
  const settled = rowIds.map((ids) => new Set(ids.flatMap((id) => roots.get(id) ?? [])).size === 1)
  await sql.query(
    `UPDATE "Finding" AS f SET "settled" = s."settled" FROM jsonb_to_recordset($1::jsonb) AS s("id" uuid, "settled" boolean)
     WHERE f."id" = s."id" AND f."settled" <> s."settled"`,
    [JSON.stringify(doubts.map(({ id }, i) => ({ id, settled: settled[i] })))],
  )
}

const rowIdOf = (candidate: string): string => required(decodedNodeId(candidate)[1], 'row of a candidate')
