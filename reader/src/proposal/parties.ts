import { familyName, nameTokens } from '../names.js'
import { identify } from '../people/within-meeting.js'
import type { ProvenPerson } from './attendance.js'
import { asPrinted, type Printed, type PrintedWords, placesOf, type Within } from './printed.js'
import type { Grounds } from './speech.js'

/** Whom a line names by a key, and where the record prints them by which form. */
export interface NamedParty {
  readonly person: string | null
  readonly organization: string | null
  readonly asPrinted: string
  readonly place: Printed | null
}

type Ground = Pick<Grounds, 'index' | 'people' | 'bodies' | 'cast'>

const wordsAt = (index: PrintedWords, { block, range }: Printed): string =>
  (index.blocks.get(block)?.text ?? '').slice(...range)

/** Whether a place is part of another person's longer name: "Roe" in "Jane Roe" is not John's. */
const isOthers = ({ index, people }: Ground, { line }: ProvenPerson, place: Printed, token: string): boolean =>
  [...people.values()].some(
    (other) =>
      other.line.person !== line.person &&
      nameTokens(other.line.name).includes(token) &&
      other.forms.some((form) =>
        placesOf(index, form, new Set([place.block])).some(
          ({ range: [start, end] }) =>
            start <= place.range[0] && end >= place.range[1] && end - start > place.range[1] - place.range[0],
        ),
      ),
  )

/** An office below the one that it is named after is not told by the last word. */
const below = /^(?:deputy|vice|assistant|associate|former|acting|past|junior)\b/i

/** The offices of somebody, by all of their words or the last: "Town Clerk", "Clerk". */
const officesOf = ({ line }: ProvenPerson): string[] =>
  [line.role, line.title, ...(line.posts ?? []).map(({ title }) => title)].flatMap((office) => {
    if (!office) return []
    const last = office.split(' ').at(-1) ?? ''
    return below.test(office) || last === office ? [office] : [office, last]
  })

/** The first place of somebody among some blocks: by a printed form, the office they hold at the meeting, or the family name alone. */
const personAt = (ground: Ground, person: ProvenPerson, within: Within): Printed | null => {
  const { index, cast } = ground
  const byLength = [...person.forms].sort((a, b) => b.length - a.length)
  for (const form of [...byLength, ...officesOf(person)]) {
    const place = placesOf(index, form, within).find((one) => !isOthers(ground, person, one, nameTokens(form)[0] ?? ''))
    if (place) return place
  }
  const family = familyName(person.line.name)
  const found = family.length > 1 ? identify(cast, family).person : null
  if (found !== null && found !== person.line.person) return null
  const places = family.length > 1 ? placesOf(index, family, within) : []
  return places.find((place) => !isOthers(ground, person, place, nameTokens(family)[0] ?? '')) ?? null
}

/**
 * Finds whom a key means among some blocks: a person or a body of the proposal that is printed there; what is no key is a role, in the
 * words of these blocks.
 *
 * @returns null where they are not printed there
 */
export const partyIn = (ground: Ground, key: string, within: Within): NamedParty | null => {
  const { index, people, bodies } = ground
  const person = people.get(key)
  if (person) {
    const place = personAt(ground, person, within)
    return place && { person: key, organization: null, asPrinted: wordsAt(index, place), place }
  }
  const body = bodies.get(key)
  if (body) {
    const [place] = [body.name, ...(body.printed ?? [])].flatMap((form) => placesOf(index, form, within))
    return place ? { person: null, organization: key, asPrinted: wordsAt(index, place), place } : null
  }
  const words = asPrinted(index, key, within)
  return words === null ? null : { person: null, organization: null, asPrinted: words, place: null }
}
