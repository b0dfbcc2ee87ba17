import { fold, nameTokens, splitHonorific } from '../names.js'
import type { BodyLine, PersonLine } from '../proposal/proposal.js'
import { freshKey } from './fresh-key.js'
import { addMember, type Cast, emptyCast, type Identification, identify } from './within-meeting.js'

/** The people and bodies of a record while rules read it: lines of the proposal, and the index that finds them by printed names. */
export interface Roster {
  readonly cast: Cast
  readonly persons: PersonLine[]
  readonly personByKey: Map<string, PersonLine>
  /** The first of each folded name. */
  readonly personByName: Map<string, PersonLine>
  readonly bodies: BodyLine[]
  readonly keys: Set<string>
  readonly bodyByName: Map<string, BodyLine>
}

export const emptyRoster = (): Roster => ({
  cast: emptyCast(),
  persons: [],
  personByKey: new Map(),
  personByName: new Map(),
  bodies: [],
  keys: new Set(),
  bodyByName: new Map(),
})

/** Adds somebody as listed, or as first met in the text; the line's key is made here. */
export const addPerson = (
  roster: Roster,
  line: Omit<PersonLine, 'person'>,
  abbreviation: string | null = null,
): PersonLine => {
  const key = freshKey(line.name, roster.keys, 'person')
  roster.keys.add(key)
  const made: PersonLine = { person: key, ...line }
  roster.persons.push(made)
  roster.personByKey.set(key, made)
  const folded = fold(line.name)
  if (!roster.personByName.has(folded)) roster.personByName.set(folded, made)
  addMember(roster.cast, {
    key,
    name: line.name,
    honorific: line.honorific ?? null,
    tokens: nameTokens(line.name),
    abbreviation,
    isListed: line.at !== undefined && line.at !== null,
  })
  return made
}

/** Whom a printed name means; where nobody fits and nobody else could be meant, somebody new of this name. */
export const personOf = (roster: Roster, printed: string): Identification => {
  const known = identify(roster.cast, printed)
  if (known.person !== null || known.candidates.length > 0) return known
  const { honorific, name } = splitHonorific(printed)
  const line = addPerson(roster, { name, printed: [printed], ...(honorific === null ? {} : { honorific }) })
  return { person: line.person, match: null, candidates: [] }
}

/** The key of a body by its printed name; the same folded name is one body. */
export const bodyOf = (roster: Roster, printed: string): string => {
  const name = printed.trim()
  const id = fold(name) || name
  const known = roster.bodyByName.get(id)
  if (known) return known.body
  const line: BodyLine = { body: freshKey(name, roster.keys, 'organization'), name }
  roster.keys.add(line.body)
  roster.bodies.push(line)
  roster.bodyByName.set(id, line)
  return line.body
}
