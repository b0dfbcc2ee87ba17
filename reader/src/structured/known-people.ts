import { type Finding, finding } from '../findings.js'
import { addMember, type Cast, emptyCast, identify } from '../identity/within-meeting.js'
import { fold, nameTokens, sortName, splitHonorific } from '../names.js'
import type { MeetingRecord, NameMatch } from '../record.js'
import type { Entry, Register } from './register.js'

type Person = MeetingRecord['people'][number]

/** Whom of a register somebody in a record is, and by which rule. */
export interface RegisterMatch {
  readonly entry: Entry
  readonly match: NameMatch
}

const castOf = (register: Register): Cast => {
  const cast = emptyCast()
  for (const { id, kind, name: printed, abbreviations = [] } of register.values()) {
    if (kind !== 'person') continue
    const { honorific, name } = splitHonorific(printed)
    const member = { key: id, name, honorific, tokens: nameTokens(name), abbreviation: null, isListed: true }
    addMember(cast, member)
    for (const initials of abbreviations)
      cast.byAbbreviation.set(initials, [...(cast.byAbbreviation.get(initials) ?? []), member])
  }
  return cast
}

/** A list of those present prints the whole name of most; a family name in it may be anybody's. */
const ofListed: ReadonlySet<NameMatch> = new Set(['EXACT', 'WITHOUT_MIDDLE_NAMES', 'OTHER_ORDER'])

/** Of the register, those whom a record names, by their keys in it; two of a record are never one of the register. */
export const knownPeople = (record: MeetingRecord, register: Register): Map<string, RegisterMatch> => {
  const cast = castOf(register)
  const listed = new Set(record.attendances.map(({ person }) => person))
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

const withName = (person: Person, { entry }: RegisterMatch): Person => {
  const { name } = splitHonorific(entry.name)
  return { ...person, name, sortName: sortName(name) }
}

/** Whether the register's name says more than all that the record prints. */
const isFuller = (person: Person, { entry }: RegisterMatch): boolean =>
  nameTokens(splitHonorific(entry.name).name).length > nameTokens(person.name).length

/** Gives people whom the record names by less than their name (a family name, initials) the name that the register has. */
export const withFullNames = (
  record: MeetingRecord,
  known: ReadonlyMap<string, RegisterMatch>,
): { record: MeetingRecord; findings: Finding[] } => {
  const listed = new Set(record.attendances.map(({ person }) => person))
  const names = new Set(record.people.map(({ name }) => fold(name)))
  const renamed = new Map<string, RegisterMatch>()
  const findings: Finding[] = []
  const people = record.people.map((person) => {
    const found = known.get(person.key)
    if (!found || listed.has(person.key) || !isFuller(person, found) || names.has(fold(found.entry.name))) return person
    renamed.set(person.key, found)
    const message = `“${person.name}” is taken for “${found.entry.name}”, whom a register beside the record names.`
    findings.push(finding('NAME_VARIANT', message, [], [{ list: 'people', key: person.key }]))
    return withName(person, found)
  })
  const remarks = record.remarks.map((remark) => {
    const match = renamed.get(remark.speaker ?? '')?.match
    return match && remark.speakerMatch === null ? { ...remark, speakerMatch: match } : remark
  })
  return { record: { ...record, people, remarks }, findings }
}
