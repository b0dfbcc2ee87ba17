import { readLocalKey } from '../access/local-key.js'
import type { ServerAddress } from '../client/call-server.js'
import type { Database } from '../database/database.js'
import { dataFolder } from '../database/embedded/data-folder.js'
import { DatabaseInUseError } from '../database/embedded/lock.js'
import { askOwner } from '../database/embedded/owner.js'
import { openDatabase } from '../database/open-database.js'
import { databaseLimitsOf, type Settings } from '../settings/settings.js'

/** What a command works on: a running server, or a database that it opened itself. */
export type Target = { server: ServerAddress } | { database: Database }

/**
 * The server that RAPPORTEUR_URL names; otherwise, unless DATABASE_URL is set, the one that owns the embedded database's folder,
 * so that it need not be stopped. Undefined if there is neither.
 *
 * @throws DatabaseInUseError if a process that is not a server owns the folder
 */
export async function serverFor(settings: Settings): Promise<ServerAddress | undefined> {
  if (settings.serverUrl) return { url: settings.serverUrl, key: settings.apiKey }
  const owner = settings.databaseUrl ? undefined : await askOwner(settings.dataDir)
  if (!owner) return undefined
  const folder = dataFolder(settings.dataDir)
  if (owner.address === null) throw new DatabaseInUseError(folder.path, owner)
  return { url: owner.address, key: settings.apiKey ?? (() => readLocalKey(folder)) }
}

/** The server to work through, if there is one; otherwise the database itself, which the caller must close. */
export async function openTarget(settings: Settings): Promise<Target> {
  const server = await serverFor(settings)
  if (server) return { server }
  return {
    database: await openDatabase({
      url: settings.databaseUrl,
      directUrl: settings.databaseDirectUrl,
      dataDir: settings.dataDir,
      limits: databaseLimitsOf(settings),
    }),
  }
}
