import type { Pieces } from '../record.js'
import type { Line } from '../text/lines.js'

/** The lines of a transcript without the numbers that are printed before them, as court and hearing reporters do. */
export interface Unnumbered {
  readonly lines: readonly Line[]
  readonly numbers: Pieces
  /** What stands in the margins of the pages: their numbers, and who took the record. */
  readonly margins: Pieces
}

const number = /^(\d{1,2})(?=\s|$)/
/** No page has more lines. */
const mostOnPage = 60
const fewestLines = 20

/** The printed number of each line, where it goes on counting from the line before or begins again at the top of a page. */
const countedLines = (lines: readonly Line[]): ReadonlySet<Line> => {
  const numbered = lines.flatMap((line) => {
    const printed = Number(number.exec(line.text)?.[1] ?? 0)
    return printed > 0 && printed <= mostOnPage ? [{ line, printed }] : []
  })
  const counted = new Set<Line>()
  let last = 0
  for (const [i, { line, printed }] of numbered.entries()) {
    if (printed !== last + 1 && !(printed === 1 && numbered[i + 1]?.printed === 2)) continue
    counted.add(line)
    last = printed
  }
  return counted
}

/** "P R O C E E D I N G S" */
const spaced = /^(?:\p{Lu}\s){3,}\p{Lu}$/u

const isIndented = (line: Line, than: number): boolean => line.text !== '' && line.start - line.from > than + 3

/** A blank line before each that is indented further than the one above, or stands below a short one that was. */
const withParagraphs = (lines: readonly Line[], base: number, ofNumber: ReadonlySet<Line>): Line[] =>
  lines.flatMap((line, i): Line[] => {
    const above = lines[i - 1]
    if (!above || above.text === '' || !ofNumber.has(line)) return [line]
    const [own, before] = [isIndented(line, base), isIndented(above, base)]
    const opens = own && (!before || /[.?!:)]$/.test(above.text))
    const ends = !own && before && (above.end - above.start < 40 || line.text.endsWith(':'))
    return opens || ends || spaced.test(line.text) || spaced.test(above.text)
      ? [{ ...line, to: line.from, start: line.from, end: line.from, text: '' }, line]
      : [line]
  })

const unnumbered = (line: Line, printed: number): Line => {
  const from = line.start + printed
  const text = line.text.slice(printed).trimStart()
  const start = text === '' ? line.to : line.end - text.length
  return { ...line, from, start, end: start + text.length, text }
}

/** Between the first and the last that are counted, a line without a number belongs to the page; so does its like below them. */
const withoutMargins = (lines: readonly Line[], counted: ReadonlySet<Line>): { content: Line[]; margins: Pieces } => {
  const [first, last] = [lines.findIndex((line) => counted.has(line)), lines.findLastIndex((line) => counted.has(line))]
  const inMargins = new Set(lines.slice(first, last).flatMap((line) => (counted.has(line) ? [] : [line.text])))
  const isMargin = (line: Line, i: number) => i > first && !counted.has(line) && (i < last || inMargins.has(line.text))
  const margins = lines.flatMap(
    (line, i): Pieces => (isMargin(line, i) && line.text !== '' ? [[line.start, line.end]] : []),
  )
  return { content: lines.filter((line, i) => !isMargin(line, i)), margins }
}

/** Takes the numbers off; null where most of the lines have none, or they do not count. */
export const withoutLineNumbers = (lines: readonly Line[]): Unnumbered | null => {
  const filled = lines.filter(({ text }) => text !== '').length
  if (filled < fewestLines || !lines.some(({ text }) => /^1(?=\s|$)/.test(text))) return null
  const counted = countedLines(lines)
  if (counted.size < fewestLines || counted.size < 0.7 * filled) return null
  const numbers: Pieces = []
  const ofNumber = new Set<Line>()
  const { content, margins } = withoutMargins(lines, counted)
  const bare = content.map((line): Line => {
    const printed = counted.has(line) ? (number.exec(line.text)?.[0].length ?? 0) : 0
    if (printed === 0) return line
    numbers.push([line.start, line.start + printed])
    const own = unnumbered(line, printed)
    ofNumber.add(own)
    return own
  })
  const indents = [...ofNumber].filter(({ text }) => text !== '').map(({ start, from }) => start - from)
  return { lines: withParagraphs(bare, Math.min(...indents), ofNumber), numbers, margins }
}
