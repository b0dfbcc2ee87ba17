import { sortName } from '../names.js'
import { nameKey } from '../people/name-keys.js'
import type { MeetingRecord, Pieces } from '../record.js'
import { textOf } from '../text/flow.js'
import type { CorrectionOf } from './correction.js'
import type { Draft } from './draft.js'
import { bodyKey, personKey } from './names.js'
import { InapplicableCorrection } from './refused.js'

/** Takes rows of the list of those present out, with what they state, and counts the rest anew. */
const removeAttendances = ({ record }: Draft, isGone: (row: MeetingRecord['attendances'][number]) => boolean): void => {
  const left = record.attendances.filter((row) => !isGone(row))
  const places = new Map(left.map(({ position }, i) => [position, i + 1]))
  const stated = record.affiliations.filter(({ attendance }) => attendance === null || places.has(attendance))
  record.attendances = left.map((row, i) => ({ ...row, position: i + 1 }))
  record.affiliations = stated.map((row, i) => ({
    ...row,
    position: i + 1,
    attendance: row.attendance === null ? null : (places.get(row.attendance) ?? null),
  }))
}

/** Says that somebody was there, was absent with apologies, or does not belong in the list at all. */
export const applyPresent = (draft: Draft, { person, mode, role }: CorrectionOf<'PRESENT'>, at: Pieces): void => {
  const { record } = draft
  const key = personKey(draft, person)
  const own = record.attendances.filter((row) => row.person === key)
  if (mode === null) {
    if (own.length === 0) throw new InapplicableCorrection(`${person.person} is not among those present.`)
    removeAttendances(draft, (row) => row.person === key)
    return
  }
  for (const row of own) Object.assign(row, { mode, ...(role === undefined ? {} : { role }) })
  if (own.length > 0) return
  if (at.length === 0)
    throw new InapplicableCorrection('No list names this person. Give the words that show it as "at".')
  record.attendances.push({
    position: record.attendances.length + 1,
    person: key,
    honorific: null,
    nameAsPrinted: textOf(draft.source, at),
    role: role ?? null,
    mode,
    pieces: at,
  })
}

/** Says what somebody was, and where, as of the meeting: in place of what the record was read to state of that status. */
export const applyPost = (draft: Draft, { person, title, body, status }: CorrectionOf<'POST'>, at: Pieces): void => {
  const { record } = draft
  const key = personKey(draft, person)
  const attendance = record.attendances.find((row) => row.person === key)
  const others = record.affiliations.filter((row) => row.person !== key || row.status !== status)
  const organization = body === null ? null : bodyKey(draft, body)
  const pieces = at.length > 0 ? at : (attendance?.pieces ?? [])
  const place = { attendance: attendance?.position ?? null, pieces }
  const row = { position: 0, person: key, organization, title, status, note: null, from: null, to: null, ...place }
  const rows = title === null && body === null ? others : [...others, row]
  record.affiliations = rows.map((stated, i) => ({ ...stated, position: i + 1 }))
}

/** Says how the name of somebody is written. */
export const applyName = (draft: Draft, { person, name }: CorrectionOf<'NAME'>): void => {
  const { people } = draft.record
  const row = people.find(({ key }) => key === personKey(draft, person))
  if (!row) return
  if (people.some((other) => other !== row && nameKey(other.name) === nameKey(name)))
    throw new InapplicableCorrection(`The meeting has another person called ${name}. If they are one, merge them.`)
  row.name = name
  row.sortName = sortName(name) || name
}
