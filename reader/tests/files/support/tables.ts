import { type Layout, type MarkOf, marksOf, marksWithin } from '@rapporteur/reader/layout'
import type { Pieces } from '@rapporteur/reader/record'

/** What is left of `[start, end)` when characters that are only markup are taken out. */
export const withoutMarkup = (layout: Layout, start: number, end: number): Pieces => {
  const pieces: Pieces = []
  let from = start
  for (const mark of marksWithin(layout, start, end, 'markup')) {
    if (mark.start > from) pieces.push([from, mark.start])
    from = Math.max(from, mark.end)
  }
  if (from < end) pieces.push([from, end])
  return pieces
}

interface Table {
  readonly start: number
  readonly end: number
  readonly rows: readonly TableRow[]
}

interface TableRow {
  readonly start: number
  readonly end: number
  readonly cells: readonly MarkOf<'cell'>[]
}

/** The tables of a document that hold no other table, each as its rows and their cells. */
export const tablesOf = (layout: Layout): Table[] =>
  marksOf(layout, 'table').map(({ start, end }) => ({
    start,
    end,
    rows: rowsOf(marksWithin(layout, start, end + 1, 'row', 'cell')),
  }))

const rowsOf = (marks: readonly MarkOf<'row' | 'cell'>[]): TableRow[] => {
  const rows: { start: number; end: number; cells: MarkOf<'cell'>[] }[] = []
  for (const mark of marks) {
    if (mark.kind === 'row') rows.push({ start: mark.start, end: mark.end, cells: [] })
    else rows.at(-1)?.cells.push(mark)
  }
  return rows
}
