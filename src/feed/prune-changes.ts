import type { Database } from '../database/database.js'

/** How many changes are deleted in one transaction. */
const BATCH_SIZE = 10_000
const DAY_MS = 86_400_000

/**
 * Deletes the changes before an instant, oldest first, so that the rest has no gaps. Always keeps the newest one, from which
 * numbering continues.
 *
 * @returns how many were deleted
 */
export async function pruneChanges(database: Database, before: Date): Promise<number> {
  let removed = 0
  for (;;) {
    const count = await database.transaction(async (sql) => {
      const [row] = await sql.query<{ count: number }>(
        `WITH kept AS (
           SELECT coalesce((SELECT min("sequence") FROM "Change" WHERE "at" >= $1), (SELECT max("sequence") FROM "Change")) AS first
         ), gone AS (
           DELETE FROM "Change" WHERE "sequence" IN (
             SELECT "sequence" FROM "Change" WHERE "sequence" < (SELECT first FROM kept) ORDER BY "sequence" LIMIT ${BATCH_SIZE})
           RETURNING 1
         ) SELECT count(*)::int AS count FROM gone`,
        [before],
      )
      return row?.count ?? 0
    })
    removed += count
    if (count < BATCH_SIZE) return removed
  }
}

/** Deletes changes older than `days`; with 0 none, for they are kept for ever. */
export async function keepChanges(database: Database, days: number): Promise<void> {
  if (days > 0) await pruneChanges(database, new Date(Date.now() - days * DAY_MS))
}
