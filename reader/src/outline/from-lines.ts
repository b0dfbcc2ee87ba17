import type { Pieces } from '../record.js'
import { trimRange } from '../text/flow.js'
import type { Line } from '../text/lines.js'
import { endsSentence } from '../text/sentence-end.js'
import { isHeadings, type Started } from './line-headings.js'
import { beginsLabelled, isInCapitals, isMidSentence, isSureLabel, isTimedLabel } from './line-shapes.js'
import { markerAt, markerCounter } from './marker.js'
import { plainBlock, type RawBlock } from './raw-block.js'

/** Line widths over this are no hand-wrapped text: each line is a paragraph. */
const widestWrap = 140

/** The width to which the text was wrapped by hand; null where each paragraph is one line. */
const wrapWidth = (lines: readonly Line[]): number | null => {
  const lengths = lines.map(({ text }) => text.length).filter((length) => length > 0)
  const long = lengths.filter((length) => length > widestWrap).length
  if (long * 5 > lengths.length) return null
  const narrow = lengths.filter((length) => length <= widestWrap).sort((a, b) => a - b)
  const width = narrow[Math.floor(narrow.length * 0.9)] ?? 0
  return width >= 45 ? width : null
}

const firstWord = (text: string): string => text.split(/\s/, 1)[0] ?? ''
const indentOf = ({ start, from }: Line): number => start - from
const deepestIndent = 12

/** Whether a line had no room for the next one's first word. What is set in the middle of a line is measured by itself. */
const isFull = (line: Line, next: Line, width: number): boolean => {
  const word = firstWord(next.text).length
  const isSetIn = indentOf(line) <= deepestIndent || Math.abs(indentOf(line) - indentOf(next)) <= 1
  const right = isSetIn ? line.end - line.from : line.text.length
  return Math.max(right, line.text.length) + 1 + word > width - 4
}

/** So many lines that stand in before one that does not make a text whose paragraphs begin so. */
const leastSetIn = 5

/** Whether the paragraphs of a text begin with a line that is set in, and have no blank line between them. */
const setsFirstLinesIn = (lines: readonly Line[]): boolean => {
  const setIn = lines.filter((line, i) => {
    const next = lines[i + 1]
    const indent = indentOf(line)
    return indent > 1 && indent <= deepestIndent && next && next.text !== '' && indentOf(next) === 0
  })
  const all = lines.filter((line) => line.text !== '' && indentOf(line) > 1).length
  return setIn.length >= leastSetIn && setIn.length * 3 > all
}

/** How a text is laid out. */
interface Setting {
  readonly width: number | null
  readonly isSetIn: boolean
}

