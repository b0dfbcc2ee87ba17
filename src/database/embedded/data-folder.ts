import { chmod, mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { ReportedError } from '../reported-error.js'

/** The paths inside the embedded database's folder, which only its owner may read. */
export interface DataFolder {
  readonly path: string
  /** PGlite's files. */
  readonly cluster: string
  /** Exists while the database is being created; if the process dies then, the next one starts over. */
  readonly unfinished: string
  /** The local admin key. */
  readonly adminKey: string
  /** Exists while the database contains the sample, which is removed when the first real record is ingested. */
  readonly sample: string
}

/** The paths in a data folder; nothing is created. */
export function dataFolder(path: string): DataFolder {
  const absolute = resolve(path)
  return {
    path: absolute,
    cluster: join(absolute, 'database'),
    unfinished: join(absolute, 'unfinished'),
    adminKey: join(absolute, 'admin-key'),
    sample: join(absolute, 'sample'),
  }
}

/** Creates the folder, accessible only to its owner. */
export async function makeDataFolder({ path }: DataFolder): Promise<void> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 })
    await chmod(path, 0o700)
  } catch (error) {
    throw cannotUse(path, error)
  }
}

/** Turns a file system error into a ReportedError; returns any other error unchanged. */
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
    `Cannot use the data folder ${path}: ${reason}. Choose another with --data-dir or RAPPORTEUR_DATA_DIR, or set DATABASE_URL.`,
    { cause: error },
  )
}
