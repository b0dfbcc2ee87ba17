import type { Attendee } from '../attendees/attendee.js'
import { identify } from '../identity/within-meeting.js'
import { fold } from '../names.js'
import { type Bodies, bodyKey } from '../people/bodies.js'
import { statedAffiliation } from '../people/stated-affiliation.js'
import type { MeetingRecord } from '../record.js'
import type { TurnCast } from './cast.js'
import type { Step } from './script.js'
import type { Company } from './voices.js'

type Affiliation = MeetingRecord['affiliations'][number]

/** The rows of those present; who is listed twice has one. */
export const presentRows = (
  attendees: readonly Attendee[],
  { ofAttendee, roles }: Pick<TurnCast, 'ofAttendee' | 'roles'>,
  bodies: Bodies,
): Pick<MeetingRecord, 'attendances' | 'affiliations'> => {
  const attendances: MeetingRecord['attendances'] = []
  const affiliations: Affiliation[] = []
  const rowOf = new Map<string, number>()
  const stated = new Set<string>()
  for (const [i, attendee] of attendees.entries()) {
    const person = ofAttendee[i] ?? ''
    const { honorific, nameAsPrinted, mode, pieces } = attendee
    const role = attendee.role ?? roles.get(person) ?? null
    const attendance = rowOf.get(person) ?? attendances.length + 1
    if (!rowOf.has(person)) {
      rowOf.set(person, attendance)
      attendances.push({ position: attendance, person, honorific, nameAsPrinted, role, mode, pieces })
    }
    for (const { organization, title, status, note } of attendee.affiliations) {
      const id = [person, fold(organization ?? ''), fold(title ?? '')].join('\t')
      if (stated.has(id)) continue
      stated.add(id)
      const body = organization === null ? null : bodyKey(bodies, organization)
      const position = affiliations.length + 1
      affiliations.push({
        position,
        person,
        attendance,
        organization: body,
        title,
        status,
        note,
        from: null,
        to: null,
        pieces,
      })
    }
  }
  return { attendances, affiliations }
}

/** What headings over turns state of their speakers, each once. */
export const voiceAffiliations = (
  steps: readonly Step[],
  { people, bodies }: Company,
  before: number,
): Affiliation[] => {
  const rows: Affiliation[] = []
  const stated = new Set<string>()
  for (const step of steps) {
    if (step.kind !== 'paragraph' || !step.turn?.at) continue
    const { voices, at } = step.turn
    for (const voice of voices) {
      if (voice.kind !== 'person' || (voice.title === null && voice.body === null)) continue
      const { person } = identify(people.cast, voice.name)
      const id = [person, fold(voice.body ?? ''), fold(voice.title ?? '')].join('\t')
      if (person === null || stated.has(id)) continue
      stated.add(id)
      rows.push(
        statedAffiliation({
          position: before + rows.length + 1,
          person,
          organization: voice.body === null ? null : bodyKey(bodies, voice.body),
          title: voice.title,
          pieces: [[at[0], at[1]]],
        }),
      )
    }
  }
  return rows
}
