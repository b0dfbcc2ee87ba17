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
 * The server that RAPPORTEUR_URL names; else, where DATABASE_URL names no Postgres, the one that owns the folder of the embedded
 * database, so that nobody has to stop it. Undefined where there is none.
 *
 * @throws DatabaseInUseError when something that is no server owns the folder.
 */
export async function serverFor(settings: Settings): Promise<ServerAddress | undefined> {
  if (settings.serverUrl) return { url: settings.serverUrl, key: settings.apiKey }
  const owner = settings.databaseUrl ? undefined : await askOwner(settings.dataDir)
  if (!owner) return undefined
  const folder = dataFolder(settings.dataDir)
  if (owner.address === null) throw new DatabaseInUseError(folder.path, owner)
  return { url: owner.address, key: settings.apiKey ?? (() => readLocalKey(folder)) }
}

/** A server, or else the database itself, which is the caller's to close. */
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
