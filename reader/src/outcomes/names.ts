import { commonWords } from '../english/common-words.js'
import { fold } from '../names.js'
import { isPersonName } from '../people/person-name.js'
import { addPerson, type Roster } from '../people/roster.js'
import { identify } from '../people/within-meeting.js'
import { personOfInitials } from '../prose/known.js'
import { keyOf } from '../prose/named.js'
import { holderOf } from '../prose/office-holders.js'
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

interface Who {
  readonly key: string
  readonly end: number
}

const words = /@?[\p{L}\p{N}_](?:[\p{L}\p{N}\p{M}_'’.-]*[\p{L}\p{N}])?(?:\s[\p{Lu}][\p{L}\p{M}'’-]+){0,3}/uy

/** What somebody is named by, initials or a given name, is a printed form of the name. */
const noted = ({ personByKey }: Roster, key: string, printed: string): string => {
  const line = personByKey.get(key)
  const form = printed.trim()
  if (line && !line.printed?.includes(form)) line.printed = [...(line.printed ?? []), form]
  return key
}

const letters = /^\p{Lu}{2,4}$/u

/** With a capital they stand behind a name, and are no word of it: "Moved: Cr Roe Seconded: Cr Poe". */
const stops = /\s(?:Seconded|Seconder|Second|Moved|Proposed|Carried|CARRIED|That)\b/g

/** The longest run of words at an offset that is somebody's name, handle, initials or office. */
const phraseAt = ({ context: { roster }, text }: Unit, at: number): Who | null => {
  words.lastIndex = at
  const run = words.exec(text)?.[0] ?? ''
  for (let printed = run; printed !== ''; printed = printed.replace(/(?:^|\s)\S+$/u, '')) {
    const name = printed.replace(/^@/, '').replace(/\s/g, ' ')
    const isLetters = letters.test(name)
    // One word before another with a capital is half of a name that nobody here has.
    if (printed !== run && !/\s/.test(printed)) return null
    if (name.length < 2 || (commonWords.has(name.toLowerCase()) && !isLetters)) continue
    const end = at + printed.length
    const initialled = isLetters ? personOfInitials(roster, name) : null
    const known =
      identify(roster.cast, name).person ??
      initialled ??
      givenOnly(roster, name) ??
      holderOf(roster, name) ??
      titledOnly(roster, name)
    const line = known === null ? undefined : roster.personByKey.get(known)
    if (line) return { key: noted(roster, line.person, name), end }
  }
  return null
}

/** The only one of those known who has a name among theirs: "Ada". */
const givenOnly = ({ cast }: Roster, name: string): string | null => {
  const [first, ...more] = /^\p{Lu}\p{Ll}+$/u.test(name) ? (cast.byToken.get(fold(name)) ?? []) : []
  return first && more.length === 0 ? first.key : null
}

/** The only one of those listed who has a title: "Town Clerk". */
const titledOnly = ({ persons }: Roster, title: string): string | null => {
  const [first, ...more] = persons.filter((line) => fold(line.title ?? line.role ?? '') === fold(title))
  return first && more.length === 0 ? first.person : null
}

/** Whom words at an offset of a unit name. */
const whoAt = (unit: Unit, at: number, isVouched: boolean): Who | null => {
  const { context, from, text } = unit
  opening.lastIndex = at
  const start = at + (opening.exec(text)?.[0].length ?? 0)
  if (shouted.test(tokenAt(text, start))) return null
  stops.lastIndex = start
  const stop = stops.exec(text)?.index ?? text.length
  const phrase = phraseAt({ ...unit, text: text.slice(0, stop) }, start)
  if (phrase) return phrase
  const found =
    personAt(context, from + start) ??
    officeAt(context, from + start) ??
    partyAt(context.text, from + start, context.roster)
  if (found && found.end - from <= stop)
    return {
      key: noted(context.roster, keyOf(context.roster, found.named) ?? found.as, found.as),
      end: found.end - from,
    }
  const word = tokenAt(text, start)
  const end = start + word.length
  if (!isVouched || !surname.test(word) || !isPersonName(word, { single: true })) return null
  return { key: addPerson(context.roster, { name: word, printed: [word] }).person, end }
}

/** "RESOLVED", "ACTION": shouted words of a record's own, and nobody's letters. */
const shouted = /^\p{Lu}{3,}(?:ED|ION|ING|ES|NED)$/u

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
    if (names && unit.text.slice(from + index, names.end).includes(';')) continue
    if (names && names.end <= at && gap.test(unit.text.slice(names.end, at))) return { ...names, end: from + index }
  }
  return null
}
