import { type Attendee, isMeetingRole, isOfficer } from '../attendees/attendee.js'
import { type Finding, finding } from '../findings.js'
import { addMember, addRoleHolder, type Cast, emptyCast } from '../identity/within-meeting.js'
import { fold, nameTokens } from '../names.js'
import { freshKey } from './fresh-key.js'

/** The people of a record while it is being read. */
export interface People {
  readonly cast: Cast
  /** Whose row each attendee's is, by index. */
  readonly ofAttendee: readonly string[]
  readonly findings: Finding[]
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
    for (const role of roles)
      if (role !== null && (isMeetingRole(role) || isOfficer(role)))
        addRoleHolder(cast, role.replace(/^in the /i, ''), ofAttendee[i] ?? '')
  }
  return { cast, ofAttendee, findings }
}
