import type { Database, OpenOptions } from './database.js'
import { openEmbedded } from './embedded/open-embedded.js'
import { openPostgres } from './postgres/open-postgres.js'

/**
 * Opens the database and applies the migrations that it lacks.
 *
 * @throws ReportedError if it cannot be reached or opened; DatabaseInUseError if another process owns the folder
 */
export async function openDatabase(options: OpenOptions): Promise<Database> {
  const database = await (options.url ? openPostgres(options.url, options) : openEmbedded(options))
  let writes = 0
  return {
    ...database,
    transaction: (work) =>
      database.transaction(work).finally(() => {
        writes++
      }),
    writes: () => writes,
  }
}
