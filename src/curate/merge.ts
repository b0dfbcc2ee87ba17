import type { Sql } from '../database/sql.js'
import { newId } from '../database/uuid.js'
import type { MergeKind } from '../generated/prisma/enums.js'
import { kinds } from '../ingest/write/kinds.js'
import { lockIngest } from '../ingest/write/lock.js'
import { rootsOf } from '../ingest/write/roots.js'
import type { Act } from './act.js'
import { ConflictingActError, InvalidActError, NotFoundActError } from './errors.js'
import { checkReason } from './reason.js'
import { rejoin } from './rejoin.js'

/** Which rows to merge into which, and why. */
export interface MergeAct extends Act {
  kind: MergeKind
  /** The rows to merge into `intoId`. None of them, and not `intoId`, may already be merged into another. */
  fromIds: readonly string[]
  intoId: string
}

/**
 * Merges people, bodies or themes into another one, until the merge is undone: whatever was read as one of them belongs to the
 * other, and their slugs lead to it. Runs in the transaction of `sql`. Returns the id of the merge.
 * @throws InvalidActError, NotFoundActError, ConflictingActError
 */
export async function merge(sql: Sql, act: MergeAct): Promise<string> {
  const { kind, fromIds, intoId, by } = act
  const reason = checkReason(act.reason)
  checkInput(act)
  await lockIngest(sql)
  await checkRows(sql, act)
  const id = newId()
  const join = async () => {
    await sql.query(
      `INSERT INTO "Merge" ("id", "kind", "fromIds", "intoId", "reason", "by") VALUES ($1, $2::"MergeKind", $3, $4, $5, $6)`,
      [id, kind, fromIds, intoId, reason, by],
    )
    await sql.query(`UPDATE "${kinds[kind].table}" SET "mergedIntoId" = $1 WHERE "id" = ANY($2::uuid[])`, [
      intoId,
      fromIds,
    ])
  }
  const changes = fromIds.map(
    (subjectId) => ({ kind: 'MERGED', subjectKind: kind, subjectId, reason, mergeId: id }) as const,
  )
  await rejoin(sql, { kind, ids: [...fromIds, intoId], acts: changes, by }, join)
  return id
}

function checkInput({ fromIds, intoId, kind }: MergeAct): void {
  const what = kind.toLowerCase()
  if (fromIds.length === 0) throw new InvalidActError(['from'], `Give at least one ${what} to merge.`)
  fromIds.forEach((id, i) => {
    if (id === intoId)
      throw new InvalidActError(['from', String(i)], `This is also the ${what} of "into". Give two different ones.`)
    if (fromIds.indexOf(id) < i) throw new InvalidActError(['from', String(i)], `This ${what} is given twice.`)
  })
}

async function checkRows(sql: Sql, { kind, fromIds, intoId }: MergeAct): Promise<void> {
  const { table, name } = kinds[kind]
  const rows = await sql.query<{ id: string; name: string; slug: string; mergedIntoId: string | null }>(
    `SELECT "id", "${name}" AS name, "slug", "mergedIntoId" FROM "${table}" WHERE "id" = ANY($1::uuid[])`,
    [[...fromIds, intoId]],
  )
  const roots = await rootsOf(sql, table, [...fromIds, intoId])
  const rootSlugs = await sql.query<{ id: string; slug: string }>(
    `SELECT "id", "slug" FROM "${table}" WHERE "id" = ANY($1::uuid[])`,
    [[...new Set(roots.values())]],
  )
  for (const id of [...fromIds, intoId]) {
    const row = rows.find((found) => found.id === id)
    const part = id === intoId ? '"into"' : `"from", place ${fromIds.indexOf(id) + 1}`
    if (!row) throw new NotFoundActError(`There is no ${kind.toLowerCase()} with the id of ${part}.`)
    if (row.mergedIntoId === null) continue
    const root = roots.get(id)
    const slug = rootSlugs.find((found) => found.id === root)?.slug
    const circle = id === intoId && root !== undefined && fromIds.includes(root)
    throw new ConflictingActError(
      circle
        ? `"${row.name}" is itself merged into "${slug}", so this would form a cycle. Undo that merge first.`
        : `"${row.name}" (${part}) is already merged into "${slug}". Give that one, or undo that merge first.`,
    )
  }
}
