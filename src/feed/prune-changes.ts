import type { Database } from '../database/database.js'

/** So many are removed in one transaction. */
const batch = 10_000
const hour = 3_600_000
const day = 24 * hour

/**
 * Removes the changes from before an instant, from the oldest on, so that what is left has no gap. The newest always stays:
 * the numbers go on from it.
 *
 * @returns how many were removed.
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
             SELECT "sequence" FROM "Change" WHERE "sequence" < (SELECT first FROM kept) ORDER BY "sequence" LIMIT ${batch})
           RETURNING 1
         ) SELECT count(*)::int AS count FROM gone`,
        [before],
      )
      return row?.count ?? 0
    })
    removed += count
    if (count < batch) return removed
  }
}

/**
 * Keeps changes for so many days: removes older ones now, and every hour from now on. Failing is told, and tried again an hour
 * later; several servers of one archive may do so at once.
 *
 * @param days 0: for ever.
 * @returns what stops it.
 */
export function keepChanges(database: Database, days: number, failed: (error: unknown) => void): () => Promise<void> {
  if (days === 0) return async () => {}
  let running: Promise<void> = Promise.resolve()
  const prune = () => {
    running = pruneChanges(database, new Date(Date.now() - days * day)).then(() => {}, failed)
  }
  prune()
  const timer = setInterval(prune, hour).unref()
  return () => {
    clearInterval(timer)
    return running
  }
}
