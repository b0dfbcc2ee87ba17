import type { Line } from '../text/lines.js'

/** What stands in one column of one line. */
export interface Cell {
  readonly text: string
  readonly start: number
  readonly end: number
}

export type Layout = 'tabs' | 'pipes' | 'columns' | 'list'

/** One line of a table: a cell or null for each column. */
export interface TableLine {
  readonly line: Line
  readonly cells: (Cell | null)[]
}

const cellOf = (source: string, start: number, end: number): Cell | null => {
  const raw = source.slice(start, end)
  const text = raw.trim()
  if (text === '') return null
  const from = start + (raw.length - raw.trimStart().length)
  return { text, start: from, end: from + text.length }
}

/** A list of people has fewer columns; what stands in further ones is told as unread. */
const mostColumns = 40

const gap = / {2,}|\t+/g
const hasGap = (line: Line): boolean => /\S(?: {2,}|\t)\S/.test(line.text)

/** How the lines of a list of those present are laid out. */
export const layoutOf = (source: string, lines: readonly Line[]): Layout => {
  const filled = lines.filter((line) => line.text !== '')
  const share = (test: (line: Line) => boolean) => filled.filter(test).length / Math.max(1, filled.length)
  if (share((line) => (line.text.match(/\|/g)?.length ?? 0) >= 1) > 0.6) return 'pipes'
  if (share((line) => source.slice(line.from, line.to).includes('\t')) > 0.6) return 'tabs'
  const indented = (line: Line) => line.start - line.from >= 8
  return share(hasGap) >= 0.4 && share((line) => hasGap(line) || indented(line)) > 0.6 ? 'columns' : 'list'
}

/** Cells between separators of one character; a leading and a trailing pipe bound no cell. */
const separated = (source: string, line: Line, separator: string): (Cell | null)[] => {
  const framed = separator === '|' && line.text.startsWith('|')
  const from = framed ? line.start + 1 : line.from
  const to = framed && line.text.endsWith('|') && line.text.length > 1 ? line.end - 1 : line.to
  let at = from
  return source
    .slice(from, to)
    .split(separator, mostColumns)
    .map((part) => {
      const cell = cellOf(source, at, at + part.length)
      at += part.length + 1
      return cell
    })
}

interface Stretch extends Cell {
  readonly column: number
}

/** The stretches of a line that gaps of two spaces or more part, each with the column it begins in. */
const stretches = (line: Line): Stretch[] => {
  const found: Stretch[] = []
  let from = 0
  const add = (to: number) => {
    if (to > from)
      found.push({
        text: line.text.slice(from, to),
        start: line.start + from,
        end: line.start + to,
        column: line.start - line.from + from,
      })
  }
  for (const match of line.text.matchAll(gap)) {
    add(match.index)
    from = match.index + match[0].length
  }
  add(line.text.length)
  return found
}

/** Where the columns of an aligned table begin: the beginnings that many lines share. */
const columnStarts = (rows: readonly Stretch[][]): number[] => {
  const counts = new Map<number, number>()
  for (const row of rows) for (const { column } of row) counts.set(column, (counts.get(column) ?? 0) + 1)
  const enough = Math.max(2, rows.length * 0.15)
  const starts = [...counts]
    .filter(([, count]) => count >= enough)
    .map(([column]) => column)
    .sort((a, b) => a - b)
  return starts.filter((start, i) => i === 0 || start - (starts[i - 1] ?? 0) > 2).slice(0, mostColumns)
}

const aligned = (lines: readonly Line[]): TableLine[] => {
  const rows = lines.map(stretches)
  const starts = columnStarts(rows)
  return lines.map((line, i) => {
    const cells: (Cell | null)[] = starts.map(() => null)
    for (const stretch of rows[i] ?? []) {
      let column = starts.findIndex(
        (start, at) => stretch.column >= start - 2 && stretch.column < (starts[at + 1] ?? Number.POSITIVE_INFINITY) - 2,
      )
      if (column < 0) column = 0
      const before = cells[column]
      cells[column] = before
        ? { text: `${before.text} ${stretch.text}`, start: before.start, end: stretch.end }
        : stretch
    }
    return { line, cells }
  })
}

const separatorRow = /^\|?[\s:|+-]+\|?$/

/** The lines of a table, cut into cells. Blank lines stay, with no cells, since they may part rows. */
export const tableLines = (source: string, lines: readonly Line[], layout: Exclude<Layout, 'list'>): TableLine[] => {
  if (layout === 'columns') return aligned(lines)
  const separator = layout === 'tabs' ? '\t' : '|'
  return lines
    .filter((line) => layout !== 'pipes' || line.text === '' || !separatorRow.test(line.text))
    .map((line) => ({ line, cells: line.text === '' ? [] : separated(source, line, separator) }))
}
