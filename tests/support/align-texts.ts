/** A word of a text, and where it begins. */
interface Word {
  readonly word: string
  readonly at: number
}

const wordsOf = (text: string): Word[] =>
  Array.from(text.matchAll(/[\p{L}\p{N}]+/gu), ({ 0: word, index }) => ({ word, at: index }))

/** How many words either text may have that the other has not, before the two are out of step. */
const reach = 60

/**
 * Aligns two texts that say the same in the same order, but for white space, signs and a few words (one record, read from two
 * kinds of file). Gives a function that maps an offset of `from` to one of `to`: exact inside of a word that both have,
 * otherwise the end of the last such word, or null before the first.
 */
export const alignTexts = (from: string, to: string): ((offset: number) => number | null) => {
  const [left, right] = [wordsOf(from), wordsOf(to)]
  const pairs: { from: number; to: number; length: number }[] = []
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    const step = nextCommon(left, right, i, j)
    if (!step) break
    i += step[0]
    j += step[1]
    const [a, b] = [left[i], right[j]]
    if (a && b) pairs.push({ from: a.at, to: b.at, length: a.word.length })
    i++
    j++
  }
  return (offset) => {
    const pair = pairs.findLast((candidate) => candidate.from <= offset)
    return pair ? pair.to + Math.min(offset - pair.from, pair.length) : null
  }
}

/** The fewest words to leave out on both sides before the texts agree again. */
const nextCommon = (left: readonly Word[], right: readonly Word[], i: number, j: number): [number, number] | null => {
  for (let skipped = 0; skipped <= reach; skipped++) {
    for (let a = 0; a <= skipped; a++) {
      const [one, other] = [left[i + a], right[j + skipped - a]]
      if (one && other && one.word === other.word) return [a, skipped - a]
    }
  }
  return null
}

/** `[start, end)` of one text in the other; null where the other has none of its words. */
export const alignSpan = (
  align: (offset: number) => number | null,
  [start, end]: readonly [number, number],
): [number, number] | null => {
  const [from, last] = [align(start), align(end - 1)]
  return from === null || last === null || from > last ? null : [from, last + 1]
}
