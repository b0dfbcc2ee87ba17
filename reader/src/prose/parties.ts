import { countryNames, holdsBodyWord, isAcronym, isCountry } from '../english/bodies.js'
import { holdsTitle } from '../english/titles.js'
import { fold } from '../names.js'
import type { Roster } from '../people/roster.js'

/** Bodies that are the meeting itself: what they say, nobody in particular says. */
const gathering =
  /^(?:the )?(?:meeting|board|committee|council|commission|group|panel|assembly|conference|workshop|working group|cabinet|senate|forum|members?|trustees|governors|directors|parties|delegates|participants|governing body|subcommittee|task force|party|plenary|session|community|public|chamber|house)$/i

/** Words that name a body by its kind alone, once it is known which is meant. */
const kindOnly =
  /^(?:Secretariat|Ministry|Office|Association|Agency|Authority|Federation|Department|Company|Union|League|Institute|Bureau|Administration|Government|Management|Directorate|Unit|Service|University|Trust|Bank|Fund|Executive)$/

const speaksFor =
  /^(?:the\s+)?(?:delegation|delegate|delegates|representative|representatives|expert|experts|observer|ambassador|spokesperson|spokesman|member|minister)s?\s+(?:of|from|for)\s+(?:the\s+)?/i
const demonym =
  /^(?:the\s+)?(\p{Lu}\p{Ll}+)\s+(?:delegation|delegate|representative|side|expert|minister|ambassador|government|team)\b/iu
const capitalized = "(?:\\p{Lu}[\\p{L}\\p{N}&.’'-]*|of|for|and|the|de|on)"
const run = new RegExp(`^(?:[Tt]he\\s+)?\\p{Lu}[\\p{L}\\p{N}&.’'-]*(?:[\\s/]+${capitalized}){0,9}`, 'u')

const names = new Set(countryNames)

export const isPartyName = (text: string): boolean =>
  isCountry(text) || isAcronym(text) || holdsBodyWord(text) || names.has(fold(text))

export interface Parties {
  /** As bodies are called, without "the". */
  readonly names: readonly string[]
  readonly end: number
}

/** A body that is known and called by its kind or its first word: "the Association" is the Association of Boatmen. */
const knownByPart = (name: string, roster: Roster): string | null => {
  const token = fold(name)
  const meant = roster.bodies.filter((body) => {
    const words = fold(body.name).split(' ')
    return words.length > 1 && (words[0] === token || words.at(-1) === token)
  })
  return meant.length === 1 ? (meant[0]?.name ?? null) : null
}

const bodyName = (printed: string, roster: Roster): string | null => {
  const name = printed.replace(/^the\s+/i, '').replace(/[.,]$/, '')
  if (/\b(?:of|for|and|the|de|on)$/i.test(name)) return null
  if (roster.bodyByName.has(fold(name))) return name
  if (gathering.test(name)) return null
  const words = name.split(/\s+/)
  const hasArticle = /^the\s/i.test(printed)
  if (words.length === 1) {
    const known = knownByPart(name, roster)
    if (known !== null) return known
    if (hasArticle && kindOnly.test(name)) return name
    return isCountry(name) || (/^\p{Lu}[\p{Lu}&-]{2,}$/u.test(name) && isAcronym(name)) ? name : null
  }
  const isCapitals = /^\p{Lu}[\p{Lu}&/ -]{2,}$/u.test(name)
  const isOwnName = hasArticle && words.length <= 6 && words.every((word) => /^\p{Lu}/u.test(word)) && !holdsTitle(name)
  return isCountry(name) || isCapitals || holdsBodyWord(name) || isOwnName ? name : null
}

/** The longest beginning of a run of capitalized words that names a body. */
const bodyAt = (text: string, at: number, roster: Roster): { name: string; end: number } | null => {
  const found = run.exec(text.slice(at, at + 140))
  if (!found) return null
  let printed = found[0]
  for (;;) {
    const name = bodyName(printed, roster)
    if (name !== null) return { name, end: at + printed.replace(/[.,]$/, '').length }
    const shorter = printed.replace(/[\s/]+\S+$/, '')
    if (shorter === printed) return null
    printed = shorter
  }
}

/** Countries, delegations or bodies at an offset that may speak themselves, jointly where "and" joins them. */
export const partiesAt = (text: string, at: number, roster: Roster): Parties | null => {
  const office = speaksFor.exec(text.slice(at, at + 60))
  const people = office ? null : demonym.exec(text.slice(at, at + 60))
  if (people && /^\p{Lu}/u.test(people[1] ?? ''))
    return { names: [people[0].replace(/^the\s+/i, '')], end: at + people[0].length }
  const first = bodyAt(text, at + (office?.[0].length ?? 0), roster)
  if (!first) return null
  const all = [first.name]
  let end = first.end
  for (;;) {
    const join = /^(?:,\s+(?:and\s+)?|\s+and\s+)/.exec(text.slice(end, end + 8))
    const next = join && bodyAt(text, end + join[0].length, roster)
    if (!next || (!join[0].includes('and') && !/^(?:,|\s+and)\s/.test(text.slice(next.end, next.end + 5)))) break
    all.push(next.name)
    end = next.end
  }
  return { names: all, end }
}
