import { readLocalKey } from '../access/local-key.js'
import type { ServerAddress } from '../client/call-server.js'
import { dataFolder } from '../database/data-folder.js'
import type { Database } from '../database/database.js'
import { DatabaseInUseError } from '../database/lock.js'
import { openDatabase } from '../database/open-database.js'
import { askOwner } from '../database/owner.js'
import { databaseLimitsOf, type Settings } from '../settings.js'

/** What a command works on: a database of its own, or a server that has one open. */
export type Target = { server: ServerAddress } | { database: Database }

/**
 * The server that RAPPORTEUR_URL names; else the Postgres of DATABASE_URL; else the embedded database, through the server that
 * owns its folder where there is one, so that nobody has to stop it. A database is the caller's to close.
 *
 * @throws DatabaseInUseError when something that is no server owns the folder.
 */
export async function openTarget(settings: Settings): Promise<Target> {
  if (settings.serverUrl) return { server: { url: settings.serverUrl, key: settings.apiKey } }
  const owner = settings.databaseUrl ? undefined : await askOwner(settings.dataDir)
  if (owner) {
    const folder = dataFolder(settings.dataDir)
    if (owner.address === null) throw new DatabaseInUseError(folder.path, owner)
    return { server: { url: owner.address, key: settings.apiKey ?? (() => readLocalKey(folder)) } }
  }
  return {
    database: await openDatabase({
      url: settings.databaseUrl,
      directUrl: settings.databaseDirectUrl,
      dataDir: settings.dataDir,
      limits: databaseLimitsOf(settings),
    }),
  }
}
