import { longestCommon } from './longest-common.js'

/** A word that both texts share, with its position in each. */
export interface Match {
  from: [number, number]
  to: [number, number]
}

interface Word {
  text: string
  start: number
  end: number
}

const MAX_COMPARISONS = 40_000

/**
 * Aligns two forms of one text (a .docx with its plain text, an XML file with its words) and returns the words that they share, in
 * order. It is a patience diff: words that occur once in both texts are anchors, and the text between two anchors is aligned in the
 * same way. Takes O(n log n) for texts that are mostly alike.
 */
export function alignTexts(from: string, to: string): Match[] {
  const [left, right] = [wordsOf(from), wordsOf(to)]
  const matches: Match[] = []
  const open: Range[] = [{ a: 0, aEnd: left.length, b: 0, bEnd: right.length }]
  for (let range = open.pop(); range; range = open.pop()) {
    const { head, rest, tail } = trim(left, right, range)
    const found = anchors(left, right, rest)
    const last = found.length === 0 ? withoutAnchors(left, right, rest) : []
    for (const [i, j] of [...head, ...tail, ...last]) {
      const [a, b] = [left[i], right[j]]
      if (a && b) matches.push({ from: [a.start, a.end], to: [b.start, b.end] })
    }
    open.push(...between(rest, found))
  }
  return matches.sort((a, b) => a.from[0] - b.from[0])
}

interface Range {
  a: number
  aEnd: number
  b: number
  bEnd: number
}

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map((found) => ({
    text: found[0].normalize('NFKC').toLowerCase(),
    start: found.index,
    end: found.index + found[0].length,
  }))

/** Strips the words that are equal at both ends of a range. */
function trim(left: Word[], right: Word[], { a, aEnd, b, bEnd }: Range) {
  const head: [number, number][] = []
  const tail: [number, number][] = []
  while (a < aEnd && b < bEnd && left[a]?.text === right[b]?.text) head.push([a++, b++])
  while (a < aEnd && b < bEnd && left[aEnd - 1]?.text === right[bEnd - 1]?.text) tail.push([--aEnd, --bEnd])
  return { head, tail, rest: { a, aEnd, b, bEnd } }
}

/** Pairs the words that occur once on each side of a range, and keeps the longest increasing sequence, so that none cross. */
function anchors(left: Word[], right: Word[], { a, aEnd, b, bEnd }: Range): [number, number][] {
  if (a >= aEnd || b >= bEnd) return []
  const there = uniqueWords(right, b, bEnd)
  const pairs = [...uniqueWords(left, a, aEnd)].flatMap(([text, i]): [number, number][] => {
    const j = there.get(text)
    return j === undefined ? [] : [[i, j]]
  })
  return longestIncreasing(pairs.sort((x, y) => x[0] - y[0]))
}

/** For a short range without unique words, the longest common subsequence; a long range is left unaligned. */
function withoutAnchors(left: Word[], right: Word[], { a, aEnd, b, bEnd }: Range): [number, number][] {
  if ((aEnd - a) * (bEnd - b) > MAX_COMPARISONS) return []
  const pairs = longestCommon(aEnd - a, bEnd - b, (i, j) => left[a + i]?.text === right[b + j]?.text)
  return pairs.map(([i, j]) => [a + i, b + j])
}

/** The words that occur exactly once in a range, with their indexes. */
function uniqueWords(words: Word[], start: number, end: number): Map<string, number> {
  const places = new Map<string, number>()
  const seen = new Set<string>()
  for (let i = start; i < end; i++) {
    const text = words[i]?.text ?? ''
    if (seen.has(text)) places.delete(text)
    else places.set(text, i)
    seen.add(text)
  }
  return places
}

/** Patience sorting by the second number; the pairs must be sorted by the first. */
function longestIncreasing(pairs: [number, number][]): [number, number][] {
  const tops: number[] = []
  const before: (number | undefined)[] = []
  const second = (pair: number | undefined) => pairs[pair ?? -1]?.[1] ?? Number.POSITIVE_INFINITY
  pairs.forEach(([, value], index) => {
    let [low, high] = [0, tops.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (second(tops[middle]) < value) low = middle + 1
      else high = middle
    }
    before[index] = tops[low - 1]
    tops[low] = index
  })
  const run: [number, number][] = []
  for (let index = tops.at(-1); index !== undefined; index = before[index]) {
    const pair = pairs[index]
    if (pair) run.push(pair)
  }
  return run.reverse()
}

/** The ranges between anchors, each beginning with its anchor. */
function between({ a, aEnd, b, bEnd }: Range, found: [number, number][]): Range[] {
  if (found.length === 0) return []
  const starts: [number, number][] = [[a, b], ...found]
  return starts.map(([i, j], index) => {
    const [iEnd, jEnd] = found[index] ?? [aEnd, bEnd]
    return { a: i, aEnd: iEnd, b: j, bEnd: jEnd }
  })
}
