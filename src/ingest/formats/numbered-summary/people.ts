import { type Finding, finding } from '../../findings.js'
import type { NameInText } from '../../identity/names-in-text.js'
import { addMember, addRoleHolder, type Cast, emptyCast, identify } from '../../identity/within-meeting.js'
import { fold, nameTokens, sortName, splitHonorific } from '../../names.js'
import type { MeetingRecord, Pieces } from '../../record.js'
import { slugText } from '../../slug.js'
import { type Attendee, isMeetingRole } from './attendees/attendee.js'

type PersonRow = MeetingRecord['people'][number]

/** The people of a record while it is being read. */
export interface People {
  readonly cast: Cast
  /** Whose row each attendee's is, by index. */
  readonly ofAttendee: readonly string[]
  readonly findings: Finding[]
}

/** A key that is not in use yet: the slug of a text, numbered where it stands for several. */
export const freshKey = (text: string, taken: ReadonlySet<string>, fallback: string): string => {
  const slug = slugText(text, fallback)
  let key = slug
  for (let i = 2; taken.has(key); i++) key = `${slug}-${i}`
  return key
}

const bodies = (attendee: Attendee): Set<string> =>
  new Set(attendee.affiliations.flatMap(({ organization }) => (organization === null ? [] : [fold(organization)])))

/** Whether two rows of one name can be one person: neither their honorifics nor their bodies tell them apart. */
const canBeOne = (a: Attendee, b: Attendee): boolean => {
  const [ofA, ofB] = [bodies(a), bodies(b)]
  return (
    fold(a.honorific ?? '') === fold(b.honorific ?? '') &&
    (ofA.size === 0 || ofB.size === 0 || [...ofA].some((body) => ofB.has(body)))
  )
}

/** Makes the cast of a record from its list of those present. A name that is listed twice is one person, if nothing tells two apart. */
export const castOfAttendees = (attendees: readonly Attendee[]): People => {
  const cast = emptyCast()
  const findings: Finding[] = []
  const taken = new Set<string>()
  const first = new Map<string, { key: string; attendee: Attendee }[]>()
  const ofAttendee = attendees.map((attendee) => {
    const name = fold(attendee.name)
    const same = first.get(name) ?? []
    const known = same.find((other) => canBeOne(other.attendee, attendee))
    if (known) return known.key
    const key = freshKey(attendee.name, taken, 'person')
    taken.add(key)
    first.set(name, [...same, { key, attendee }])
    const { honorific, abbreviation } = attendee
    addMember(cast, {
      key,
      name: attendee.name,
      honorific,
      abbreviation,
      tokens: nameTokens(attendee.name),
      isListed: true,
    })
    if (same.length > 0) {
      const candidates = [...same.map((other) => other.key), key].map((one) => ({ list: 'people' as const, key: one }))
      findings.push(
        finding(
          'POSSIBLE_SAME_PERSON',
          `“${attendee.name}” is listed twice, with other details; two people are taken.`,
          attendee.pieces,
          candidates,
        ),
      )
    }
    return key
  })
  for (const [i, attendee] of attendees.entries()) {
    const roles = [
      attendee.role,
      ...attendee.affiliations.filter(({ status }) => status === 'CURRENT').map(({ title }) => title),
    ]
    for (const role of roles) if (role !== null && isMeetingRole(role)) addRoleHolder(cast, role, ofAttendee[i] ?? '')
  }
  return { cast, ofAttendee, findings }
}

/** Adds those whom the text names and the list does not, the fullest form of each name first, so that others find it. */
export const addUnlisted = (cast: Cast, printed: readonly string[]): void => {
  const taken = new Set(cast.members.map(({ key }) => key))
  const fullestFirst = [...new Set(printed)].sort(
    (a, b) => nameTokens(splitHonorific(b).name).length - nameTokens(splitHonorific(a).name).length,
  )
  for (const each of fullestFirst) {
    const found = identify(cast, each)
    if (found.person !== null || found.candidates.length > 0) continue
    const { honorific, name } = splitHonorific(each)
    const tokens = nameTokens(name)
    if (tokens.length === 0) continue
    const key = freshKey(name, taken, 'person')
    taken.add(key)
    addMember(cast, { key, name, honorific, abbreviation: null, tokens, isListed: false })
  }
}

/** A place where a record prints a person's name. */
export interface PrintedForm {
  readonly person: string
  readonly printed: string
  readonly at: number
}

export const printedForms = (names: readonly NameInText[], offsetOf: (start: number) => number): PrintedForm[] =>
  names.flatMap(({ person, printed, start }) => (person === null ? [] : [{ person, printed, at: offsetOf(start) }]))

/** The rows of those whom the record lists, lets speak or cites, each with every printed form in order of appearance. */
export const personRows = (
  cast: Cast,
  forms: readonly PrintedForm[],
  isKept: (key: string) => boolean,
): PersonRow[] => {
  const names = new Map<string, Set<string>>()
  for (const { person, printed } of [...forms].sort((a, b) => a.at - b.at)) {
    const known = names.get(person)
    if (known) known.add(printed)
    else names.set(person, new Set([printed]))
  }
  return cast.members
    .filter(({ key, isListed }) => isListed || isKept(key))
    .map(({ key, name }) => ({ key, name, sortName: sortName(name), printedNames: [...(names.get(key) ?? [name])] }))
}

/** How far a printed form is from the name of the list, in words a reader understands; null where it is the same. */
const variance: Readonly<Partial<Record<NonNullable<NameInText['match']>, string>>> = {
  WITHOUT_MIDDLE_NAMES: 'without middle names and initials',
  OTHER_ORDER: 'in another order',
}

/** One finding for each printed form of a full name that is not the list's. */
export const variantFindings = (cast: Cast, names: readonly { name: NameInText; pieces: Pieces }[]): Finding[] => {
  const seen = new Set<string>()
  const byKey = new Map(cast.members.map((member) => [member.key, member]))
  return names.flatMap(({ name, pieces }) => {
    const how = name.match === null ? undefined : variance[name.match]
    const member = name.person === null ? undefined : byKey.get(name.person)
    const id = `${name.person} ${fold(name.printed)}`
    if (how === undefined || !member || seen.has(id)) return []
    seen.add(id)
    return [
      finding('NAME_VARIANT', `“${name.printed}” is taken for “${member.name}”, the same name ${how}.`, pieces, [
        { list: 'people', key: member.key },
      ]),
    ]
  })
}
