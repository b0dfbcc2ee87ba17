import { things } from '../english/meeting-words.js'
import { fold, honorificGender, nameTokens, splitHonorific } from '../names.js'
import type { Roster } from '../people/roster.js'
import { identify } from '../people/within-meeting.js'
import { alone, indexOf, lettersOf } from './roster-index.js'

/** What helps to find whom printed words of a record mean, beside its roster. */
export interface Known {
  /** Full names of bodies by the abbreviations that the text gives them: "Harbour Users' Association (HUA)". */
  readonly abbreviations: Map<string, string>
  /** Folded names of bodies that the text says are represented. */
  readonly parties: Set<string>
  /** Who holds an office, as the text said last. */
  readonly holders: Map<string, string>
  /** Bodies speak in the meeting, and are not only spoken of. */
  partiesSpeak: boolean
  /** Who holds an office by a shorter form of the title in a list; empty where two do. */
  readonly listedOffices: Map<string, string>
  /** Full names that the text prints, by each of their words; empty where two have it. */
  readonly fullNames: Map<string, string>
  /** By a person's key, as far as an honorific tells. */
  readonly genders: Map<string, 'f' | 'm'>
}

const known = new WeakMap<Roster, Known>()

const offices = (): Pick<Known, 'holders' | 'listedOffices'> => ({ holders: new Map(), listedOffices: new Map() })

/** What is known beside a roster; it grows while the record is read. */
export const knownOf = (roster: Roster): Known => {
  const found = known.get(roster)
  if (found) return found
  const made: Known = {
    abbreviations: new Map(),
    parties: new Set(),
    partiesSpeak: true,
    ...offices(),
    fullNames: new Map(),
    genders: new Map(),
  }
  known.set(roster, made)
  return made
}

/** The one of those listed whose initials some capitals are; null where nobody is, or two are. */
export const personOfInitials = (roster: Roster, letters: string): string | null =>
  indexOf(roster).personByInitials.get(letters) || null

/** Notes a full name of somebody who is in no list. */
export const noteFullName = (roster: Roster, name: string): void => {
  const words = nameTokens(name)
  for (const word of new Set([words[0] ?? '', words.at(-1) ?? ''])) alone(knownOf(roster).fullNames, word, name)
}

/** The one full name of the text that a word is the first or the last of. */
export const fullNameOf = (roster: Roster, word: string): string | null =>
  knownOf(roster).fullNames.get(fold(word)) || null

/** Whether a name that an abbreviation is made of names no body: "Quarry Plan". */
const isThing = (name: string): boolean => things.test(name)

/** The name of a body of the record that an abbreviation stands for: as the text defines it, else by initials; null where none does. */
export const bodyOfLetters = (roster: Roster, letters: string): string | null => {
  const defined = knownOf(roster).abbreviations.get(letters)
  if (defined !== undefined) return isThing(defined) ? null : defined
  const { bodyByForm, nameByLetters } = indexOf(roster)
  return bodyByForm.get(fold(letters))?.name ?? (nameByLetters.get(letters) || null)
}

const word = "\\p{Lu}[\\p{L}\\p{N}'’&-]*"
const definition = new RegExp(
  `((?:${word}\\s+)(?:(?:${word}|of|for|and|the|on|in|de)\\s+){0,8})\\((?:the\\s+)?["“]?(\\p{Lu}[\\p{Lu}\\p{N}-]{1,7})["”]?\\)`,
  'gu',
)

/** Notes the abbreviations that a text gives to names: those whose letters the words before them begin with. */
export const noteAbbreviations = (roster: Roster, text: string): void => {
  if (!text.includes('(')) return
  for (const [, before = '', letters = ''] of text.matchAll(definition)) {
    const words = before.trim().split(/\s+/)
    for (let from = words.length - 1; from >= 0; from--) {
      const name = words.slice(from).join(' ')
      if (!/^\p{Lu}/u.test(name) || !lettersOf(name).includes(letters)) continue
      const isPerson = identify(roster.cast, name).person !== null
      if (!isPerson && !knownOf(roster).abbreviations.has(letters)) knownOf(roster).abbreviations.set(letters, name)
      break
    }
  }
}

/** Notes what an honorific says of a person. */
export const noteGender = (roster: Roster, person: string, printed: string): void => {
  const gender = honorificGender(splitHonorific(printed).honorific)
  if (gender !== null) knownOf(roster).genders.set(person, gender)
}

/** A person's gender as far as the record tells: by honorifics in its list or its text. */
export const genderOf = (roster: Roster, person: string): 'f' | 'm' | null =>
  knownOf(roster).genders.get(person) ?? honorificGender(roster.personByKey.get(person)?.honorific ?? null)

/** The key of a body of the roster by a printed name, if it has one. */
export const knownBody = (roster: Roster, printed: string): string | null => {
  const id = fold(printed.replace(/^the\s+/i, ''))
  return roster.bodyByName.get(id)?.body ?? indexOf(roster).bodyByForm.get(id)?.body ?? null
}
