import type { Database } from '../database/database.js'

/** How many changes are deleted in one transaction. */
const BATCH_SIZE = 10_000
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

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

/**
 * Deletes changes older than `days` now and then every hour. A failure is reported and retried an hour later. Several servers of
 * one archive may do this at once.
 *
 * @param days 0 keeps changes for ever
 * @returns a function that stops it
 */
export function keepChanges(database: Database, days: number, failed: (error: unknown) => void): () => Promise<void> {
  if (days === 0) return async () => {}
  let running: Promise<void> = Promise.resolve()
  const prune = () => {
    running = pruneChanges(database, new Date(Date.now() - days * DAY_MS)).then(() => {}, failed)
  }
  prune()
  const timer = setInterval(prune, HOUR_MS).unref()
  return () => {
    clearInterval(timer)
    return running
  }
}
