import { holdsBodyWord, isAcronym, isCountry } from '../english/bodies.js'
import { holdsTitle, titleAcronyms } from '../english/titles.js'
import { fold, splitHonorific, withoutDegrees } from '../names.js'
import { inReadingOrder, isPersonName } from '../people/person-name.js'
import type { PersonLine } from '../proposal/proposal.js'
import { nobodyWords, officeWords, remoteWords } from './words.js'

type Mode = NonNullable<PersonLine['mode']>

/** A person of an entry of a list, before it is known who else is in it. */
export interface ListedPerson {
  /** Without honorific, in reading order. */
  readonly name: string
  readonly honorific: string | null
  /** As the entry prints it, with the honorific. */
  readonly printed: string
  /** Initials or a handle by which the record calls them. */
  readonly short: readonly string[]
  readonly role: string | null
  readonly mode: Mode | null
  readonly posts: readonly {
    readonly title: string | null
    readonly body: string | null
    readonly status?: 'FORMER' | 'INCOMING'
  }[]
}

/** What says nothing of a person: addresses, pronouns, counts of lines. */
const noise =
  /<?[\w.+-]+@[\w-]+\.[\w.]+>?|\(?https?:\/\/[^\s)]+\)?|\((?:he|she|they|him|her|it)(?:\/\w+){1,3}\)|\s\(\d+\)$|^\d{1,3}[.)]\s+|^\[[ xX]?\]\s*/gi

const handle = /(?:^|\s|\()@([\w-]{2,40})\)?/u

