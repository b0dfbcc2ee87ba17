import type { Pieces } from '../record.js'
import type { Line } from '../text/lines.js'
import { beginsLabelled } from './line-shapes.js'
import { markerAt } from './marker.js'
import { plainBlock, type RawBlock } from './raw-block.js'
import { isTableRule, type LineCell, type Stretch, stretchesOf, type TableLine, tableLines } from './table-cells.js'
import { areWrapped, type Row, rowsOf } from './table-rows.js'

/** `[from, to)` of lines that are laid out as a table. */
export interface TableRegion {
  readonly from: number
  readonly to: number
}

/** A printed line is longer only where each paragraph is one. */
const longestLine = 400
const mostBlankLines = 2
const mostLinesApart = 3
const fewestRows = 3

const hasBars = (text: string): boolean => /^\|.*\||\S\s+\|\s+\S.*|^\|/.test(text)

/** "11.   Mr. Orvane asked", "Q.   Where?", "Present:   Ada Roe": a gap behind what opens a line makes no columns. */
const isOpened = (text: string, [first, , ...more]: readonly Stretch[]): boolean => {
  if (!first || more.length > 0) return false
  const marker = markerAt(text)
  if (marker?.number != null && marker.marker.length >= first.text.length) return true
  return /[:.]$|^[QA]\d*$/.test(first.text) && beginsLabelled(text)
}

type LineShape = 'row' | 'rule' | 'blank' | 'cell' | 'wrapped' | 'text'

/** What is set in deeper goes on with a cell of the line above. */
const deepIndent = 8

const shapeOf = (source: string, line: Line): LineShape => {
  const { text } = line
  if (text === '') return 'blank'
  if (line.to - line.from > longestLine) return 'text'
  if (/[|+]/.test(text) && isTableRule(text)) return 'rule'
  if (hasBars(text)) return 'row'
  const stretches = stretchesOf(line)
  const isTabbed = source.slice(line.from, line.to).includes('\t')
  const isIndented = isTabbed && line.start > line.from
  if (stretches.length > 1 && (isIndented || !isOpened(text, stretches))) return 'row'
  if (stretches.length === 1 && isTabbed) return 'row'
  if (text.length > 60 || stretches.length > 1 || markerAt(text)) return 'text'
  if (line.start - line.from >= deepIndent) return 'wrapped'
  return line.start > line.from || !/:\s*\S/.test(text) ? 'cell' : 'text'
}

/** Whether lines that gaps cut have columns in common: else they are prose that is set wide. */
const areAligned = (lines: readonly Line[]): boolean => {
  if (lines.some(({ text }) => text.includes('|') || text.includes('\t'))) return true
  const counts = new Map<number, number>()
  for (const line of lines)
    for (const { column } of stretchesOf(line).slice(1))
      for (const near of [column - 1, column, column + 1]) counts.set(near, (counts.get(near) ?? 0) + 1)
  return Math.max(0, ...counts.values()) * 2 >= lines.length
}

/** Where a table that begins at a line ends, and how many of its lines have columns. */
const tableFrom = (shapes: readonly LineShape[], from: number): { to: number; rows: number; others: number } => {
  const found = { to: from, rows: 0, others: 0 }
  let [blank, apart] = [0, 0]
  for (let i = from; i < shapes.length; i++) {
    const shape = shapes[i]
    if (shape === 'text' || apart >= mostLinesApart || blank > mostBlankLines) break
    blank = shape === 'blank' ? blank + 1 : 0
    if (shape === 'cell' || (shape === 'wrapped' && shapes[i - 1] === 'blank')) apart++
    else if (shape !== 'blank') {
      if (shape === 'row') found.rows++
      found.others += apart
      found.to = i + 1
      apart = 0
    }
  }
  return found
}

/** Runs of lines of which most have columns. */
export const tableRegions = (
  lines: readonly Line[],
  source: string,
  isOut: (index: number) => boolean,
): TableRegion[] => {
  const regions: TableRegion[] = []
  const shapes = lines.map(
    (line, i): LineShape => (isOut(i) && !/[|+]/.test(line.text) ? 'blank' : shapeOf(source, line)),
  )
  for (let i = 0; i < lines.length; i++) {
    if (shapes[i] !== 'row' && shapes[i] !== 'rule') continue
    const { to, rows, others } = tableFrom(shapes, i)
    if (rows >= fewestRows && rows > 2 * others) {
      const own = lines.slice(i, to).filter((_, at) => shapes[i + at] === 'row')
      if (areAligned(own)) regions.push({ from: i, to })
    }
    i = Math.max(i, to - 1)
  }
  return regions
}

