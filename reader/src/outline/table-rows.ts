import { splitHonorific } from '../names.js'
import { isTableRule, type LineCell, type TableLine } from './table-cells.js'

/** The printed lines of one row. */
export type Row = readonly TableLine[]

/** Whether a cell goes on in the next line: it ends in a comma, a hyphen, a slash or a small word. */
const endsOpen = (text: string): boolean => /(?:[-‐,/&]|\s\p{Ll}{1,3})$/u.test(text)
const beginsSmall = (text: string): boolean => /^\p{Ll}/u.test(text)

/** An honorific begins a name, and goes on with none. */
const isTitled = (text: string): boolean => splitHonorific(text).honorific !== null

const share = (lines: readonly TableLine[], column: number, test: (cell: LineCell) => boolean): number =>
  lines.filter(({ cells }) => cells[column] && test(cells[column])).length / Math.max(1, lines.length)

/**
 * How often a column's cells go on in the next line's, less how often they do not, where a line lacks a key: told for lines that
 * belong to the row below, and for lines that belong to the one above.
 */
const wraps = (lines: readonly TableLine[], key: number, column: number): { below: number; above: number } => {
  const width = lines.reduce((most, { cells }) => Math.max(most, cells[column]?.text.length ?? 0), 0)
  const found = { below: 0, above: 0 }
  lines.forEach(({ cells }, i) => {
    const before = lines[i - 1]?.cells
    const [from, to] = [before?.[column], cells[column]]
    if (!from || !to) return
    const isFull = from.text.length + 1 + (to.text.split(' ', 1)[0] ?? '').length > width
    const isMore = !isTitled(to.text) && (isFull || endsOpen(from.text) || beginsSmall(to.text))
    const score = isMore ? 1 : -1
    if (!before?.[key]) found.below += score
    if (!cells[key]) found.above += score
  })
  return found
}

/** The column whose cells begin rows: the first that is filled in many lines, and does not only label groups of them. */
const keyColumn = (lines: readonly TableLine[]): number => {
  const width = lines.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  const filled = Array.from({ length: width }, (_, column) => share(lines, column, () => true))
  const first = filled.findIndex((own, column) => {
    const labels = share(lines, column, ({ text }) => text.endsWith(':'))
    return own >= 0.3 && labels < own / 2
  })
  const isGroup = filled[first] !== undefined && filled[first] < 0.9
  const within = isGroup
    ? filled.findIndex((own, column) => column > first && own >= 0.9 && isWhole(lines, first, column))
    : -1
  return Math.max(0, within < 0 ? first : within)
}

/** Whether no cell of a column goes on in the next line. */
const isWhole = (lines: readonly TableLine[], key: number, column: number): boolean => {
  const { below, above } = wraps(lines, key, column)
  return Math.max(below, above) < 0
}

type State = 'new' | 'more' | 'none'

/** For each line, whether a row's key begins there, goes on from the line before, or is missing. */
const statesOf = (lines: readonly TableLine[], key: number): State[] => {
  const keys = lines.filter(({ cells }) => cells[key])
  const areSmall = share(keys, key, ({ text }) => beginsSmall(text)) > 0.2
  const areTitled = share(keys, key, ({ text }) => isTitled(text)) > 0.6
  return lines.map(({ cells }, i) => {
    const own = cells[key]
    if (!own) return 'none'
    const before = lines[i - 1]?.cells[key]
    const isRest = areTitled && !isTitled(own.text) && !own.text.includes(' ')
    return before && (endsOpen(before.text) || isRest || (beginsSmall(own.text) && !areSmall)) ? 'more' : 'new'
  })
}

/** How far cells go on in the next line's: 1 for each whose next word would not have fit, -1 for each that had room. */
const wrapping = (from: TableLine, to: TableLine, widths: readonly number[]): number =>
  from.cells.reduce((sum, cell, column) => {
    const next = to.cells[column]?.text.split(' ', 1)[0]
    if (!cell || next === undefined) return sum
    return sum + (cell.text.length + 1 + next.length > (widths[column] ?? 0) ? 1 : -1)
  }, 0)

