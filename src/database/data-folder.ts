import { chmod, mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { ReportedError } from './reported-error.js'

/** Where things lie in the folder of the embedded database. Nobody but its owner may read it. */
export interface DataFolder {
  readonly path: string
  /** PGlite's files. */
  readonly cluster: string
  /** There while PGlite makes these files: should the process die then, the next one starts over. */
  readonly unfinished: string
  /** The local admin key. */
  readonly adminKey: string
  /** There while the database holds the sample, which makes room for the first record that is ingested. */
  readonly sample: string
}

export function dataFolder(path: string): DataFolder {
  const at = resolve(path)
  return {
    path: at,
    cluster: join(at, 'database'),
    unfinished: join(at, 'unfinished'),
    adminKey: join(at, 'admin-key'),
    sample: join(at, 'sample'),
  }
}

/** Makes the folder, for its owner alone. */
export async function makeDataFolder({ path }: DataFolder): Promise<void> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 })
    await chmod(path, 0o700)
  } catch (error) {
    throw cannotUse(path, error)
  }
}

/** An error of the file system, in one sentence. */
export function cannotUse(path: string, error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error
  const reasons: Record<string, string> = {
    EACCES: 'permission denied',
    EPERM: 'permission denied',
    EROFS: 'the disk is read-only',
    ENOSPC: 'the disk is full',
    EEXIST: 'a file is in its place',
    ENOTDIR: 'a file is in its place',
  }
  const reason = reasons[error.code] ?? error.message
  return new ReportedError(
    `Cannot use the data folder ${path}: ${reason}. Name another with --data-dir or RAPPORTEUR_DATA_DIR, or set DATABASE_URL.`,
    { cause: error },
  )
}
