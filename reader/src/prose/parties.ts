import { countryNames, holdsBodyWord, isAcronym, isCountry } from '../english/bodies.js'
import { holdsTitle } from '../english/titles.js'
import { verbAfter } from '../english/verb-group.js'
import { fold } from '../names.js'
import { bodyOf, type Roster } from '../people/roster.js'

/** Bodies that are the meeting itself: what they say, nobody in particular says. */
const gathering =
  /^(?:the )?(?:meeting|board|committee|council|commission|group|panel|assembly|conference|workshop|working group|cabinet|senate|forum|members?|trustees|governors|directors|parties|delegates|participants|governing body|subcommittee|task force|party|plenary|session|community|public|chamber|house|department|office|team|secretariat of the meeting)$/i

const speaksFor =
  /^(?:the\s+)?(?:delegation|delegate|delegates|representative|representatives|expert|experts|observer|ambassador|spokesperson|spokesman|member|minister)(?:s)?\s+(?:of|from|for)\s+(?:the\s+)?/i
const demonym =
  /^(?:the\s+)?(\p{Lu}\p{Ll}+)\s+(?:delegation|delegate|representative|side|expert|minister|ambassador|government|team)\b/u
const words =
  /^(?:the\s+)?((?:\p{Lu}[\p{L}\p{N}&.’'-]*|of|for|and|the|de|on)(?:[\s/]+(?:\p{Lu}[\p{L}\p{N}&.’'-]*|of|for|and|the|de|on)){0,9})/iu

const names = new Set(countryNames)

export const isPartyName = (text: string): boolean =>
  isCountry(text) || isAcronym(text) || holdsBodyWord(text) || names.has(fold(text))

export interface Party {
  readonly keys: string[]
  readonly for: string[]
  readonly end: number
}

/** The longest beginning of a run of capitalized words that names a body, and that a verb follows. */
const bodyAt = (text: string, at: number): { name: string; end: number } | null => {
  const run = words.exec(text.slice(at, at + 140))
  if (!run) return null
  const tokens = run[0].split(/\s+/)
  for (let length = tokens.length; length > 0; length--) {
    const printed = tokens.slice(0, length).join(' ')
    const name = printed.replace(/^the\s+/i, '').replace(/[.,]$/, '')
    if (!/^\p{Lu}/u.test(name) || /\b(?:of|for|and|the|de|on)$/i.test(name) || gathering.test(name)) continue
    const isOwnName =
      length > 2 && /^the\s/i.test(printed) && /^(?:\p{Lu}[\p{L}’'-]*\s?){2,6}$/u.test(name) && !holdsTitle(name)
    const isCapitals = /^\p{Lu}[\p{Lu}&/ -]{2,}$/u.test(name)
    if (
      !(
        isOwnName ||
        name === 'Secretariat' ||
        isCountry(name) ||
        isCapitals ||
        (isAcronym(name) && name.length > 2) ||
        (holdsBodyWord(name) && /\s/.test(name))
      )
    )
      continue
    const end =
      at +
      text.slice(at).indexOf(tokens[length - 1] ?? '', printed.length - (tokens[length - 1]?.length ?? 0)) +
      (tokens[length - 1] ?? '').length
    return { name, end: end - (/[.,]$/.test(printed) ? 1 : 0) }
  }
  return null
}

/** A country, delegation or body at an offset that speaks itself; several that speak jointly. */
export const partyOf = (text: string, at: number, roster: Roster): Party | null => {
  const office = speaksFor.exec(text.slice(at, at + 60))
  const people = demonym.exec(text.slice(at, at + 60))
  if (!office && people) {
    const printed = people[0].replace(/^the\s+/i, '')
    return known(roster, printed) || verbAfter(text, at + people[0].length)
      ? { keys: [bodyOf(roster, printed)], for: [], end: at + people[0].length }
      : null
  }
  const first = bodyAt(text, at + (office?.[0].length ?? 0))
  if (!first) return null
  const keys = [bodyOf(roster, first.name)]
  let end = first.end
  for (;;) {
    const join = /^(?:,\s+(?:and\s+)?|\s+and\s+)/.exec(text.slice(end, end + 8))
    const next = join && bodyAt(text, end + join[0].length)
    if (!next || (!join[0].includes('and') && !/^(?:,|\s+and)\s/.test(text.slice(next.end, next.end + 5)))) break
    keys.push(bodyOf(roster, next.name))
    end = next.end
  }
  return { keys, for: [], end }
}

const known = (roster: Roster, printed: string): boolean => roster.bodyByName.has(fold(printed))
