import type { Attendee } from '../attendees/attendee.js'
import { type Finding, finding } from '../findings.js'
import {
  addMember,
  addRoleHolder,
  type Cast,
  emptyCast,
  type Identification,
  identify,
  type Member,
} from '../identity/within-meeting.js'
import { nameTokens, splitHonorific } from '../names.js'
import { castOfAttendees } from '../people/cast-of-attendees.js'
import { looseKey } from '../people/name-keys.js'
import type { PrintedForm } from '../people/printed-forms.js'
import { slugText } from '../slug.js'
import type { Register } from '../structured/register.js'
import type { Definition } from './definitions.js'
import { areInitialsOf, isWrittenAsName } from './person-words.js'
import type { Holder, Present } from './present.js'

/** The people of a record with turns while it is being read. */
export interface TurnCast {
  readonly cast: Cast
  readonly byKey: Map<string, Member>
  /** Whose row each attendee's is, by index. */
  readonly ofAttendee: readonly string[]
  readonly findings: Finding[]
  /** The office that a line of its own gives to somebody: "Chair: Ada Roe". */
  readonly roles: Map<string, string>
  /** Names that lines outside of the lists print for those who have initials there. */
  readonly forms: PrintedForm[]
}

export const noCast = (): TurnCast => ({
  cast: emptyCast(),
  byKey: new Map(),
  ofAttendee: [],
  findings: [],
  forms: [],
  roles: new Map(),
})

const define = ({ cast }: TurnCast, initials: string, member: Member): void => {
  const known = cast.byAbbreviation.get(initials) ?? []
  if (!known.includes(member)) cast.byAbbreviation.set(initials, [...known, member])
}

const addUnlisted = ({ cast, byKey }: TurnCast, printed: string): Member => {
  const { honorific, name } = splitHonorific(printed)
  const slug = slugText(name, 'person')
  let key = slug
  for (let i = 2; byKey.has(key); i++) key = `${slug}-${i}`
  const member: Member = { key, name, honorific, tokens: nameTokens(name), abbreviation: null, isListed: false }
  addMember(cast, member)
  byKey.set(key, member)
  return member
}

/** Whom a printed name means; one that nothing else names is a person of that name. */
export const identifyOrAdd = (people: TurnCast, printed: string): Identification => {
  const found = identify(people.cast, printed)
  if (found.person !== null || found.candidates.length > 0 || nameTokens(splitHonorific(printed).name).length === 0)
    return found
  return { person: addUnlisted(people, printed).key, match: null, candidates: [] }
}

const memberNamed = (people: TurnCast, name: string): Member | null =>
  people.byKey.get(identifyOrAdd(people, name).person ?? '') ?? null

/** Initials that nothing prints beside a name, where they can be those of one name only. */
const spellOut = (people: TurnCast, letters: string, definitions: readonly Definition[]): void => {
  const defined = new Set([...people.cast.byAbbreviation.values()].flat())
  const listed = people.cast.members.filter((member) => !defined.has(member)).map(({ name }) => name)
  const presented = definitions.filter(({ initials }) => initials === null).map(({ name }) => name)
  const names = [...new Set([...listed, ...presented])].filter((name) => areInitialsOf(letters, name))
  const [name] = names
  if (name === undefined || names.length > 1) return
  const member = memberNamed(people, name)
  if (!member || defined.has(member)) return
  define(people, letters, member)
  const at = definitions.find((definition) => definition.name === name)?.at
  if (at !== undefined) people.forms.push({ person: member.key, printed: name, at })
  people.findings.push(
    finding(
      'NAME_VARIANT',
      `“${letters}” is taken for “${member.name}”, whose initials they are.`,
      [],
      [{ list: 'people', key: member.key }],
    ),
  )
}

/** Rows with the same initials and a name that differs by middle names only are one person, under the fuller name. */
const mergedByInitials = (attendees: readonly Attendee[]): Attendee[] => {
  const fullest = new Map<string, string>()
  const id = ({ abbreviation, name }: Attendee) => `${abbreviation}\t${looseKey(name)}`
  for (const attendee of attendees) {
    const known = fullest.get(id(attendee))
    if (known === undefined || attendee.name.length > known.length) fullest.set(id(attendee), attendee.name)
  }
  return attendees.map((attendee) =>
    attendee.abbreviation === null ? attendee : { ...attendee, name: fullest.get(id(attendee)) ?? attendee.name },
  )
}

