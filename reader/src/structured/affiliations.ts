import { fold } from '../names.js'
import type { MeetingRecord, Pieces } from '../record.js'
import { dayOf } from './meeting.js'
import type { Organizations } from './organizations.js'
import type { People } from './people.js'
import type { RegisteredPost } from './register.js'

type Affiliation = MeetingRecord['affiliations'][number]

/** An office in which somebody speaks, where the record prints it. */
export interface HeldOffice {
  readonly person: string
  readonly title: string
  readonly pieces: Pieces
}

const statusOn = (meeting: string | null, from: string | null, to: string | null): Affiliation['status'] => {
  if (meeting === null) return 'CURRENT'
  if (to !== null && to < meeting.slice(0, to.length)) return 'FORMER'
  return from !== null && from > meeting.slice(0, from.length) ? 'INCOMING' : 'CURRENT'
}

/** What the register prints of a time that is no day ("2015"), or that ends before it begins. */
const timeNote = ({ from, to }: RegisteredPost): string => {
  const parts = [from === null ? '' : `from ${from}`, to === null ? '' : `to ${to}`]
  return parts.filter((part) => part !== '').join(' ')
}

/** What a post states on the day of a meeting: whether it is held then, and its days as far as they are days. */
export const registered = (
  post: RegisteredPost,
  meeting: string | null,
): Pick<Affiliation, 'status' | 'note' | 'from' | 'to'> => {
  const [from, to] = [dayOf(post.from), dayOf(post.to)]
  const isExact = (from !== null || post.from === null) && (to !== null || post.to === null)
  const isInOrder = from === null || to === null || from <= to
  const status = statusOn(meeting, post.from, post.to)
  if (isExact && isInOrder) return { status, note: post.note, from, to }
  return {
    status,
    note: [post.note, timeNote(post)].filter((part) => part !== null).join(', '),
    from: isInOrder ? from : null,
    to: isInOrder ? to : null,
  }
}

/** What registers state of those who are in the record, and the offices in which they speak. */
export const affiliationRows = (
  people: People,
  organizations: Organizations,
  offices: readonly HeldOffice[],
  meeting: string | null,
): MeetingRecord['affiliations'] => {
  const rows: MeetingRecord['affiliations'] = []
  for (const { key: person, isUsed, entry } of people.all) {
    for (const post of isUsed ? (entry?.posts ?? []) : []) {
      const organization = post.organization === null ? null : organizations.keyOf(post.organization)
      const { title, pieces } = post
      if (title === null && organization === null) continue
      const position = rows.length + 1
      rows.push({ position, person, attendance: null, organization, title, pieces, ...registered(post, meeting) })
    }
  }
  const known = new Set(rows.map(({ person, title }) => `${person} ${fold(title ?? '')}`))
  for (const { person, title, pieces } of offices) {
    const id = `${person} ${fold(title)}`
    if (known.has(id) || pieces.length === 0) continue
    known.add(id)
    const time = { status: 'CURRENT' as const, note: null, from: null, to: null }
    rows.push({ position: rows.length + 1, person, attendance: null, organization: null, title, pieces, ...time })
  }
  return rows
}
