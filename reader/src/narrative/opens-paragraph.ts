import { isHeadingText } from '../text/heading-text.js'
import { endsSentence } from '../text/sentence-end.js'
import type { Row } from '../turns/rows.js'

const numbered =
  /^(?:\(?[A-Z](?:-?\d{1,2})?[.)]|\(?\d{1,2}(?:\.\d{1,2})*[.)]?|\d{1,4}\/\d{1,4}|[IVX]{1,5}[.)]|(?:Agenda )?Item \d{1,2}[a-z]?\b.?)\s+\p{Lu}/u
const longestHeading = 90
/** A heading that nothing marks is no longer. */
const shortHeading = 50

/** How wide the lines of a text are: nine tenths of them are no longer. */
const widthOf = (rows: readonly Row[]): number => {
  const lengths = rows.filter(({ kind }) => kind === 'text' || kind === 'item').map(({ start, end }) => end - start)
  lengths.sort((a, b) => a - b)
  return lengths[Math.floor(lengths.length * 0.9)] ?? 0
}

/** A heading: in capitals, or numbered, with no stop. */
const isHeadingLine = (words: string, isNumbered: boolean): boolean => {
  if (words.length > longestHeading || endsSentence(words) || !isHeadingText(words)) return false
  const isCapitals = words === words.toUpperCase() && /\p{Lu}{3}/u.test(words)
  return isCapitals || isNumbered || numbered.test(words)
}

/**
 * Says of a line that no blank line parts from the one before it whether it opens a paragraph all the same: the one before is a
 * heading, or ends a sentence where its next word would have stood on the same line, were both one paragraph.
 */
export const opensParagraph = (source: string, rows: readonly Row[]): ((row: Row) => boolean) => {
  const width = widthOf(rows)
  const opening = new Set<Row>()
  // "Treasurer's report" right over a longer line, and others like it.
  const isOver = (row: Row, next: Row | undefined): boolean => {
    const words = source.slice(row.start, Math.min(row.end, row.start + shortHeading + 1))
    return (
      row.kind === 'text' &&
      row.isApart &&
      words.length <= shortHeading &&
      isHeadingText(words) &&
      !/[:;!?]$/.test(words) &&
      !endsSentence(words) &&
      next?.kind === 'text' &&
      !next.isApart &&
      next.end - next.start > 60 &&
      /^["“]?\p{Lu}/u.test(source.slice(next.start, next.start + 2))
    )
  }
  const over = rows.filter((row, i) => isOver(row, rows[i + 1]))
  const headings = new Set(over.length > 1 ? over : [])
  // The lines of a title stand together.
  const title = rows.findIndex(({ isApart }, i) => i > 0 && isApart)
  for (const [i, row] of rows.entries()) {
    const last = rows[i - 1]
    if (!last || i < title || row.kind !== 'text' || row.isApart || (last.kind !== 'text' && last.kind !== 'item'))
      continue
    const words = source.slice(row.start, Math.min(row.end, row.start + 60))
    const next = /^\S+/.exec(words)?.[0].length ?? 0
    const isLabelled = /^(?:Q|A|Question|Answer)\d{0,2}[:.]\s/.test(words)
    const isLettered = /^(?:\((?:[a-z]|[ivx]{2,4})\)|[a-z][.)])\s/.test(words)
    // No line that is broken by hand is so wide.
    const isUnbroken = last.end - last.start > 160
    const wouldFit = isLabelled || isLettered || isUnbroken || last.end - last.start + 1 + next <= width
    if (!wouldFit || !(isLettered || /^["“‘(\p{Lu}\p{N}]/u.test(words))) continue
    const before = source.slice(last.start, Math.min(last.end, last.start + 200))
    if (headings.has(last)) {
      opening.add(row)
      continue
    }
    const isAlone = last.isApart || last.kind === 'item' || opening.has(last)
    const isNumbered = last.marker !== null && /\d|[A-Z]/.test(source.slice(...last.marker))
    const isSentenceEnd =
      (/[.?!:;]["”’)]?(?:\s+and)?$/.test(source.slice(Math.max(last.start, last.end - 6), last.end)) && isLettered) ||
      /[.?!]["”’)]?$/.test(source.slice(Math.max(last.start, last.end - 3), last.end))
    if ((isAlone && last.end - last.start < 200 && isHeadingLine(before, isNumbered)) || isSentenceEnd || isLabelled)
      opening.add(row)
  }
  return (row) => opening.has(row)
}
