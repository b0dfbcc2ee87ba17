import { type Content, fragment, type Xml } from './xml.js'

/** A stretch of words, and the element that it becomes. */
export interface MarkedRange {
  readonly start: number
  readonly end: number
  readonly within: (inner: Xml) => Xml
}

/** The ranges that nest in one another or are apart, those before the others in the list first: no element can hold half of another. */
export function nesting<Range extends MarkedRange>(ranges: readonly Range[]): Range[] {
  const kept: Range[] = []
  for (const range of ranges) if (!kept.some((other) => cross(range, other))) kept.push(range)
  return kept
}

const cross = (one: MarkedRange, other: MarkedRange): boolean =>
  (one.start < other.start && other.start < one.end && one.end < other.end) ||
  (other.start < one.start && one.start < other.end && other.end < one.end)

/** Words with elements around their ranges, which nest. Of two ranges with the same words the first in the list is outside. */
export function markedWords(words: string, ranges: readonly MarkedRange[]): Xml {
  const outermostFirst = ranges.toSorted((one, other) => one.start - other.start || other.end - one.end)
  return between(words, 0, words.length, outermostFirst)
}

function between(words: string, from: number, to: number, ranges: readonly MarkedRange[]): Xml {
  const content: Content[] = []
  let at = from
  for (let left = ranges; left[0]; ) {
    const [outer, ...others] = left
    const isInside = ({ start }: MarkedRange) => start < outer.end
    const inner = between(words, outer.start, outer.end, others.filter(isInside))
    content.push(words.slice(at, outer.start), outer.within(inner))
    at = outer.end
    left = others.filter((range) => !isInside(range))
  }
  return fragment(content, words.slice(at, to))
}