/** Whether a line goes on with the paragraph of the one right before it. */
const goesOn = (before: Line, line: Line, paragraph: Started, { width, isSetIn }: Setting): boolean => {
  if (width === null || isTimedLabel(before.text)) return false
  const isEnded = endsSentence(before.text)
  if (isSetIn && isEnded && indentOf(line) > 1) return false
  const isRoomy = !isFull(before, line, width)
  if (beginsLabelled(line.text) && (isEnded || isRoomy || isSureLabel(line.text))) return false
  if (/^#{1,6}\s/.test(before.text) || /^#{1,6}\s/.test(line.text)) return false
  const [first] = paragraph.lines
  const isIndented = indentOf(line) > indentOf(before) + 1 && paragraph.lines.length > 1
  const isOutdented = first !== before && first !== undefined && indentOf(first) < indentOf(before) - 1
  if (isEnded && (isIndented || (isOutdented && indentOf(line) <= indentOf(first)))) return false
  return !isRoomy || /^\p{Ll}/u.test(line.text) || /[-–,]$/.test(before.text)
}

/** The words of a stretch of a line, without what is only markup. */
export type WordsOf = (start: number, end: number) => Pieces

/** For plain text, which borrows signs of bold type from Markdown. */
export const withoutStars =
  (source: string): WordsOf =>
  (start, end) => {
    const line = source.slice(start, end)
    const parts = line.includes('**') || line.includes('__') ? line.split(/(\*\*|__)/) : [line]
    let at = start
    return parts.flatMap((part, i): Pieces => {
      const range = i % 2 === 0 ? trimRange(source, at, at + part.length) : null
      at += part.length
      return range ? [range] : []
    })
  }

const bulletLevel = (line: Line): number => 1 + Math.min(8, Math.floor(indentOf(line) / 2))

/** How deep a heading stands: "2.1" under "2.", others under those in capitals. */
const headingLevel = (text: string, number: string | null): number => {
  if (number !== null && /^[\d.]+$/.test(number)) return number.split('.').length
  return isInCapitals(text) ? 1 : 2
}

const blockOf = ({ lines, marker, isApart }: Started, isHeading: boolean, words: WordsOf): RawBlock => {
  const [line] = lines
  if (!line) return plainBlock('paragraph', [])
  const hashes = lines.length === 1 ? /^(#{1,6})\s+(?=\S)/.exec(line.text) : null
  if (hashes) {
    const markerPieces: Pieces = [[line.start, line.start + (hashes[1] ?? '').length]]
    return plainBlock('heading', words(line.start + hashes[0].length, line.end), {
      level: hashes[1]?.length ?? 1,
      markerPieces,
    })
  }
  const length = marker?.length ?? 0
  const pieces = lines.flatMap((one, i) => words(one.start + (i === 0 ? length : 0), one.end))
  const number = marker?.number ?? null
  const markerPieces: Pieces = marker ? [[line.start, line.start + marker.marker.length]] : []
  const common = { marker: marker?.marker ?? null, number, markerPieces, apart: isApart }
  if (isHeading)
    return plainBlock('heading', pieces, { ...common, level: headingLevel(line.text.slice(length), number) })
  const isItem = marker !== null && (number === null || marker.style.includes('a'))
  return plainBlock(isItem ? 'item' : 'paragraph', pieces, { ...common, level: isItem ? bulletLevel(line) : 0 })
}

/** A paragraph that a page's end or a blank line cut goes on in small letters. */
export const isCut = (before: RawBlock | undefined, block: RawBlock, text: string, afterPage: boolean): boolean => {
  const [last, first] = [before?.pieces.at(-1), block.pieces[0]]
  if (!before || !last || !first || block.marker !== null || block.kind !== 'paragraph' || before.kind !== 'paragraph')
    return false
  const [end, start] = [text.slice(Math.max(0, last[1] - 60), last[1]), text.slice(first[0], first[0] + 40)]
  if (endsSentence(end) || end.length < 40) return false
  return /^\p{Ll}/u.test(start) || (afterPage && /[\p{L},-]$/u.test(end) && !beginsLabelled(start))
}

export interface LineBlocks {
  readonly blocks: RawBlock[]
  /** Pieces of paragraphs on either side of what cut them. */
  readonly joined: Pieces[]
}

/** What lines of plain text are: page furniture, lines of a table, which is read elsewhere, or text. */
export type LineUse = (index: number) => 'out' | 'table' | 'text'

/** Cuts lines into paragraphs: at blank lines, markers and labels, and after lines that had room for more. */
const startedIn = (lines: readonly Line[], use: LineUse): (Started | 'table')[] => {
  const ofText = lines.filter((_, i) => use(i) === 'text')
  const width = wrapWidth(ofText)
  const setting = { width, isSetIn: setsFirstLinesIn(ofText) }
  const counts = markerCounter()
  const found: (Started | 'table')[] = []
  let before: Line | null = null
  let afterPage = false
  lines.forEach((line, i) => {
    const kind = use(i)
    if (kind === 'out' || line.newPage) afterPage = true
    if (kind === 'table' && found.at(-1) !== 'table') found.push('table')
    if (line.newPage) before = null
    if (line.text === '' || kind !== 'text') {
      before = null
      return
    }
    const candidate = markerAt(line.text)
    const isFree = before === null || width === null || !isMidSentence(before.text) || !isFull(before, line, width)
    const marker = candidate && counts(candidate, isFree) ? candidate : null
    const last = found.at(-1)
    if (before && marker === null && last && last !== 'table' && goesOn(before, line, last, setting))
      last.lines.push(line)
    else found.push({ lines: [line], marker, afterPage: afterPage && before === null, isApart: before === null })
    before = line
    afterPage = false
  })
  return found
}

/** Blocks of plain text. */
export const blocksFromLines = (lines: readonly Line[], text: string, words: WordsOf, use: LineUse): LineBlocks => {
  const started = startedIn(lines, use)
  const headings = isHeadings(started, text)
  const blocks: RawBlock[] = []
  const joined: Pieces[] = []
  started.forEach((own, i) => {
    if (own === 'table') return
    const block = blockOf(own, headings[i] ?? false, words)
    const before = blocks.at(-1)
    if (before && started[i - 1] !== 'table' && isCut(before, block, text, own.afterPage)) {
      joined.push([before.pieces.at(-1) ?? [0, 1], block.pieces[0] ?? [0, 1]])
      for (const piece of block.pieces) before.pieces.push(piece)
    } else blocks.push(block)
  })
  return { blocks, joined }
}
