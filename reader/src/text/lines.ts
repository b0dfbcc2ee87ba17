import { trimRange } from './flow.js'

/** One line of a source: `[from, to)` without its line end, `[start, end)` also without white space on either side. */
export interface Line {
  readonly from: number
  readonly to: number
  readonly start: number
  readonly end: number
  /** What stands in `[start, end)`; empty for a blank line. */
  readonly text: string
  /** A form feed stands right before it. */
  readonly newPage: boolean
}

/** The line ends of Unicode, and a form feed. */
const lineEnd = /\r\n|[\n-\r\u0085\u2028\u2029]/g

const lineOf = (source: string, from: number, to: number, newPage: boolean): Line => {
  const [start, end] = trimRange(source, from, to) ?? [to, to]
  return { from, to, start, end, text: source.slice(start, end), newPage }
}

/** Every line of a text, in order. A form feed ends a line as a newline does. */
export const splitLines = (source: string): Line[] => {
  const lines: Line[] = []
  let from = 0
  let newPage = false
  lineEnd.lastIndex = 0
  for (let end = lineEnd.exec(source); end; end = lineEnd.exec(source)) {
    lines.push(lineOf(source, from, end.index, newPage))
    newPage = end[0] === '\f'
    from = lineEnd.lastIndex
  }
  lines.push(lineOf(source, from, source.length, newPage))
  return lines
}
