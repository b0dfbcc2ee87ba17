import type { Sql } from '../database/sql.js'
import type { MergeKind } from '../generated/prisma/enums.js'
import { forgetKept } from '../ingest/write/kept.js'
import { kinds } from '../ingest/write/kinds.js'
import { lockIngest } from '../ingest/write/lock.js'
import { removeUnnamed } from '../ingest/write/remove.js'
import type { Act } from './act.js'
import { ConflictingActError, NotFoundActError } from './errors.js'
import { checkReason } from './reason.js'
import { rejoin } from './rejoin.js'

interface MergeRow {
  kind: MergeKind
  fromIds: string[]
  intoId: string
  undoneAt: Date | null
  undoneBy: string | null
}

/**
 * Undoes a merge, in any order, as if it had never happened; all other merges stay in force. Runs in the transaction of `sql`.
 * Returns the ids, as read, of the rows that it had merged.
 * @throws InvalidActError, NotFoundActError, ConflictingActError
 */
export async function undoMerge(
  sql: Sql,
  { mergeId, ...act }: Act & { mergeId: string },
): Promise<{ kind: MergeKind; restored: string[] }> {
  const { by } = act
  const reason = checkReason(act.reason)
  await lockIngest(sql)
  const [found] = await sql.query<MergeRow>('SELECT * FROM "Merge" WHERE "id" = $1', [mergeId])
  if (!found) throw new NotFoundActError('There is no merge with this id.')
  const { kind, fromIds, intoId, undoneAt, undoneBy } = found
  if (undoneAt) throw new ConflictingActError(`This merge was already undone by ${undoneBy ?? 'somebody'}.`)
  const part = async () => {
    await sql.query(
      'UPDATE "Merge" SET "undoneAt" = CURRENT_TIMESTAMP, "undoneReason" = $2, "undoneBy" = $3 WHERE "id" = $1',
      [mergeId, reason, by],
    )
    await sql.query(
      `UPDATE "${kinds[kind].table}" SET "mergedIntoId" = NULL WHERE "id" = ANY($1::uuid[]) AND "mergedIntoId" = $2`,
      [fromIds, intoId],
    )
    await sql.query(
      'UPDATE "KeptName" SET "mergedIntoId" = NULL WHERE "id" = ANY($1::uuid[]) AND "mergedIntoId" = $2',
      [fromIds, intoId],
    )
  }
  const changes = fromIds.map(
    (subjectId) => ({ kind: 'UNMERGED', subjectKind: kind, subjectId, reason, mergeId }) as const,
  )
  await rejoin(sql, { kind, ids: [...fromIds, intoId], acts: changes, by }, part, async (_, nodes) => {
    // Only what was merged into it may have been named by records.
    nodes.add('REMOVED', kind, await removeUnnamed(sql, kind, [...fromIds, intoId]), null)
    await forgetKept(sql)
  })
  return { kind, restored: fromIds }
}
