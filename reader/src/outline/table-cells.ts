import type { Pieces } from '../record.js'
import type { Line } from '../text/lines.js'

/** What stands in one column of one printed line; `pieces` where it is more than one stretch of the source. */
export interface LineCell {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly pieces?: Pieces
}

/** One printed line of a table: a cell or null for each column; none for a blank line. */
export interface TableLine {
  readonly line: Line
  readonly cells: readonly (LineCell | null)[]
}

/** A stretch of a line that gaps part from others. */
export interface Stretch extends LineCell {
  /** In characters from the beginning of the line. */
  readonly column: number
}

/** A table has no more columns; what stands in further ones belongs to the last. */
const mostColumns = 40

/** A tab, three spaces, or two that no end of a sentence leaves. */
const gap = /\t[\t ]*| {3,}\t*|(?<![.?!]) {2}\t*/g

/** The stretches of a line that tabs or gaps part. */
export const stretchesOf = ({ text, start, from }: Line): Stretch[] => {
  const found: Stretch[] = []
  const add = (at: number, to: number): void => {
    if (to > at) found.push({ text: text.slice(at, to), start: start + at, end: start + to, column: start - from + at })
  }
  let at = 0
  if (text.includes('\t') || text.includes('  '))
    for (const match of text.matchAll(gap)) {
      add(at, match.index)
      at = match.index + match[0].length
    }
  add(at, text.length)
  return found
}

interface Columns {
  /** Where the columns of a table begin, in characters. */
  readonly starts: readonly number[]
  /** Those where most of its lines begin a cell. */
  readonly sure: ReadonlySet<number>
}

/** Columns begin where many lines begin a cell; what stands far to the left of all others is a column of labels. */
const columnsOf = (rows: readonly (readonly Stretch[])[]): Columns => {
  const counts = new Map<number, number>()
  for (const row of rows) for (const { column } of row) counts.set(column, (counts.get(column) ?? 0) + 1)
  const enough = Math.max(2, rows.length * 0.15)
  const often = [...counts.keys()].filter((column) => (counts.get(column) ?? 0) >= enough).sort((a, b) => a - b)
  const starts = often.filter((start, i) => i === 0 || start - (often[i - 1] ?? 0) > 2)
  const leftmost = Math.min(...counts.keys())
  if (leftmost + 4 <= (starts[0] ?? 0)) starts.unshift(leftmost)
  const sure = starts.filter((start) => (counts.get(start) ?? 0) * 2 >= rows.length)
  return { starts: starts.slice(0, mostColumns), sure: new Set(sure) }
}

/** Cuts a stretch where a single space parts it from the next column, in a line that has several cells. */
const cutAtColumns = (row: readonly Stretch[], { sure }: Columns): Stretch[] => {
  if (row.length < 2) return [...row]
  return row.flatMap((one): Stretch[] => {
    for (const at of sure) {
      const inside = at - one.column
      if (inside <= 1 || inside >= one.text.length || one.text[inside - 1] !== ' ') continue
      const text = one.text.slice(0, inside - 1).trimEnd()
      const rest = { text: one.text.slice(inside), start: one.start + inside, end: one.end, column: at }
      return [{ ...one, text, end: one.start + text.length }, rest]
    }
    return [one]
  })
}

const columnAt = (starts: readonly number[], column: number): number => {
  let at = 0
  while (at + 1 < starts.length && (starts[at + 1] ?? 0) - 2 <= column) at++
  return at
}

/** Lines whose columns are aligned with spaces, cut into cells. */
const aligned = (lines: readonly Line[]): TableLine[] => {
  const rows = lines.map(stretchesOf)
  const columns = columnsOf(rows.filter(({ length }) => length > 0))
  const { starts } = columns
  return lines.map((line, i) => {
    const cells: (LineCell | null)[] = line.text === '' ? [] : starts.map(() => null)
    for (const { text, start, end, column } of cutAtColumns(rows[i] ?? [], columns)) {
      const at = columnAt(starts, column)
      const before = cells[at]
      cells[at] = before ? { text: `${before.text} ${text}`, start: before.start, end } : { text, start, end }
    }
    return { line, cells }
  })
}

/** Lines whose columns tabs or bars part, cut into cells; a bar at either end of a line is its frame. */
const separated = (source: string, line: Line, separator: string): TableLine => {
  if (line.text === '') return { line, cells: [] }
  const isFramed = separator === '|' && line.text.startsWith('|')
  const isClosed = isFramed && line.text.endsWith('|') && line.text.length > 1
  let at = isFramed ? line.start + 1 : line.from
  const parts = source.slice(at, isClosed ? line.end - 1 : line.to).split(separator, mostColumns)
  const cells = parts.map((part): LineCell | null => {
    const text = part.trim()
    const start = at + part.length - part.trimStart().length
    at += part.length + 1
    return text === '' ? null : { text, start, end: start + text.length }
  })
  return { line, cells }
}

/** A line of nothing but what tables are ruled with. */
export const isTableRule = (text: string): boolean => /^[|+:=_─-][\s|+:=_─-]*$/.test(text) && /[-=─_]{2}/.test(text)

/** The lines of a table, cut into cells. Blank lines and rules stay, with no cells, since they may part rows. */
export const tableLines = (source: string, lines: readonly Line[]): TableLine[] => {
  const filled = lines.filter(({ text }) => text !== '' && !isTableRule(text))
  const share = (test: (line: Line) => boolean): number => filled.filter(test).length / Math.max(1, filled.length)
  if (share(({ text }) => text.includes('|')) > 0.6)
    return lines.map((line) => (isTableRule(line.text) ? { line, cells: [] } : separated(source, line, '|')))
  if (share(({ from, to }) => source.slice(from, to).includes('\t')) > 0.6)
    return lines.map((line) => separated(source, line, '\t'))
  const plain = lines.map((line) => (isTableRule(line.text) ? { ...line, text: '' } : line))
  return aligned(plain).map((one, i) => ({ ...one, line: lines[i] ?? one.line }))
}
