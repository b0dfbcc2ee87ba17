import { listMarker, type PageLine, textOfLine } from './lines.js'

/** What the lines of a document have in common; in points. */
export interface Measure {
  /** The size in which most of the text is set. */
  readonly size: number
  /** From base line to base line inside a paragraph, in parts of the font's size. */
  readonly leading: number
}

const mostFrequent = (values: readonly (readonly [value: number, weight: number])[], or: number): number => {
  const weights = new Map<number, number>()
  for (const [value, weight] of values) weights.set(value, (weights.get(value) ?? 0) + weight)
  let best = or
  for (const [value, weight] of weights) if (weight > (weights.get(best) ?? 0)) best = value
  return best
}

export const measureOf = (lines: readonly PageLine[]): Measure => {
  const size = mostFrequent(
    lines.map((line) => [Math.round(line.size * 2) / 2, textOfLine(line).length] as const),
    12,
  )
  const gaps = lines.flatMap((line, i): [number, number][] => {
    const next = lines[i + 1]
    if (!next || next.page !== line.page || next.y <= line.y || next.size !== line.size) return []
    return [[Math.round(((next.y - line.y) / line.size) * 20) / 20, 1]]
  })
  return {
    size,
    leading: mostFrequent(
      gaps.filter(([gap]) => gap < 2.5),
      1.2,
    ),
  }
}

const isBold = (line: PageLine): boolean =>
  line.segments.every(({ runs }) => runs.every(({ bold, text }) => bold || !text.trim()))

/**
 * The first word of the next line would have had room in this one, so that the line was ended on purpose. How wide the word is
 * can only be estimated: where no sentence ends and no list item begins, the line has to be shorter by a fifth.
 */
const hadRoom = (line: PageLine, next: PageLine, leftEdge: number, rightEdge: number): boolean => {
  const text = textOfLine(next)
  const startsItem = listMarker.test(text)
  const words = (startsItem ? /^\s*\S+\s+\S*/ : /^\s*\S+/).exec(text)?.[0] ?? ''
  const perCharacter = (next.right - next.x) / Math.max(1, text.length)
  const free = rightEdge - line.right
  if (free < (words.length + 1) * perCharacter + line.size * 0.3) return false
  return startsItem || free > 0.2 * (rightEdge - leftEdge) || endsSentence(textOfLine(line))
}

const isCentred = (line: PageLine, leftEdge: number, rightEdge: number): boolean =>
  Math.abs(line.x - leftEdge - (rightEdge - line.right)) < line.size * 1.2 && line.x - leftEdge > line.size * 2

const endsSentence = (text: string): boolean => /[.:;?!…]["'”’)\]]*\s*$/.test(text)

/**
 * The paragraphs of consecutive lines of one column. A paragraph ends where the gap is wider than inside of one, the size or
 * the weight changes, a line was ended before it was full, an indent or a list marker begins the next.
 */
export const paragraphsOf = (lines: readonly PageLine[], measure: Measure): PageLine[][] => {
  const leftEdge = Math.min(...lines.map(({ x }) => x))
  const rightEdge = Math.max(...lines.map(({ right }) => right))
  const paragraphs: PageLine[][] = []
  for (const [i, line] of lines.entries()) {
    const paragraph = paragraphs.at(-1)
    const previous = paragraph?.at(-1)
    if (!paragraph || !previous || begins(line, previous, paragraph, lines[i + 1], { measure, leftEdge, rightEdge })) {
      paragraphs.push([line])
    } else paragraph.push(line)
  }
  return paragraphs
}

interface Edges {
  readonly measure: Measure
  readonly leftEdge: number
  readonly rightEdge: number
}

const begins = (
  line: PageLine,
  previous: PageLine,
  paragraph: readonly PageLine[],
  next: PageLine | undefined,
  { measure, leftEdge, rightEdge }: Edges,
): boolean => {
  const { size } = line
  if (Math.abs(size - previous.size) > 0.08 * size || isBold(line) !== isBold(previous)) return true
  if (line.y - previous.y > measure.leading * size * 1.3) return true
  // The next column: whether a paragraph goes on there, its last sentence says.
  if (line.y < previous.y) return endsSentence(textOfLine(previous))
  if (isCentred(line, leftEdge, rightEdge) && isCentred(previous, leftEdge, rightEdge)) return false
  if (hadRoom(previous, line, leftEdge, rightEdge)) return true
  const text = textOfLine(previous)
  if (listMarker.test(textOfLine(line)) && (endsSentence(text) || line.x < previous.x - 0.5 * size)) return true
  return indented(line, previous, paragraph, next)
}

const indented = (
  line: PageLine,
  previous: PageLine,
  paragraph: readonly PageLine[],
  next: PageLine | undefined,
): boolean => {
  const step = 0.8 * line.size
  const first = paragraph[0] ?? previous
  const hangs = paragraph.length > 1 ? previous.x > first.x + step : listMarker.test(textOfLine(first))
  if (line.x > previous.x + step) return !hangs && (next === undefined || next.x < line.x - step)
  return paragraph.length > 1 && line.x < previous.x - step
}
