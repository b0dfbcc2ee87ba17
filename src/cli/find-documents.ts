import { readdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { globPattern, isGlob } from './glob.js'

/** A file to read. */
export interface FoundDocument {
  /** As it is shown: the path as it was given, or below the folder that was given; "-" for the standard input. */
  readonly file: string
  /** Found in a folder, among files that need not be records. */
  readonly walked: boolean
  /** The folder that was given, or that a pattern begins with; that of the file itself where the file was given. */
  readonly root: string
}

/** A path that leads to nothing, and why, in a sentence. */
export interface NotFound {
  readonly file: string
  readonly error: string
}

/** The files that paths lead to, in their order; those of a folder and of a pattern by name. Hidden ones are left out. */
export async function findDocuments(paths: readonly string[]): Promise<(FoundDocument | NotFound)[]> {
  const found = await Promise.all(paths.map(at))
  return found.flat()
}

async function at(path: string): Promise<(FoundDocument | NotFound)[]> {
  if (path === '-') return [{ file: path, walked: false, root: '.' }]
  const entry = await stat(path).catch((error: NodeJS.ErrnoException) => error)
  if (!(entry instanceof Error))
    return entry.isDirectory() ? inFolder(path) : [{ file: path, walked: false, root: dirname(path) }]
  if (entry.code === 'ENOENT' && isGlob(path)) return matching(path)
  return [{ file: path, error: cannotRead(entry) }]
}

async function inFolder(folder: string): Promise<(FoundDocument | NotFound)[]> {
  const files = await filesBelow(folder)
  if (files.length === 0) return [{ file: folder, error: 'The folder holds no file.' }]
  return files.map((file) => ({ file, walked: true, root: folder }))
}

async function matching(pattern: string): Promise<(FoundDocument | NotFound)[]> {
  const { folder, matches } = globPattern(pattern)
  const files = (await filesBelow(folder).catch(() => [])).filter((file) => matches(file))
  if (files.length === 0)
    return [{ file: pattern, error: 'There is no such file, and none that fits this as a pattern.' }]
  return files.map((file) => ({ file, walked: false, root: folder }))
}

/** Links to folders are not followed, for they may lead back. */
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
  EACCES: 'This account may not read it.',
  EPERM: 'This account may not read it.',
  EISDIR: 'It is a folder.',
}

/** Why a file cannot be read, in a sentence. */
export const cannotRead = (error: NodeJS.ErrnoException): string =>
  reasons[error.code ?? ''] ?? `It cannot be read: ${error.message}.`
