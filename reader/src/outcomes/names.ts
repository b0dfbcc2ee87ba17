import { commonWords } from '../english/common-words.js'
import { isPersonName } from '../people/person-name.js'
import { addPerson } from '../people/roster.js'
import { identify } from '../people/within-meeting.js'
import { personOfInitials } from '../prose/known.js'
import { keyOf } from '../prose/named.js'
import { officeAt } from '../prose/offices.js'
import { partyAt } from '../prose/parties.js'
import { personAt } from '../prose/people.js'
import type { Unit } from './units.js'

/** Those who are named one after another: keys, or the words of a role that nobody is known to hold. */
export interface Names {
  readonly keys: readonly string[]
  /** Where they end in the text of the unit. */
  readonly end: number
}

const token = /@?[\p{L}\p{N}_][\p{L}\p{N}\p{M}_'’.-]{0,30}/uy
const opening = /(?:[@("“]|the\s+|all\s+)*/iy

const tokenAt = (text: string, at: number): string => {
  token.lastIndex = at
  return token.exec(text)?.[0].replace(/[.'’-]+$/, '') ?? ''
}

/** Behind the words that say who moves or votes, a name alone is a name, though nobody of the record has it so far. */
const surname = /^\p{Lu}[\p{Ll}\p{M}]+(?:[-'’]\p{Lu}[\p{Ll}\p{M}]+)?$/u

/** Whom words at an offset of a unit name. */
const whoAt = ({ context, from, text }: Unit, at: number, isVouched: boolean): { key: string; end: number } | null => {
  opening.lastIndex = at
  const start = at + (opening.exec(text)?.[0].length ?? 0)
  const found =
    personAt(context, from + start) ??
    officeAt(context, from + start) ??
    partyAt(context.text, from + start, context.roster)
  if (found && found.end - from <= text.length)
    return { key: keyOf(context.roster, found.named) ?? found.as, end: found.end - from }
  const word = tokenAt(text, start).replace(/^@/, '')
  if (word.length < 2 || (commonWords.has(word.toLowerCase()) && !/^\p{Lu}{2,3}$/u.test(word))) return null
  const { cast } = context.roster
  const end = text.indexOf(word, start) + word.length
  const known =
    identify(cast, word).person ?? (/^\p{Lu}{2,4}$/u.test(word) ? personOfInitials(context.roster, word) : null)
  if (known !== null) return { key: known, end }
  if (!isVouched || !surname.test(word) || !isPersonName(word, { single: true })) return null
  return { key: addPerson(context.roster, { name: word, printed: [word] }).person, end }
}

const between = /\s*\)?\s*(?:,?\s*(?:and|&)\s+|[,;/]\s*)/y

/** The names that stand at an offset of a unit, one after another; null for none. */
export const namesAt = (unit: Unit, at: number, isVouched = false): Names | null => {
  const keys: string[] = []
  let end = at
  for (let next = at; ; ) {
    const who = whoAt(unit, next, isVouched)
    if (!who) break
    keys.push(who.key)
    end = who.end
    between.lastIndex = end
    const parted = between.exec(unit.text)
    if (!parted) break
    next = end + parted[0].length
  }
  return keys.length > 0 ? { keys, end } : null
}

const wordStarts = /(?<![\p{L}\p{N}.'’-])[\p{L}\p{N}@]/gu

/** The names that end right before an offset, but for some words: "Cllr Roe and Ms Poe then ⟨moved⟩". */
export const namesBefore = (unit: Unit, at: number, gap: RegExp): Names | null => {
  const from = Math.max(0, at - 70)
  for (const { index } of unit.text.slice(from, at).matchAll(wordStarts)) {
    const names = namesAt(unit, from + index)
    if (names && names.end <= at && gap.test(unit.text.slice(names.end, at))) return { ...names, end: from + index }
  }
  return null
}
