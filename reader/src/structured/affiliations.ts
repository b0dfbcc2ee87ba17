import { fold } from '../names.js'
import type { MeetingRecord, Pieces } from '../record.js'
import { dayOf } from './meeting.js'
import type { Organizations, People } from './people.js'
import type { RegisteredPost } from './register.js'

type Affiliation = MeetingRecord['affiliations'][number]

/** An office in which somebody speaks, where the record prints it. */
export interface HeldOffice {
  readonly person: string
  readonly title: string
  readonly pieces: Pieces
}

const statusOn = (meeting: string | null, { from, to }: RegisteredPost): Affiliation['status'] => {
  if (meeting === null) return 'CURRENT'
  if (to !== null && to < meeting.slice(0, to.length)) return 'FORMER'
  return from !== null && from > meeting.slice(0, from.length) ? 'INCOMING' : 'CURRENT'
}

/**
 * What a post states on the day of a meeting: whether it is held then, and its days. A time that is no day ("2015"), or that ends
 * before it begins, is in the note.
 */
export const registered = (
  post: RegisteredPost,
  meeting: string | null,
): Pick<Affiliation, 'status' | 'note' | 'from' | 'to'> => {
  const [from, to] = [dayOf(post.from), dayOf(post.to)]
  const status = statusOn(meeting, post)
  const isInOrder = from === null || to === null || from <= to
  const isExact = (from !== null || post.from === null) && (to !== null || post.to === null)
  if (isExact && isInOrder) return { status, note: post.note, from, to }
  const time = [post.from && `from ${post.from}`, post.to && `to ${post.to}`].filter(Boolean).join(' ')
  const note = [post.note, time].filter((part) => part !== null).join(', ')
  return { status, note, from: isInOrder ? from : null, to: isInOrder ? to : null }
}

/** What registers state of those who are in the record, and the offices in which they speak. */
export const affiliationRows = (
  people: People,
  organizations: Organizations,
  offices: readonly HeldOffice[],
  meeting: string | null,
): MeetingRecord['affiliations'] => {
  const rows: MeetingRecord['affiliations'] = []
  const add = (row: Omit<Affiliation, 'position' | 'attendance'>) =>
    rows.push({ position: rows.length + 1, attendance: null, ...row })
  for (const { key: person, isUsed, entry } of people.all) {
    for (const post of isUsed ? (entry?.posts ?? []) : []) {
      const organization = post.organization === null ? null : organizations.keyOf(post.organization)
      const { title, pieces } = post
      if (title !== null || organization !== null)
        add({ person, organization, title, pieces, ...registered(post, meeting) })
    }
  }
  const known = new Set(rows.map(({ person, title }) => `${person} ${fold(title ?? '')}`))
  for (const { person, title, pieces } of offices) {
    const id = `${person} ${fold(title)}`
    if (known.has(id) || pieces.length === 0) continue
    known.add(id)
    add({ person, organization: null, title, pieces, status: 'CURRENT', note: null, from: null, to: null })
  }
  return rows
}
