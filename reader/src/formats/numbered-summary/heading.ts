import { pastForms } from '../../english/reporting-verbs.js'
import { isWholeTitle } from '../../english/titles.js'
import { honorificPattern, splitHonorific } from '../../names.js'
import type { Range } from '../../reported-speech/voice.js'
import type { Flow } from '../../text/flow.js'
import { isHeadingText } from '../../text/heading-text.js'
import { abbreviates, type CastNames, type Raiser, raisersOf } from './raisers.js'

/** How a paragraph begins: its heading, whom that names, and where the body starts. Offsets are into the paragraph's text. */
export interface ParagraphHead {
  /** The words of the heading alone; null where there is none. */
  readonly heading: Range | null
  readonly raisers: readonly Raiser[]
  readonly bodyStart: number
}

const longestHeading = 240
const marks = /^(?:\*\*|__|\*|_)?\s*/
const closing = /^\s*(?:\*\*|__|\*|_)?\s*/

/** What only a sentence holds, and no heading that is closed by a full stop. */
const ofSentence =
  /\b(?:should|must|could|would|will|shall|can|may|might|ought|cannot|is|are|was|were|has|have|had|needs?)\b/

const endsInAbbreviation = /\b(?:Mr|Mrs|Ms|Mx|Dr|Prof|Rev|Hon|Sen|Amb|St|No|\p{Lu})$/u

const reports =
  /\b(?:said|noted|stated|asked|explained|suggested|proposed|remarked|raised|opened|closed|observed|welcomed|thanked|reported|replied|commented|was|were|is|are|has|have|had|will|would)\b/

/** The end of a stretch in parentheses that opens at `open`, nested ones included; -1 where it does not close. */
const closeOf = (text: string, open: number): number => {
  let depth = 0
  for (let i = open; i < text.length && i < open + 600; i++) {
    if (text[i] === '(' || text[i] === '[') depth++
    else if ((text[i] === ')' || text[i] === ']') && --depth === 0) return i
  }
  return -1
}

/** Where the line of the source ends in which the text begins, if more follows. */
const firstLineEnd = (flow: Flow): number | null => (flow.starts[1] === undefined ? null : flow.starts[1] - 1)

/** What ends a heading at an offset, emphasis skipped: how long it is, or null for nothing that ends one. */
const endMark = (text: string, at: number, lineEnd: number | null): number | null => {
  const emphasis = closing.exec(text.slice(at, at + 6))?.[0].length ?? 0
  const mark = /^(?::\s*(?:\*\*|__)?|\.(?:\*\*|__)?(?=\s)|\s*[–—-](?=\s))\s*/.exec(
    text.slice(at + emphasis, at + emphasis + 12),
  )
  if (mark) return emphasis + mark[0].length
  if (lineEnd !== null && at + emphasis >= lineEnd && at <= lineEnd + 1) return Math.max(emphasis, lineEnd + 1 - at)
  return at + emphasis >= text.length ? text.length - at : null
}

const wordsOf = (text: string, start: number, end: number): Range | null => {
  const raw = text.slice(start, end)
  const from = start + (raw.length - raw.replace(/^[\s*_]+/, '').length)
  const to = start + raw.replace(/[\s*_:.–—,-]+$/, '').length
  return from < to ? [from, to] : null
}

