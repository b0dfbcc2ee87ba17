import { isBody } from '../english/bodies.js'
import { endsOpen, holdsTitle, isWholeTitle } from '../english/titles.js'
import { particles, splitHonorific } from '../names.js'
import type { Cell, TableLine } from './cells.js'
import type { ColumnRole } from './columns.js'

/** One person's row: the lines of it, in printed order. */
export type Row = TableLine[]

export interface Rows {
  readonly rows: Row[]
  /** Lines with no name that no row takes. */
  readonly rest: TableLine[]
}

const isNameColumn = (role: ColumnRole): boolean => role === 'name' || role === 'family'

const nameOf = (line: TableLine, roles: readonly ColumnRole[]): Cell | null =>
  line.cells.find((cell, i) => cell !== null && isNameColumn(roles[i] ?? 'other')) ?? null

/** Whether a name goes on in the next line: it ends in a hyphen, a particle, an honorific or a comma. */
const nameEndsOpen = (name: string): boolean => {
  if (/[-‐,]$/.test(name)) return true
  const last = name.split(/\s+/).at(-1)?.toLowerCase() ?? ''
  return particles.has(last) || splitHonorific(`${name} X`).name === 'X'
}

/** For each line, whether a new name begins there, an earlier one goes on, or none stands there. */
const nameStates = (lines: readonly TableLine[], roles: readonly ColumnRole[]): ('new' | 'more' | 'none')[] => {
  const names = lines.map((line) => nameOf(line, roles)?.text ?? '')
  const filled = names.filter((name) => name !== '')
  const areTitled = filled.filter((name) => splitHonorific(name).honorific !== null).length > filled.length * 0.75
  const areLong = filled.filter((name) => name.includes(' ')).length > filled.length * 0.75
  let open = ''
  return names.map((name, i) => {
    if (name === '') return 'none'
    const titled = splitHonorific(name).honorific !== null
    const adjacent = i > 0 && open !== '' && lines[i - 1]?.line.text !== ''
    const short = !titled && !name.includes(' ') && roles.every((role) => role !== 'given')
    const more =
      adjacent && !titled && (nameEndsOpen(open) || (areTitled && short) || (areLong && short && !/,$/.test(name)))
    open = name
    return more ? 'more' : 'new'
  })
}

type Alignment = 'top' | 'bottom'

/** The length of the longest line in each column. */
const widthsOf = (lines: readonly TableLine[]): number[] => {
  const widths: number[] = []
  for (const { cells } of lines)
    for (const [column, cell] of cells.entries()) widths[column] = Math.max(widths[column] ?? 0, cell?.text.length ?? 0)
  return widths
}

/** How far one line's cells go on in the next line's: 1 for each whose next word would not have fit, -1 for each that had room. */
const wrapping = (from: TableLine, to: TableLine, widths: readonly number[]): number =>
  from.cells.reduce((sum, cell, column) => {
    const next = to.cells[column]?.text.split(' ', 1)[0]
    if (!cell || next === undefined) return sum
    return sum + (cell.text.length + 1 + next.length > (widths[column] ?? 0) ? 1 : -1)
  }, 0)

/** What speaks for either alignment in the unnamed lines between two rows, above zero for lines that belong below. */
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
  for (const [column, cell] of first.cells.entries()) {
    if (cell === null) continue
    const before = above.cells[column]
    if (!before) score += 2
    else if (endsOpen(before.text)) score -= 2
    else if (isWholeTitle(before.text) && !holdsTitle(cell.text) && !isBody(cell.text)) score -= 1
    if (/^\p{Ll}/u.test(cell.text)) score -= 2
  }
  for (const [column, cell] of last.cells.entries()) {
    if (cell === null) continue
    const after = below.cells[column]
    if (!after) score -= 2
    else if (endsOpen(cell.text)) score += 2
    else if (holdsTitle(cell.text) && !isBody(cell.text) && !holdsTitle(after.text)) score += 1
    if (after && /^\p{Ll}/u.test(after.text)) score += 2
  }
  return score
}

/** Runs of unnamed lines, as `[from, to)`. */
const unnamedRuns = (states: readonly string[]): [number, number][] => {
  const runs: [number, number][] = []
  for (const [i, state] of states.entries()) {
    if (state !== 'none') continue
    const last = runs.at(-1)
    if (last && last[1] === i) last[1] = i + 1
    else runs.push([i, i + 1])
  }
  return runs
}

const alignmentOf = (lines: readonly TableLine[], states: readonly string[]): Alignment => {
  const widths = widthsOf(lines)
  const total = unnamedRuns(states).reduce(
    (sum, [from, to]) => sum + evidence(lines[from - 1], lines.slice(from, to), lines[to], widths),
    0,
  )
  return total > 0 ? 'bottom' : 'top'
}

/** Whether blank lines part the rows: every group of lines between them holds one name, and some hold several lines. */
const blankLinesPart = (groups: readonly TableLine[][], roles: readonly ColumnRole[]): boolean =>
  groups.length > 1 &&
  groups.some((group) => group.length > 1) &&
  groups.every((group) => nameStates(group, roles).filter((state) => state === 'new').length === 1)

const groupsOf = (lines: readonly TableLine[]): TableLine[][] => {
  const groups: TableLine[][] = [[]]
  for (const line of lines) {
    if (line.line.text === '') groups.push([])
    else groups.at(-1)?.push(line)
  }
  return groups.filter((group) => group.length > 0)
}

/**
 * Puts the lines of a table together into rows. A wrapped row has one line with a name, at its top or at its bottom; which of
 * the two, the whole table tells: an unnamed line before the first name or after the last, a cell that goes on in the next
 * line, a cell with nothing above it to go on from.
 */
export const rowsOf = (table: readonly TableLine[], roles: readonly ColumnRole[]): Rows => {
  const groups = groupsOf(table)
  if (blankLinesPart(groups, roles)) return { rows: groups, rest: [] }
  const lines = table.filter(({ line }) => line.text !== '')
  const states = nameStates(lines, roles)
  const alignment = alignmentOf(lines, states)
  const rows: Row[] = []
  let waiting: TableLine[] = []
  for (const [i, line] of lines.entries()) {
    const row = rows.at(-1)
    if (states[i] === 'none' && (alignment === 'bottom' || !row)) waiting.push(line)
    else if (states[i] === 'none' || states[i] === 'more') row?.push(line)
    else {
      rows.push([...waiting, line])
      waiting = []
    }
  }
  return { rows, rest: waiting }
}
