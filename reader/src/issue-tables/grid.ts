import type { Line } from '../text/lines.js'
import type { Cells, Grid } from './rows.js'

const isRule = ({ text }: Line): boolean => /^[\s|+:=_–—-]+$/.test(text) && /[-=_–—]{3}/.test(text)
const isRow = ({ text }: Line): boolean => text.includes('|')

/** Whether bars stand at both ends of all lines, where they bound no cell. */
interface Frame {
  readonly atStart: boolean
  readonly atEnd: boolean
}

const frameOf = (lines: readonly Line[]): Frame => ({
  atStart: lines.every(({ text }) => text.startsWith('|')),
  atEnd: lines.every(({ text }) => text.endsWith('|')),
})

/** The cells of a line between bars, with empty ones. */
const cellsOf = (source: string, line: Line, { atStart, atEnd }: Frame): Cells => {
  const from = atStart ? line.start + 1 : line.from
  const to = atEnd ? line.end - 1 : line.end
  let at = from
  return source
    .slice(from, Math.max(from, to))
    .split('|')
    .map((part) => {
      const start = at + (part.length - part.trimStart().length)
      at += part.length + 1
      return part.trim() === '' ? [] : [[start, start + part.trim().length]]
    })
}

const joined = (above: Cells, below: Cells): Cells =>
  Array.from({ length: Math.max(above.length, below.length) }, (_, i) => [...(above[i] ?? []), ...(below[i] ?? [])])

/** The rows of lines that rules part, each wrapped over as many lines as stand between; without rules each line is one. */
const rowsOf = (source: string, lines: readonly Line[]): Cells[] => {
  const isRuled = lines.filter(isRule).length > 2
  const frame = frameOf(lines.filter((line) => !isRule(line)))
  const rows: Cells[] = []
  let isOpen = false
  for (const line of lines) {
    if (isRule(line)) {
      isOpen = false
      continue
    }
    const cells = cellsOf(source, line, frame)
    const last = rows.at(-1)
    if (isRuled && isOpen && last) rows[rows.length - 1] = joined(last, cells)
    else rows.push(cells)
    isOpen = true
  }
  return rows
}

/** The tables that a plain text draws with bars, with or without rules between the rows. */
export const gridsIn = (source: string, lines: readonly Line[]): Grid[] => {
  const grids: Grid[] = []
  let run: Line[] = []
  const close = () => {
    const [first, last] = [run[0], run.at(-1)]
    if (first && last && run.filter(isRow).length > 3) {
      const rules = run.filter(isRule).map(({ start, end }): [number, number] => [start, end])
      grids.push({ start: first.start, end: last.end, rows: rowsOf(source, run), rules })
    }
    run = []
  }
  for (const line of lines) {
    if (line.text !== '' && (isRow(line) || isRule(line))) run.push(line)
    else close()
  }
  close()
  return grids
}
