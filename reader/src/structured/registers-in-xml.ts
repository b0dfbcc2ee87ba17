import { descendants, type Element } from '../layout.js'
import { bareReference, linesOf, readableIdentifier, wordsOf } from './elements.js'
import { type Entry, personEntry, plainEntry, type Register, type RegisteredPost, shortName } from './register.js'

/** Of two entries with one identifier, the first. */
const registerOf = (entries: readonly (Entry | null)[]): Register => {
  const register = new Map<string, Entry>()
  for (const entry of entries) if (entry && !register.has(entry.id)) register.set(entry.id, entry)
  return register
}

/** Of several forms of a name, that in the language of the record, else in English, else the first. */
const inLanguage = (elements: readonly Element[], language: string | null): Element | undefined =>
  elements.find(({ attributes }) => attributes.lang !== undefined && attributes.lang === language) ??
  elements.find(({ attributes }) => attributes.lang === 'en') ??
  elements[0]

const childrenOf = ({ children }: Element, name: string): Element[] => children.filter((child) => child.name === name)

const nameParts = new Set(['forename', 'surname', 'nameLink', 'genName', 'addName'])

/** A name in reading order: what is given before what is inherited, whatever order the parts stand in. */
const nameOf = (text: string, persName: Element): string => {
  const parts = persName.children.filter(({ name }) => nameParts.has(name))
  if (parts.length === 0) return wordsOf(text, persName)
  const given = parts.filter(({ name }) => name === 'forename')
  // With a given and a family name, an additional one is a title or a nickname.
  const isWhole = given.length > 0 && parts.some(({ name }) => name === 'surname')
  const family = parts.filter(({ name }) => name !== 'forename' && !(isWhole && name === 'addName'))
  const words = [...given, ...family].map((part) => wordsOf(text, part))
  return words.join(' ').trim()
}

const readableRole = (role: string): string =>
  role.replace(/(\p{Ll})(\p{Lu})/gu, (_, a, b) => `${a} ${b.toLowerCase()}`)

const postOf = (text: string, post: Element, language: string | null, pieces: RegisteredPost['pieces']) => {
  const { role, ref, from, to, when } = post.attributes
  const printed = inLanguage(childrenOf(post, 'roleName'), language)
  const words = printed === undefined ? '' : shortName(wordsOf(text, printed))
  const own = printed === undefined ? [] : linesOf(text, [printed.start, printed.end])
  return {
    title: words || (role === undefined ? null : readableRole(shortName(role)) || null),
    organization: bareReference(ref?.trim().split(/\s+/)[0] ?? '') || null,
    from: (from ?? when)?.trim() || null,
    to: (to ?? when)?.trim() || null,
    note: null,
    pieces: own.length > 0 ? own : pieces,
  }
}

const personOf = (text: string, person: Element, language: string | null): Entry | null => {
  const { id } = person.attributes
  const names = childrenOf(person, 'persName')
  // Of the names of several times, the last one that still holds.
  const persName = names.find(({ attributes }) => attributes.to === undefined) ?? names[0]
  const name = persName === undefined ? '' : nameOf(text, persName)
  if (id === undefined || persName === undefined || name === '') return null
  const pieces = linesOf(text, [persName.start, persName.end])
  const posts = childrenOf(person, 'affiliation').map((post) => postOf(text, post, language, pieces))
  return personEntry(id, name, posts)
}

const organizationOf = (text: string, organization: Element, language: string | null): Entry | null => {
  const { id } = organization.attributes
  const names = childrenOf(organization, 'orgName')
  const full = names.filter(({ attributes }) => attributes.full !== 'abb')
  const chosen = inLanguage(full.length > 0 ? full : names, language)
  const name = chosen === undefined ? '' : wordsOf(text, chosen)
  if (id === undefined || name === '') return null
  const aliases = names.map((one) => shortName(wordsOf(text, one))).filter((alias) => alias !== '')
  return { ...plainEntry(id, 'organization', name), aliases }
}

/** The people and bodies that a TEI file lists in itself (`listPerson`, `listOrg`). */
export const listsIn = (text: string, root: Element, language: string | null): Register =>
  registerOf(
    descendants(root, 'person', 'org').map((element) =>
      element.name === 'person' ? personOf(text, element, language) : organizationOf(text, element, language),
    ),
  )

const referenceKinds = 'Person Organization Role Concept Object Event Location Process Term Reference'
  .split(' ')
  .map((kind) => `TLC${kind}`)

const referenceOf = ({ name, attributes }: Element): Entry | null => {
  const id = attributes.eId ?? attributes.id ?? attributes.wId ?? bareReference(attributes.href ?? '')
  if (id === '') return null
  const shown = attributes.showAs?.replace(/\s+/g, ' ').trim() || attributes.shortForm?.trim() || readableIdentifier(id)
  if (name === 'TLCPerson') return personEntry(id, shown, [])
  return plainEntry(id, name === 'TLCOrganization' ? 'organization' : name === 'TLCRole' ? 'role' : 'other', shown)
}

/** What the references of a debate lead to. */
export const referencesIn = (root: Element): Register =>
  registerOf(descendants(root, ...referenceKinds).map(referenceOf))
