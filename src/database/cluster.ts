import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { type DataFolder, dataFolder, makeDataFolder } from './data-folder.js'
import { lockFolder } from './lock.js'
import { ReportedError } from './reported-error.js'

/** Of the pinned PGlite. */
const POSTGRES_VERSION = '18'

/**
 * Opens PGlite's files in a folder that is locked, or makes them. Until they are made `unfinished` stands beside them: no
 * database can be opened on files that a process left half made, and nothing is in them yet.
 */
export async function openCluster(folder: DataFolder, template?: Blob): Promise<PGlite> {
  const { path, cluster, unfinished } = folder
  if (existsSync(unfinished)) await rm(cluster, { recursive: true, force: true })
  const version = await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => undefined)
  if (version === undefined) return newCluster(folder, template)
  if (version.trim() !== POSTGRES_VERSION)
    throw new ReportedError(
      `The data folder ${path} was made by PostgreSQL ${version.trim()}; this version reads ${POSTGRES_VERSION}. Name another with --data-dir and ingest the records again.`,
    )
  return PGlite.create({ dataDir: cluster })
}

async function newCluster({ cluster, unfinished }: DataFolder, template: Blob | undefined): Promise<PGlite> {
  await writeFile(unfinished, '', { mode: 0o600 })
  await mkdir(cluster, { mode: 0o700, recursive: true })
  const pglite = await PGlite.create({ dataDir: cluster, ...(template ? { loadDataDir: template } : {}) })
  await rm(unfinished, { force: true })
  return pglite
}

/** Makes PGlite's files in a folder that has none, for whoever opens them later. */
export async function makeCluster(dataDir: string): Promise<void> {
  const folder = dataFolder(dataDir)
  await makeDataFolder(folder)
  const lock = await lockFolder(folder.path, null)
  try {
    await (await openCluster(folder)).close()
  } finally {
    await lock.release()
  }
}
