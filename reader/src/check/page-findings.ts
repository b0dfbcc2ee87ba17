import { type Finding, finding } from '../findings.js'
import { marksOf } from '../layout.js'
import type { MeetingRecord, Pieces } from '../record.js'
import type { SourceText } from '../source.js'

/** Running headers and footers that the reader left out of the text, each once with how many pages print it. */
const leftOut = ({ layout }: SourceText): Finding[] => {
  const pages = new Map<string, { words: string; at: string; count: number }>()
  for (const { kind, words } of marksOf(layout, 'page-header', 'page-footer')) {
    const id = `${kind} ${words.replace(/\d+/g, '#')}`
    const known = pages.get(id)
    if (known) known.count++
    else pages.set(id, { words, at: kind === 'page-header' ? 'top' : 'foot', count: 1 })
  }
  return [...pages.values()].map(({ words, at, count }) => {
    const where = count === 1 ? 'one page' : `${count} pages`
    return finding('NOISE_DROPPED', `“${words.slice(0, 120)}” stands at the ${at} of ${where} and is in no row.`)
  })
}

const unreadPages = ({ layout }: SourceText): Finding[] =>
  marksOf(layout, 'unread-page').map(({ page }) =>
    finding('UNREAD_PAGE', `Page ${page} is a picture whose words nobody has recognised; nothing of it is read.`),
  )

/** The pieces of a paragraph on either side of a page's end that lies between them or inside of one. */
const cutPieces = (pieces: Pieces, at: number): Pieces => {
  const i = pieces.findIndex(([start, end]) => start < at && at < end)
  const inside = pieces[i]
  if (inside) return [[inside[0], inside[1]]]
  const after = pieces.findIndex(([start]) => start >= at)
  const [before, next] = [pieces[after - 1], pieces[after]]
  return before && next && before[1] <= at ? [[...before], [...next]] : []
}

/** Paragraphs that go on over the end of a page, by the page ends of the layout. */
const pageBreaks = ({ layout }: SourceText, { paragraphs }: MeetingRecord): Finding[] => {
  const breaks = marksOf(layout, 'page-break').map(({ start }) => start)
  if (breaks.length === 0) return []
  let next = 0
  return paragraphs.flatMap(({ pieces }) => {
    const [from, to] = [pieces[0]?.[0] ?? 0, pieces.at(-1)?.[1] ?? 0]
    while ((breaks[next] ?? Number.POSITIVE_INFINITY) <= from) next++
    const found: Finding[] = []
    for (let i = next; (breaks[i] ?? to) < to; i++) {
      const cut = cutPieces(pieces, breaks[i] ?? 0)
      if (cut.length > 0) found.push(finding('PAGE_BREAK_JOINED', 'A paragraph goes on after a page break.', cut))
    }
    return found
  })
}

/** What of the pages of a file is repaired or left out; what a format says of page ends itself is not said again. */
export const pageFindings = (source: SourceText, record: MeetingRecord, told: readonly Finding[]): Finding[] => [
  ...leftOut(source),
  ...unreadPages(source),
  ...(told.some(({ code }) => code === 'PAGE_BREAK_JOINED') ? [] : pageBreaks(source, record)),
]
