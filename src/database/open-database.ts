import type { Database, OpenOptions } from './database.js'
import { openEmbedded } from './embedded.js'
import { openPostgres } from './postgres.js'

/**
 * Opens the database and applies the migrations that it lacks.
 *
 * @throws ReportedError when it cannot be reached or opened; DatabaseInUseError when another process owns the folder.
 */
export const openDatabase = (options: OpenOptions): Promise<Database> =>
  options.url ? openPostgres(options.url, options) : openEmbedded(options)
