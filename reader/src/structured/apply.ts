import { type Finding, finding } from '../findings.js'
import { fold, nameTokens, sortName, splitHonorific } from '../names.js'
import { addMember, type Cast, emptyCast, identify } from '../people/within-meeting.js'
import type { MeetingRecord, NameMatch } from '../record.js'
import { keyMaker } from '../slug.js'
import { registered } from './affiliations.js'
import type { ReadingContext } from './context.js'
import type { FolderFacts } from './folder-facts.js'
import type { Entry, Register } from './register.js'

interface Applied {
  readonly record: MeetingRecord
  readonly findings: readonly Finding[]
}

/** Whom of a register somebody in a record is, and by which rule. */
interface RegisterMatch {
  readonly entry: Entry
  readonly match: NameMatch
}

type Known = ReadonlyMap<string, RegisterMatch>

const castOf = (entries: Iterable<Pick<Entry, 'id' | 'kind' | 'name' | 'abbreviations'>>): Cast => {
  const cast = emptyCast()
  for (const { id, kind, name: printed, abbreviations = [] } of entries) {
    if (kind !== 'person') continue
    const { honorific, name } = splitHonorific(printed)
    const member = { key: id, name, honorific, tokens: nameTokens(name), abbreviation: null, isListed: true }
    addMember(cast, member)
    for (const initials of abbreviations)
      cast.byAbbreviation.set(initials, [...(cast.byAbbreviation.get(initials) ?? []), member])
  }
  return cast
}

const listedIn = ({ attendances }: MeetingRecord): Set<string> => new Set(attendances.map(({ person }) => person))

/** A list of those present prints the whole name of most; a family name in it may be anybody's. */
const ofListed: ReadonlySet<NameMatch> = new Set(['EXACT', 'WITHOUT_MIDDLE_NAMES', 'OTHER_ORDER'])

/** Of the register, those whom a record names, by their keys in it; two of a record are never one of the register. */
const knownPeople = (record: MeetingRecord, register: Register): Known => {
  const cast = castOf(register.values())
  const listed = listedIn(record)
  const found = record.people.flatMap(({ key, name, printedNames }): [string, RegisterMatch][] => {
    // Another form may be initials that the record itself gives to this name, whatever a register says.
    const forms = [name, ...printedNames.filter((form) => fold(splitHonorific(form).name) === fold(name))]
    const [first] = forms.map((form) => identify(cast, form)).filter(({ person }) => person !== null)
    const entry = register.get(first?.person ?? '')
    if (!entry || !first?.match || (listed.has(key) && !ofListed.has(first.match))) return []
    return [[key, { entry, match: first.match }]]
  })
  const counts = new Map<string, number>()
  for (const [, { entry }] of found) counts.set(entry.id, (counts.get(entry.id) ?? 0) + 1)
  return new Map(found.filter(([, { entry }]) => counts.get(entry.id) === 1))
}

/** Gives people whom the record names by less than their name (a family name, initials) the name that the register has. */
const withFullNames = (record: MeetingRecord, known: Known): Applied => {
  const listed = listedIn(record)
  const names = new Set(record.people.map(({ name }) => fold(name)))
  const renamed = new Map<string, RegisterMatch>()
  const findings: Finding[] = []
  const people = record.people.map((person) => {
    const found = known.get(person.key)
    const { name } = splitHonorific(found?.entry.name ?? '')
    const isFuller = nameTokens(name).length > nameTokens(person.name).length
    if (!found || listed.has(person.key) || !isFuller || names.has(fold(found.entry.name))) return person
    renamed.set(person.key, found)
    const message = `“${person.name}” is taken for “${found.entry.name}”, whom a register beside the record names.`
    findings.push(finding('NAME_VARIANT', message, [], [{ list: 'people', key: person.key }]))
    return { ...person, name, sortName: sortName(name) }
  })
  const remarks = record.remarks.map((remark) => {
    const match = renamed.get(remark.speaker ?? '')?.match
    return match && remark.speakerMatch === null ? { ...remark, speakerMatch: match } : remark
  })
  return { record: { ...record, people, remarks }, findings }
}

/** Keys for new rows beside rows that have theirs. */
const keyBeside = (rows: readonly { readonly key: string }[], fallback: string): ((text: string) => string) => {
  const taken = new Set(rows.map(({ key }) => key))
  const keyOf = keyMaker(fallback)
  return (text) => {
    let key = keyOf(text)
    while (taken.has(key)) key = keyOf(text)
    return key
  }
}

type Affiliation = MeetingRecord['affiliations'][number]

const idOf = ({ person, organization, title, from, to }: Omit<Affiliation, 'position'>): string =>
  JSON.stringify([person, organization, fold(title ?? ''), from, to])

