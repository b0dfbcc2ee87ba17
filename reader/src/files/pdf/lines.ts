import type { Fragment } from './page.js'

/** Text of one line that no wide gap parts. */
export interface Segment {
  readonly x: number
  readonly right: number
  readonly runs: readonly Run[]
}

/** Text in one style; spaces between words are in it. */
export interface Run {
  readonly text: string
  readonly x: number
  readonly right: number
  readonly bold: boolean
  readonly italic: boolean
  readonly raised: boolean
  /** The label of the note that it leads to. */
  readonly note?: string
}

export interface PageLine {
  readonly page: number
  readonly x: number
  readonly right: number
  readonly y: number
  readonly size: number
  readonly segments: readonly Segment[]
}

/** A wider gap than this, in parts of the font's size, is a space. */
const wordGap = 0.12
/** Before a closing sign, where letters of two fonts do not join exactly. */
const closingGap = 0.2
/** A wider gap may be the next column. */
const wideGap = 1
/** As wide may be the gap between a list's marker and its item. */
const tabStop = 5

export const textOfRuns = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('')

export const textOfLine = (line: PageLine): string => line.segments.map(({ runs }) => textOfRuns(runs)).join(' ')

const overlap = (a: Fragment, b: Fragment): number =>
  Math.min(a.y + a.size * 0.2, b.y + b.size * 0.2) - Math.max(a.y - a.size * 0.8, b.y - b.size * 0.8)

/** The lines that fragments stand in, from top to bottom: what overlaps by most of its height is one line, raised figures too. */
export const linesOf = (page: number, fragments: readonly Fragment[]): PageLine[] => {
  const rows: { tallest: Fragment; fragments: Fragment[] }[] = []
  for (const fragment of [...fragments].sort((a, b) => a.y - b.y || a.x - b.x)) {
    // A raised figure comes before the line that it belongs to, by its base line, so the last two rows are looked at.
    const row = rows
      .slice(-2)
      .find(({ tallest }) => overlap(tallest, fragment) > 0.6 * Math.min(tallest.size, fragment.size))
    if (!row) rows.push({ tallest: fragment, fragments: [fragment] })
    else {
      row.fragments.push(fragment)
      if (fragment.size > row.tallest.size) row.tallest = fragment
    }
  }
  return rows.map(({ tallest, fragments }) => lineOf(page, tallest, fragments)).sort((a, b) => a.y - b.y)
}

const lineOf = (page: number, tallest: Fragment, fragments: readonly Fragment[]): PageLine => {
  const segments: { x: number; right: number; runs: Run[] }[] = []
  let last: Fragment | null = null
  for (const fragment of [...fragments].sort((a, b) => a.x - b.x)) {
    const gap = last === null ? Number.POSITIVE_INFINITY : fragment.x - last.right
    const run = runOf(fragment, tallest)
    const segment = segments.at(-1)
    if (segment && gap <= wideGap * tallest.size) {
      const spaced = isSpace(gap / tallest.size, fragment) || lostSpace(segment.runs.at(-1), run)
      segment.runs.push(spaced ? { ...run, text: ` ${run.text}` } : run)
      segment.right = Math.max(segment.right, fragment.right)
    } else segments.push({ x: fragment.x, right: fragment.right, runs: [run] })
    last = last && last.right > fragment.right ? last : fragment
  }
  return {
    page,
    x: segments[0]?.x ?? 0,
    right: segments.at(-1)?.right ?? 0,
    y: tallest.y,
    size: tallest.size,
    segments: joinMarker(segments, tallest.size),
  }
}

const isSpace = (gap: number, { spaced, text }: Fragment): boolean =>
  /^[:;,.!?)\]]/.test(text) ? gap > closingGap : spaced || gap > wordGap

/** Some programs lose the space where a justified line changes from bold: no word changes its weight in the middle. */
const lostSpace = (before: Run | undefined, after: Run): boolean =>
  before !== undefined && before.bold !== after.bold && /\p{L}{3}$/u.test(before.text) && /^\p{L}{3}/u.test(after.text)

const runOf = ({ text, x, right, bold, italic, y, size }: Fragment, tallest: Fragment): Run => ({
  text,
  x,
  right,
  bold,
  italic,
  raised: size < tallest.size * 0.85 && tallest.y - y > tallest.size * 0.15,
})

const marker = String.raw`\s*(?:[-–—•▪◦●○■*]|\(?(?:\d{1,4}|[A-Za-z]|[ivx]{1,5}|[IVX]{1,5})[.)]|\d+(?:\.\d+)+\.?)`

/** The marker of a list item or a numbered paragraph at the beginning of a line. */
export const listMarker = new RegExp(`^${marker}(?=\\s|$)`)
const onlyMarker = new RegExp(`^${marker}\\s*$`)

/** A list marker stands before a gap as wide as a tab stop, and still is no cell of a table. */
const joinMarker = (segments: readonly Segment[], size: number): Segment[] => {
  const [first, second, ...rest] = segments
  if (!first || !second || second.x - first.right > tabStop * size || !onlyMarker.test(textOfRuns(first.runs))) {
    return [...segments]
  }
  return joinMarker([joinSegments(first, second), ...rest], size)
}

const spacedRuns = ({ runs }: Segment): Run[] =>
  runs.map((run, i) => (i === 0 ? { ...run, text: ` ${run.text}` } : run))

/** All the segments of a line as one, for lines of running text. */
export const runsOfLine = (line: PageLine): Run[] =>
  line.segments.flatMap((segment, i) => (i === 0 ? segment.runs : spacedRuns(segment)))

/** Two segments of a line as one, with a space between them. */
export const joinSegments = (a: Segment, b: Segment): Segment => ({
  x: a.x,
  right: b.right,
  runs: [...a.runs, ...spacedRuns(b)],
})
