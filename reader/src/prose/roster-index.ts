import { fold, nameTokens, splitHonorific } from '../names.js'
import type { Roster } from '../people/roster.js'
import type { BodyLine, PersonLine } from '../proposal/proposal.js'

/** The lines of a roster by what they are asked for by. */
interface RosterIndex {
  persons: number
  bodies: number
  readonly bodyKeys: Set<string>
  /** Listed people by initials, with and without those of the parts of a hyphenated name; empty where two have them. */
  readonly personByInitials: Map<string, string>
  /** Bodies by folded name or printed form, without "the". */
  readonly bodyByForm: Map<string, BodyLine>
  /** Names of bodies by their first letters, and by their first or last word; empty where two have them. */
  readonly nameByLetters: Map<string, string>
  readonly nameByPart: Map<string, string>
}

const indexes = new WeakMap<Roster, RosterIndex>()

/** Notes a value by a key that is to be one's alone. */
export const alone = (index: Map<string, string>, key: string, value: string): void => {
  const known = index.get(key)
  if (key !== '') index.set(key, known === undefined || known === value ? value : '')
}

const capitalsOf = (name: string, splits: RegExp): string =>
  splitHonorific(name)
    .name.split(splits)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word.charAt(0))
    .join('')

const small = new Set(['of', 'for', 'and', 'the', 'on', 'in', 'de', 'la', 'du'])

/** The first letters of a name's words, with and without those of "of" and "the". */
export const lettersOf = (name: string): string[] => {
  const words = nameTokens(name)
  return [words, words.filter((word) => !small.has(word))].map((some) =>
    some
      .map((word) => word.charAt(0))
      .join('')
      .toUpperCase(),
  )
}

const bareForm = (printed: string): string => fold(printed).replace(/^the /, '')

const addPerson = (index: RosterIndex, line: PersonLine): void => {
  if (!line.at) return
  for (const letters of new Set([capitalsOf(line.name, /[\s-]+/), capitalsOf(line.name, /\s+/)]))
    alone(index.personByInitials, letters, line.person)
}

const addBody = (index: RosterIndex, line: BodyLine): void => {
  index.bodyKeys.add(line.body)
  for (const form of [line.name, ...(line.printed ?? [])])
    if (!index.bodyByForm.has(bareForm(form))) index.bodyByForm.set(bareForm(form), line)
  for (const letters of new Set(lettersOf(line.name))) alone(index.nameByLetters, letters, line.name)
  const words = fold(line.name).split(' ')
  if (words.length > 1)
    for (const word of new Set([words[0] ?? '', words.at(-1) ?? ''])) alone(index.nameByPart, word, line.name)
}

/** The index of a roster, with what was added to it since it was asked for last. */
export const indexOf = (roster: Roster): RosterIndex => {
  const index = indexes.get(roster) ?? {
    persons: 0,
    bodies: 0,
    bodyKeys: new Set(),
    personByInitials: new Map(),
    bodyByForm: new Map(),
    nameByLetters: new Map(),
    nameByPart: new Map(),
  }
  for (const line of roster.persons.slice(index.persons)) addPerson(index, line)
  for (const line of roster.bodies.slice(index.bodies)) addBody(index, line)
  index.persons = roster.persons.length
  index.bodies = roster.bodies.length
  indexes.set(roster, index)
  return index
}
