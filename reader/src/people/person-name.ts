import { holdsBodyWord, isCountry } from '../english/bodies.js'
import { commonWords } from '../english/common-words.js'
import { isHead, isTitleHead } from '../english/titles.js'
import { fold, nameTokens, particles, splitHonorific, withoutDegrees } from '../names.js'
import {
  firstWordsOfNoName,
  functionWords,
  months,
  offices,
  plainHonorifics,
  surnamesToo,
  wordsOfNoName,
} from './no-name-words.js'

/** How a word of a name is written: "Roe", "ROE", "d'Roe", "al-Roe", "J.-P.", "山田", a nickname in quotation marks. */
const capitalized = /^(?:\p{Lu}|\p{Lt})[\p{L}\p{M}'’.–-]*$/u
const elided = /^(?:[dDlLoO]|van|ʻ|‘)['’]\p{L}[\p{L}\p{M}'’-]*$/u
const joined = /^(?:al|el|ad|an|ar|as|ash|at|az|bin|ben|ibn|abu)-\p{Lu}[\p{L}\p{M}'’-]*$/u
const uncased = /^\p{Lo}[\p{Lo}\p{M}]+$/u
const nickname = /^\(?["“'‘]\p{L}+["”'’]\)?$/u

const isNameWord = (word: string): boolean =>
  capitalized.test(word) || elided.test(word) || joined.test(word) || uncased.test(word) || nickname.test(word)

/** "Harbour Project PMC" ends in letters for words, and no family name. */
const endsInLetters = /\p{Ll}\s[BCDFGHJKLMNPQRSTVWXZ]{3,6}$/u

/** "II. Roll Call": the number of a heading. */
const numeral = /^[IVX]{2,}\.\s/

/** A name has no more words. */
const mostWords = 6
const longest = 80

/** Whether words without an honorific say what somebody is, or a body, and not who. */
const isNoPerson = (words: readonly string[]): boolean => {
  const last = words.length - 1
  if (offices.has(words.join(' ')) || words.every((word) => commonWords.has(word))) return true
  if (last > 0 && firstWordsOfNoName.has(words[0] ?? '')) return true
  return words.some((word, i) => {
    if (i === last && last > 0 && surnamesToo.has(word)) return false
    return (words.length > 1 ? isTitleHead(word) : isHead(word)) || holdsBodyWord(word)
  })
}

export interface NameOptions {
  /** One word will do: where a list or a label vouches for it. */
  readonly single?: boolean
}

/**
 * Whether a printed string can be a person's name: one to six words, each written as words of names are, none of them a role, a body,
 * a month, a word of sentences or a second honorific. One word needs an honorific, or `single`.
 */
export const isPersonName = (text: string, { single = false }: NameOptions = {}): boolean => {
  const { honorific, name: whole } = splitHonorific(text.trim())
  const name = withoutDegrees(whole)
  const words = name.split(/\s+/).filter((word) => word !== '')
  if (words.slice(0, -1).some((word) => /\p{L}{5}\.$/u.test(word))) return false
  if (words.length === 0 || words.length > mostWords || name.length > longest || numeral.test(name)) return false
  if (words.length === 1 && honorific === null && !single && !uncased.test(name)) return false
  if (!words.every((word, i) => isNameWord(word) || (i < words.length - 1 && particles.has(word.toLowerCase()))))
    return false
  if (!words.some((word) => /\p{L}[\p{L}\p{M}]/u.test(word)) || isCountry(name) || endsInLetters.test(name))
    return false
  const folded = words.map(fold)
  if (words.length === 1 && months.has(folded[0] ?? '')) return false
  if (folded.some((word) => functionWords.has(word))) return false
  if (words.length === 1 && honorific === null && /^\p{Lu}{1,3}$/u.test(name)) return false
  if (folded.some((word, i) => wordsOfNoName.has(word) && (i === 0 || words.length < 3))) return false
  if (folded.slice(1).some((word) => plainHonorifics.has(word))) return false
  if (honorific !== null) return !folded.every((word) => isHead(word) && !surnamesToo.has(word))
  return !isNoPerson(folded)
}

const comma = /^([^,]{1,60}),\s+([^,]{1,60})$/

/** "Kowalski, Anna" is "Anna Kowalski"; what is no name of two parts is given back. */
export const inReadingOrder = (name: string): string => {
  const [, family = '', given = ''] = comma.exec(name.trim()) ?? []
  const isShort = family.split(/\s+/).length <= 3 && given.split(/\s+/).length <= 3
  return family !== '' && isShort && isPersonName(`${given} ${family}`) ? `${given} ${family}` : name.trim()
}

const isInitialOf = (a: string, b: string): boolean =>
  a === b || (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b))

/** Whether the words of one name occur in the other in order, the first word being the first (or its initial) in both. */
export const isWithoutMiddle = (one: readonly string[], other: readonly string[]): boolean => {
  if (one.length < 2 || other.length < 2) return false
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (!isInitialOf(short[0] ?? '', long[0] ?? '')) return false
  const bare = short.slice(1).filter((token) => token.length > 1)
  let at = 1
  for (const token of bare) {
    at = long.indexOf(token, at) + 1
    if (at === 0) return false
  }
  return bare.length > 0
}

const tokensOf = (printed: string): readonly string[] =>
  nameTokens(withoutDegrees(inReadingOrder(splitHonorific(printed).name)))

/**
 * Whether two printed names are one person's by their words alone: the same words in any order, or one without middle names and initials
 * of the other. Honorifics, degrees, case and diacritics do not count. A family name alone is nobody's full name.
 */
export const sameName = (one: string, other: string): boolean => {
  const [a, b] = [tokensOf(one), tokensOf(other)]
  const isSame = a.length > 0 && [...a].sort().join(' ') === [...b].sort().join(' ')
  return isSame || isWithoutMiddle(a, b)
}
