import { descendants, type Element, rootElement } from '../layout.js'
import { once } from '../once.js'
import type { SourceText } from '../source.js'
import { delegatesIn } from './delegates.js'
import { bareReference } from './elements.js'
import type { FolderFacts } from './folder-facts.js'
import { bodiesOf, type Entry, joinedRegister, nameId, personEntry, postOf, type Register } from './register.js'
import { listsIn, referencesIn } from './registers-in-xml.js'

/** What stands beside a document, as it bears on its reading. */
export interface ReadingContext {
  readonly facts: FolderFacts
  /** People and bodies, names in this language where registers have them in several. */
  register(language: string | null): Register
  /** The same for one document: with those of registers that merely lie beside it to whom it refers. */
  of(source: SourceText): ReadingContext
}

/** The entries of a register as it is, names in this language. */
export type RegisterFile = (language: string | null) => readonly Entry[]

const roots = new Set(['TEI', 'teiCorpus', 'teiHeader', 'standOff', 'particDesc', 'listPerson', 'listOrg'])

const ofLists = (text: string, root: Element): RegisterFile | null =>
  !roots.has(root.name) || descendants(root, 'u', 'sp').length > 0 || listsIn(text, root, null).size === 0
    ? null
    : (language) => [...listsIn(text, root, language).values()]

const ofReferences = (root: Element): RegisterFile | null => {
  if (root.name === 'debate' || descendants(root, 'debate', 'speech', 'question', 'answer').length > 0) return null
  const entries = [...referencesIn(root).values()]
  return entries.length === 0 ? null : () => entries
}

const ofDelegates = (source: SourceText): RegisterFile | null => {
  const entries = delegatesIn(source)
  return entries && (() => entries)
}

/** Each language is looked for once: the records of a folder mostly share theirs. */
const byLanguage = <Found>(find: (language: string | null) => Found): ((language: string | null) => Found) => {
  const known = new Map<string | null, Found>()
  return (language) => {
    const found = known.get(language) ?? find(language)
    known.set(language, found)
    return found
  }
}

/**
 * What a document is a register of: a listPerson or listOrg of TEI, references of Akoma Ntoso, or a list of delegates; null for one
 * that is none.
 */
export const registerFileOf = once((source: SourceText): RegisterFile | null => {
  const root = rootElement(source.layout)
  const file = root === null ? ofDelegates(source) : (ofLists(source.text, root) ?? ofReferences(root))
  return file && byLanguage(file)
})

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

/** Spans are of the register's own text, and say nothing about the record's. */
const withoutPlaces = (entry: Entry): Entry => ({
  ...entry,
  posts: entry.posts.map((post) => ({ ...post, pieces: [] })),
})

/** What a document refers to: by the values of its attributes, or in text by words that could be identifiers or initials. */
const referencesOf = ({ text, layout }: SourceText): ReadonlySet<string> => {
  const root = rootElement(layout)
  if (root === null) return new Set(text.match(/[\p{L}\p{N}_]+(?:[.-][\p{L}\p{N}_]+)*/gu))
  const found = new Set<string>()
  const visit = ({ attributes, children }: Element): void => {
    for (const value of Object.values(attributes))
      for (const reference of value.split(/\s+/)) found.add(bareReference(reference))
    for (const child of children) visit(child)
  }
  visit(root)
  return found
}

/** The entries whose identifier or initials a document prints, and the bodies of their posts. */
const referredTo = (entries: readonly Entry[], references: ReadonlySet<string>): Entry[] => {
  const named = entries.filter(
    ({ id, abbreviations = [] }) => references.has(id) || abbreviations.some((initials) => references.has(initials)),
  )
  const bodies = new Set(named.flatMap(({ posts }) => posts.flatMap(({ organization }) => organization ?? [])))
  return entries.filter((entry) => bodies.has(entry.id) || named.includes(entry))
}

/**
 * What facts and registers beside a document say of the people in it.
 *
 * @param registers those that were given for it
 * @param found those that merely lie beside it: a like name is no reason to take somebody of theirs for somebody in it
 */
export const contextOf = (
  facts: FolderFacts,
  registers: readonly RegisterFile[],
  found: readonly RegisterFile[] = [],
): ReadingContext => {
  const given: RegisterFile = (language) => [
    ...entriesOfFacts(facts),
    ...registers.flatMap((entriesIn) => entriesIn(language)),
  ]
  const contextWith = (entriesIn: RegisterFile): ReadingContext => ({
    facts,
    register: byLanguage((language) => joinedRegister(entriesIn(language).map(withoutPlaces))),
    of: (source) => {
      if (found.length === 0) return context
      const references = referencesOf(source)
      const beside: RegisterFile = (language) =>
        referredTo(
          found.flatMap((list) => list(language)),
          references,
        )
      return contextWith((language) => [...given(language), ...beside(language)])
    },
  })
  const context = contextWith(given)
  return context
}
