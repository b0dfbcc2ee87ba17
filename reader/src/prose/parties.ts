import { holdsBodyWord, isAcronym, isCountry } from '../english/bodies.js'
import { gathering, kindsOfBody, noName, representatives } from '../english/meeting-words.js'
import { holdsTitle } from '../english/titles.js'
import { fold } from '../names.js'
import type { Roster } from '../people/roster.js'
import { bodyOfLetters, knownBody, knownOf } from './known.js'
import type { NamedAt } from './people.js'
import { indexOf } from './roster-index.js'

const ofBody = new RegExp(
  `^(?:the\\s+|an?\\s+)?(?:[\\p{L}’-]+\\s+){0,2}?(?:${representatives}|ambassador)\\s+(?:of|from|for)\\s+(?:the\\s+)?(?=\\p{Lu})`,
  'iu',
)
const name = "\\p{Lu}[\\p{L}\\p{N}&’'-]*"
const bodys = new RegExp(
  `^(?:the\\s+)?(${name}(?:\\s+(?:(?:of|and|for|the)\\s+){0,2}${name}){0,5}?)(?:['’]s?)?\\s+(?:${representatives})(?=[\\s,])`,
  'u',
)
const team =
  /^(?:the\s+)?(\p{Lu}\p{Ll}+)\s+(?:side|team|government|experts?|minister|ambassador|party|officials)(?=\s)/u

