import { joinSegments, type PageLine, type Run, type Segment } from './lines.js'

/** Lines that print a table together; each has one entry for each column, null where the cell is empty. */
export interface TableLines {
  readonly kind: 'table'
  readonly columns: readonly Range[]
  readonly rows: readonly { readonly line: PageLine; readonly cells: readonly (Segment | null)[] }[]
}

export interface ProseLine {
  readonly kind: 'line'
  readonly line: PageLine
}

interface Range {
  readonly from: number
  readonly to: number
}

/**
 * Tells tables from running text: lines in a row whose wide gaps leave the same white columns between them. A line with a
 * single cell belongs to the table if it stands among its lines and inside one of its columns. `before` is the table that the
 * page before ends in, if it ends in one.
 */
export const findTables = (
  lines: readonly PageLine[],
  before: TableLines | null = null,
): (TableLines | ProseLine)[] => {
  const found: (TableLines | ProseLine)[] = []
  const goesOn = before && continuation(lines, before)
  if (goesOn) found.push(goesOn)
  for (let i = goesOn?.rows.length ?? 0; i < lines.length; ) {
    const table = tableAt(lines, i)
    if (table) {
      found.push(table)
      i += table.rows.length
    } else {
      const line = lines[i++]
      if (line) found.push({ kind: 'line', line })
    }
  }
  return found
}

/** The rows at the top of a page that belong to the table at the end of the page before, though there are few of them. */
const continuation = (lines: readonly PageLine[], { columns }: TableLines): TableLines | null => {
  const isInColumns = (line: PageLine) =>
    line.segments.every(({ x }) => columns.some(({ from, to }) => x >= from - slack && x < to))
  const end = lines.findIndex((line, i) => {
    const previous = lines[i - 1]
    return (previous !== undefined && !follows(line, previous)) || !fits(line, columns) || !isInColumns(line)
  })
  const rows = lines.slice(0, end < 0 ? lines.length : end)
  const last = rows.findLastIndex(isSplit)
  if (last < 0) return null
  return {
    kind: 'table',
    columns,
    rows: rows.slice(0, last + 1).map((line) => ({ line, cells: cellsOf(line, columns) })),
  }
}

const isSplit = (line: PageLine | undefined): boolean => (line?.segments.length ?? 0) > 1

/** Rows of one table stand at most this far apart, in parts of the font's size. */
const rowGap = 3.5

const follows = (line: PageLine | undefined, previous: PageLine): line is PageLine =>
  line !== undefined &&
  line.page === previous.page &&
  line.y - previous.y <= rowGap * Math.max(line.size, previous.size)

const tableAt = (lines: readonly PageLine[], first: number): TableLines | null => {
  const start = firstSplit(lines, first)
  const end = lastSplit(lines, start)
  if (lines.slice(start, end).filter(isSplit).length < 2) return null
  const columns = columnsOf(lines.slice(start, end))
  const above = lines.slice(first, start)
  if (columns.length < 2 || !above.every((line) => isWrapped(line, columns))) return null
  const below = wrappedFrom(lines, end, columns)
  return {
    kind: 'table',
    columns,
    rows: lines.slice(first, below).map((line) => ({ line, cells: cellsOf(line, columns) })),
  }
}

/** A wrapped cell may stand above the rest of its row, at the top of a table too; not more of them than cells wrap to. */
const firstSplit = (lines: readonly PageLine[], first: number): number => {
  let i = first
  while (i < first + 4 && !isSplit(lines[i])) {
    const line = lines[i]
    if (!line || !follows(lines[i + 1], line)) return first
    i++
  }
  return isSplit(lines[i]) ? i : first
}

/** After the last split line that leaves two columns at least between the lines from `start`. */
const lastSplit = (lines: readonly PageLine[], start: number): number => {
  let end = start
  let columns: readonly Range[] = []
  for (let i = start; i < lines.length; i++) {
    const line = lines[i]
    const previous = lines[i - 1]
    if (!line || (i > start && previous && !follows(line, previous))) break
    if (!isSplit(line)) {
      if (columns.length < 2 || !fits(line, columns)) break
      continue
    }
    columns = columnsOf(lines.slice(start, i + 1))
    if (columns.length < 2) break
    end = i + 1
  }
  return end
}

