import { readFile, rename, writeFile } from 'node:fs/promises'
import type { Database } from '../database/database.js'
import type { DataFolder } from '../database/embedded/data-folder.js'
import { createKey, findKey } from './keys.js'

/** The key in the folder's key file; undefined if there is none. */
export async function readLocalKey({ adminKey }: DataFolder): Promise<string | undefined> {
  const text = await readFile(adminKey, 'utf8').catch(() => '')
  return text.trim() || undefined
}

/**
 * Creates the admin key of an embedded database, in a file that only its owner can read, unless the file holds a valid one.
 * The command line uses it to work through the server that owns the folder.
 */
export async function ensureLocalKey(database: Database, folder: DataFolder): Promise<void> {
  const held = await readLocalKey(folder)
  if (held && (await findKey(database, held))) return
  const { key } = await createKey(database, { name: 'local', scope: 'ADMIN' })
  const unfinished = `${folder.adminKey}.${process.pid}`
  await writeFile(unfinished, `${key}\n`, { mode: 0o600 })
  await rename(unfinished, folder.adminKey)
}
