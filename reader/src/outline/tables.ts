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

/** A cell whose words are more than one stretch of the source. */
type WholeCell = TableLine['cells'][number] & { readonly pieces?: Pieces }

const cellPieces = (row: readonly TableLine[], column: number): Pieces =>
  row.flatMap(({ cells }): Pieces => {
    const cell = cells[column] as WholeCell | null | undefined
    return cell ? (cell.pieces ?? [[cell.start, cell.end]]) : []
  })

const rowBlock = (row: readonly TableLine[], width: number, table: number, header: boolean): RawBlock => {
  const cells = Array.from({ length: width }, (_, column) => ({ column, header, pieces: cellPieces(row, column) }))
  return plainBlock(
    'row',
    cells.flatMap(({ pieces }) => pieces),
    { cells, table },
  )
}

export interface TableRows {
  readonly blocks: RawBlock[]
  /** The lines of each row that went over several. */
  readonly rejoined: Pieces[]
  readonly noise: Pieces
}

const isWord = (text: string): boolean => /\p{L}|\d{2}/u.test(text)

/** Rows of the lines of a table; those that wrap over several lines are joined again, unless `whole` says that each is one. */
const joined = (lines: readonly TableLine[], table: number, whole: boolean): TableRows => {
  const all = lines
    .map(({ line, cells }) => ({ line, cells: cells.map((cell) => (cell && isWord(cell.text) ? cell : null)) }))
    .filter(({ line, cells }) => line.text === '' || cells.some((cell) => cell !== null))
  const filled = all.filter(({ line }) => line.text !== '')
  const width = Math.max(1, ...filled.map(({ cells }) => cells.length))
  const [first] = filled
  const named = first ? headerRoles(first.cells) : null
  const body = named ? all.slice(all.indexOf(first as TableLine) + 1) : all
  const roles = named ? settledRoles(named, body) : inferredRoles(body)
  const { rows, rest } = whole
    ? { rows: body.filter(({ line }) => line.text !== '').map((line) => [line]), rest: [] }
    : rowsOf(body, roles)
  const blocks = [...rows, ...rest.map((line) => [line])]
    .map((row) => rowBlock(row, width, table, false))
    .filter(({ pieces }) => pieces.length > 0)
  return {
    blocks: [...(named && first ? [rowBlock([first], width, table, true)] : []), ...blocks],
    rejoined: rows
      .filter((row) => row.length > 1)
      .map((row) => row.map(({ line }): [number, number] => [line.start, line.end])),
    noise: lines.flatMap(({ cells }) =>
      cells.flatMap((cell): Pieces => (cell && !isWord(cell.text) ? [[cell.start, cell.end]] : [])),
    ),
  }
}

/** The rows of a table that plain text prints. Null for lines that are none after all. */
export const rowBlocks = (text: string, lines: readonly Line[], table: number): TableRows | null => {
  const layout = layoutOf(text, lines)
  return layout === 'list' ? null : joined(tableLines(text, lines, layout), table, layout === 'pipes')
}

const asLine = (source: string, { cells = [], pieces }: RawBlock): TableLine => {
  const [start, end] = [pieces[0]?.[0] ?? 0, pieces.at(-1)?.[1] ?? 0]
  const width = Math.max(0, ...cells.map(({ column }) => column + 1))
  const own = Array.from({ length: width }, (_, at): WholeCell | null => {
    const cell = cells.find(({ column }) => column === at)
    const [first, last] = [cell?.pieces[0], cell?.pieces.at(-1)]
    if (!cell || !first || !last) return null
    const text = cell.pieces.map(([from, to]) => source.slice(from, to)).join(' ')
    return { text, start: first[0], end: last[1], pieces: cell.pieces }
  })
  return { line: { from: start, to: end, start, end, text: source.slice(start, end), newPage: false }, cells: own }
}

/** Whether a row names the columns of a table of people. */
export const hasHead = (source: string, row: RawBlock): boolean => headerRoles(asLine(source, row).cells) !== null

/**
 * The rows of a table of people that a file gives a row for each printed line, joined again. Null for a table without a column of
 * names, or with a name in each row.
 */
export const rejoinedRows = (source: string, rows: readonly RawBlock[]): TableRows | null => {
  const lines = rows.map((row) => asLine(source, row))
  const names = lines[0] ? (headerRoles(lines[0].cells)?.indexOf('name') ?? -1) : -1
  const isNamed = lines.every(({ cells }) => cells[names] && isWord(cells[names].text))
  return names < 0 || isNamed ? null : joined(lines, rows[0]?.table ?? 1, false)
}