/** The lines below that are wrapped cells of the last row: inside a column, and not the first, where paragraphs begin too. */
const wrappedFrom = (lines: readonly PageLine[], end: number, columns: readonly Range[]): number => {
  let i = end
  for (; i < lines.length; i++) {
    const line = lines[i]
    const previous = lines[i - 1]
    if (!line || !previous || !follows(line, previous) || isSplit(line) || !isWrapped(line, columns)) break
  }
  return i
}

const isWrapped = (line: PageLine, columns: readonly Range[]): boolean =>
  fits(line, columns) && line.x > (columns[1]?.from ?? Number.POSITIVE_INFINITY) - line.size

/**
 * The extents of the columns: what the segments of all split lines cover, one range for each stretch without a gap. A cell
 * that reaches into the next column (a heading over several, a text that is too long) would join the two, and is left out.
 */
const columnsOf = (lines: readonly PageLine[]): Range[] => {
  const segments = lines.filter(isSplit).flatMap((line) => line.segments)
  const starts = commonStarts(segments)
  const reaches = ({ x, right }: Segment) => starts.some((start) => start > x + slack && start < right - slack)
  const joined: { from: number; to: number }[] = []
  for (const { x, right } of segments.filter((segment) => !reaches(segment)).sort((a, b) => a.x - b.x)) {
    const last = joined.at(-1)
    if (last && x <= last.to) last.to = Math.max(last.to, right)
    else joined.push({ from: x, to: right })
  }
  return joined
}

/** How far apart two cells of one column may begin, in points. */
const slack = 2

/** Where at least three cells, and one line in five, begin. */
const commonStarts = (segments: readonly Segment[]): number[] => {
  const xs = segments.map(({ x }) => x).sort((a, b) => a - b)
  const groups: number[][] = []
  for (const x of xs) {
    const group = groups.at(-1)
    if (group && x - (group[0] ?? x) <= slack) group.push(x)
    else groups.push([x])
  }
  return groups.flatMap((group) => (group.length >= Math.max(3, xs.length / 15) ? [group[0] ?? 0] : []))
}

/**
 * Splits lines where a cell begins that stands too close to the one before: other lines say where columns begin. Only lines
 * between those of a table: in running text a word may begin anywhere.
 */
export const splitAtColumns = (lines: readonly PageLine[]): PageLine[] => {
  const starts = commonStarts(lines.filter(isSplit).flatMap(({ segments }) => segments.slice(1)))
  const begins = ({ x }: Pick<Run, 'x'>) => starts.some((start) => Math.abs(start - x) <= slack)
  const isRow = (line: PageLine | undefined) => line !== undefined && (isSplit(line) || begins(line))
  return lines.map((line, i) => {
    const [previous, next] = [lines[i - 1], lines[i + 1]]
    const isInside = previous && isRow(previous) && follows(line, previous) && (!follows(next, line) || isRow(next))
    if (!isInside) return line
    const segments = line.segments.flatMap((segment) => splitSegment(segment, begins))
    return segments.length === line.segments.length ? line : { ...line, segments }
  })
}

const splitSegment = (segment: Segment, begins: (run: Run) => boolean): Segment[] => {
  const at = segment.runs.findIndex((run, i) => i > 0 && begins(run))
  if (at < 0) return [segment]
  const [before, after] = [segment.runs.slice(0, at), segment.runs.slice(at)]
  const right = Math.max(...before.map((run) => run.right))
  const rest = { x: after[0]?.x ?? segment.x, right: segment.right, runs: after }
  return [{ x: segment.x, right, runs: before }, ...splitSegment(rest, begins)]
}

const columnOf = ({ x, right }: Pick<Segment, 'x' | 'right'>, columns: readonly Range[]): number => {
  const shared = columns.map(({ from, to }) => Math.min(to, right) - Math.max(from, x))
  return shared.indexOf(Math.max(...shared))
}

const fits = (line: PageLine, columns: readonly Range[]): boolean => {
  if (isSplit(line)) return true
  const column = columnOf(line, columns)
  const next = columns[column + 1]
  return next === undefined ? line.x >= (columns[column]?.from ?? 0) - 1 : line.right < next.from
}

const cellsOf = (line: PageLine, columns: readonly Range[]): (Segment | null)[] => {
  const cells: (Segment | null)[] = columns.map(() => null)
  for (const segment of line.segments) {
    const column = columnOf(segment, columns)
    const cell = cells[column]
    cells[column] = cell ? joinSegments(cell, segment) : segment
  }
  return cells
}
