import type { Pieces } from '../record.js'
import type { Line } from '../text/lines.js'
import { endsSentence } from '../text/sentence-end.js'
import { beginsLabelled, canBeHeading, isInCapitals, isTitleCase } from './line-shapes.js'
import { type LineMarker, markerAt } from './marker.js'
import { plainBlock, type RawBlock } from './raw-block.js'

/** Lines that stand together between blank lines, page ends and tables. */
interface Group {
  readonly lines: readonly Line[]
  /** A page ends, or a running head stands, right before it. */
  readonly afterPage: boolean
}

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

/** Whether a line was full, so that the next goes on with it. */
const isFull = (line: Line, next: Line, width: number): boolean =>
  line.end - line.from + 1 + firstWord(next.text).length > width - 4 ||
  line.text.length + 1 + firstWord(next.text).length > width - 4

interface Started {
  readonly lines: Line[]
  readonly marker: LineMarker | null
  readonly afterPage: boolean
  readonly first: boolean
}

/** Cuts a group into paragraphs: at markers and labels, and after lines that had room for more. */
const startsIn = (group: Group, width: number | null, isNumber: (line: Line) => LineMarker | null): Started[] => {
  const found: Started[] = []
  group.lines.forEach((line, i) => {
    const before = group.lines[i - 1]
    const last = found.at(-1)
    const marker = isNumber(line)
    const goesOn =
      last !== undefined &&
      before !== undefined &&
      marker === null &&
      width !== null &&
      !beginsAnew(before, line, width) &&
      (isFull(before, line, width) || /^\p{Ll}/u.test(line.text) || /[-–,]$/.test(before.text))
    if (goesOn) last.lines.push(line)
    else found.push({ lines: [line], marker, afterPage: i === 0 && group.afterPage, first: i === 0 })
  })
  return found
}

const beginsAnew = (before: Line, line: Line, width: number): boolean =>
  beginsLabelled(line.text) && (endsSentence(before.text) || before.text.length < width * 0.75)

const rank = (text: string, number: string | null): number => {
  if (number !== null && /^[\d.]+$/.test(number)) return number.split('.').length
  return isInCapitals(text) ? 1 : 2
}

/** Whether a paragraph is a heading: by itself, or right over what it heads. */
const isHeading = (own: Started, next: Started | undefined, underline: boolean): boolean => {
  const [line, second] = own.lines
  if (!line || second) return false
  const text = line.text.slice(own.marker?.length ?? 0)
  if (own.marker && own.marker.number === null) return false
  if (!canBeHeading(text) || /:\s*\S/.test(text)) return false
  if (underline) return true
  const follows = next?.lines.map(({ text: words }) => words).join(' ') ?? ''
  const isOver = next !== undefined && (follows.length > 100 || next.marker !== null)
  if (own.marker && isInCapitals(text)) return true
  if (own.marker)
    return isOver && text.length <= 100 && (isInCapitals(text) || (follows.length > text.length && !own.lines[1]))
  if (isInCapitals(text)) return own.first || isOver
  return (own.first && isOver) || (own.first && isTitleCase(text) && (next?.first ?? true))
}

/** A line's words without signs of emphasis, which plain text borrows from Markdown. */
const pieceOf = (line: Line, skip = 0): Pieces => {
  const pieces: Pieces = []
  let from = line.start + skip
  for (const sign of line.text.includes('**') || line.text.includes('__') ? line.text.matchAll(/\*\*|__/g) : []) {
    const at = line.start + sign.index
    if (at < from) continue
    pieces.push([from, at])
    from = at + 2
  }
  pieces.push([from, line.end])
  return pieces
    .filter(([start, end]) => /\S/.test(line.text.slice(start - line.start, end - line.start)))
    .map(([start, end]) => trimmed(line, start, end))
}

const trimmed = (line: Line, start: number, end: number): [number, number] => {
  const text = line.text.slice(start - line.start, end - line.start)
  return [start + text.length - text.trimStart().length, end - (text.length - text.trimEnd().length)]
}

const bulletLevel = (line: Line): number => 1 + Math.min(8, Math.floor((line.start - line.from) / 2))

/** Underlines of "===" or "---" make the line over them a heading. */
const underlined = /^(?:={3,}|-{3,}|~{3,})$/

const blockOf = (own: Started, next: Started | undefined, text: (at: number) => string): RawBlock => {
  const [line] = own.lines
  if (!line) return plainBlock('paragraph', [])
  const { marker } = own
  const pieces = own.lines.flatMap((one, i) => pieceOf(one, i === 0 ? (marker?.length ?? 0) : 0))
  const markerPieces: Pieces = marker ? [[line.start, line.start + marker.marker.length]] : []
  const common = { marker: marker?.marker ?? null, number: marker?.number ?? null, markerPieces, apart: own.first }
  const hashes = /^(#{1,6})\s+/.exec(line.text)?.[1]
  if (hashes && own.lines.length === 1) {
    const skip = line.text.length - line.text.replace(/^#{1,6}\s+/, '').length
    return plainBlock('heading', pieceOf(line, skip), {
      level: hashes.length,
      markerPieces: [[line.start, line.start + hashes.length]],
    })
  }
  if (isHeading(own, next, underlined.test(text(line.to + 1))))
    return plainBlock('heading', pieces, {
      ...common,
      level: rank(line.text.slice(marker?.length ?? 0), common.number),
    })
  if (marker && (marker.number === null || /a/.test(marker.style)))
    return plainBlock('item', pieces, { ...common, level: bulletLevel(line) })
  return plainBlock('paragraph', pieces, common)
}

/** A paragraph that a page's end or a blank line cut goes on in small letters. */
export const goesOnWith = (
  before: RawBlock | undefined,
  block: RawBlock,
  text: string,
  afterPage: boolean,
): boolean => {
  const last = before?.pieces.at(-1)
  const first = block.pieces[0]
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

/** Blocks of plain text. `isOut` leaves out page furniture; `isBreak` says where a table stands, which is read elsewhere. */
export const blocksFromLines = (
  lines: readonly Line[],
  text: string,
  isOut: (index: number) => boolean,
  isElsewhere: (index: number) => boolean,
): LineBlocks => {
  const width = wrapWidth(lines.filter((_, i) => !isElsewhere(i) && !isOut(i)))
  const groups: Group[] = []
  let open: Line[] | null = null
  let afterPage = false
  lines.forEach((line, i) => {
    if (isOut(i) || line.newPage) afterPage = true
    if (line.text === '' || isOut(i) || isElsewhere(i)) {
      open = null
      return
    }
    if (open && !line.newPage) open.push(line)
    else {
      open = [line]
      groups.push({ lines: open, afterPage })
      afterPage = false
    }
  })
  const started = groups.flatMap((group) => startsIn(group, width, (line) => markerAt(line.text)))
  const lineAt = (at: number): string =>
    text
      .slice(at, at + 80)
      .split('\n', 1)[0]
      ?.trim() ?? ''
  const blocks: RawBlock[] = []
  const joined: Pieces[] = []
  started.forEach((own, i) => {
    const block = blockOf(own, started[i + 1], lineAt)
    const before = blocks.at(-1)
    if (before && goesOnWith(before, block, text, own.afterPage)) {
      joined.push([before.pieces.at(-1) ?? [0, 1], block.pieces[0] ?? [0, 1]])
      blocks[blocks.length - 1] = { ...before, pieces: [...before.pieces, ...block.pieces] }
    } else blocks.push(block)
  })
  return { blocks, joined }
}
