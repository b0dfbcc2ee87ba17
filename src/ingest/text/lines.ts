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

const lineEnd = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/g

const lineOf = (source: string, from: number, to: number, newPage: boolean): Line => {
  const raw = source.slice(from, to)
  const text = raw.trim()
  const start = text === '' ? to : from + (raw.length - raw.trimStart().length)
  return { from, to, start, end: start + text.length, text, newPage }
}

/** Every line of a text, in order. A form feed ends a line as a newline does. */
export const splitLines = (source: string): Line[] => {
  const lines: Line[] = []
  let from = 0
  let newPage = false
  for (const match of source.matchAll(lineEnd)) {
    lines.push(lineOf(source, from, match.index, newPage))
    newPage = match[0] === '\f'
    from = match.index + match[0].length
  }
  lines.push(lineOf(source, from, source.length, newPage))
  return lines
}
