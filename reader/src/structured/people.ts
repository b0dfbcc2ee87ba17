import { type Finding, finding } from '../findings.js'
import { fold, nameTokens, sortName, splitHonorific } from '../names.js'
import { addMember, type Cast, emptyCast, identify } from '../people/within-meeting.js'
import type { MeetingRecord, NameMatch } from '../record.js'
import { keyMaker } from '../slug.js'
import { readableIdentifier } from './elements.js'
import { personalName } from './label.js'
import { type Entry, type Register, shortName } from './register.js'

export interface Person {
  readonly key: string
  name: string
  /** What the register says; null for somebody whom only the text names. */
  readonly entry: Entry | null
  /** The reference that is all there is of the name. */
  readonly identifier: string | null
  readonly printed: Set<string>
  isUsed: boolean
}

/** The people of a record while it is being read; those that are used become rows. */
export interface People {
  readonly all: Person[]
  readonly byKey: Map<string, Person>
  readonly byReference: Map<string, Person>
  /** Those whom no reference leads to, by folded printed name. */
  readonly byPrintedName: Map<string, { person: Person; match: NameMatch | null }>
  readonly cast: Cast
  readonly keyOf: (text: string) => string
}

const addPerson = (
  people: People,
  name: string,
  printed: string,
  { entry = null, identifier = null }: Partial<Pick<Person, 'entry' | 'identifier'>> = {},
): Person => {
  const key = people.keyOf(name)
  const person = { key, name, entry, identifier, printed: new Set<string>(), isUsed: false }
  people.all.push(person)
  people.byKey.set(key, person)
  const { honorific } = splitHonorific(printed)
  const tokens = nameTokens(name)
  addMember(people.cast, { key, name, honorific, tokens, abbreviation: null, isListed: entry !== null })
  return person
}

/** The people of a register, none of them used yet. */
export const peopleOf = (register: Register): People => {
  const [byKey, byReference, byPrintedName] = [new Map(), new Map(), new Map()]
  const people = { all: [], byKey, byReference, byPrintedName, cast: emptyCast(), keyOf: keyMaker('person') }
  for (const entry of register.values())
    if (entry.kind === 'person')
      byReference.set(entry.id, addPerson(people, personalName(entry.name), entry.name, { entry }))
  return people
}

/** Whom a reference means that leads to nobody: its identifier is all there is of the name. */
export const personOfIdentifier = (people: People, id: string): Person => {
  const readable = readableIdentifier(id)
  const known = people.byReference.get(id)
  const person = known ?? addPerson(people, personalName(readable), readable, { identifier: shortName(id) })
  people.byReference.set(id, person)
  return person
}

/** More of one family name than this and no printed family name can mean one of them. */
const crowd = 100

/** Whom a printed name means that comes without a reference, or with one that leads to somebody else. */
export const personOfName = (people: People, printed: string): { person: Person; match: NameMatch | null } => {
  const name = personalName(printed)
  const known = people.byPrintedName.get(fold(name))
  if (known) return known
  const tokens = nameTokens(name)
  const near = (token: string | undefined) => people.cast.byToken.get(token ?? '')?.length ?? 0
  const found = near(tokens[0]) + near(tokens.at(-1)) > crowd ? null : identify(people.cast, printed)
  const member = people.byKey.get(found?.person ?? '')
  const person = member ?? addPerson(people, name, printed)
  const result = { person, match: member ? (found?.match ?? null) : null }
  people.byPrintedName.set(fold(name), result)
  return result
}

/** Whether a printed name can be that of somebody: the family name of one is among the words of the other. */
export const isNameOf = (printed: string, { name, entry }: Person): boolean => {
  const tokens = nameTokens(personalName(printed))
  const own = [...nameTokens(name), ...(entry ? nameTokens(readableIdentifier(entry.id)) : [])]
  const last = tokens.at(-1)
  return last === undefined || own.includes(last) || tokens.includes(nameTokens(name).at(-1) ?? '')
}

