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

const carriageReturn = 13
const formFeed = 12

/** The line ends of Unicode, and a form feed. */
const isLineEnd = (code: number): boolean =>
  code < 14 ? code > 9 : code === 0x85 || code === 0x2028 || code === 0x2029

const lineOf = (source: string, from: number, to: number, newPage: boolean): Line => {
  const [start, end] = trimRange(source, from, to) ?? [to, to]
  return { from, to, start, end, text: source.slice(start, end), newPage }
}

/** Every line of a text, in order. A form feed ends a line as a newline does. */
export const splitLines = (source: string): Line[] => {
  const lines: Line[] = []
  let from = 0
  let newPage = false
  for (let i = 0; i < source.length; i++) {
    const code = source.charCodeAt(i)
    if (!isLineEnd(code)) continue
    lines.push(lineOf(source, from, i, newPage))
    newPage = code === formFeed
    if (code === carriageReturn && source.charCodeAt(i + 1) === 10) i++
    from = i + 1
  }
  lines.push(lineOf(source, from, source.length, newPage))
  return lines
}
