import { createHash } from 'node:crypto'
import type { DocumentReader, GivenFile } from '../files/reading.js'
import { UnreadableDocumentError } from '../files/text.js'
import type { FolderFacts } from './folder-facts.js'
import { bodiesOf, type Entry, joinedRegister, nameId, personEntry, postOf, type Register } from './register.js'
import { type RegisterFile, registerFileOf } from './register-file.js'

/** What stands beside a document. */
export interface Beside {
  /** As a `rapporteur.json` says it. */
  readonly facts?: FolderFacts | undefined
  /** Registers as they are. */
  readonly files?: readonly GivenFile[] | undefined
}

/** What stands beside a document, as it bears on its reading. */
export interface DocumentContext {
  readonly facts: FolderFacts
  /** People and bodies, names in this language where registers have them in several. */
  register(language: string | null): Register
  /** Changes with everything in it that a reading depends on; null where there is nothing. */
  readonly hash: string | null
  /** What it was read from. */
  readonly beside: Beside
}

/** A file that was given as a register is none; `index` says which one. */
export class NoRegisterError extends Error {
  override readonly name = 'NoRegisterError'
  constructor(
    fileName: string,
    readonly index: number,
    why = 'is no register that is known',
  ) {
    super(
      `${fileName} ${why}. Give a listPerson, a listOrg, references of Akoma Ntoso, or a list of names with initials.`,
    )
  }
}

/** Goes up whenever the same registers may be read otherwise than before. */
const version = 1

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

const hashOf = ({ facts = {}, files = [] }: Beside): string | null => {
  const { meeting, abbreviations, people, roles } = facts
  const registers = files.map(({ bytes }) => sha256(bytes)).sort()
  const told = { meeting, abbreviations, people, roles }
  if (registers.length === 0 && Object.values(told).every((fact) => fact === undefined)) return null
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
const registerOrFault = async (read: RegisterReader, file: GivenFile, index: number): Promise<RegisterFile> => {
  const register = await read(file).catch((error: unknown) => {
    if (!(error instanceof UnreadableDocumentError)) throw error
    throw new NoRegisterError(
      file.fileName,
      index,
      `cannot be read as a register (${error.message.replace(/\.$/, '')})`,
    )
  })
  if (register === null) throw new NoRegisterError(file.fileName, index)
  return register
}

/** The people of a `rapporteur.json`, and their bodies. */
const entriesOfFacts = ({ abbreviations = {}, people = [] }: FolderFacts): Entry[] => [
  ...people.flatMap(({ name, id = nameId(name), abbreviations: initials = [], affiliations = [] }) => [
    { ...personEntry(id, name, affiliations.map(postOf)), abbreviations: initials },
    ...bodiesOf(affiliations),
  ]),
  ...Object.entries(abbreviations).map(([initials, name]) => ({
    ...personEntry(nameId(name), name, []),
    abbreviations: [initials],
  })),
]

/** @throws NoRegisterError for the first of the files that is none. */
export async function readContext(read: RegisterReader, beside: Beside): Promise<DocumentContext> {
  const { facts = {}, files = [] } = beside
  const registers = await Promise.all(files.map((file, i) => registerOrFault(read, file, i)))
  const made = new Map<string | null, Register>()
  const entriesIn = (language: string | null): Entry[] => [
    ...entriesOfFacts(facts),
    ...registers.flatMap((register) => register.entries(language)),
  ]
  return {
    facts,
    beside,
    hash: hashOf(beside),
    register: (language) => {
      const known = made.get(language)
      if (known) return known
      // Spans are of the register's own text, and say nothing about the record's.
      const bare = (entry: Entry): Entry => ({ ...entry, posts: entry.posts.map((post) => ({ ...post, pieces: [] })) })
      const register = joinedRegister(entriesIn(language).map(bare))
      made.set(language, register)
      return register
    },
  }
}
