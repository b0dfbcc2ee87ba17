import { countryNames } from '../english/bodies.js'
import { is } from '../english/word-kinds.js'
import { type Word, wordAt } from '../english/words.js'
import { fold } from '../names.js'
import { whileReading } from '../once.js'
import { capital, kindOf, skipMarks, space, surrogate } from '../text/characters.js'

/** Folded names, to which more may be added. */
type Names = ReadonlySet<string> | ReadonlyMap<string, unknown>

const known = new WeakMap<Names, { readonly size: number; readonly words: ReadonlySet<string> }>()

/** The first words of some names. */
const firstWordsOf = (names: Names): ReadonlySet<string> => {
  const found = known.get(names)
  if (found?.size === names.size) return found.words
  const words = new Set([...names.keys()].map((name) => name.split(' ')[0] ?? ''))
  known.set(names, { size: names.size, words })
  return words
}

const ofCountries = new Set(countryNames.map((name) => name.split(' ')[0]))

const foldedWord = whileReading((word: string): string => fold(word).split(' ')[0] ?? '')

/** Whether two capitals stand together in what begins at an offset, up to white space: "UNDP", "the WMO". */
const hasTwoCapitals = (text: string, start: number): boolean => {
  let isCapital = false
  for (let i = start; i < text.length; i++) {
    const kind = kindOf(text.charCodeAt(i))
    if ((kind & surrogate) !== 0 || (isCapital && (kind & capital) !== 0)) return true
    if ((kind & space) !== 0) return false
    isCapital = (kind & capital) !== 0
  }
  return false
}

/** What may stand between two words of a name, besides white space. */
const marks = "&.'’-"

/** No name of a body that is looked for in running text has more words, those left out that may stand between; */
const mostWords = 7
const between = new Set(['of', 'and', 'for', 'the'])
/** and none has more parts, as "U.S." has two. */
const mostParts = 60

/** Whether one of the words from one on that may be a name together is one that only organizations hold. */
const holdsBodyWord = (text: string, first: Word): boolean => {
  let word: Word | null = first
  for (let [words, parts] = [1, 0]; word && words <= mostWords && parts < mostParts; parts++) {
    if ((word.kinds & is.body) !== 0) return true
    word = wordAt(text, skipMarks(text, word.end, marks))
    const isApart = word !== null && (kindOf(text.charCodeAt(word.start - 1)) & space) !== 0
    if (isApart && !between.has(word?.lowered ?? '')) words++
  }
  return false
}

/**
 * Says of an offset of a text whether a body may be named there that is one of some, or, where `anySpeaks`, any that is told by its
 * words, for `isParty` of the longest of the words that stand there is asked again and again.
 */
export const mayNameOneOf =
  (text: string, names: readonly Names[], anySpeaks: boolean) =>
  (at: number): boolean => {
    const lead = wordAt(text, at)
    const first = lead?.lowered === 'the' ? wordAt(text, lead.end) : lead
    if (!lead || !first) return false
    const folded = foldedWord(first.text)
    if (folded === '' || names.some((all) => firstWordsOf(all).has(folded))) return true
    if (!anySpeaks) return false
    return ofCountries.has(folded) || hasTwoCapitals(text, first.start) || holdsBodyWord(text, first)
  }