const isCapitals = (name: string): boolean => name === name.toUpperCase() && name !== name.toLowerCase()

/** Whether a printed form holds every word of the name known so far, or a word for each initial of it, and as many or more. */
const isFuller = (printed: string, known: string): boolean => {
  const tokens = nameTokens(printed)
  const own = nameTokens(known)
  const holds = own.every((word) => tokens.some((one) => one === word || (word.length === 1 && one.startsWith(word))))
  return holds && (tokens.length > own.length || isCapitals(known) || !isCapitals(printed))
}

/** Notes how a name is printed. The fullest form is the name; of two as full, the first printed one. */
export const addPrinted = (person: Person, printed: string): void => {
  if (person.printed.has(printed)) return
  person.printed.add(printed)
  const name = personalName(printed)
  const isMore = nameTokens(name).length > nameTokens(person.name).length
  if ((isMore || person.printed.size === 1) && isFuller(name, person.name)) person.name = name
}

/**
 * The person that an identifier names, where the words printed are that name with a title before it, in another order, or
 * with initials only: "Speaker Senior Ada Roe" and "ROE A." under "AdaRoe". Null where they can be somebody else's.
 */
export const personSpelledOut = (people: People, id: string, printed: string): Person | null => {
  const spelled = nameTokens(personalName(readableIdentifier(id)))
  const tokens = nameTokens(personalName(printed))
  const words = tokens.filter((token) => token.length > 1)
  const isWithin = words.length > 0 && words.every((word) => spelled.includes(word))
  const isBehindTitle = tokens.length > spelled.length && tokens.slice(-spelled.length).join(' ') === spelled.join(' ')
  return spelled.length > 1 && (isWithin || isBehindTitle) ? personOfIdentifier(people, id) : null
}

/** As printed over turns and in the text; for somebody who is nowhere named there, as in the register or the reference. */
const printedNames = ({ name, entry, identifier, printed }: Person): string[] => {
  if (printed.size > 0) return [...printed]
  return entry ? [entry.name] : [...new Set([name, ...(identifier === null ? [] : [identifier])])]
}

export const personRows = ({ all }: People): MeetingRecord['people'] =>
  all
    .filter(({ isUsed }) => isUsed)
    .map((person) => {
      const { key, name } = person
      return { key, name, sortName: sortName(name) || name, printedNames: printedNames(person) }
    })

/** One finding for each name that several references share: the record tells its bearers apart, and nothing else does. */
export const namesakeFindings = ({ all }: People): Finding[] => {
  const byName = new Map<string, Person[]>()
  for (const person of all.filter(({ isUsed }) => isUsed)) {
    const name = fold(person.name)
    const same = byName.get(name)
    if (same) same.push(person)
    else byName.set(name, [person])
  }
  return [...byName.values()].flatMap((same) => {
    const message = `“${same[0]?.name}” is ${same.length} people in the references of this record.`
    const candidates = same.map(({ key }) => ({ list: 'people' as const, key }))
    return same.length > 1 ? [finding('POSSIBLE_SAME_PERSON', message, [], candidates)] : []
  })
}

/** The bodies that a record names, each once, however many references lead to it. */
export interface Organizations {
  readonly rows: MeetingRecord['organizations']
  readonly keyOf: (reference: string) => string
}

export const organizationsOf = (register: Register): Organizations => {
  const rows: MeetingRecord['organizations'] = []
  const keys = new Map<string, string>()
  const keyOfName = keyMaker('organization')
  const keyOf = (id: string): string => {
    const entry = register.get(id)
    const name = entry?.name ?? readableIdentifier(id)
    const folded = fold(name) || name
    const key = keys.get(folded) ?? keyOfName(name)
    const aliases = (entry?.aliases ?? []).filter((alias) => fold(alias) !== folded)
    if (!keys.has(folded)) rows.push({ key, name, aliases: [...new Set(aliases)], parent: null })
    keys.set(folded, key)
    return key
  }
  return { rows, keyOf }
}
