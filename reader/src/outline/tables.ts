import { layoutOf, type TableLine, tableLines } from '../attendees/cells.js'
import { headerRoles, inferredRoles, settledRoles } from '../attendees/columns.js'
import { rowsOf } from '../attendees/rows.js'
import type { Pieces } from '../record.js'
import type { Line } from '../text/lines.js'
import { plainBlock, type RawBlock } from './raw-block.js'

/** `[from, to)` of lines that are laid out as a table. */
export interface TableRegion {
  readonly from: number
  readonly to: number
}

/** A tab, a bar, or a gap that no sentence's end leaves. */
const gapped = /\S(?:\t+| {3,}|(?<![.?!:]) {2})\S|^\t\s*\S|\|.*\|/

/** Runs of lines of which most have gaps; single blank lines in them are allowed. */
export const tableRegions = (
  lines: readonly Line[],
  text: string,
  isOut: (index: number) => boolean,
): TableRegion[] => {
  const regions: TableRegion[] = []
  const isRow = (i: number): boolean => {
    const line = lines[i]
    return (
      line !== undefined && line.text !== '' && line.to - line.from < 400 && gapped.test(text.slice(line.from, line.to))
    )
  }
  for (let i = 0; i < lines.length; i++) {
    if (!isRow(i) || isOut(i)) continue
    let to = i + 1
    let rows = 1
    let others = 0
    for (let j = i + 1, missed = 0; j < lines.length && missed < 3; j++) {
      const own = lines[j]?.text ?? ''
      if (isOut(j) || own === '') continue
      if (isRow(j)) {
        rows++
        others += missed
        missed = 0
        to = j + 1
      } else if (own.length > 60 || /^[-*•#]\s/.test(own)) break
      else missed++
    }
    if (rows >= 3 && rows > 2 * others) {
      regions.push({ from: i, to })
      i = to - 1
    }
  }
  return regions
}

const cellPieces = (row: readonly TableLine[], column: number): Pieces =>
  row.flatMap(({ cells }): Pieces => {
    const cell = cells[column]
    return cell ? [[cell.start, cell.end]] : []
  })

const rowBlock = (row: readonly TableLine[], width: number, table: number, header: boolean): RawBlock => {
  const cells = Array.from({ length: width }, (_, column) => ({ column, header, pieces: cellPieces(row, column) }))
  return plainBlock(
    'row',
    cells.flatMap(({ pieces }) => pieces),
    { cells, table },
  )
}

/** The rows of a table, those that wrap over several lines joined again. Null for lines that are none after all. */
export const rowBlocks = (
  text: string,
  lines: readonly Line[],
  table: number,
): { blocks: RawBlock[]; rejoined: Pieces[]; noise: Pieces } | null => {
  const layout = layoutOf(text, lines)
  if (layout === 'list') return null
  const all = tableLines(text, lines, layout)
    .map(({ line, cells }) => ({
      line,
      cells: cells.map((cell) => (cell && /\p{L}|\d{2}/u.test(cell.text) ? cell : null)),
    }))
    .filter(({ line, cells }) => line.text === '' || cells.some((cell) => cell !== null))
  const filled = all.filter(({ line }) => line.text !== '')
  const width = Math.max(1, ...filled.map(({ cells }) => cells.length))
  const [first] = filled
  const named = first ? headerRoles(first.cells) : null
  const body = named ? all.slice(all.indexOf(first as TableLine) + 1) : all
  const roles = named ? settledRoles(named, body) : inferredRoles(body)
  const { rows, rest } =
    layout === 'pipes'
      ? { rows: body.filter(({ line }) => line.text !== '').map((line) => [line]), rest: [] }
      : rowsOf(body, roles)
  const whole = [...rows, ...rest.map((line) => [line])]
  const blocks = whole.map((row) => rowBlock(row, width, table, false)).filter(({ pieces }) => pieces.length > 0)
  const rejoined = rows
    .filter((row) => row.length > 1)
    .map((row) => row.map(({ line }): [number, number] => [line.start, line.end]))
  const noise = tableLines(text, lines, layout).flatMap(({ cells }) =>
    cells.flatMap((cell): Pieces => (cell && !/\p{L}|\d{2}/u.test(cell.text) ? [[cell.start, cell.end]] : [])),
  )
  return { noise, blocks: [...(named && first ? [rowBlock([first], width, table, true)] : []), ...blocks], rejoined }
}
