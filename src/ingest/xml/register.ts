import type { Pieces } from '../record.js'
import { readLabel } from './label.js'

/** What a register states of somebody, besides the name. */
export interface RegisteredPost {
  readonly title: string | null
  /** Reference to the body. */
  readonly organization: string | null
  readonly from: string | null
  readonly to: string | null
  readonly note: string | null
  readonly pieces: Pieces
}

/** What a reference leads to. An office or an unnamed crowd that is encoded as a person is no `person`. */
export interface Entry {
  readonly id: string
  readonly kind: 'person' | 'organization' | 'role' | 'nobody' | 'other'
  readonly name: string
  readonly aliases: readonly string[]
  readonly posts: readonly RegisteredPost[]
  /** It is listed among the people, and is none. */
  readonly isMisfiled: boolean
}

/** A name that is longer says more than what somebody is called; the rest of it is left out. */
const longest = 300

export const shortName = (name: string): string => name.slice(0, longest).trim()

/** The people, bodies and roles that a file lists, by identifier. */
export type Register = ReadonlyMap<string, Entry>

/** An entry of a list of people, as what its name shows it to be. */
export const personEntry = (id: string, name: string, posts: readonly RegisteredPost[]): Entry => {
  const label = readLabel(name)
  const kind = label?.isNobody ? 'nobody' : label !== null && label.name === null ? 'role' : 'person'
  return { id, kind, name: shortName(name), aliases: [], posts, isMisfiled: kind !== 'person' }
}

/** An entry without more to say than its name. */
export const plainEntry = (id: string, kind: 'organization' | 'role' | 'other', name: string): Entry => ({
  id,
  kind,
  name: shortName(name),
  aliases: [],
  posts: [],
  isMisfiled: false,
})