/** The bodies of a record, and those that registers add to them. */
const bodiesOf = (rows: MeetingRecord['organizations'], register: Register) => {
  const organizations = [...rows]
  const newKey = keyBeside(rows, 'organization')
  const keys = new Map<string, string>()
  for (const { key, name, aliases } of rows)
    for (const form of [...aliases, name]) if (!keys.has(fold(form))) keys.set(fold(form), key)
  const keyOf = (reference: string): string | null => {
    const entry = register.get(reference)
    if (!entry) return null
    const known = keys.get(fold(entry.name))
    if (known !== undefined) return known
    const key = newKey(entry.name)
    const aliases = entry.aliases.filter((alias) => fold(alias) !== fold(entry.name))
    organizations.push({ key, name: entry.name, aliases: [...new Set(aliases)], parent: null })
    keys.set(fold(entry.name), key)
    return key
  }
  return { organizations, keyOf }
}

/** Adds what registers beside a record state of the people in it, behind what the record itself states. */
const withPosts = (record: MeetingRecord, known: Known, register: Register): MeetingRecord => {
  const { organizations, keyOf } = bodiesOf(record.organizations, register)
  const affiliations = [...record.affiliations]
  const stated = new Set(affiliations.map(idOf))
  for (const [person, { entry }] of known) {
    for (const post of entry.posts) {
      const organization = post.organization === null ? null : keyOf(post.organization)
      if (organization === null && post.title === null) continue
      const days = registered(post, record.meeting.date)
      const row = { person, attendance: null, organization, title: post.title, pieces: [], ...days }
      if (stated.has(idOf(row))) continue
      stated.add(idOf(row))
      affiliations.push({ position: affiliations.length + 1, ...row })
    }
  }
  return { ...record, organizations, affiliations }
}

const bareRole = (role: string): string => fold(role).replace(/^(?:the|mr|mrs|ms|madam|mister) /, '')

/** Gives remarks of an office whose holder the record does not name to whom the facts say holds it. */
const withRoles = (record: MeetingRecord, roles: Readonly<Record<string, string>> = {}): Applied => {
  const holders = new Map(Object.entries(roles).map(([role, name]) => [bareRole(role), name]))
  const people = record.people.map((person) => ({ ...person, printedNames: [...person.printedNames] }))
  const cast = castOf(people.map(({ key, name }) => ({ id: key, kind: 'person', name })))
  const newKey = keyBeside(people, 'person')
  const taken = new Map<string, MeetingRecord['people'][number]>()
  const findings: Finding[] = []
  const personOf = (role: string, holder: string) => {
    const known = taken.get(holder) ?? people.find(({ key }) => key === identify(cast, holder).person)
    const { name } = splitHonorific(holder)
    const person = known ?? { key: newKey(name), name, sortName: sortName(name), printedNames: [] }
    if (!known) people.push(person)
    if (taken.has(holder)) return person
    taken.set(holder, person)
    const message = `“${role}” is taken for “${holder}”, who holds this office by the facts beside the record.`
    findings.push(finding('NAME_VARIANT', message, [], [{ list: 'people', key: person.key }]))
    return person
  }
  const remarks = record.remarks.map((remark) => {
    const role = remark.attribution === 'ROLE' ? remark.speakerRole : null
    const holder = role === null ? undefined : holders.get(bareRole(role))
    if (role === null || holder === undefined) return remark
    const { key, printedNames } = personOf(role, holder)
    const printed = remark.speakerAsPrinted ?? role
    if (!printedNames.includes(printed)) printedNames.push(printed)
    return { ...remark, attribution: 'NAMED' as const, speaker: key, speakerMatch: 'ROLE_HOLDER' as const }
  })
  return { record: { ...record, people, remarks }, findings }
}

const withMeeting = (record: MeetingRecord, told: FolderFacts['meeting']): MeetingRecord => {
  if (told === undefined) return record
  const { title: printed, venue, date, dateText } = record.meeting
  const filled = told.title?.replaceAll(/\{(title|date)\}/g, (_, name) =>
    name === 'title' ? printed : (date ?? dateText ?? ''),
  )
  const title = filled?.replace(/\s+/g, ' ').trim() || printed
  return { ...record, meeting: { ...record.meeting, title, venue: venue ?? told.venue ?? null } }
}

/** Adds to a record as it was read what stands beside it: who holds an office, names, posts, the meeting's title and place. */
export const applyContext = (
  read: MeetingRecord,
  context: ReadingContext,
): { record: MeetingRecord; findings: Finding[] } => {
  const { record, findings } = withRoles(withMeeting(read, context.facts.meeting), context.facts.roles)
  const register = context.register(record.meeting.language)
  if (register.size === 0) return { record, findings: [...findings] }
  const known = knownPeople(record, register)
  const named = withFullNames(record, known)
  return { record: withPosts(named.record, known, register), findings: [...findings, ...named.findings] }
}
