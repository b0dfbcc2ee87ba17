import { addRoleHolder } from '../identity/within-meeting.js'
import { fold } from '../names.js'
import { addPerson, bodyOf } from '../people/roster.js'
import type { Draft } from '../proposal/draft.js'
import type { PersonLine } from '../proposal/proposal.js'
import type { ListedPerson } from './entry.js'

type Mode = NonNullable<PersonLine['mode']>

/** Adds somebody whom a list names. */
export const addListed = (
  { roster }: Draft,
  at: string,
  person: ListedPerson,
  mode: Mode,
  body: string | null,
): void => {
  const { name, honorific, printed, short, role, posts } = person
  const known = roster.persons.find((line) => line.at && fold(line.name) === fold(name))
  const stated = posts.length > 0 ? posts : body === null ? [] : [{ title: null, body }]
  const made = stated.map((post) => ({
    title: post.title,
    body: post.body === null ? (body === null ? null : bodyOf(roster, body)) : bodyOf(roster, post.body),
    ...(post.status ? { status: post.status } : {}),
  }))
  if (known) {
    if (role && !known.role) known.role = role
  } else {
    const line = addPerson(
      roster,
      {
        name,
        printed: [...new Set([printed, ...short])],
        ...(honorific === null ? {} : { honorific }),
        ...(made.length > 0 ? { posts: made } : {}),
        ...(role === null ? {} : { role }),
        at,
        mode: person.mode ?? mode,
      },
      short.find((one) => /^\p{Lu}[\p{L}\p{N}~]{1,4}$/u.test(one)) ?? null,
    )
    for (const title of [role, ...posts.map((post) => post.title)])
      if (title) addRoleHolder(roster.cast, title, line.person)
  }
}
