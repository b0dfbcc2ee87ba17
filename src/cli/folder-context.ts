import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path'
import type { DocumentReader, GivenFile } from '@rapporteur/reader/files/reading'
import { UnreadableDocumentError } from '@rapporteur/reader/files/text'
import { ReportedError } from '../database/reported-error.js'
import { mayBeRegister } from '../ingest/context/may-be-register.js'
import { type Beside, openRegisterReader, type RegisterReader } from '../ingest/context/read-context.js'
import { type FactsFile, factsName, openFactsFiles } from './facts-file.js'
import { cannotRead, type FoundDocument } from './find-documents.js'

/** What the folders around a file say about it. */
export interface FileContext {
  readonly beside: Beside | undefined
  /** Whether the file is a record, or a register or facts file for the records beside it. */
  readonly is: 'register' | 'facts' | 'record'
}

/** File extensions that registers come with. */
const REGISTER_EXTENSIONS = new Set(['.xml', '.tei', '.akn', '.txt', '.text', '.md', '.markdown'])

interface FolderFile extends GivenFile {
  readonly path: string
}

/** The registers directly in a folder, up to `maxBytes` each. Follows links; does not enter subfolders. */
async function registersIn(folder: string, read: RegisterReader, maxBytes: number): Promise<FolderFile[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => !name.startsWith('.')).sort()
  const registers: FolderFile[] = []
  for (const name of names) {
    const path = join(folder, name)
    if (!REGISTER_EXTENSIONS.has(extname(name).toLowerCase())) continue
    const size = await stat(path).then(
      (entry) => (entry.isFile() ? entry.size : Number.POSITIVE_INFINITY),
      () => Number.POSITIVE_INFINITY,
    )
    if (size > maxBytes) continue
    const bytes = await readFile(path).catch(() => undefined)
    if (bytes && mayBeRegister(bytes) && (await isRegister(read, { bytes, fileName: name })))
      registers.push({ path, bytes, fileName: name })
  }
  return registers
}

async function isRegister(read: RegisterReader, file: GivenFile): Promise<boolean> {
  try {
    return (await read(file)) !== null
  } catch (error) {
    if (error instanceof UnreadableDocumentError) return false
    throw error
  }
}

/** The registers that a `rapporteur.json` names. */
async function namedRegisters({ path, folder, facts }: FactsFile): Promise<FolderFile[]> {
  return Promise.all(
    (facts.registers ?? []).map(async (name, i) => {
      const file = join(folder, name)
      const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
        throw new ReportedError(`${path}, registers[${i}]: ${file}: ${cannotRead(error)} Nothing was read.`)
      })
      return { path: file, bytes, fileName: basename(file) }
    }),
  )
}

/** The folders from `folder` up to its ancestor `top`, nearest first. */
function foldersUpTo(folder: string, top: string): string[] {
  const folders = [folder]
  while (folders.at(-1) !== top && dirname(folders.at(-1) ?? top) !== folders.at(-1))
    folders.push(dirname(folders.at(-1) ?? top))
  return folders
}

const contains = (folder: string, other: string): boolean => {
  const path = relative(folder, other)
  return path === '' || (path !== '..' && !path.startsWith(`..${sep}`))
}

/**
 * Returns a function that finds the context of a file: the facts of the nearest ancestor folder that has some with the registers
 * that these name, and those found in all folders from its own up to the one that was given or has the facts. Standard input has no folder and no context.
 *
 * @throws ReportedError if a `rapporteur.json` is invalid
 */
export function openFolderContexts(reader: DocumentReader, maxBytes: number) {
  const read = openRegisterReader(reader)
  const factsOf = openFactsFiles()
  const known = new Map<string, Promise<FolderFile[]>>()
  const inFolder = (folder: string): Promise<FolderFile[]> => {
    const found = known.get(folder) ?? registersIn(folder, read, maxBytes)
    known.set(folder, found)
    return found
  }
  return async ({ file, root }: FoundDocument): Promise<FileContext> => {
    if (file === '-') return { beside: undefined, is: 'record' }
    if (basename(file) === factsName) return { beside: undefined, is: 'facts' }
    const path = resolve(file)
    const facts = await factsOf(dirname(path))
    const start = resolve(root)
    const top = facts && contains(facts.folder, start) ? facts.folder : start
    const lists = await Promise.all(foldersUpTo(dirname(path), top).map(inFolder))
    const named = facts ? await namedRegisters(facts) : []
    const given = new Map(named.map((register) => [register.path, register]))
    const nearby = new Map(lists.flat().flatMap((one) => (given.has(one.path) ? [] : [[one.path, one] as const])))
    if (given.has(path) || nearby.has(path)) return { beside: undefined, is: 'register' }
    const [files, found] = [given, nearby].map((registers) =>
      [...registers.values()].map(({ bytes, fileName }) => ({ bytes, fileName })),
    )
    const { registers: _, $schema: __, ...shared } = facts?.facts ?? {}
    const isAlone = !facts && nearby.size === 0
    return { beside: isAlone ? undefined : { facts: facts && shared, files, found }, is: 'record' }
  }
}
