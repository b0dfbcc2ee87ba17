import { holdsBodyWord, isAcronym, isCountry } from '../english/bodies.js'
import { fold, splitHonorific } from '../names.js'
import type { Range } from '../outline/outline.js'
import { isPersonName } from '../people/person-name.js'
import type { Roster } from '../people/roster.js'
import { identify } from '../people/within-meeting.js'
import { beforeRaisers, officesThatRaise, raisedByNobody } from './words.js'

/** One of those whom a heading names as who raised what stands below it. */
export interface Raiser {
  readonly kind: 'person' | 'role' | 'party'
  readonly printed: string
  /** The body that they come from, speak for, or hold an office of, as printed. */
  readonly body: string | null
  readonly speaksFor: boolean
}

type Kind = Raiser['kind']

/** "the Chair", "Representative of Kenya": an office, and the body that it is of. */
const officeOf = (text: string): { readonly body: string | null } | null => {
  const [, office = '', body = null] =
    /^(?:the\s+)?(.{3,60}?)(?:\s+(?:of|from|for)\s+(?:the\s+)?(.+))?$/i.exec(text) ?? []
  const bare = fold(office).replace(/^(?:co|vice|deputy|acting|permanent)\s/, '')
  return officesThatRaise.has(bare) ? { body } : null
}

const isBody = ({ bodyByName }: Roster, text: string): boolean => {
  const bare = text.replace(/^the\s+/i, '')
  return (
    bodyByName.has(fold(bare)) || isCountry(bare) || isAcronym(bare) || (holdsBodyWord(bare) && /^\p{Lu}/u.test(bare))
  )
}

/** What kind of speaker some words name; null where they name none. */
const kindOf = (roster: Roster, text: string): Kind | null => {
  if (officeOf(text)) return 'role'
  const isTitled = splitHonorific(text).honorific !== null && isPersonName(text)
  const { person, match } = isTitled ? { person: null, match: null } : identify(roster.cast, text)
  if (isTitled || (person !== null && match !== 'ROLE_HOLDER')) return 'person'
  if (isBody(roster, text)) return 'party'
  return isPersonName(text) ? 'person' : null
}

const behalf = /,?\s+(?:speaking\s+)?(?:on behalf of|representing)\s+(?:the\s+)?/i
const inside = /^([^()[\]]+?)\s*[([]([^()[\]]+)[)\]]$/

/** One raiser with what stands behind the name: "Ms. A. Roe, on behalf of the Weir Union", "Ms. A. Roe [Weir Union]". */
const raiserOf = (roster: Roster, words: string): Raiser | null => {
  const [named = '', represented = null] = words.split(behalf)
  const [, name = named, beside = null] = inside.exec(named) ?? []
  const kind = kindOf(roster, name)
  if (kind === null) return null
  const body = represented ?? beside ?? officeOf(name)?.body ?? null
  return {
    kind,
    printed: name,
    body: body !== null && isBody(roster, body) ? body : null,
    speaksFor: represented !== null,
  }
}

const plural = /^(?:Messrs|Mses|Drs|Profs|Professors|Ambassadors)\.?\s+/

/** Several names between semicolons, or one with what it is: "Ms. A. Roe, Weir University". */
const raisersBetween = (roster: Roster, text: string): Raiser[] | null => {
  const whole = raiserOf(roster, text)
  const parts = text.split(/\s*(?:\band\b|&|\/)\s*|,\s+(?:and\s+)?/)
  // "Ministry of Trade and Industry" is one, "Mill Trust and Lock Union" are two.
  const isOneBody =
    whole?.kind === 'party' &&
    kindOf(roster, parts[0] ?? '') !== 'person' &&
    !parts.every((part) => isBody(roster, part))
  if (whole && (parts.length === 1 || whole.speaksFor || isOneBody)) return [whole]
  const found: Raiser[] = []
  let areTitled = false
  for (const part of parts) {
    const words = part.replace(beforeRaisers, '').trim()
    if (words === '' || raisedByNobody.test(words)) continue
    areTitled ||= plural.test(words)
    const last = found.at(-1)
    const one = raiserOf(roster, areTitled ? words.replace(plural, '') : words) ?? familyName(words, areTitled)
    // Behind a person's name, a body is where the person comes from, and what is neither is a title.
    if (last?.kind === 'person' && one?.kind !== 'person') {
      if (one?.kind === 'party' && last.body === null) found[found.length - 1] = { ...last, body: one.printed }
      continue
    }
    if (one === null) return null
    found.push(one)
  }
  return found.length > 0 ? found : null
}

const familyName = (words: string, areTitled: boolean): Raiser | null =>
  areTitled && /^\p{Lu}[\p{L}'’-]+$/u.test(words)
    ? { kind: 'person', printed: words, body: null, speaksFor: false }
    : null

/**
 * Whom the words in a heading's parentheses name as raisers. `all` asks that every stretch between semicolons names somebody.
 *
 * @returns null where they name nobody (an abbreviation, a year); empty where they say that nobody in particular raised it
 */
export const raisersOf = (roster: Roster, text: string, [start, end]: Range, all = false): Raiser[] | null => {
  const groups = text
    .slice(start, end)
    .split(/\s*;\s*/)
    .map((group) => group.replace(beforeRaisers, '').trim())
    .filter((group) => group !== '')
  const found = groups.map((group) => raisersBetween(roster, group))
  if (all && found.some((raisers) => raisers === null)) return null
  const named = found.flatMap((raisers) => raisers ?? [])
  const areNobody = groups.length > 0 && groups.every((group) => raisedByNobody.test(group))
  return named.length > 0 || areNobody ? named : null
}

/** Whether an abbreviation in parentheses is that of the words before it ("Weir Review Panel (WRP)"). */
export const abbreviates = (words: string, abbreviation: string): boolean => {
  const letters = fold(abbreviation.replace(/[^\p{Lu}]/gu, ''))
  if (letters.length < 2 || !/^[\p{L}&.-]+$/u.test(abbreviation)) return false
  const initials = (text: string): string => [...fold(text).matchAll(/(?<![a-z])[a-z]/g)].join('')
  const withoutSmall = words.replace(/\b(?:of|the|and|for|on|in|to)\b/gi, ' ')
  return initials(words).endsWith(letters) || initials(withoutSmall).endsWith(letters)
}
