import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { ReportedError } from '../reported-error.js'
import { type DataFolder, dataFolder, makeDataFolder } from './data-folder.js'
import { lockFolder } from './lock.js'

/** The major version of PostgreSQL in the pinned PGlite. */
const POSTGRES_VERSION = '18'

/**
 * Opens the PGlite database in a folder that this process has locked, or creates it. While it is being created the file
 * `unfinished` exists beside it; a database left unfinished holds no data, cannot be opened, and is created again.
 */
export async function openCluster(folder: DataFolder, template?: Blob, packed = packedDatabase): Promise<PGlite> {
  const { path, cluster } = folder
  const version = await versionIn(folder)
  if (version === undefined) {
    const unpacked = template ?? (await blobOf(packed))
    const created = await newCluster(folder, unpacked)
    if (unpacked) return created
    // Creating one leaves several instances of Postgres behind, with some 400 MB of memory, for as long as the last of them is open.
    await created.close()
  } else if (version !== POSTGRES_VERSION)
    throw new ReportedError(
      `The data folder ${path} was made by PostgreSQL ${version}, but this version of Rapporteur reads ${POSTGRES_VERSION}. Choose another folder with --data-dir and ingest the records again.`,
    )
  return PGlite.create({ dataDir: cluster })
}

/** An empty database that `npm run build` packs. It is not there where the sources are run. */
const packedDatabase = new URL('packed-database.tar.gz', import.meta.url)

const blobOf = async (file: URL): Promise<Blob | undefined> => {
  const bytes = await readFile(file).catch(() => undefined)
  return bytes && new Blob([bytes])
}

/** The version of PostgreSQL that made the database in a folder; undefined if there is none. Removes an unfinished one. */
async function versionIn({ cluster, unfinished }: DataFolder): Promise<string | undefined> {
  if (existsSync(unfinished)) await rm(cluster, { recursive: true, force: true })
  const text = await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => undefined)
  return text?.trim()
}

async function newCluster({ cluster, unfinished }: DataFolder, template?: Blob): Promise<PGlite> {
  await writeFile(unfinished, '', { mode: 0o600 })
  await mkdir(cluster, { mode: 0o700, recursive: true })
  const pglite = await PGlite.create({ dataDir: cluster, ...(template ? { loadDataDir: template } : {}) })
  await rm(unfinished, { force: true })
  return pglite
}

/** Creates the PGlite database in a folder that has none, to be opened later. */
export async function makeCluster(dataDir: string): Promise<void> {
  const folder = dataFolder(dataDir)
  await makeDataFolder(folder)
  const lock = await lockFolder(folder.path, null)
  try {
    if ((await versionIn(folder)) === undefined) await (await newCluster(folder)).close()
  } finally {
    await lock.release()
  }
}
