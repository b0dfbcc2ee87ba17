import { isWholeTitle } from '../english/titles.js'
import { splitHonorific } from '../names.js'
import type { Block, Range } from '../outline/outline.js'
import type { Roster } from '../people/roster.js'
import { identify } from '../people/within-meeting.js'
import { isHeadingText } from '../text/heading-text.js'
import { abbreviates, type Raiser, raisersOf } from './raisers.js'
import { ofSentence, raisersAtEnd, reports } from './words.js'

/** How a paragraph begins: its heading, whom that names, and where the words begin. Offsets are into `flow.text`. */
export interface ParagraphHead {
  readonly heading: Range | null
  readonly raisers: readonly Raiser[]
  readonly from: number
}

type Words = Pick<Block, 'flow' | 'strong'>

const longest = 240
const mark = /^\s*(?::|\.(?=\s|$)|[–—-](?=\s))\s*/

/** The end of a stretch in parentheses that opens at `open`, nested ones included; -1 where it does not close. */
const closeOf = (text: string, open: number): number => {
  let depth = 0
  for (let i = open; i < text.length && i < open + 600; i++) {
    if ('(['.includes(text.charAt(i))) depth++
    else if (')]'.includes(text.charAt(i)) && --depth === 0) return i
  }
  return -1
}

/** How long what ends a heading at an offset is: a mark, or the end of its line or of the paragraph; null for nothing that ends one. */
const closing = ({ flow: { text, starts } }: Words, at: number): number | null => {
  const found = mark.exec(text.slice(at, at + 8))
  if (found) return found[0].length
  const next = at + (/^\s*/.exec(text.slice(at, at + 4))?.[0].length ?? 0)
  return next >= text.length || (starts[1] === next && !/^\p{Ll}/u.test(text.slice(next))) ? next - at : null
}

const trimmed = (text: string, start: number, end: number): Range | null => {
  const to = start + text.slice(start, end).replace(/[\s:.,–—-]+$/, '').length
  return start < to ? [start, to] : null
}

/** Full stops in a heading that end no sentence: "Art. 5", "St. Roe". */
const abbreviations = /\b(?:No|vs|St|Mr|Ms|Dr|Art|cf|e\.g|i\.e)\./g

/** "Heading (Ms. A. Roe; Mr. B. Poe): …", closed by a colon, a full stop, a dash or the line's end. */
const withRaisers = (block: Words, roster: Roster): ParagraphHead | null => {
  const { text } = block.flow
  for (let open = text.slice(0, longest).search(/[([]/); open >= 0 && open < longest; ) {
    const close = closeOf(text, open)
    const before = text.slice(0, open).trim()
    if (close < 0 || /[.!?:](?:\s|$)/.test(before.replace(abbreviations, ''))) return null
    const raisers = abbreviates(before, text.slice(open + 1, close)) ? null : raisersOf(roster, text, [open + 1, close])
    const end = raisers === null ? null : closing(block, close + 1)
    const heading = trimmed(text, 0, open)
    if (raisers && end !== null && heading && !isSpeaker(roster, before)) {
      // "Moorings should be replaced (Ms. A. Roe). Mr. Poe replied …": a sentence, and whose it is.
      const isSentence = ofSentence.test(before) && /^\s*\./.test(text.slice(close + 1, close + 3))
      return isSentence ? { heading: null, raisers, from: 0 } : { heading, raisers, from: close + 1 + end }
    }
    const next = text.slice(close + 1, longest).search(/[([]/)
    open = next < 0 ? -1 : close + 1 + next
  }
  return null
}

/** "Ms. A. Roe: …", a name instead of a heading. */
const byName = ({ flow: { text } }: Words, roster: Roster): ParagraphHead | null => {
  const found = /^([^:;!?]{3,160}):\s+(?=\S)/u.exec(text.slice(0, 200))
  if (!found || reports.test(found[1] ?? '')) return null
  const raisers = raisersOf(roster, text, [0, found[1]?.length ?? 0], true)
  return raisers?.some(({ kind }) => kind !== 'party') ? { heading: null, raisers, from: found[0].length } : null
}

const isSpeaker = ({ cast }: Roster, words: string): boolean =>
  splitHonorific(words).honorific !== null || identify(cast, words).person !== null || isWholeTitle(words)

/** "Heading: …" in bold, or short and with a sentence after it. */
const withoutRaisers = ({ flow: { text }, strong: [first] }: Words, roster: Roster): ParagraphHead | null => {
  const isStrong = first !== undefined && first[0] === 0 && first[1] < 200
  const end = isStrong ? first[1] : (/^[^:.;!?]{3,110}(?=:\s+["“‘(]?[\p{Lu}\d])/u.exec(text)?.[0].length ?? 0)
  const words = text.slice(0, end).replace(/[\s:.–—-]+$/, '')
  const close = mark.exec(text.slice(words.length, words.length + 8))
  const isShort =
    words.split(/\s+/).length <= 12 && isHeadingText(words) && !reports.test(words) && !ofSentence.test(words)
  if (!close || words === '' || !(isStrong || isShort) || isSpeaker(roster, words)) return null
  return { heading: [0, words.length], raisers: [], from: words.length + close[0].length }
}

/** Reads how a paragraph begins. */
export const headOf = (block: Words, roster: Roster): ParagraphHead => {
  const head = withRaisers(block, roster) ??
    byName(block, roster) ??
    withoutRaisers(block, roster) ?? { heading: null, raisers: [], from: 0 }
  const atEnd = head.raisers.length > 0 ? null : raisersAtEnd.exec(block.flow.text.slice(-260))?.[1]
  return atEnd ? { ...head, raisers: raisersOf(roster, atEnd, [0, atEnd.length]) ?? [] } : head
}

const named = /^(.{2,160}?)\s*\(([^()]{3,300})\)\s*:?$/u

/** "Metering (Prof. A. Roe; Mr. B. Poe)", a heading over paragraphs that names who raised what they say; null for others. */
export const headingWithRaisers = (
  text: string,
  roster: Roster,
): { title: string; raisers: readonly Raiser[] } | null => {
  const [, title = '', names = ''] = named.exec(text.trim()) ?? []
  const raisers = names === '' ? null : raisersOf(roster, names, [0, names.length], true)
  return raisers?.some(({ kind }) => kind === 'person') ? { title, raisers } : null
}