const capitalized = "(?:\\p{Lu}[\\p{L}\\p{N}&.’'-]*|of|for|and|the|de|on)"
const run = new RegExp(`^(?:[Tt]he\\s+|THE\\s+)?\\p{Lu}[\\p{L}\\p{N}&.’'-]*(?:[\\s/]+${capitalized}){0,9}`, 'u')
const kind = /^(?:the|our|its)\s+(secretariat|ministry|government|administration|management)(?=[\s,(])(?!\s+of\b)/i

/** A body that is known and called by its first or last word: "the Association" is the Association of Boatmen. */
const knownByPart = (name: string, roster: Roster): string | null => indexOf(roster).nameByPart.get(fold(name)) || null

/** The name of a body that a word means; null for none. */
const byOneWord = (name: string, hasArticle: boolean, roster: Roster): string | null => {
  if (/^\p{Lu}[\p{Lu}\p{N}&-]+$/u.test(name)) {
    const meant = bodyOfLetters(roster, name)
    if (meant !== null) return meant
    return isAcronym(name) && (name.length > 2 || isCountry(name)) ? name : null
  }
  if (isCountry(name) || knownOf(roster).parties.has(fold(name))) return name
  if (!hasArticle) return null
  return knownByPart(name, roster) ?? (kindsOfBody.test(name) ? name : null)
}

const bodyName = (printed: string, roster: Roster): string | null => {
  const name = printed.replace(/^the\s+/i, '').replace(/[.,]$/, '')
  if (/\s(?:of|for|and|the|de|on)$/.test(name) || gathering.test(name) || noName.test(name)) return null
  if (knownBody(roster, name) !== null || knownOf(roster).parties.has(fold(name))) return name
  const words = name.split(/\s+/)
  const hasArticle = /^the\s/i.test(printed)
  if (words.length === 1) return byOneWord(name, hasArticle, roster)
  if (words.some((word) => /^and$/.test(word)) && !holdsBodyWord(name)) return null
  const isCapitals = /^\p{Lu}[\p{Lu}\p{N}&/.’' -]{2,}$/u.test(name)
  const isOwnName = hasArticle && words.length <= 6 && words.every((word) => /^\p{Lu}/u.test(word)) && !holdsTitle(name)
  return isCountry(name) || isCapitals || (holdsBodyWord(name) && !holdsTitle(words.at(-1) ?? '')) || isOwnName
    ? name
    : null
}

/** The longest beginning of a run of capitalized words that names a body. */
const bodyAt = (text: string, at: number, roster: Roster): { name: string; end: number } | null => {
  const found = run.exec(text.slice(at, at + 140))
  if (!found) return null
  for (let printed = found[0]; ; ) {
    const name = bodyName(printed, roster)
    if (name !== null) return { name, end: at + printed.replace(/[.,]$/, '').length }
    const shorter = printed.replace(/[\s/]+\S+$/, '')
    if (shorter === printed) return null
    printed = shorter
  }
}

const body = (text: string, start: number, end: number, name: string, isRepresented = false): NamedAt => ({
  named: { kind: 'body', name },
  as: text.slice(start, end).replace(/\s+/g, ' '),
  start,
  end,
  isRepresented,
})

/** A country, a delegation or a body at an offset that may speak itself, or those who speak for it. */
export const partyAt = (text: string, at: number, roster: Roster): NamedAt | null => {
  const head = text.slice(at, at + 140)
  const mayRepresent = /delegat|representative|observer|spokes|ambassador/i.test(head)
  const office = mayRepresent ? ofBody.exec(head) : null
  if (office) {
    const found = bodyAt(text, at + office[0].length, roster)
    const word = found ?? {
      name:
        /^\p{Lu}[\p{L}’'-]*(?:\s+\p{Lu}[\p{L}’'-]*){0,3}/u.exec(text.slice(at + office[0].length, at + 140))?.[0] ?? '',
      end: 0,
    }
    return word.name === ''
      ? null
      : body(text, at, found?.end ?? at + office[0].length + word.name.length, word.name, true)
  }
  const own = mayRepresent ? bodys.exec(head) : null
  if (own && !gathering.test(own[1] ?? '')) {
    const name = own[1] ?? ''
    const isName = bodyName(`the ${name}`, roster) !== null
    return body(text, at, at + own[0].length, isName ? name : own[0].replace(/^the\s+/i, ''), true)
  }
  const side = team.exec(head)
  if (side) return body(text, at, at + side[0].length, side[0].replace(/^the\s+/i, ''), true)
  const byKind = kind.exec(head)
  if (byKind)
    return body(text, at, at + byKind[0].length, knownByPart(byKind[1] ?? '', roster) ?? byKind[1] ?? '', true)
  const found = bodyAt(text, at, roster)
  return found && body(text, at, found.end, found.name)
}

const represented =
  /\b(?:[Rr]epresentatives?|[Dd]elegations?|[Dd]elegates?|[Oo]bservers?)\s+(?:of|for|from)\s+(?:the\s+)?(\p{Lu}[^.;:()]{1,300})/gu
const listed = /^\p{Lu}[\p{L}’'-]*(?:\s+(?:(?:of|the|for)\s+){0,2}\p{Lu}[\p{L}’'-]*){0,5}/u

/** The names that a list of bodies begins with: "Norway, Chad and the Isles attended". */
const namesOfList = (words: string): string[] => {
  const names: string[] = []
  for (const part of words.split(/,\s+(?:and\s+)?|\s+and\s+/)) {
    const bare = part.replace(/^the\s+/, '')
    const name = listed.exec(bare)?.[0]
    if (name === undefined) break
    names.push(name)
    if (name.length < bare.length) break
  }
  return names
}
const behindName =
  /\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Mme|M|Prof)\.?\s+(?:\p{Lu}[\p{L}.’'-]*\s+){1,4}\((\p{Lu}[\p{L}’' -]{2,40})\)/gu

/** Notes bodies that a text says are represented: "the delegation of Kestria", "Ms Roe (Kestria)". */
export const noteParties = (roster: Roster, text: string): void => {
  const found = [
    ...[...text.matchAll(represented)].flatMap(([, words = '']) => namesOfList(words)),
    ...[...text.matchAll(behindName)].flatMap(([, name]) => name ?? []),
  ]
  for (const name of found) if (!gathering.test(name) && !holdsTitle(name)) knownOf(roster).parties.add(fold(name))
}
