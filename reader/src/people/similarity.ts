import { fold } from '../names.js'

/** How often each word, and in short texts each pair of letters, stands in a text. */
export interface Features {
  words: ReadonlyMap<string, number>
  wordTotal: number
  /** Null in a long text, where words tell enough. */
  letters: ReadonlyMap<string, number> | null
  letterTotal: number
}

/** Texts of fewer words than this are also compared by their letters: one typo changes too many of their words. */
const shortText = 12

const count = (items: Iterable<string>): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1)
  return counts
}

const letterPairs = (text: string): string[] =>
  Array.from({ length: Math.max(text.length - 1, 0) }, (_, i) => text.slice(i, i + 2))

export function featuresOf(text: string): Features {
  const folded = fold(text)
  const words = folded === '' ? [] : folded.split(' ')
  const letters = words.length < shortText ? letterPairs(` ${folded} `) : null
  return {
    words: count(words),
    wordTotal: words.length,
    letters: letters && count(letters),
    letterTotal: letters?.length ?? 0,
  }
}

/** Dice's coefficient of two multisets: 1 for equal ones, 0 for ones that share nothing. */
function dice(
  one: ReadonlyMap<string, number>,
  oneTotal: number,
  other: ReadonlyMap<string, number>,
  otherTotal: number,
) {
  if (oneTotal + otherTotal === 0) return 1
  const [few, many] = one.size < other.size ? [one, other] : [other, one]
  let shared = 0
  for (const [item, times] of few) shared += Math.min(times, many.get(item) ?? 0)
  return (2 * shared) / (oneTotal + otherTotal)
}

/** How alike two texts are, from 0 to 1: the share of words (in short texts, or of pairs of letters) that they have in common. */
export function similarity(one: Features, other: Features): number {
  const byWords = dice(one.words, one.wordTotal, other.words, other.wordTotal)
  if (!one.letters || !other.letters) return byWords
  return Math.max(byWords, dice(one.letters, one.letterTotal, other.letters, other.letterTotal))
}
