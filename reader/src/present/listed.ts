import { fold } from '../names.js'
import { addPerson, bodyOf, type Roster } from '../people/roster.js'
import { addAlias, addRoleHolder, identify } from '../people/within-meeting.js'
import type { PersonLine } from '../proposal/proposal.js'
import type { ListedPerson } from './entry.js'
import type { Mode } from './label.js'

/** What the labels over an entry say of those in it. */
export interface Standing {
  readonly mode: Mode
  readonly body: string | null
  readonly role: string | null
}

/** Somebody whom a list names, and the block in which it does. */
export interface Listed extends Standing {
  readonly person: ListedPerson
  readonly at: number
}

const isAbbreviation = (short: string): boolean => /^\p{Lu}[\p{L}\p{N}~]{1,4}$/u.test(short)

type Posts = NonNullable<PersonLine['posts']>

const postsOf = (roster: Roster, { posts, body: own }: ListedPerson, body: string | null): Posts => {
  const over = own ?? body
  const keyOf = (name: string | null) => (name === null ? null : bodyOf(roster, name))
  if (posts.length === 0) return over === null ? [] : [{ title: null, body: keyOf(over) }]
  return posts.map(({ title, body: stated, status, note }) => ({
    title,
    body: keyOf(stated ?? (status === 'FORMER' ? null : over)),
    ...(status ? { status } : {}),
    ...(note ? { note } : {}),
  }))
}

/** Whoever is listed already under this name, or stands in the text by it and is named in full here. */
const knownAs = (
  { personByKey, personByName, cast }: Roster,
  { name, printed }: ListedPerson,
  isOffice: boolean,
): PersonLine | null => {
  const same = personByName.get(fold(name))
  if (same) return same
  const found = isOffice || !name.includes(' ') ? identify(cast, printed).person : null
  return personByKey.get(found ?? '') ?? null
}

/** Adds somebody whom a list names to the roster; who is in it already gets the office that is stated here. */
export const addListed = (roster: Roster, { person, at, mode, body, role: over }: Listed): void => {
  const { name, honorific, printed, short } = person
  const role = person.role ?? over
  const known = knownAs(roster, person, role !== null)
  if (known) {
    known.at ??= `${at}`
    known.role ??= role
    if (role !== null) addRoleHolder(roster.cast, role, known.person)
    return
  }
  const posts = postsOf(roster, person, body)
  const line = addPerson(
    roster,
    {
      name,
      printed: [...new Set([printed, ...short])],
      ...(honorific === null ? {} : { honorific }),
      ...(posts.length > 0 ? { posts } : {}),
      ...(role === null ? {} : { role }),
      at: `${at}`,
      mode: person.mode ?? mode,
    },
    short.find(isAbbreviation) ?? null,
  )
  for (const alias of short) addAlias(roster.cast, alias, line.person)
  for (const title of [role, ...posts.map((post) => (post.status === 'FORMER' ? null : post.title))])
    if (title) addRoleHolder(roster.cast, title, line.person)
}
