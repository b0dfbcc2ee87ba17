import { holdsTitle, isTitleHead, isWholeTitle } from '../english/titles.js'
import { fold, opensHonorific, splitHonorific, withoutDegrees } from '../names.js'
import { inReadingOrder, isPersonName } from '../people/person-name.js'
import { inUsualCase } from '../people/usual-case.js'
import { type Details, detailsOf, isDetail } from './details.js'
import { isOfBodies, type LabelAt, labelAt, labelOf } from './label.js'
import { groupLabels, nobodyWords, officeWords } from './words.js'

/** A person of an entry of a list, before it is known who else is in it. */
export interface ListedPerson extends Details {
  /** Without honorific, in reading order. */
  readonly name: string
  readonly honorific: string | null
  /** As the entry prints it, with the honorific. */
  readonly printed: string
  /** The label within the entry that they stand behind: "Ministry of Rivers: Ada Roe". */
  readonly body?: string
}

export interface EntryOptions {
  /** Names of one word, and handles, are people here. */
  readonly single: boolean
  /** Each entry holds one person; what follows commas says more of that one. */
  readonly oneEach?: boolean
  /** "Roe, Ada" is one person, where capitals do not say so already. */
  readonly familyFirst?: boolean
  /** How many labels stand before these words: "Guests: Harbour Board: Ada Roe" are two. */
  readonly labels?: number
}

