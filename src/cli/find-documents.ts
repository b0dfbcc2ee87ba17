import { readdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { globPattern, isGlob } from './glob.js'

/** A file to ingest. */
export interface FoundDocument {
  /** The path to show: as given, or below the folder that was given; "-" for standard input. */
  readonly file: string
  /** Found while walking a folder, so it need not be a record. */
  readonly walked: boolean
  /** The folder that was given, or with which a pattern begins; for a file that was given, its own folder. */
  readonly root: string
}

/** A path without a readable file, and why, in a sentence. */
export interface NotFound {
  readonly file: string
  readonly error: string
}

/** The files for paths, folders and patterns, in the order given; within a folder or pattern, by name. Skips hidden files. */
export async function findDocuments(paths: readonly string[]): Promise<(FoundDocument | NotFound)[]> {
  const found = await Promise.all(paths.map(documentsAt))
  return found.flat()
}

async function documentsAt(path: string): Promise<(FoundDocument | NotFound)[]> {
  if (path === '-') return [{ file: path, walked: false, root: '.' }]
  const entry = await stat(path).catch((error: NodeJS.ErrnoException) => error)
  if (!(entry instanceof Error))
    return entry.isDirectory() ? inFolder(path) : [{ file: path, walked: false, root: dirname(path) }]
  if (entry.code === 'ENOENT' && isGlob(path)) return matching(path)
  return [{ file: path, error: cannotRead(entry) }]
}

async function inFolder(folder: string): Promise<(FoundDocument | NotFound)[]> {
  const files = await filesBelow(folder)
  if (files.length === 0) return [{ file: folder, error: 'The folder contains no files.' }]
  return files.map((file) => ({ file, walked: true, root: folder }))
}

async function matching(pattern: string): Promise<(FoundDocument | NotFound)[]> {
  const { folder, matches } = globPattern(pattern)
  const files = (await filesBelow(folder).catch(() => [])).filter((file) => matches(file))
  if (files.length === 0)
    return [{ file: pattern, error: 'There is no such file, and no file matches it as a pattern.' }]
  return files.map((file) => ({ file, walked: false, root: folder }))
}

/** Does not follow links to folders, which may form cycles. */
async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const seen = entries.filter(({ name }) => !name.startsWith('.')).sort((a, b) => (a.name < b.name ? -1 : 1))
  const lists = await Promise.all(
    seen.map(async (entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return filesBelow(path)
      const isFile = entry.isFile() || (entry.isSymbolicLink() && (await stat(path).catch(() => null))?.isFile())
      return isFile ? [path] : []
    }),
  )
  return lists.flat()
}

const reasons: Record<string, string> = {
  ENOENT: 'There is no such file.',
  ENOTDIR: 'There is no such file.',
  EACCES: 'This account has no permission to read it.',
  EPERM: 'This account has no permission to read it.',
  EISDIR: 'It is a folder.',
}

/** Why a file cannot be read, in a sentence. */
export const cannotRead = (error: NodeJS.ErrnoException): string =>
  reasons[error.code ?? ''] ?? `It cannot be read: ${error.message}.`
