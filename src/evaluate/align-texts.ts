import { longestCommon } from './longest-common.js'

/** A word that both texts have, in places that belong together. */
export interface Match {
  from: [number, number]
  to: [number, number]
}

interface Word {
  text: string
  start: number
  end: number
}

const mostComparisons = 40_000

/**
 * Lays one text beside another form of it (the text of a .docx beside the plain one, the words of an XML file beside its
 * markup): the words that they share, in order. A patience diff: words that occur once in both texts are anchors, and what
 * lies between two anchors is laid out the same way. Time grows with n log n for texts that are mostly alike.
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

/** Takes off what is equal at both ends of a range. */
function trim(left: Word[], right: Word[], { a, aEnd, b, bEnd }: Range) {
  const head: [number, number][] = []
  const tail: [number, number][] = []
  while (a < aEnd && b < bEnd && left[a]?.text === right[b]?.text) head.push([a++, b++])
  while (a < aEnd && b < bEnd && left[aEnd - 1]?.text === right[bEnd - 1]?.text) tail.push([--aEnd, --bEnd])
  return { head, tail, rest: { a, aEnd, b, bEnd } }
}

/** The pairs of words that occur once on each side of a range, less those that cross: the longest increasing run. */
function anchors(left: Word[], right: Word[], { a, aEnd, b, bEnd }: Range): [number, number][] {
  if (a >= aEnd || b >= bEnd) return []
  const there = once(right, b, bEnd)
  const pairs = [...once(left, a, aEnd)].flatMap(([text, i]): [number, number][] => {
    const j = there.get(text)
    return j === undefined ? [] : [[i, j]]
  })
  return longestIncreasing(pairs.sort((x, y) => x[0] - y[0]))
}

/** Of a short stretch in which every word is repeated, the longest common subsequence; a long one is left alone. */
function withoutAnchors(left: Word[], right: Word[], { a, aEnd, b, bEnd }: Range): [number, number][] {
  if ((aEnd - a) * (bEnd - b) > mostComparisons) return []
  const pairs = longestCommon(aEnd - a, bEnd - b, (i, j) => left[a + i]?.text === right[b + j]?.text)
  return pairs.map(([i, j]) => [a + i, b + j])
}

function once(words: Word[], start: number, end: number): Map<string, number> {
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

/** By patience sorting on the second number; the pairs come sorted by the first. */
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

/** From each anchor to the next, the anchor itself being the first word of what is laid out. */
function between({ a, aEnd, b, bEnd }: Range, found: [number, number][]): Range[] {
  if (found.length === 0) return []
  const starts: [number, number][] = [[a, b], ...found]
  return starts.map(([i, j], index) => {
    const [iEnd, jEnd] = found[index] ?? [aEnd, bEnd]
    return { a: i, aEnd: iEnd, b: j, bEnd: jEnd }
  })
}