/** What says nothing of a person: addresses of mail and pages, pronouns, check boxes, counts, marks of notes. */
const noise = [
  /<?[\w.+-]+@[\w-]+\.[\w.]+>?/g,
  /\(?https?:\/\/[^\s)]+\)?/g,
  /[([](?:he|she|they|him|her|it)(?:\/\w+){1,3}[)\]]/gi,
  /\s[–—-]\s(?:he|she|they)(?:\/\w+){1,3}(?=$|[,;])/gi,
  /^(?:\[[ xX]?\]\s*|\d{1,3}[.)]\s+|[*•–-]\s+)/g,
  /\s\(?\d{1,4}\)?$|\[\d+\]|[*†‡]+(?=\s|$)|(?<=\p{Ll})_(?=\p{Lu})/gu,
  /[*_`]{2}/g,
  /,?\s+(?:and\s+)?\d+\s+(?:other\s+)?(?:members?|others?|residents?|people|persons?|owners?|visitors?)\b.*$/g,
]

const cleaned = (text: string): string =>
  noise
    .reduce((rest, pattern) => rest.replace(pattern, ' '), text)
    .replace(/\s+(?=[,;)])/g, '')
    .replace(/\(\s+/g, '(')
    .replace(/^(Mr|Mrs|Ms|Dr|Prof)\s*[:;,]\s+(?=\p{Lu})/u, '$1. ')
    .trim()

/** Where the name of an entry ends. */
const nameEnd = /[,;:([|\t]|\s[–—-]+\s|\s\/\s|\s{3,}|\s@|\s(?=(?:of|from|for|in|who|as|representing|on behalf of)\s)/u
const officeEnd = /[,;:([|\t]|\s[–—-]+\s|\s\/\s|\s{3,}|\s@/u
const peer =
  /^(?:Lord|Lady|Baron(?:ess)?|Viscount(?:ess)?|Count(?:ess)?|Earl|Bishop|Duke|Duchess)\s\p{L}+ of \p{Lu}[\p{L}-]+/u
const turnedName = /^(\p{Lu}[\p{L}'’ -]{1,40}),\s+(\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*)?)(?=$|\s*[,;(–—-])/u

/** What stands before the honorific of an office: "County Cllr Roe". */
const placed = new Set(['County', 'District', 'Borough', 'Town', 'City', 'Parish'])

const capitalized = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** A name with the office before it taken off: "City Manager Ada Roe", "Director of Special Education Ada Roe". */
const withoutOffice = (printed: string): { office: string | null; name: string } | null => {
  const words = printed.split(/\s+/)
  const behindPlace = words.slice(1).join(' ')
  if (placed.has(words[0] ?? '') && isPersonName(behindPlace) && splitHonorific(behindPlace).honorific !== null)
    return { office: null, name: behindPlace }
  for (let at = Math.min(words.length - 1, 7); at > 0; at--) {
    const [office, name] = [words.slice(0, at).join(' '), words.slice(at).join(' ')]
    const isAlone = words.length - at === 1 && splitHonorific(name).honorific === null
    // "deputy treasurer Ada Roe": in small letters before a full name.
    const isSmall = !isAlone && at < 4 && /^\p{Ll}/u.test(office) && isWholeTitle(capitalized(office))
    const isOffice = isWholeTitle(office) || isSmall || (at === 1 && isTitleHead(fold(office)))
    if (isOffice && !(isAlone && at > 2) && isPersonName(name, { single: true })) return { office, name }
  }
  return null
}

interface Named {
  readonly name: string
  readonly honorific: string | null
  readonly printed: string
  readonly office: string | null
  readonly end: number
}

const inverted = (text: string, isFamilyFirst = false): Named | null => {
  const [all = '', family = '', given = ''] = turnedName.exec(text) ?? []
  const isCapitals = /\p{Lu}{2}/u.test(family) && family === family.toUpperCase() && given !== given.toUpperCase()
  const name = inReadingOrder(`${isCapitals ? inUsualCase(`${family},`).slice(0, -1) : family}, ${given}`)
  if (all === '' || name.includes(',') || isDetail(given)) return null
  if (!isCapitals && (!isFamilyFirst || family.includes(' '))) return null
  const behind = /^\s*\((\p{L}+\.?)\)/u.exec(text.slice(all.length))
  const honorific = behind && opensHonorific((behind[1] ?? '').replace('.', '')) ? (behind[1] ?? null) : null
  const end = honorific === null ? all.length : all.length + (behind?.[0].length ?? 0)
  return { name, honorific, printed: all, office: null, end }
}

/** An office may hold "of" and "for": it ends with the name behind it. */
const titledEnd = (text: string, end: number): string =>
  holdsTitle(text.slice(0, end))
    ? text.slice(0, officeEnd.exec(text)?.index ?? text.length).trim()
    : text.slice(0, end).trim()

/** The name that an entry begins with. */
const nameOf = (text: string, { single, familyFirst }: EntryOptions): Named | null => {
  const turned = inverted(text, familyFirst)
  if (turned) return turned
  const titled = peer.exec(text)?.[0]
  const end = titled?.length ?? nameEnd.exec(text)?.index ?? text.length
  const printed = text
    .slice(0, end)
    .trim()
    .replace(/[.,:;]+$/, '')
  if (titled !== undefined) {
    const { honorific, name } = splitHonorific(titled)
    return { name, honorific, printed: titled, office: null, end }
  }
  const direct = splitHonorific(printed)
  const plain = printed.replace(/\s+\./g, '.')
  const isOwn = isPersonName(plain, { single }) || isPersonName(direct.name, { single: direct.honorific !== null })
  const isBare = isOwn && (!isWholeTitle(direct.name.split(/\s+/)[0] ?? '') || /^Dean \S+$/.test(direct.name))
  const bare = isOwn ? { office: null, name: printed } : null
  const found = isBare ? bare : (withoutOffice(titledEnd(text, end)) ?? bare)
  if (!found) return null
  const { office, name } = found
  const { honorific, name: own } = splitHonorific(name)
  const until = isBare ? end : text.indexOf(name) + name.length
  return { name: withoutDegrees(own), honorific, printed: name, office, end: until }
}

const loneHandle = /^@?([\p{L}\p{N}][\w.~-]{1,30})(?=$|[\s,;(])/u

/** A handle in a list of such: "nikoroe", "@adaroe"; null for words. */
const handleOf = (text: string, single: boolean): Named | null => {
  const [printed = '', handle = ''] = loneHandle.exec(text) ?? []
  const isAt = printed.startsWith('@')
  const isLone = single && printed.length === text.length && /^[\p{Ll}\d_]/u.test(handle) && !/^\d+$/.test(handle)
  if (!isAt && !isLone) return null
  return { name: handle, honorific: null, printed: handle, office: null, end: printed.length }
}

/** What is longer, in characters, is no one person's entry; it is not even cleaned. */
const longestPart = 2_000

/** "Quill.ai Notetaker": a program that calls itself by where it is found. */
const program = /^[\p{L}\d-]{2,}\.\p{Ll}{2,3}\s/u

/** The one person of an entry, or null where it names nobody. */
export const personOfEntry = (entry: string, options: EntryOptions): ListedPerson | null => {
  if (entry.length > longestPart) return null
  const text = cleaned(entry)
  if (text === '' || text.length > 400 || nobodyWords.has(fold(text)) || program.test(text)) return null
  const office = /^([^:]{3,40}):\s+(?=\S)/.exec(text)
  if (office && officeWords.has(fold(office[1] ?? ''))) {
    const inner = personOfEntry(text.slice(office[0].length), options)
    return inner && { ...inner, role: inner.role ?? (office[1] ?? '').trim() }
  }
  const named = nameOf(text, options) ?? handleOf(text, options.single)
  if (!named || nobodyWords.has(fold(named.name))) return null
  const { name, honorific, printed } = named
  const details = detailsOf(text.slice(named.end), name)
  const posts = named.office === null ? details.posts : [{ title: named.office, body: null }, ...details.posts]
  return { ...details, posts, name, honorific, printed }
}

/** Parts between separators outside of parentheses. */
export const splitOutside = (text: string, isSeparator: (letter: string) => boolean): string[] => {
  const parts: string[] = []
  let depth = 0
  let from = 0
  for (let i = 0; i < text.length; i++) {
    const letter = text.charAt(i)
    if (letter === '(' || letter === '[') depth++
    else if ((letter === ')' || letter === ']') && depth > 0) depth--
    else if (depth === 0 && isSeparator(letter)) {
      parts.push(text.slice(from, i))
      from = i + 1
    }
  }
  parts.push(text.slice(from))
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}

/** Parts joined by "and"; what follows a dash is a title ("Ada Roe - Works & Roads"), unless it is a whole name. */
const andParts = (part: string): string[] => {
  const parts = part.split(andJoined)
  const isOne = /\s[–—-]\s/.test(parts[0] ?? '') && !parts.slice(1).every((more) => isPersonName(more.trim()))
  return isOne ? [part] : parts
}

const andJoined = /,?\s+(?:and|&|und|et|y|och|og)\s+(?=[\p{Lu}@])/u
/** Several honorifics in one: "Cllrs A. Roe, B. Poe". */
const plural =
  /^(?:(?:The )?(?:Messrs|Mses|Cllrs|Councillors|Profs|Drs|Reps|Sens|Senators|Commissioners|Council ?members|Directors|Trustees))\.?\s+(?=\p{Lu})/u

/** Two entries that the lines of a file ran together: what stands before an honorific, or ends like an entry, is a person by itself. */
const runTogether = (text: string, options: EntryOptions): string[] => {
  for (const found of text.matchAll(
    /(?<=[\p{L}\p{N})'’.]\s+)(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Mx)\.? (?=\p{Lu})|(?=\p{Lu}[\p{Lu}'’-]{2,}, \p{Lu}\p{Ll}[\p{L}-]* \()|(?<=\)\s+|\p{Ll}{4}\.\s+)(?=\p{Lu}[\p{Ll}'’-]+\s\p{Lu}))/gu,
  )) {
    if (found[0] === '' && !isOnePerson(text.slice(found.index).split(/[,;(]/)[0] ?? '')) continue
    const before = text.slice(0, found.index).trim()
    const person = /(?:\s(?:and|&)|,)$/.test(before) ? null : personOfEntry(before, options)
    if (person && !opensHonorific((before.split(/\s+/).at(-1) ?? '').replace('.', '')) && /[,)]|\s/.test(person.name))
      return [before, ...runTogether(text.slice(found.index), options)]
  }
  return [text]
}

/** "Ada Roe who called: Bo Poe": two people. */
const calling = /\s+who called:?\s+/i

/** "Ada Roe, Bo Poe, Pilots of the Mill and Quay": what stands behind is no further person. */
const isTitleOfSeveral = (part: string): boolean => {
  const last = (part.split(/ (?:of|for|to) /)[0] ?? '').split(' ').at(-1) ?? ''
  return last.endsWith('s') && isTitleHead(fold(last))
}

/** Parts of a list of people; a part that is none says what the person before it is. */
const peopleOfParts = (parts: readonly string[], { single }: EntryOptions): ListedPerson[] => {
  const areWords = single && parts.every((part) => loneHandle.exec(part)?.[0].length === part.length)
  if (areWords) return parts.flatMap((part) => personOfEntry(part, { single }) ?? [])
  const entries: string[] = []
  const titles = parts.filter((part) => holdsTitle(part.replace(/\(.*$/s, '')) && !isOnePerson(part)).length
  const closing = parts.findIndex((part, i) => i > 1 && isTitleOfSeveral(part))
  parts.forEach((part, i) => {
    const before = parts[i - 1]
    // "Ada Roe, Director, Mill Works": behind the only title stands a body.
    const isBody =
      before !== undefined &&
      isDetail(before) &&
      !isOnePerson(before) &&
      i > 1 &&
      titles < 2 &&
      /^\p{Lu}/u.test(part) &&
      splitHonorific(part).honorific === null &&
      !part.includes('(')
    const isBehind = closing > 0 && i > closing
    const isPerson =
      !isBody && !isBehind && (isDetail(part) ? isOnePerson(part) : personOfEntry(part, { single }) !== null)
    if (isPerson || entries.length === 0) entries.push(part)
    else entries[entries.length - 1] += `, ${part}`
  })
  return entries.flatMap((entry) => personOfEntry(entry, { single }) ?? [])
}

/** Whether words name one person by a full name, a name with an honorific, or a handle. */
export const isOnePerson = (part: string): boolean => personOfEntry(part, { single: false }) !== null

const initialsOnly = /^\p{Lu}[\p{L}\p{N}]{1,4}$/u

const isOf = (initials: string, name: string): boolean =>
  initialsOnly.test(initials) && fold(initials).charAt(0) === fold(name).charAt(0)

/** People behind a label: an office, a body, or the initials of the one who stands there; null where it is none. */
const behindLabel = ({ words, at }: LabelAt, text: string, options: EntryOptions): ListedPerson[] | null => {
  if (isOfBodies(words)) return []
  const isColon = text.slice(0, at).includes(':')
  const single = options.single || initialsOnly.test(words)
  const people = peopleOfEntry(text.slice(at), { ...options, single, labels: (options.labels ?? 0) + 1 })
  const [first] = people
  const isBody = first !== undefined && first.honorific !== null && splitHonorific(words).honorific === null
  const label = labelOf(words)
  if (first && people.length === 1 && isOf(words, first.name)) return [{ ...first, short: [...first.short, words] }]
  if ((!isColon && !isBody) || opensHonorific(words)) return null
  if (label?.kind === 'office') return people.map((person) => ({ ...person, role: person.role ?? label.role }))
  if (label === null || label.kind === 'body')
    return people.map((person) => ({ ...person, body: person.body ?? label?.body ?? words }))
  return people
}

/** "guests Ada Roe and Bo Poe" */
const groupBefore = (text: string): RegExpExecArray | null => {
  const found = /^(\p{L}+s)\s+(?=\p{Lu}[\p{L}.'’-]*\s\p{Lu})/u.exec(text)
  return found && groupLabels.has(fold(found[1] ?? '')) ? found : null
}

/** So many labels one behind another are still a list of people. */
const mostLabels = 3

/** The people of a part between semicolons. */
const peopleOfPart = (text: string, options: EntryOptions): ListedPerson[] => {
  const found = labelAt(text)
  if (found && found.at < text.length && (options.labels ?? 0) < mostLabels) {
    const people = behindLabel(found, text, options)
    if (people) return people
  }
  const shared = plural.exec(text) ?? groupBefore(text)
  if (shared) return peopleOfPart(text.slice(shared[0].length), { ...options, single: true })
  const parts = splitOutside(text, (letter) => letter === ',').flatMap((part, i, all) =>
    i === all.length - 1 || part.split(andJoined).every((each) => isPersonName(each)) ? andParts(part) : [part],
  )
  const bare = parts
    .map((part) =>
      part
        .replace(/^(?:and|&)\s+/, '')
        .replace(plural, '')
        .trim(),
    )
    .filter((part) => part !== '')
  const one = personOfEntry(text.replace(/^and\s+/, ''), options)
  if (bare.length < 2 || (options.oneEach && one))
    return one ? [one] : [...inParentheses(text), ...behindWords(text, options)]
  if (one && inverted(cleaned(text), options.familyFirst)) return [one]
  return peopleOfParts(bare, options)
}

const unlabelled =
  /^((?:(?:\p{Lu}[\p{L}'’-]*|of|for|the|and)\s+){1,5}?)(?=(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame)\.?\s\p{Lu})/u

/** "Official Side Ms Ada Roe": people behind words that could stand before a colon. */
const behindWords = (text: string, options: EntryOptions): ListedPerson[] => {
  const [all = '', words = ''] = unlabelled.exec(text) ?? []
  if (all === '' || options.single || (options.labels ?? 0) >= mostLabels) return []
  return behindLabel({ words: words.trim(), at: all.length }, text, options) ?? []
}

/** "Ministry of Rivers (Ada Roe)": the person of a body. */
const inParentheses = (text: string): ListedPerson[] => {
  const [, body = '', inside = ''] = /^([^()]{2,120}?)\s*\(([^()]{3,80})\)\.?$/.exec(text) ?? []
  const person = body === '' || isPersonName(body) ? null : personOfEntry(inside, { single: false })
  return person ? [{ ...person, body }] : []
}

/** "Ada Roe,1 Bo Poe": the number of a note behind a comma. */
const markOfNote = /([,;])\d{1,2}(?=\s)/g

/** The people of one entry: one, or those of a list with semicolons, commas or "and". */
export const peopleOfEntry = (entry: string, options: EntryOptions): ListedPerson[] => {
  const text = entry
    .replace(/(?<=[\p{L})]{2})\.$/u, '')
    .replace(markOfNote, '$1')
    .trim()
  const parts = splitOutside(text, (letter) => letter === ';' || letter === '•').flatMap((part) => part.split(calling))
  const oneEach = options.oneEach || (parts.length > 1 && parts.every((part) => isOneEach(part)))
  let over: string | undefined
  const people = parts.map((part) => {
    const own = runTogether(part, options).flatMap((each) => peopleOfPart(each, { ...options, oneEach }))
    if (/^[^(]{0,90}:\s/.test(part)) over = own[0]?.body
    return own.map((person) => (over === undefined || person.body !== undefined ? person : { ...person, body: over }))
  })
  const isMixed = people.some((some) => some.some(isSure))
  return people.filter((some) => !isMixed || !areBodies(some)).flat()
}

const isSure = ({ honorific, name, role }: ListedPerson): boolean =>
  honorific !== null || role !== null || /^\p{Lu}\./u.test(name)

/** Whether names between semicolons are rather those of places or bodies, where other parts name people beyond doubt. */
const areBodies = (some: readonly ListedPerson[]): boolean =>
  some.length > 2 && !some.some(isSure) && some.some(({ name }) => !name.includes(' '))

/** Whether a part names somebody, and what follows its first comma can be no second one. */
const isOneEach = (part: string): boolean => {
  const label = labelAt(part)
  const [first = '', second] = splitOutside(
    label ? part.slice(label.at) : part.replace(/^and\s+/, ''),
    (letter) => letter === ',',
  )
  return (
    personOfEntry(first, { single: false }) !== null &&
    (second === undefined || (isDetail(second) && !isOnePerson(second)))
  )
}