/** Notes who is printed as holding an office. */
const appoint = (people: TurnCast, { role, name }: Holder): void => {
  if (!isWrittenAsName(name)) return
  const key = identifyOrAdd(people, name).person
  if (key === null) return
  addRoleHolder(people.cast, role, key)
  if (!people.roles.has(key)) people.roles.set(key, role)
}

/** How German and French records call who holds an office that their lists print: "Vorsitzender", "M. le Maire". */
const callsOf = (office: string): string[] => {
  if (/^vorsitz/i.test(office)) return ['Vorsitzender', 'Vorsitzende', 'der Vorsitzende', 'die Vorsitzende']
  if (!/^(?:maire|présidente?|ministre|rapporteure?|bürgermeister(?:in)?|präsident(?:in)?)$/iu.test(office)) return []
  return [
    office,
    ...['le', 'la', 'M. le', 'Mme la', 'Mme le', 'Monsieur le', 'Madame la', 'Herr', 'Frau', 'der', 'die'].map(
      (before) => `${before} ${office}`,
    ),
  ]
}

/** Labels may print the office that a list states of one person only: "THE COMMISSIONER". */
const appointByTitle = (people: TurnCast, attendees: readonly Attendee[]): void => {
  for (const [i, { affiliations }] of attendees.entries())
    for (const { title, status } of affiliations)
      if (title !== null && status === 'CURRENT') addRoleHolder(people.cast, title, people.ofAttendee[i] ?? '')
}

const appointElsewhere = (people: TurnCast, attendees: readonly Attendee[]): void => {
  for (const [i, { role, affiliations }] of attendees.entries())
    for (const office of [role, ...affiliations.map(({ title }) => title)])
      for (const call of callsOf(office ?? '')) addRoleHolder(people.cast, call, people.ofAttendee[i] ?? '')
}

/** A register beside the record, and the initials of labels that it may explain. */
export interface Beside {
  readonly register: Register
  readonly used: ReadonlySet<string>
}

/** Initials that the record leaves undefined and a register beside it prints for somebody; for two, they are nobody's. */
const defineByRegister = (people: TurnCast, { register, used }: Beside): void => {
  const isOpen = (initials: string) => used.has(initials) && !people.cast.byAbbreviation.has(initials)
  const names = new Map<string, string[]>()
  for (const { kind, name, abbreviations = [] } of register.values()) {
    for (const initials of kind === 'person' ? abbreviations.filter(isOpen) : [])
      names.set(initials, [...(names.get(initials) ?? []), name])
  }
  for (const initials of used) {
    for (const name of names.get(initials) ?? []) {
      const member = memberNamed(people, name)
      if (member) define(people, initials, member)
    }
  }
}

/**
 * The cast of a record with turns: those listed, then those whom other lines name with initials that labels use, then those
 * whose initials a register beside the record knows.
 */
export const castOf = (
  { attendees, holders }: Pick<Present, 'attendees' | 'holders'>,
  definitions: readonly Definition[],
  used: ReadonlySet<string>,
  beside?: Beside,
): TurnCast => {
  const { cast, ofAttendee, findings } = castOfAttendees(mergedByInitials(attendees))
  const people: TurnCast = {
    cast,
    ofAttendee,
    findings,
    forms: [],
    roles: new Map(),
    byKey: new Map(cast.members.map((member) => [member.key, member])),
  }
  for (const holder of holders) appoint(people, holder)
  appointByTitle(people, attendees)
  appointElsewhere(people, attendees)
  const listed = new Set(cast.byAbbreviation.keys())
  for (const { name, initials, at } of definitions) {
    if (initials === null || listed.has(initials) || !used.has(initials)) continue
    const member = memberNamed(people, name)
    if (!member) continue
    define(people, initials, member)
    people.forms.push({ person: member.key, printed: name, at })
  }
  if (beside) defineByRegister(people, beside)
  const undefinedYet = [...used].filter((letters) => !cast.byAbbreviation.has(letters))
  if (undefinedYet.length < 500) for (const letters of undefinedYet) spellOut(people, letters, definitions)
  return people
}
