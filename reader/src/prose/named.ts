import { addPerson, bodyOf, type Roster } from '../people/roster.js'
import { identify } from '../people/within-meeting.js'
import { bodyOfLetters, knownBody } from './known.js'

/** Somebody whom words name, before it is known whether they speak; the roster does not have all of them yet. */
export type Named =
  | { readonly kind: 'person'; readonly key: string }
  | {
      readonly kind: 'unlisted'
      readonly name: string
      readonly honorific: string | null
      readonly title: string | null
      readonly printed: string
    }
  | { readonly kind: 'body'; readonly name: string }
  /** An office that nobody is known to hold. */
  | { readonly kind: 'office'; readonly role: string }

/** The key of a body by its printed name or abbreviation; it is added where the roster lacks it. */
export const bodyKey = (roster: Roster, printed: string): string => {
  const name = printed.replace(/^the\s+/i, '')
  const known = knownBody(roster, name)
  if (known !== null) return known
  return bodyOf(roster, bodyOfLetters(roster, name) ?? name)
}

/** The key of a person or body who speaks, added to the roster if need be; null for an office. */
export const keyOf = (roster: Roster, named: Named): string | null => {
  if (named.kind === 'person') return named.key
  if (named.kind === 'body') return bodyKey(roster, named.name)
  if (named.kind === 'office') return null
  const { name, honorific, title, printed } = named
  // Somebody may have been added since the text was looked through for names.
  const known = identify(roster.cast, honorific === null ? name : `${honorific} ${name}`)
  if (known.person !== null) return known.person
  return addPerson(roster, {
    name,
    printed: [printed],
    ...(honorific === null ? {} : { honorific }),
    ...(title === null ? {} : { title }),
  }).person
}