/** What speaks for lines without a key belonging to the row below them; what is below zero, to the one above. */
const evidence = (
  above: TableLine | undefined,
  run: readonly TableLine[],
  below: TableLine | undefined,
  widths: readonly number[],
): number => {
  const [first, last] = [run[0], run.at(-1)]
  if (!first || !last) return 0
  if (!above) return 3
  if (!below) return -3
  let score = wrapping(last, below, widths) - wrapping(above, first, widths)
  first.cells.forEach((cell, column) => {
    const before = above.cells[column]
    if (!cell) return
    if (!before) score += 2
    else if (endsOpen(before.text)) score -= 2
    if (beginsSmall(cell.text)) score -= 2
  })
  last.cells.forEach((cell, column) => {
    const after = below.cells[column]
    if (!cell) return
    if (!after) score -= 2
    else score += (endsOpen(cell.text) ? 2 : 0) + (beginsSmall(after.text) ? 2 : 0)
  })
  return score
}

const widthsOf = (lines: readonly TableLine[]): number[] => {
  const widths: number[] = []
  for (const { cells } of lines)
    cells.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, cell?.text.length ?? 0)
    })
  return widths
}

/** Whether the lines without a key stand over the key of their row, as all of a table's lines together tell. */
const isBottomAligned = (lines: readonly TableLine[], states: readonly State[]): boolean => {
  const widths = widthsOf(lines)
  let total = 0
  for (let i = 0; i < lines.length; i++) {
    if (states[i] !== 'none') continue
    let to = i + 1
    while (states[to] === 'none') to++
    total += evidence(lines[i - 1], lines.slice(i, to), lines[to], widths)
    i = to
  }
  return total > 0
}

/** Whether rows that lack a key are the rest of others: most of their cells go on where the next line's stop. */
export const areWrapped = (table: readonly TableLine[]): boolean => {
  const lines = table.filter(({ cells }) => cells.length > 0)
  const key = keyColumn(lines)
  const bare = lines.filter(({ cells }) => !cells[key]).length
  if (bare < 2 || bare * 3 > lines.length * 2) return false
  const width = lines.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  const columns = Array.from({ length: width }, (_, column) => wraps(lines, key, column)).filter((_, i) => i !== key)
  const sum = (of: 'above' | 'below'): number => columns.reduce((all, column) => all + column[of], 0)
  return Math.max(sum('above'), sum('below')) > 0
}

const groupsOf = (lines: readonly TableLine[], parts: (line: TableLine) => boolean): TableLine[][] => {
  const groups: TableLine[][] = [[]]
  for (const line of lines) {
    if (parts(line)) groups.push([])
    else if (line.cells.length > 0) groups.at(-1)?.push(line)
  }
  return groups.filter((group) => group.length > 0)
}

/** Whether blank lines part the rows: each group of lines between them begins one, and some hold several lines. */
const areRows = (groups: readonly TableLine[][], key: number): boolean =>
  groups.length > 1 &&
  groups.some((group) => group.length > 1) &&
  groups.every((group) => statesOf(group, key).filter((state) => state === 'new').length === 1)

/**
 * Puts the printed lines of a table together into rows: where rules are between rows, by them; else a wrapped row has its key at
 * its top or at its bottom, which the whole table tells.
 */
export const rowsOf = (table: readonly TableLine[]): Row[] => {
  const ruled = groupsOf(table, ({ line }) => isTableRule(line.text))
  if (ruled.length > 2) return ruled
  const lines = table.filter(({ cells }) => cells.length > 0)
  const key = keyColumn(lines)
  const groups = groupsOf(table, ({ line }) => line.text === '')
  if (areRows(groups, key)) return groups
  const states = statesOf(lines, key)
  const isBottom = states.includes('none') && isBottomAligned(lines, states)
  const rows: TableLine[][] = []
  let waiting: TableLine[] = []
  lines.forEach((line, i) => {
    const row = rows.at(-1)
    if (states[i] === 'none' && (isBottom || !row)) waiting.push(line)
    else if (states[i] !== 'new' && row) row.push(line)
    else {
      rows.push([...waiting, line])
      waiting = []
    }
  })
  return waiting.length > 0 ? [...rows, waiting] : rows
}
