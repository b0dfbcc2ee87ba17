import type { Line } from '../text/lines.js'
import { endsSentence } from '../text/sentence-end.js'
import { canBeHeading, headingPrefix, isInCapitals, isTitleCase } from './line-shapes.js'
import type { LineMarker } from './marker.js'

/** Printed lines that are one paragraph, heading or item. */
export interface Started {
  readonly lines: Line[]
  readonly marker: LineMarker | null
  /** A page ends, or a running head stands, right before it. */
  readonly afterPage: boolean
  /** Nothing stands right before it. */
  readonly isApart: boolean
}

type Next = Started | 'table' | undefined

/** A paragraph under a heading is longer. */
const longParagraph = 100
const longestNumbered = 100

const underline = /^\s*(?:={3,}|-{3,}|~{3,})\s*(?:[\n\r]|$)/

const wordsOf = (own: Started): string => own.lines[0]?.text.slice(own.marker?.length ?? 0) ?? ''

/** Whether it is one line that could head something. */
const isCandidate = (own: Next): own is Started =>
  own !== undefined &&
  own !== 'table' &&
  own.lines.length === 1 &&
  (own.marker === null || own.marker.number !== null) &&
  (canBeHeading(wordsOf(own)) ||
    (own.marker !== null && isInCapitals(wordsOf(own)) && canBeHeading(wordsOf(own).replace(':', ''))))

/** Whether what follows is text, or anything else that a heading stands over. */
const isOver = (next: Next): boolean =>
  next === 'table' ||
  (next !== undefined &&
    (next.marker !== null || next.lines.reduce((sum, { text }) => sum + text.length, 0) > longParagraph))

/** Whether what follows is a sentence, longer than what could be its heading. */
const isLonger = (next: Next, text: string): boolean =>
  next !== undefined &&
  next !== 'table' &&
  (next.lines[0]?.text.length ?? 0) > text.length &&
  endsSentence(next.lines.at(-1)?.text ?? '')

const isSameStyle = (own: Started, other: Next): boolean =>
  other !== undefined && other !== 'table' && other.marker !== null && other.marker.style === own.marker?.style

/** Entries of a list follow each other without words between them. */
const isEntry = (own: Started, before: Next, next: Next): boolean =>
  isSameStyle(own, next) || (isSameStyle(own, before) && !own.isApart)

const isHeading = (own: Started, before: Next, next: Next, isNextHeading: boolean, isUnderlined: boolean): boolean => {
  const text = wordsOf(own)
  if (isUnderlined) return true
  if (own.marker) {
    if (isEntry(own, before, next)) return false
    return isInCapitals(text) || ((isOver(next) || isLonger(next, text)) && text.length <= longestNumbered)
  }
  if (isInCapitals(text)) return own.isApart || isOver(next)
  if (!own.isApart || next === undefined) return false
  if (isOver(next)) return true
  return next !== 'table' && next.isApart && isTitleCase(text) && (isNextHeading || !isCandidate(next))
}

/** What a heading and others of its kind have in common; empty for words alone. */
const kindOf = (own: Started): string => (own.marker ? own.marker.style : headingPrefix(wordsOf(own)))

/**
 * Which paragraphs are headings, by their shapes and by what follows; those that begin as several headings do are headings too,
 * however short what follows is.
 */
export const isHeadings = (started: readonly Next[], source: string): boolean[] => {
  const found: boolean[] = started.map(() => false)
  const kinds = new Map<string, number>()
  for (let i = started.length - 1; i >= 0; i--) {
    const own = started[i]
    if (!isCandidate(own)) continue
    const end = own.lines[0]?.to ?? 0
    const isUnderlined = underline.test(source.slice(end, end + 100).replace(/^(?:\r\n|[\n\r])/, ''))
    found[i] = isHeading(own, started[i - 1], started[i + 1], found[i + 1] ?? false, isUnderlined)
    if (found[i]) kinds.set(kindOf(own), (kinds.get(kindOf(own)) ?? 0) + 1)
  }
  started.forEach((own, i) => {
    if (found[i] || !isCandidate(own) || !own.isApart || kindOf(own) === '') return
    found[i] = (kinds.get(kindOf(own)) ?? 0) > 1 && !isEntry(own, started[i - 1], started[i + 1])
  })
  return found
}
