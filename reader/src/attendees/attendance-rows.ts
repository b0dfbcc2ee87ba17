import { type Finding, finding } from '../findings.js'
import { type Bodies, bodyKey } from '../people/bodies.js'
import type { People } from '../people/cast-of-attendees.js'
import type { MeetingRecord, Pieces } from '../record.js'
import type { Attendee } from './attendee.js'

/** The rows of those present, each person once, and what each place states of them. */
export const attendanceRows = (
  attendees: readonly Attendee[],
  people: People,
  bodies: Bodies,
): Pick<MeetingRecord, 'attendances' | 'affiliations'> => {
  const attendances: MeetingRecord['attendances'] = []
  const affiliations: MeetingRecord['affiliations'] = []
  const rowOf = new Map<string, number>()
  for (const [i, attendee] of attendees.entries()) {
    const person = people.ofAttendee[i] ?? ''
    const { honorific, nameAsPrinted, role, mode, pieces } = attendee
    let position = rowOf.get(person)
    if (position === undefined) {
      position = attendances.length + 1
      rowOf.set(person, position)
      attendances.push({ position, person, honorific, nameAsPrinted, role, mode, pieces })
    }
    for (const { organization, title, status, note, pieces: own } of attendee.affiliations) {
      affiliations.push({
        position: affiliations.length + 1,
        person,
        attendance: position,
        organization: organization === null ? null : bodyKey(bodies, organization),
        title,
        status,
        note,
        from: null,
        to: null,
        pieces: own.length > 0 ? own : pieces,
      })
    }
  }
  return { attendances, affiliations }
}

/** What was put together, or left out, in reading the lists. */
export const attendeeFindings = (attendees: readonly Attendee[], noise: Pieces, source: string): Finding[] => {
  const findings: Finding[] = []
  for (const { isWrapped, isHyphenJoined, nameAsPrinted, pieces, namePieces } of attendees) {
    if (isWrapped)
      findings.push(
        finding('ROW_REJOINED', `The row of “${nameAsPrinted}” was put together from several lines.`, pieces),
      )
    if (isHyphenJoined)
      findings.push(
        finding('HYPHEN_REJOINED', `“${nameAsPrinted}” was put together at a hyphen that ends a line.`, namePieces),
      )
  }
  for (const piece of noise)
    findings.push(
      finding('NOISE_DROPPED', `“${source.slice(...piece)}” in the list of those present is taken for a stray mark.`, [
        piece,
      ]),
    )
  return findings
}
