import { beginsWithPerson } from '../../attendees/person-shape.js'
import { type AttendeeRegion, annexTitle, attendeeRegions } from '../../attendees/region.js'
import { isFrontMatter, labelOf } from '../../front/labels.js'
import { once } from '../../once.js'
import type { SourceText } from '../../source.js'
import { type FurnitureKind, furnitureLines } from '../../text/furniture-lines.js'
import { isHeadingText } from '../../text/heading-text.js'
import type { Line } from '../../text/lines.js'
import { endsSentence } from '../../text/sentence-end.js'
import { type Block, blocksOf, blockText, wrapWidth } from './blocks.js'
import { type Marker, markersOf, paragraphMarkers } from './markers.js'

export interface OutlineSection {
  readonly heading: Line[]
  readonly introduction: Line[]
  readonly level: number
}

export interface OutlineParagraph {
  readonly marker: Marker | null
  readonly lines: Line[]
  /** Index into the sections; null before the first. */
  readonly section: number | null
  /** Lines that go on with a sentence which a page break, or a blank line, cut. */
  readonly cuts: Line[]
}

/** How a record is built, before anything in it is read: which lines are what. */
export interface Outline {
  readonly front: Block[]
  readonly sections: OutlineSection[]
  readonly paragraphs: OutlineParagraph[]
  readonly regions: AttendeeRegion[]
  readonly furniture: ReadonlyMap<number, FurnitureKind>
  /** How many lines outside lists and annexes begin with what may be a paragraph number, of whatever style. */
  readonly numberLike: number
}

/** How deep a heading stands, by its marks: "##", "I." over "A.", "2.1". */
const levelOf = (heading: string, underRoman: boolean): number => {
  const hashes = /^(#{1,6})\s/.exec(heading)?.[1]?.length
  if (hashes !== undefined) return hashes
  const words = heading.replace(/\*\*|__/g, '').trim()
  const numbers = /^(\d+(?:\.\d+)*)\.?\s/.exec(words)?.[1]
  if (numbers !== undefined) return numbers.split('.').length
  return underRoman && /^[A-HJ-U][.)]\s/.test(words) ? 2 : 1
}

const isRoman = (heading: string): boolean =>
  /^(?:\*\*)?(?:part\s+)?[IVX]+[.)]?\s/i.test(heading) && /^[^a-z]*[IVX]/.test(heading)

/** Whether a new part of the record begins between two lines: a heading stands there by itself. */
const hasHeadingBetween = (lines: readonly Line[], from: number, to: number): boolean => {
  for (let i = to - 1, seen = 0; i > from && seen < 6; i--) {
    const text = lines[i]?.text ?? ''
    if (text === '') continue
    seen++
    if (isHeadingText(text) && !endsSentence(text)) return true
  }
  return false
}

const linesOf = (regions: readonly AttendeeRegion[]): Set<number> => {
  const taken = new Set<number>()
  for (const region of regions) {
    for (const i of region.headings) taken.add(i)
    for (let i = region.from; i < region.to; i++) taken.add(i)
  }
  return taken
}

const isHeading = (block: Block): boolean =>
  block.marker === null &&
  block.lines.length <= 3 &&
  isHeadingText(blockText(block)) &&
  !endsSentence(blockText(block).replace(/[:?]$/, ''))

/** A label by itself, whose value stands in the next line. */
const awaitsValue = (block: Block | undefined): boolean => {
  const text = block ? blockText(block) : ''
  return labelOf(text)?.valueAt === text.length
}

/** The blocks before the first section: title, facts, subtitles; the last heading right over the text is a section's. */
const frontLength = (blocks: readonly Block[]): number => {
  const first = blocks.findIndex((block) => block.marker !== null)
  const end = first < 0 ? blocks.length : first
  let at = Math.min(1, end)
  for (let i = 1; i < end; i++) {
    const block = blocks[i]
    const text = block ? blockText(block) : ''
    if (isFrontMatter(text) || awaitsValue(blocks[i - 1])) at = i + 1
    else if (block && !isHeading(block) && i === at && at === 1 && !isHeadingText(text)) at = i + 1
  }
  // Of several headings in a row right before the text, the last opens a section, the others belong to the title.
  const isHeadingAt = (i: number): boolean => {
    const block = blocks[i]
    return block !== undefined && isHeading(block)
  }
  while (at + 1 < end && isHeadingAt(at) && isHeadingAt(at + 1)) at++
  return at
}

const cutsSentence = (paragraph: OutlineParagraph, block: Block): boolean => {
  const last = paragraph.lines.at(-1)?.text ?? ''
  return block.afterBreak || /^\p{Ll}/u.test(block.lines[0]?.text ?? '') || (!endsSentence(last) && last.length > 100)
}

