import { fold } from '../names.js'
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
  /** Initials that records print for a person. */
  readonly abbreviations?: readonly string[]
  readonly posts: readonly RegisteredPost[]
  /** It is listed among the people, and is none. */
  readonly isMisfiled: boolean
}

/** A name that is longer says more than what somebody is called; the rest of it is left out. */
const longest = 300

export const shortName = (name: string): string => name.slice(0, longest).trim()

/** The people, bodies and roles that a file lists, by identifier. */
export type Register = ReadonlyMap<string, Entry>

/** What somebody is known by to whom a register gives no identifier: no identifier of XML has a space. */
export const nameId = (name: string): string => ` ${fold(name) || name}`

const isNamed = ({ id }: Entry): boolean => id.startsWith(' ')

const union = (one: readonly string[] = [], other: readonly string[] = []): string[] => [...new Set([...one, ...other])]

const samePost = (one: RegisteredPost, other: RegisteredPost): boolean =>
  (['title', 'organization', 'from', 'to', 'note'] as const).every((key) => one[key] === other[key])

const joined = (one: Entry, other: Entry): Entry => ({
  ...one,
  aliases: union(one.aliases, other.aliases),
  abbreviations: union(one.abbreviations, other.abbreviations),
  posts: [...one.posts, ...other.posts.filter((post) => !one.posts.some((known) => samePost(known, post)))],
})

/**
 * One register of the entries of several: what is said of one identifier is said of one person. Who has none is the only one
 * of that name who has, if there is one.
 */
export const joinedRegister = (entries: readonly Entry[]): Register => {
  const register = new Map<string, Entry>()
  const put = (id: string, entry: Entry) => {
    const known = register.get(id)
    if (known === undefined) register.set(id, { ...entry, id })
    else if (known.kind === entry.kind) register.set(id, joined(known, entry))
  }
  for (const entry of entries) if (!isNamed(entry)) put(entry.id, entry)
  const byName = new Map<string, string[]>()
  for (const { id, name, kind } of register.values()) {
    if (kind === 'person') byName.set(nameId(name), [...(byName.get(nameId(name)) ?? []), id])
  }
  for (const entry of entries) {
    if (!isNamed(entry)) continue
    const [only, another] = entry.kind === 'person' ? (byName.get(entry.id) ?? []) : []
    put(only !== undefined && another === undefined ? only : entry.id, entry)
  }
  return register
}

/** What a file lists, and what registers beside it know besides. */
export const withRegister = (own: Register, beside: Register | undefined): Register =>
  beside === undefined || beside.size === 0 ? own : joinedRegister([...own.values(), ...beside.values()])

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

/** What people write of a post; nothing for what they do not. */
type Stated = { readonly [Key in 'title' | 'organization' | 'from' | 'to' | 'note']?: string | null | undefined }

/** The post that is stated so, at a body that is known by its name. */
export const postOf = ({ title, organization, from, to, note }: Stated): RegisteredPost => ({
  title: title ?? null,
  organization: organization ? nameId(organization) : null,
  from: from ?? null,
  to: to ?? null,
  note: note ?? null,
  pieces: [],
})

/** The bodies of posts, by their names. */
export const bodiesOf = (posts: readonly Stated[]): Entry[] =>
  posts.flatMap(({ organization }) =>
    organization ? [plainEntry(nameId(organization), 'organization', organization)] : [],
  )
