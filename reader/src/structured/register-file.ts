import { descendants, type Element, rootElement } from '../layout.js'
import type { SourceText } from '../source.js'
import { delegatesIn } from './delegates.js'
import type { Entry } from './register.js'
import { listsIn, referencesIn } from './registers-in-xml.js'

/** A register as it is: a list of people or bodies in TEI, references in Akoma Ntoso, or a list of delegates. */
export interface RegisterFile {
  readonly kind: 'listPerson and listOrg' | 'references' | 'list of delegates'
  /** Names in this language, where it has them in several. */
  entries(language: string | null): readonly Entry[]
}

const roots = new Set(['TEI', 'teiCorpus', 'teiHeader', 'standOff', 'particDesc', 'listPerson', 'listOrg'])

const ofLists = (text: string, root: Element): RegisterFile | null => {
  if (!roots.has(root.name) || descendants(root, 'u', 'sp').length > 0) return null
  if (listsIn(text, root, null).size === 0) return null
  return { kind: 'listPerson and listOrg', entries: (language) => [...listsIn(text, root, language).values()] }
}

const ofReferences = (root: Element): RegisterFile | null => {
  if (root.name === 'debate' || descendants(root, 'debate', 'speech', 'question', 'answer').length > 0) return null
  const entries = [...referencesIn(root).values()]
  return entries.length === 0 ? null : { kind: 'references', entries: () => entries }
}

const ofDelegates = (source: SourceText): RegisterFile | null => {
  const entries = delegatesIn(source)
  return entries && { kind: 'list of delegates', entries: () => entries }
}

/** Each language is looked for once: the records of a folder mostly share theirs. */
const remembered = (file: RegisterFile): RegisterFile => {
  const known = new Map<string | null, readonly Entry[]>()
  const entries = (language: string | null) => {
    const found = known.get(language) ?? file.entries(language)
    known.set(language, found)
    return found
  }
  return { ...file, entries }
}

/** What a document is a register of; null for one that is none. */
export const registerFileOf = (source: SourceText): RegisterFile | null => {
  const root = rootElement(source.layout)
  const file = root === null ? ofDelegates(source) : (ofLists(source.text, root) ?? ofReferences(root))
  return file && remembered(file)
}

const markup = /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*</
const marksOfTurns = /<(?:\w+:)?(?:u|sp|speech|speechGroup|question|answer|debateBody)[\s>]/
const marksOfLists = /<(?:\w+:)?(?:person|org|TLC\w+)[\s>]/
const marksOfDelegates = /\([A-Z]\w{1,7}\)|\|/

/**
 * Whether it is worth reading a file to see if it is a register: a cheap look at its bytes, with which a folder of long
 * records is gone through in no time.
 */
export const mayBeRegister = (bytes: Uint8Array): boolean => {
  const head = Buffer.from(bytes.subarray(0, 16_384)).toString('latin1').replaceAll('\0', '')
  if (markup.test(head)) {
    const all = Buffer.from(bytes).toString('latin1').replaceAll('\0', '')
    return marksOfLists.test(all) && !marksOfTurns.test(all)
  }
  const lines = head.split(/\r?\n/).filter((line) => line.trim() !== '')
  const listed = lines.filter((line) => marksOfDelegates.test(line)).length
  return listed > 2 && listed >= lines.length / 2
}