/** "Heading (Ms. A. Roe; Mr. B. Poe): …", with or without emphasis, closed by a colon, a full stop, a dash or the line's end. */
const withRaisers = (flow: Flow, known: CastNames): ParagraphHead | null => {
  const { text } = flow
  const start = marks.exec(text)?.[0].length ?? 0
  const first = firstLineEnd(flow)
  // "… Mr. Roe (Mill Trust)" over "wished": a sentence that the end of the line cuts is no heading.
  const lineEnd = first !== null && /^\p{Ll}/u.test(text.slice(first + 1, first + 2)) ? null : first
  for (let open = text.slice(0, longestHeading).search(/[([]/); open >= 0 && open < longestHeading; ) {
    const close = closeOf(text, open)
    if (close < 0) return null
    const before = text.slice(start, open).trim().replace(/\.$/, '')
    if (/[.!?](?:\s|$)/.test(before.replace(/\b(?:No|vs|St|Mr|Ms|Dr|Art)\./g, '')) || /:\s/.test(before)) return null
    const raisers = abbreviates(before, text.slice(open + 1, close)) ? null : raisersOf(text, [open + 1, close], known)
    const end = raisers === null ? null : endMark(text, close + 1, lineEnd)
    const heading = wordsOf(text, start, open)
    // "Moorings should be replaced (Ms. A. Roe). Mr. Poe replied …": a sentence, and whose it is.
    if (raisers !== null && ofSentence.test(before) && /^\s*\./.test(text.slice(close + 1, close + 3)))
      return { heading: null, raisers, bodyStart: 0 }
    if (raisers !== null && end !== null && heading !== null) return { heading, raisers, bodyStart: close + 1 + end }
    const next = text.slice(close + 1, longestHeading).search(/[([]/)
    open = next < 0 ? -1 : close + 1 + next
  }
  return null
}

/** "**Heading**: …" or "**Heading.** …"; a bold name that a verb follows is none. */
const emphasized = (flow: Flow, known: CastNames): ParagraphHead | null => {
  const { text } = flow
  const match = /^(\*\*|__|\*|_)(?=\S)([^\n*]{2,200}?)\1(?!\*)/.exec(text)
  if (!match) return null
  const [all, , words = ''] = match
  const rest = text.slice(all.length)
  const isClosed = /[:.]$/.test(words) || /^\s*[:–—-]/.test(rest) || (firstLineEnd(flow) ?? -1) === all.length
  if (!isClosed || known.isPerson(words.replace(/[:.]$/, ''))) return null
  const heading = wordsOf(text, 0, all.length)
  return heading && { heading, raisers: [], bodyStart: all.length + (/^\s*[:–—-]?\s*/.exec(rest)?.[0].length ?? 0) }
}

/** "Heading: …" with neither emphasis nor names: short, capitalized, no sentence of its own, and a sentence after it. */
const plain = (flow: Flow, known: CastNames): ParagraphHead | null => {
  const { text } = flow
  const match = /^([^:.;!?]{3,110}):\s+(?=["“‘(]?[\p{Lu}\d])/u.exec(text.slice(0, 130))
  const words = match?.[1] ?? ''
  if (
    !match ||
    words.split(/\s+/).length > 12 ||
    !isHeadingText(words) ||
    reports.test(words) ||
    known.isPerson(words) ||
    isWholeTitle(words)
  )
    return null
  const heading = wordsOf(text, 0, words.length)
  return heading && { heading, raisers: [], bodyStart: match[0].length }
}

/** "Heading — Ms. A. Roe, Mr. B. Poe: …" */
const afterDash = (flow: Flow, known: CastNames): ParagraphHead | null => {
  const text = flow.text.slice(0, 300)
  const match = /^(?:\*\*)?([^:;!?().]{3,120}?)(?:\s+[–—-]\s+|,?\s+raised by\s+)(?=\S)/u.exec(text)
  if (!match || reports.test(match[1] ?? '')) return null
  const words = match[1] ?? ''
  const heading = wordsOf(text, 0, match[0].indexOf(words) + words.length)
  const from = match[0].length
  for (const end of text.slice(from).matchAll(/(?::|\.)(?:\*\*)?\s+(?=\S)/g)) {
    const until = from + end.index
    const raisers = raisersOf(text, [from, until], known, true)
    if (raisers !== null && heading !== null) return { heading, raisers, bodyStart: until + end[0].length }
  }
  return null
}

/** A heading that has a line of its own over its text. */
const ownLine = (flow: Flow): ParagraphHead | null => {
  const end = firstLineEnd(flow)
  if (end === null || end > 120) return null
  const words = flow.text.slice(0, end)
  const next = flow.text.slice(end + 1, end + 40)
  const isShort = isHeadingText(words) && !/[.?!:;,]$/.test(words.replace(/\*+$/, '')) && !reports.test(words)
  const second = (flow.starts[2] ?? flow.text.length + 1) - 1 - end
  // In a paragraph that is wrapped by hand the first line is as long as the others; the next word would not have fit.
  const fits = end + 1 + (next.split(' ')[0]?.length ?? 0) < Math.min(second, 110) - 4
  if (!isShort || !fits || !/^["“]?[\p{Lu}\d]/u.test(next)) return null
  const heading = wordsOf(flow.text, 0, end)
  return heading && { heading, raisers: [], bodyStart: end + 1 }
}

const holder = new RegExp(
  `^${honorificPattern}\\p{Lu}[\\p{L}'’-]*(?:\\s\\p{Lu}[\\p{L}.'’-]*){0,4}(?:\\.\\s|\\.?$)`,
  'u',
)

/** "Ms. A. Roe: …", a name instead of a heading. */
const speakerLabel = (flow: Flow, known: CastNames): ParagraphHead | null => {
  const { text } = flow
  const match = /^(?:\*\*|__)?([^:;!?]{3,160}?)(?:\*\*|__)?\s*:(?:\*\*|__)?\s+(?=\S)/u.exec(text.slice(0, 200))
  // "Ms. A. Roe asked who would pay: …" is a sentence, and "President: Ms. A. Roe." says who holds an office.
  if (!match || reports.test(match[1] ?? '') || holder.test(text.slice(match[0].length, match[0].length + 80)))
    return null
  const start = marks.exec(text)?.[0].length ?? 0
  const raisers = raisersOf(text, [start, start + (match[1]?.length ?? 0)], known)
  return raisers === null ? null : { heading: null, raisers, bodyStart: match[0].length }
}

const atEnd =
  /\s*[([](?:(?:point\s+|issue\s+|matter\s+|comment\s+)?(?:raised|made|proposed|suggested)\s+by\s+)([^()[\]]{3,200})[)\]][.\s]*$/i

/** "… (raised by Ms. A. Roe)." at the end of a paragraph. */
const namedAtEnd = (text: string, known: CastNames): readonly Raiser[] => {
  const from = Math.max(0, text.length - 260)
  const match = atEnd.exec(text.slice(from))
  const names = match?.[1]
  if (!match || names === undefined) return []
  const start = from + match.index + match[0].indexOf(names)
  return raisersOf(text, [start, start + names.length], known) ?? []
}

/** "Heading. A sentence.", in a record whose headings with names end in a full stop. */
const beforeStop = (flow: Flow, known: CastNames): ParagraphHead | null => {
  const match = /^([^:.;!?()*_]{3,80})\.\s+(?=["“‘(]?\p{Lu})/u.exec(flow.text.slice(0, 100))
  if (splitHonorific(flow.text.slice(0, 100)).honorific !== null) return null
  const words = match?.[1] ?? ''
  if (!match || words.split(/\s+/).length > 8 || !isHeadingText(words) || reports.test(words) || known.isPerson(words))
    return null
  const tells = ofSentence.test(words) || words.split(/\s+/).some((word) => pastForms.has(word.toLowerCase()))
  if (tells || endsInAbbreviation.test(words)) return null
  return { heading: [0, words.length], raisers: [], bodyStart: match[0].length }
}

/** Whether a paragraph's heading, which names people, ends in a full stop. */
export const closesWithStop = (flow: Flow, { heading, raisers, bodyStart }: ParagraphHead): boolean =>
  heading !== null && raisers.length > 0 && /\.\s*$/.test(flow.text.slice(heading[1], bodyStart).replace(/\*|_/g, ''))

/** Reads how a paragraph begins. `stops` says that headings of this record end in a full stop. */
export const headOf = (flow: Flow, known: CastNames, stops = false): ParagraphHead => {
  const head = withRaisers(flow, known) ??
    emphasized(flow, known) ??
    speakerLabel(flow, known) ??
    afterDash(flow, known) ??
    plain(flow, known) ??
    (stops ? beforeStop(flow, known) : null) ??
    ownLine(flow) ?? { heading: null, raisers: [], bodyStart: 0 }
  return head.raisers.length > 0 ? head : { ...head, raisers: namedAtEnd(flow.text, known) }
}