/** Where the name of an entry ends. */
const nameEnd = /[,;:([|\t]|\s[–—-]+\s|\s\/\s|\s{2,}|\s@/u

const isInitialsOf = (short: string, name: string): boolean => {
  const letters = fold(name)
    .split(' ')
    .map((word) => word.charAt(0))
    .join('')
  const own = fold(short).replace(/ /g, '')
  return (
    own.length >= 2 && own.length <= 5 && (letters.startsWith(own.slice(0, 2)) || own.charAt(0) === letters.charAt(0))
  )
}

const initials = /^\p{Lu}[\p{L}\p{N}~]{1,4}$/u

interface Said {
  short: string[]
  role: string | null
  mode: Mode | null
  posts: { title: string | null; body: string | null; status?: 'FORMER' | 'INCOMING' }[]
}

const remote =
  /\b(?:remote(?:ly)?|online|virtual(?:ly)?|zoom|phone|telephone|webex|teams|video|hangouts?|skype|dial(?:ed|led)?[- ]in|call[- ]in)\b/i
const came = /^(?:from|until|till|arrived|left|joined|departed|items?|part|by|via|late|for|to)\b/i

const isRole = (words: string): boolean =>
  officeWords.has(fold(words).replace(/^the /, '')) ||
  /^(?:meeting |acting |outgoing |incoming )?(?:co-?|vice[- ]?)?chair/i.test(words)

/** Takes what stands behind a name: an office, initials, a title, a body, how they took part. */
const take = (said: Said, words: string, name: string, inParentheses: boolean): void => {
  const text = words.trim().replace(/[.,;:]+$/, '')
  if (text === '' || text.length > 160) return
  if (remoteWords.has(fold(text)) || (inParentheses && remote.test(text) && text.length < 40)) {
    said.mode ??= 'REMOTE'
    return
  }
  if (/^in the chair$/i.test(text)) {
    said.role = 'Chair'
    return
  }
  if (came.test(text)) return
  if (/^apolog|^regret|^absent|^excused/i.test(text)) {
    said.mode ??= 'APOLOGIES'
    return
  }
  if (isRole(text) && text.length < 40) {
    said.role ??= text
    return
  }
  if (
    initials.test(text) &&
    !titleAcronyms.has(text) &&
    isInitialsOf(text, name) &&
    (inParentheses || !isAcronym(text))
  ) {
    said.short.push(text)
    return
  }
  const own = handle.exec(text)?.[1]
  if (own) {
    said.short.push(own)
    return
  }
  addPost(said, text)
}

const formerly = /^(?:former|ex-|past|retired)\b/i

const addPost = (said: Said, text: string): void => {
  const status = formerly.test(text) ? ({ status: 'FORMER' } as const) : {}
  const isTitle = holdsTitle(text) && !isCountry(text)
  const last = said.posts.at(-1)
  if (isTitle && holdsBodyWord(text) && / (?:of|for|at) (?:the )?\p{Lu}/u.test(text))
    said.posts.push({ title: text, body: null, ...status })
  else if (isTitle && last && last.title === null)
    said.posts[said.posts.length - 1] = { ...last, title: text, ...status }
  else if (isTitle) said.posts.push({ title: text, body: null, ...status })
  else if (/^\p{Ll}/u.test(text) && !/\p{Lu}/u.test(text)) return
  else if (last && last.body === null) said.posts[said.posts.length - 1] = { ...last, body: text }
  else said.posts.push({ title: null, body: text, ...status })
}

/** The parts behind a name: in parentheses, behind commas, dashes, bars. */

const partsOf = (rest: string): { words: string; inParentheses: boolean }[] => {
  const parts: { words: string; inParentheses: boolean }[] = []
  for (const found of rest.matchAll(/\(([^()]*)\)|\[([^[\]]*)\]|([^()[\]]+)/g)) {
    const inside = found[1] ?? found[2]
    if (inside !== undefined) {
      for (const words of inside.split(/[,;]\s+|\s[–—-]\s/)) parts.push({ words, inParentheses: true })
    } else
      for (const words of (found[3] ?? '').split(/[,;|\t]\s*|\s[–—-]+\s|\s\/\s|:\s+|\s{3,}/))
        parts.push({ words: words.replace(/^[\s:–—-]+/, ''), inParentheses: false })
  }
  return parts.filter(({ words }) => words.trim() !== '')
}

export interface EntryOptions {
  /** Names of one word, and handles, are people here. */
  readonly single: boolean
}

/** The one person of an entry, or null where it names nobody. */
export const personOfEntry = (entry: string, { single }: EntryOptions): ListedPerson | null => {
  const own = handle.exec(entry)?.[1] ?? null
  const text = entry
    .replace(noise, ' ')
    .replace(/[*_`]{1,2}/g, '')
    .replace(/\s{2,}(?=[,;(])/g, ' ')
    .trim()
  if (nobodyWords.has(fold(text)) || text.length > 300) return null
  const office = /^([^:]{3,40}):\s+(.+)$/s.exec(text)
  if (office && isRole(office[1] ?? '')) {
    const inner = personOfEntry(office[2] ?? '', { single })
    return inner && { ...inner, role: inner.role ?? (office[1] ?? '').trim() }
  }
  const inverted =
    /^(\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?),\s+((?:(?:Mr|Ms|Mrs|Dr|Prof)\.?\s)?\p{Lu}[\p{L}.'’-]*(?: \p{Lu}\.?)?)(?=$|\s*[,;(–—-])/u.exec(
      text,
    )
  const isInverted =
    inverted !== null &&
    inReadingOrder(`${inverted[1]}, ${inverted[2]}`) !== `${inverted[1]}, ${inverted[2]}` &&
    !holdsTitle(inverted[2] ?? '')
  const end = isInverted ? (inverted?.[0].length ?? 0) : (nameEnd.exec(text)?.index ?? text.length)
  const printed = text
    .slice(0, end)
    .trim()
    .replace(/[.,:;]+$/, '')
  const { honorific, name: bare } = splitHonorific(printed)
  const name = withoutDegrees(isInverted ? inReadingOrder(bare) : bare)
  if (name === '' && own) return handleOnly(own)
  const isName =
    isPersonName(isInverted ? name : printed, { single }) ||
    isPersonName(name, { single: single || honorific !== null })
  if (!isName) return own && (text === '' || text.startsWith('@')) ? handleOnly(own) : null
  const said: Said = { short: own ? [own] : [], role: null, mode: null, posts: [] }
  for (const { words, inParentheses } of partsOf(text.slice(end))) take(said, words, name, inParentheses)
  return { name, honorific, printed, ...said }
}

const handleOnly = (own: string): ListedPerson => ({
  name: own,
  honorific: null,
  printed: own,
  short: [],
  role: null,
  mode: null,
  posts: [],
})

/** Commas and semicolons outside of parentheses. */
const splitOutside = (text: string, separator: RegExp): string[] => {
  const parts: string[] = []
  let depth = 0
  let from = 0
  for (let i = 0; i < text.length; i++) {
    const letter = text.charAt(i)
    if (letter === '(' || letter === '[') depth++
    else if ((letter === ')' || letter === ']') && depth > 0) depth--
    else if (depth === 0 && separator.test(letter)) {
      parts.push(text.slice(from, i))
      from = i + 1
    }
  }
  parts.push(text.slice(from))
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}

const isPersonPart = (part: string, single: boolean): boolean => personOfEntry(part, { single }) !== null

const andJoined = /,?\s+(?:and|&|und|et|y|e|en|og|och)\s+(?=[\p{Lu}@])/u

/** The people of one entry: one, or those of a list with commas, semicolons or "and". */
export const peopleOfEntry = (entry: string, options: EntryOptions): ListedPerson[] => {
  const text = entry.replace(/\.$/, '').trim()
  const bySemicolon = splitOutside(text, /[;•]/)
  if (bySemicolon.length > 1) return bySemicolon.flatMap((part) => peopleOfEntry(part, { single: options.single }))
  const byComma = splitOutside(text, /,/).flatMap((part, i, all) =>
    i === all.length - 1 || all.length === 1 ? part.split(andJoined) : [part],
  )
  const cleaned = byComma.map((part) => part.replace(/^(?:and|&)\s+/, '').trim()).filter((part) => part !== '')
  const people = cleaned.filter((part) => isPersonPart(part, options.single || cleaned.length > 2))
  const inverted = personOfEntry(text, options)
  if (
    cleaned.length > 1 &&
    people.length * 10 >= cleaned.length * 6 &&
    !(cleaned.length === 2 && inverted && /,/.test(inverted.printed))
  )
    return joinedTitles(cleaned, options)
  return inverted ? [inverted] : []
}

/** Parts of a list of people; a part that is none says what the person before it is. */
const joinedTitles = (parts: readonly string[], { single }: EntryOptions): ListedPerson[] => {
  const entries: string[] = []
  for (const part of parts) {
    if (isPersonPart(part, single || parts.length > 2) || entries.length === 0) entries.push(part)
    else entries[entries.length - 1] += `, ${part}`
  }
  return entries.flatMap((entry) => personOfEntry(entry, { single: single || parts.length > 2 }) ?? [])
}