/** Stray marks that are no content: punctuation, or a figure in a column that has no other. */
const isNoise = (cell: LineCell, isFigures: boolean): boolean =>
  !/[\p{L}\p{N}]/u.test(cell.text) ? /^[-–—.,;:•·*'"_ ]+$/.test(cell.text) : !isFigures && /^\d$/.test(cell.text)

const piecesOf = (cell: LineCell): Pieces => (cell.pieces ? [...cell.pieces] : [[cell.start, cell.end]])

interface Cleaned {
  readonly lines: TableLine[]
  readonly noise: Pieces
}

const cleaned = (lines: readonly TableLine[]): Cleaned => {
  const noise: Pieces = []
  const [figures, filled]: [number[], number[]] = [[], []]
  for (const { cells } of lines)
    cells.forEach((cell, column) => {
      if (cell) filled[column] = (filled[column] ?? 0) + 1
      if (cell && /^\d{1,4}\b/.test(cell.text)) figures[column] = (figures[column] ?? 0) + 1
    })
  const kept = lines.map(({ line, cells }) => ({
    line,
    cells: cells.map((cell, column) => {
      if (!cell || !isNoise(cell, (figures[column] ?? 0) * 5 > (filled[column] ?? 0))) return cell
      for (const piece of piecesOf(cell)) noise.push(piece)
      return null
    }),
  }))
  return {
    lines: kept.map((one) => (one.cells.some((cell) => cell !== null) ? one : { ...one, cells: [] })),
    noise,
  }
}

const widthOf = (lines: readonly TableLine[]): number =>
  lines.reduce((most, { cells }) => Math.max(most, cells.length), 1)

const rowBlock = (row: Row, width: number, table: number, header: boolean): RawBlock => {
  const cells = Array.from({ length: width }, (_, column) => ({
    column,
    header,
    pieces: row.flatMap(({ cells: own }): Pieces => (own[column] ? piecesOf(own[column]) : [])),
  }))
  return plainBlock(
    'row',
    cells.flatMap(({ pieces }) => pieces),
    { cells, table },
  )
}

export interface TableBlocks {
  readonly blocks: RawBlock[]
  /** The lines of each row that was put together of several. */
  readonly rejoined: Pieces[]
  readonly noise: Pieces
}

const joined = (printed: readonly TableLine[], table: number, isHeader: (first: Row) => boolean): TableBlocks => {
  const { lines, noise } = cleaned(printed)
  const rows = rowsOf(lines)
  const width = widthOf(lines)
  return {
    noise,
    blocks: rows.map((row, i) => rowBlock(row, width, table, i === 0 && isHeader(row))),
    rejoined: rows
      .filter((row) => row.length > 1)
      .map((row) => row.map(({ line }): [number, number] => [line.start, line.end])),
  }
}

/** The rows of a table of plain text, those that wrap over several lines joined again. */
export const rowBlocks = (source: string, printed: readonly Line[], table: number): TableBlocks =>
  joined(tableLines(source, printed), table, (first) => {
    const under = printed[printed.findIndex(({ start }) => start === first.at(-1)?.line.start) + 1]
    return under !== undefined && isTableRule(under.text)
  })

const asLine = (source: string, { cells = [], pieces }: RawBlock): TableLine => {
  const [start, end] = [pieces[0]?.[0] ?? 0, pieces.at(-1)?.[1] ?? 0]
  const own: (LineCell | null)[] = Array.from({ length: (cells.at(-1)?.column ?? -1) + 1 }, () => null)
  for (const { column, pieces: words } of cells) {
    const [first, last] = [words[0], words.at(-1)]
    const text = words.map(([from, to]) => source.slice(from, to)).join(' ')
    if (first && last) own[column] = { text, start: first[0], end: last[1], pieces: words }
  }
  return { line: { from: start, to: end, start, end, text: source.slice(start, end), newPage: false }, cells: own }
}

/** The rows of a table that a file gives a row for each printed line, joined again; null where its rows are whole. */
export const rejoinedRows = (source: string, rows: readonly RawBlock[]): TableBlocks | null => {
  const lines = rows.map((row) => asLine(source, row))
  if (!areWrapped(cleaned(lines).lines)) return null
  return joined(lines, rows[0]?.table ?? 1, () => rows[0]?.cells?.every(({ header }) => header) ?? false)
}
