import { joinSegments, linesOf, type PageLine, type Segment } from './lines.js'
import type { Page } from './page.js'

/** The white stretch between two columns of running text, in points. */
interface Gutter {
  readonly x: number
  readonly right: number
}

/** A gutter is at least so wide (points), in the middle part of the text, and crossed by few of the lines. */
const narrowest = 8
const middle = [0.35, 0.65] as const
const mostCrossing = 0.25
/** A column has at least so many lines, and so many of them fill so much of its width: the cells of a table do not. */
const fewestLines = 5
const filledLines = 0.6
const filledWidth = 0.7

/**
 * The lines of a page in the order in which they are read, in blocks. Where the page is set in two columns, the lines that run
 * over both part it into blocks, and a block has its left lines before its right ones, these moved to the place of the left,
 * so that a paragraph goes on from one column to the next.
 */
export const blocksOfPage = (page: Page): PageLine[][] => {
  const lines = linesOf(page.number, page.fragments)
  const gutter = gutterOf(lines)
  if (!gutter) return [lines]
  const isWide = (line: PageLine) => line.segments.some((segment) => crosses(segment, gutter))
  const [wide, narrow] = [lines.filter(isWide), lines.filter((line) => !isWide(line))]
  const left = sideOf(narrow, ({ right }) => right <= gutter.right)
  const right = sideOf(narrow, ({ right }) => right > gutter.right)
  if (!isFilled(left) || !isFilled(right)) return [lines]
  const moved = right.map(movedBy(Math.min(...right.map(({ x }) => x)) - Math.min(...left.map(({ x }) => x))))
  const between = (column: readonly PageLine[], from: number, to: number) =>
    column.filter(({ y }) => y > from && y <= to)
  const ends = [...wide.map(({ y }) => y), Number.POSITIVE_INFINITY]
  return ends.flatMap((end, i) => {
    const start = ends[i - 1] ?? Number.NEGATIVE_INFINITY
    const block = [...between(left, start, end), ...between(moved, start, end)]
    const line = wide[i]
    return [...(block.length > 0 ? [block] : []), ...(line ? [[line]] : [])]
  })
}

const crosses = ({ x, right }: Segment, gutter: Gutter): boolean => x < gutter.x && right > gutter.right

/** What stands on one side of the gutter; several segments of a line, parted by gaps between words, are one again. */
const sideOf = (lines: readonly PageLine[], isOnSide: (segment: Segment) => boolean): PageLine[] =>
  lines.flatMap((line) => {
    const [first, ...others] = line.segments.filter(isOnSide)
    if (!first) return []
    const segment = others.reduce(joinSegments, first)
    return [{ ...line, x: segment.x, right: segment.right, segments: [segment] }]
  })

const movedBy =
  (by: number) =>
  (line: PageLine): PageLine => ({
    ...line,
    x: line.x - by,
    right: line.right - by,
    segments: line.segments.map((segment) => ({
      x: segment.x - by,
      right: segment.right - by,
      runs: segment.runs.map((run) => ({ ...run, x: run.x - by, right: run.right - by })),
    })),
  })

const isFilled = (column: readonly PageLine[]): boolean => {
  const width = Math.max(...column.map(({ right }) => right)) - Math.min(...column.map(({ x }) => x))
  const filled = column.filter(({ x, right }) => right - x >= filledWidth * width)
  return column.length >= fewestLines && filled.length >= filledLines * column.length
}

/** The widest stretch in the middle that hardly any line reaches into. */
const gutterOf = (lines: readonly PageLine[]): Gutter | null => {
  const x = Math.min(...lines.map((line) => line.x))
  const width = Math.max(...lines.map(({ right }) => right)) - x
  const segments = lines.flatMap((line) => line.segments)
  const isFree = (at: number) =>
    segments.filter((segment) => segment.x < at && segment.right > at).length <= mostCrossing * lines.length
  const [from, to] = [x + middle[0] * width, x + middle[1] * width]
  let best: Gutter | null = null
  for (let at = from; at <= to; at++) {
    if (!isFree(at)) continue
    const start = at
    while (at < to && isFree(at + 1)) at++
    if (at - start >= narrowest && (!best || at - start > best.right - best.x)) best = { x: start, right: at }
  }
  return best
}
