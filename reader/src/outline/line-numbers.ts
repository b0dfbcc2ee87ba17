import type { Pieces } from '../record.js'
import type { Line } from '../text/lines.js'

const numbered = /^(\d{1,2})(?:\s+|$)/
/** A page of a transcript has so many lines at most. */
const mostLines = 40

/** How many lines count on from the one before, or begin again. */
const countedLines = (lines: readonly Line[]): number => {
  let last = 0
  let counted = 0
  for (const { text } of lines) {
    const number = Number(numbered.exec(text)?.[1] ?? Number.NaN)
    if (Number.isNaN(number) || number > mostLines) continue
    if (number === last + 1 || number === last + 2 || number === 1) counted++
    last = number
  }
  return counted
}

/**
 * Takes the numbers out that transcripts print before each line of a page.
 *
 * @returns the lines without them, and where the numbers stand; the lines as they are, where they have none
 */
export const withoutLineNumbers = (lines: readonly Line[]): { lines: readonly Line[]; numbers: Pieces } => {
  const filled = lines.filter(({ text }) => text !== '')
  const begins = filled.filter(({ text }) => numbered.test(text)).length
  if (filled.length < 20 || begins * 10 < filled.length * 6 || countedLines(filled) * 10 < begins * 7)
    return { lines, numbers: [] }
  const numbers: Pieces = []
  const kept = lines.map((line): Line => {
    const match = numbered.exec(line.text)
    if (!match) return line
    const at = line.start + (match[1]?.length ?? 0)
    numbers.push([line.start, at])
    const text = line.text.slice(match[0].length)
    return { ...line, from: at, start: line.start + match[0].length, text }
  })
  return { lines: kept, numbers }
}