/** Sorts the blocks after the front into sections, introductions and paragraphs. */
const bodyOf = (blocks: readonly Block[]): { sections: OutlineSection[]; paragraphs: OutlineParagraph[] } => {
  const sections: OutlineSection[] = []
  const paragraphs: OutlineParagraph[] = []
  let current: OutlineParagraph | null = null
  let underRoman = false
  for (const block of blocks) {
    const section = sections.at(-1)
    const [first] = block.lines
    const isCut: boolean =
      current !== null && !endsSentence(current.lines.at(-1)?.text ?? '') && /^\p{Ll}/u.test(first?.text ?? '')
    if (block.marker) {
      current = {
        marker: block.marker,
        lines: [...block.lines],
        section: section ? sections.length - 1 : null,
        cuts: [],
      }
      paragraphs.push(current)
    } else if (!isCut && isHeading(block)) {
      underRoman ||= isRoman(blockText(block))
      sections.push({ heading: block.lines, introduction: [], level: levelOf(blockText(block), underRoman) })
      current = null
    } else if (current) {
      if (first && cutsSentence(current, block)) current.cuts.push(first)
      for (const line of block.lines) current.lines.push(line)
    } else if (section) for (const line of block.lines) section.introduction.push(line)
    else {
      current = { marker: null, lines: [...block.lines], section: null, cuts: [] }
      paragraphs.push(current)
    }
  }
  return { sections, paragraphs }
}

/** Whether a paragraph of prose follows a number, and no entry of a list of people. */
const beginsProse = (text: string, marker: Marker): boolean => {
  const rest = (text.slice(marker.end, marker.end + 300).split(/[\n\r]/, 1)[0] ?? '').trim()
  return rest.length >= 25 && !/\t|\s\|\s/.test(rest) && !beginsWithPerson(rest)
}

/** Which lines of a record belong to pages and lists, and which begin its numbered paragraphs. */
interface Numbering extends Pick<Outline, 'regions' | 'furniture' | 'numberLike'> {
  readonly markers: readonly Marker[]
  /** Whether a line stands outside lists and annexes. */
  readonly takes: (i: number) => boolean
}

/** Every line of the record that begins with what may be a paragraph number. */
const candidatesOf = once(({ lines }: SourceText): readonly Marker[] => {
  const furniture = furnitureLines(lines)
  return markersOf(lines, (i) => !furniture.has(i))
})

const numbered = (source: SourceText): Numbering => {
  const { lines } = source
  const furniture = new Map(furnitureLines(lines))
  const isFurniture = (i: number) => furniture.has(i)
  const candidates = candidatesOf(source)
  const isStop = new Set(candidates.filter((marker) => beginsProse(source.text, marker)).map((marker) => marker.line))
  const regions = attendeeRegions(lines, isFurniture, (i) => isStop.has(i))
  const inRegions = linesOf(regions)
  const firstMarker = candidates.find((marker) => !inRegions.has(marker.line))?.line ?? 0
  const annexAt = lines.findIndex((line, i) => i > firstMarker && line.text !== '' && annexTitle(line) !== null)
  const takes = (i: number) => !inRegions.has(i) && (annexAt < 0 || i < annexAt)
  const restarts = (from: Marker, to: Marker) =>
    to.counts.every((count) => count === 1) && hasHeadingBetween(lines, from.line, to.line)
  const own = candidates.filter((marker) => takes(marker.line))
  const markers = paragraphMarkers(lines, own, restarts)
  const numbering = new Set(markers.map((marker) => marker.line))
  for (const [i, line] of lines.entries())
    if (takes(i) && !numbering.has(i) && line.text.startsWith('[') && /^\[\d{1,3}\]\s+\S/.test(line.text))
      furniture.set(i, 'footnote')
  return { markers, takes, regions, furniture, numberLike: own.length }
}

const numberingOf = once(numbered)

/** Whether any paragraph of a record is numbered, which is sooner told than how it is built. */
export const isNumbered = (source: SourceText): boolean =>
  candidatesOf(source).length > 0 && numberingOf(source).markers.length > 0

const outlined = (source: SourceText): Outline => {
  const { lines } = source
  const { markers, takes, regions, furniture, numberLike } = numberingOf(source)
  const byLine = new Map(markers.map((marker) => [marker.line, marker]))
  const width = wrapWidth(lines, [...byLine.keys()])
  const blocks = blocksOf(lines, byLine, width, takes, (i) => furniture.has(i))
  const length = frontLength(blocks)
  return { front: blocks.slice(0, length), ...bodyOf(blocks.slice(length)), regions, furniture, numberLike }
}

/** Finds out how a record is built; once for the recogniser and the parser. */
export const outlineOf = once(outlined)
