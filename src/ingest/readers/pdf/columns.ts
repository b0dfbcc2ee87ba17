import { linesOf, type PageLine } from './lines.js'
import type { Fragment, Page } from './page.js'

/** The white stretch between two columns of running text. */
interface Gutter {
  readonly from: number
  readonly to: number
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
  const gutter = gutterOf(page.fragments)
  if (!gutter) return [lines]
  const crosses = ({ x, right }: Fragment) => x < gutter.from && right > gutter.to
  const wide = linesOf(page.number, page.fragments.filter(crosses))
  const left = linesOf(
    page.number,
    page.fragments.filter(({ right }) => right <= gutter.to),
  )
  const right = linesOf(
    page.number,
    page.fragments.filter((fragment) => fragment.x >= gutter.from),
  )
  if (!isFilled(left) || !isFilled(right)) return [lines]
  const shift = Math.min(...right.map(({ x }) => x)) - Math.min(...left.map(({ x }) => x))
  const between = (column: readonly PageLine[], from: number, to: number) =>
    column.filter(({ y }) => y > from && y <= to)
  const ends = [...wide.map(({ y }) => y), Number.POSITIVE_INFINITY]
  return ends.flatMap((end, i) => {
    const start = ends[i - 1] ?? Number.NEGATIVE_INFINITY
    const moved = between(right, start, end).map((line) => shifted(line, shift))
    const block = [...between(left, start, end), ...moved]
    const line = wide[i]
    return [...(block.length > 0 ? [block] : []), ...(line ? [[line]] : [])]
  })
}

const shifted = (line: PageLine, by: number): PageLine => ({
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
  if (column.length < fewestLines) return false
  const width = Math.max(...column.map(({ right }) => right)) - Math.min(...column.map(({ x }) => x))
  const filled = column.filter(({ x, right, segments }) => segments.length === 1 && right - x >= filledWidth * width)
  return filled.length >= filledLines * column.length
}

/** The widest stretch in the middle that hardly any fragment reaches into. */
const gutterOf = (fragments: readonly Fragment[]): Gutter | null => {
  const left = Math.min(...fragments.map(({ x }) => x))
  const width = Math.max(...fragments.map(({ right }) => right)) - left
  const most = mostCrossing * fragments.length
  let best: Gutter | null = null
  let from: number | null = null
  for (let x = left + middle[0] * width; x <= left + middle[1] * width; x++) {
    const isFree = fragments.filter((fragment) => fragment.x < x && fragment.right > x).length <= most / 2
    if (isFree) from ??= x
    if (from !== null && (!isFree || x + 1 > left + middle[1] * width)) {
      if (x - from >= narrowest && (!best || x - from > best.to - best.from)) best = { from, to: x }
      from = null
    }
  }
  return best
}
