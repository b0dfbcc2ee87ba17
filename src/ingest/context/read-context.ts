import { createHash } from 'node:crypto'
import type { DocumentReader, GivenFile } from '@rapporteur/reader/files/reading'
import { UnreadableDocumentError } from '@rapporteur/reader/files/text'
import {
  contextOf,
  type ReadingContext,
  type RegisterFile,
  registerFileOf,
} from '@rapporteur/reader/structured/context'
import type { FolderFacts } from '@rapporteur/reader/structured/folder-facts'

/** What stands beside a document. */
export interface Beside {
  /** As a `rapporteur.json` says it. */
  readonly facts?: FolderFacts | undefined
  /** Registers as they are, given for the document. */
  readonly files?: readonly GivenFile[] | undefined
  /** Registers that merely lie beside it: only those count to whom it refers by an identifier or by initials. */
  readonly found?: readonly GivenFile[] | undefined
}

/** What stands beside a document, as it bears on its reading. */
export interface DocumentContext extends ReadingContext {
  /** Changes with everything in it that a reading depends on; null where there is nothing. */
  readonly hash: string | null
  /** What it was read from. */
  readonly beside: Beside
}

/** A file that was given as a register is none; `list` and `index` say which one. */
export class NoRegisterError extends Error {
  override readonly name = 'NoRegisterError'
  constructor(
    fileName: string,
    readonly list: 'files' | 'found',
    readonly index: number,
    why = 'is no register that is known',
  ) {
    super(
      `${fileName} ${why}. Give a listPerson, a listOrg, references of Akoma Ntoso, or a list of names with initials.`,
    )
  }
}

/** Goes up whenever the same registers may be read otherwise than before. */
const version = 2

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

const hashOf = ({ facts = {}, files = [], found = [] }: Beside): string | null => {
  const { meeting, abbreviations, people, roles } = facts
  const hashes = (list: readonly GivenFile[]) => list.map(({ bytes }) => sha256(bytes)).sort()
  const registers = [hashes(files), hashes(found)]
  const told = { meeting, abbreviations, people, roles }
  if (files.length + found.length === 0 && Object.values(told).every((fact) => fact === undefined)) return null
  return sha256(JSON.stringify([version, told, registers]))
}

/** How many registers are kept as they were read: a folder of records shares few. */
const kept = 8

/** Reads registers, each once: the records of a folder share them. */
export const openRegisterReader = (reader: DocumentReader) => {
  const known = new Map<string, Promise<RegisterFile | null>>()
  return (file: GivenFile): Promise<RegisterFile | null> => {
    const id = `${sha256(file.bytes)} ${file.fileName}`
    const before = known.get(id)
    if (before) return before
    const reading = reader.read(file).then(registerFileOf)
    known.set(id, reading)
    for (const oldest of known.keys()) if (known.size > kept) known.delete(oldest)
    return reading
  }
}

export type RegisterReader = ReturnType<typeof openRegisterReader>

/** A register's reading, or the reason why there is none. */
const registerOrFault = async (
  read: RegisterReader,
  file: GivenFile,
  ...place: [list: 'files' | 'found', index: number]
): Promise<RegisterFile> => {
  const register = await read(file).catch((error: unknown) => {
    if (!(error instanceof UnreadableDocumentError)) throw error
    throw new NoRegisterError(
      file.fileName,
      ...place,
      `cannot be read as a register (${error.message.replace(/\.$/, '')})`,
    )
  })
  if (register === null) throw new NoRegisterError(file.fileName, ...place)
  return register
}

/** @throws NoRegisterError for the first of the files that is none. */
export async function readContext(read: RegisterReader, beside: Beside): Promise<DocumentContext> {
  const { facts = {}, files = [], found = [] } = beside
  const registersOf = (list: 'files' | 'found', given: readonly GivenFile[]) =>
    Promise.all(given.map((file, i) => registerOrFault(read, file, list, i)))
  const context = contextOf(facts, await registersOf('files', files), await registersOf('found', found))
  return { ...context, beside, hash: hashOf(beside) }
}
