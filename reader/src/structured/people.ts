import { type Finding, finding } from '../findings.js'
import { addMember, type Cast, emptyCast, identify } from '../identity/within-meeting.js'
import { fold, nameTokens, sortName, splitHonorific } from '../names.js'
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

interface From {
  readonly entry?: Entry
  readonly identifier?: string
}

const addPerson = (people: People, name: string, printed: string, from: From = {}): Person => {
  const { entry = null, identifier = null } = from
  const person = { key: people.keyOf(name), name, entry, identifier, printed: new Set<string>(), isUsed: false }
  people.all.push(person)
  people.byKey.set(person.key, person)
  const { honorific } = splitHonorific(printed)
  const tokens = nameTokens(name)
  addMember(people.cast, { key: person.key, name, honorific, tokens, abbreviation: null, isListed: entry !== null })
  return person
}

/** The people of a register, none of them used yet. */
export const peopleOf = (register: Register): People => {
  const people: People = {
    all: [],
    byKey: new Map(),
    byReference: new Map(),
    byPrintedName: new Map(),
    cast: emptyCast(),
    keyOf: keyMaker('person'),
  }
  for (const entry of register.values()) {
    if (entry.kind !== 'person') continue
    people.byReference.set(entry.id, addPerson(people, personalName(entry.name), entry.name, { entry }))
  }
  return people
}

/** Whom a reference means that leads to nobody: its identifier is all there is of the name. */
export const personOfIdentifier = (people: People, id: string): Person => {
  const known = people.byReference.get(id)
  if (known) return known
  const readable = readableIdentifier(id)
  const person = addPerson(people, personalName(readable), readable, { identifier: shortName(id) })
  people.byReference.set(id, person)
  return person
}

/** More of one family name than this and no printed family name can mean one of them. */
const crowd = 100

/** Whom a printed name means that comes without a reference, or with one that leads to somebody else. */
export const personOfName = (people: People, printed: string): { person: Person; match: NameMatch | null } => {
  const name = personalName(printed)
  const folded = fold(name)
  const known = people.byPrintedName.get(folded)
  if (known) return known
  const tokens = nameTokens(name)
  const near = (token: string | undefined) => people.cast.byToken.get(token ?? '')?.length ?? 0
  const found = near(tokens[0]) + near(tokens.at(-1)) > crowd ? null : identify(people.cast, printed)
  const member = found?.person ? people.byKey.get(found.person) : undefined
  const result = member
    ? { person: member, match: found?.match ?? null }
    : { person: addPerson(people, name, printed), match: null }
  people.byPrintedName.set(folded, result)
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

export const personRows = ({ all }: People): MeetingRecord['people'] =>
  all
    .filter(({ isUsed }) => isUsed)
    .map((person) => ({
      key: person.key,
      name: person.name,
      sortName: sortName(person.name) || person.name,
      printedNames: printedNames(person),
    }))

/** As printed over turns and in the text; for somebody who is nowhere named there, as in the register or the reference. */
const printedNames = ({ name, entry, identifier, printed }: Person): string[] => {
  if (printed.size > 0) return [...printed]
  return entry ? [entry.name] : [...new Set([name, ...(identifier === null ? [] : [identifier])])]
}

/** One finding for each name that several references share: the record tells its bearers apart, and nothing else does. */
export const namesakeFindings = ({ all }: People): Finding[] => {
  const byName = new Map<string, Person[]>()
  for (const person of all) {
    if (!person.isUsed) continue
    const name = fold(person.name)
    const same = byName.get(name)
    if (same) same.push(person)
    else byName.set(name, [person])
  }
  return [...byName.values()]
    .filter((same) => same.length > 1)
    .map((same) =>
      finding(
        'POSSIBLE_SAME_PERSON',
        `“${same[0]?.name}” is ${same.length} people in the references of this record.`,
        [],
        same.map(({ key }) => ({ list: 'people' as const, key })),
      ),
    )
}
