import { emptyCast } from '../../identity/within-meeting.js'
import { once } from '../../once.js'
import { noBodies } from '../../people/bodies.js'
import type { Pieces } from '../../record.js'
import { openingOf, partyOf } from '../../reported-speech/openings.js'
import type { Range, VoiceContext } from '../../reported-speech/voice.js'
import type { SourceText } from '../../source.js'
import { isPageLine } from '../../text/furniture-lines.js'
import { isAllStressed, type Prose, proseOf } from '../../text/prose.js'
import { sentencesOf } from '../../text/sentences.js'
import { type Block, blocksOf, piecesOfBlock } from '../../turns/blocks.js'
import { pagesOf } from '../../turns/pages.js'
import { type Row, rowsOf } from '../../turns/rows.js'
import type { Furniture } from '../format.js'
import { bodiesPresent } from './bodies-present.js'
import { contextOf } from './context.js'
import { isCapitals, isClassification, isDay, isHeadingLine, isOverText, isReference, isSitting } from './headings.js'
import { noteBlocks } from './notes.js'
import { headingsOverNumbered, isNumberedHeading, levelOf, type Piece } from './numbered-headings.js'

/** One block of a record, with its words in the prose of the whole document. */
export interface Part {
  readonly kind: 'paragraph' | 'sitting' | 'topic' | 'over-text' | 'note' | 'furniture' | 'front-matter'
  /** Of a heading 1 to 6, else 0. */
  readonly level: number
  /** The number that is printed before a paragraph, and where. */
  readonly number: string | null
  readonly marker: readonly [number, number] | null
  readonly start: number
  readonly end: number
  readonly pieces: Pieces
}

export interface Parts {
  readonly prose: Prose
  readonly all: readonly Part[]
  /** The index of the first part of the body: what stands before says what the record is of. */
  readonly body: number
  /** Page numbers and running headers, which are no part. */
  readonly pages: readonly Furniture[]
  /** What speakers are looked for with while nothing is known of the people. */
  readonly context: VoiceContext
}

/** The number of a paragraph or an item: "3.", "(3)", "3\.", "¶ 3". */
const numbered =
  /^(?:[-–—•*]\s+)?(?:¶\s*|§\s*)?[([]?(\d{1,4}(?:\.\d{1,3}){0,3}[a-z]?)(?:\\?[.)\]]|(?=\t)|(?<=\.\d{1,3}))\s+(?=\S)/

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

/** Where each paragraph is one line, every line opens one; blank lines need not part them, nor what stands under a heading. */
const opensEach = (source: string, rows: readonly Row[]): ((row: Row) => boolean) => {
  const lengths = rows.filter(({ kind }) => kind === 'text').map(({ start, end }) => end - start)
  if (median(lengths) > 200) return () => true
  const words = ({ start, end }: Row) => source.slice(start, end)
  const isHead = (row: Row | undefined) => row?.kind === 'text' && isHeadingLine(words(row)) && isCapitals(words(row))
  // Of lines that another follows at once, a wrapped one goes on in the next with a small letter, more often than not.
  const next = rows.filter((row, i) => row.kind === 'text' && !row.isApart && rows[i - 1]?.kind === 'text')
  const areParagraphs = next.length > 3 && next.filter((row) => /^\p{Ll}/u.test(words(row))).length < 0.1 * next.length
  const before = new Map(rows.map((row, i) => [row, rows[i - 1]]))
  const isOver = (row: Row | undefined): boolean =>
    row !== undefined &&
    (row.kind === 'item' || (row.kind === 'text' && row.isApart)) &&
    row.end - row.start <= longestTopic &&
    isHeadingLine(words(row))
  // "Fog signals" right over a longer line that begins with a capital: the next word would have fitted.
  const isUnder = (row: Row): boolean =>
    !row.isApart && isOver(before.get(row)) && row.end - row.start > 100 && /^\p{Lu}/u.test(words(row))
  return (row) =>
    areParagraphs || isUnder(row) || (isHead(before.get(row)) !== isHead(row) && isHeadAt(row, before.get(row), isHead))
}

/** Where a heading in capitals begins or ends: a line of capitals in the middle of a paragraph is none. */
const isHeadAt = (row: Row, before: Row | undefined, isHead: (row: Row | undefined) => boolean): boolean =>
  isHead(before) ? before?.isApart === true : row.isApart

/** No heading by itself over a speech is longer. */
const longestTopic = 60

/** Takes the printed number off a block. */
const pieceOf = (source: string, block: Block): Piece => {
  const pieces = piecesOfBlock(block)
  const [first, ...rest] = pieces
  const [row] = block.rows
  const inList = row?.marker ? /\d{1,4}(?:\.\d{1,3}){0,3}[a-z]?/.exec(source.slice(...row.marker))?.[0] : undefined
  if (row?.marker && inList !== undefined) return { block, number: inList, marker: row.marker, pieces }
  if (!first || (block.kind !== 'text' && block.kind !== 'item')) return { block, number: null, marker: null, pieces }
  const match = numbered.exec(source.slice(first[0], Math.min(first[1], first[0] + 24)))
  if (!match) return { block, number: null, marker: null, pieces }
  const start = first[0] + match[0].length
  return {
    block,
    number: match[1] ?? null,
    marker: [first[0], first[0] + match[0].trimEnd().length],
    pieces: start < first[1] ? [[start, first[1]], ...rest] : rest,
  }
}

const kindOf = (
  prose: Prose,
  piece: Piece,
  next: Piece | undefined,
  start: number,
  end: number,
  days: number,
  overNumbered: ReadonlySet<Piece>,
): Part['kind'] => {
  const { block } = piece
  const text = prose.text.slice(start, Math.min(end, start + 200))
  if (block.kind === 'front-matter') return 'front-matter'
  if (block.kind === 'rule' || !/[\p{L}\p{N}]/u.test(text)) return 'furniture'
  if (isClassification(text) || isReference(text)) return 'furniture'
  if (isSitting(text) || (days > 1 && isDay(text))) return 'sitting'
  const isPrintedAsHeading =
    block.kind === 'heading' ||
    isNumberedHeading(text, piece, next) ||
    overNumbered.has(piece) ||
    (block.kind === 'text' &&
      block.rows.length <= 2 &&
      isHeadingLine(text) &&
      (block.isBold || isCapitals(text) || isAllStressed(prose, [start, end])))
  if (!isPrintedAsHeading) return 'paragraph'
  return isOverText(text) ? 'over-text' : 'topic'
}

const isOfPage = (source: string, { rows: [row, more] }: Block): boolean =>
  row !== undefined && more === undefined && row.end - row.start < 200 && isPageLine(source.slice(row.start, row.end))

const readParts = (source: SourceText): Parts => {
  const pages = pagesOf(source, rowsOf(source))
  const { rows } = pages
  const blocks = blocksOf(rows, opensEach(source.text, rows))
  const notes = noteBlocks(source.text, blocks)
  const pieces = blocks.map(
    (block): Piece =>
      notes.has(block) || block.kind === 'front-matter'
        ? { block, number: null, marker: null, pieces: piecesOfBlock(block) }
        : pieceOf(source.text, block),
  )
  const { prose, ranges } = proseOf(
    source.text,
    source.layout,
    pieces.map((piece) => piece.pieces),
  )
  const textOf = (i: number) => prose.text.slice(...(ranges[i] ?? [0, 0])).slice(0, 200)
  const overNumbered = headingsOverNumbered(pieces, textOf)
  const days = pieces.filter(({ block }, i) => !notes.has(block) && isDay(textOf(i))).length
  const all = pieces.map((piece, i): Part => {
    const [start, end] = ranges[i] ?? [0, 0]
    const kind = notes.has(piece.block)
      ? 'note'
      : isOfPage(source.text, piece.block)
        ? 'furniture'
        : kindOf(prose, piece, pieces[i + 1], start, end, days, overNumbered)
    return {
      kind,
      level: kind === 'topic' ? levelOf(textOf(i), piece.block) : piece.block.level,
      number: piece.number,
      marker: piece.marker,
      start,
      end,
      pieces: piece.pieces,
    }
  })
  const context = contextOf(prose, emptyCast(), noBodies(), bodiesPresent(source))
  const filled = withTopics(
    context,
    all.filter((part) => part.pieces.length > 0),
  )
  const body = bodyStart(source.text, context, filled)
  // "Minutes of the Sample Committee" at the front is what the whole record is called.
  const parts = filled.map((part, i) =>
    part.kind === 'over-text' && i < body ? { ...part, kind: 'topic' as const } : part,
  )
  return { prose, all: parts, body, context, pages: pages.furniture }
}

/** A paragraph of the front is no longer, unless it is of a body's own words. */
const longestOfFront = 300

const hasPronoun = /^(?:He|She|I|They)\s(?:said|told|asked|added|thought|stated|replied|explained|remarked|observed)\b/

const speaks = (context: VoiceContext, { start, end }: Part): boolean =>
  sentencesOf(context.text.slice(start, Math.min(end, start + 2000)))
    .slice(0, 3)
    .map(([from, to]): Range => [start + from, start + to])
    .some(
      (sentence, i) =>
        openingOf(context, sentence)?.verb ||
        (i === 0 && partyOf(context, sentence) !== null) ||
        (i > 0 && hasPronoun.test(context.text.slice(...sentence))),
    )

/** A few words by themselves, no speech, right over a paragraph in which somebody speaks. */
const isTopicOver = (context: VoiceContext, part: Part, next: Part | undefined): boolean => {
  const text = context.text.slice(part.start, part.end)
  return (
    part.kind === 'paragraph' &&
    part.number === null &&
    part.pieces.length === 1 &&
    text.length <= longestTopic &&
    isHeadingLine(text) &&
    !isDay(text) &&
    next?.kind === 'paragraph' &&
    next.number === null &&
    next.end - next.start > 100 &&
    !context.names.has(part.start) &&
    speaks(context, next)
  )
}

/** The parts with the headings that nothing but their place marks, where there are several of them. */
const withTopics = (context: VoiceContext, parts: readonly Part[]): Part[] => {
  const topics = new Set(parts.filter((part, i) => i > 0 && isTopicOver(context, part, parts[i + 1])))
  return parts.map((part) => (topics.size > 1 && topics.has(part) ? { ...part, kind: 'topic' as const } : part))
}

/** Words that stand in what a whole record is called. */
const ofWhole =
  /\b(?:meeting|session|sitting|minutes|summary|record|notes|proceedings|conference|committee|council|board|discussions?|talks|consultations?|conversation)\b/i

/** Whether most lines of a part have a gap inside, as those of a list in columns do. */
const isInColumns = (source: string, { pieces }: Part): boolean =>
  pieces.length > 1 && pieces.filter((piece) => /\S {3,}\S/.test(source.slice(...piece))).length * 2 > pieces.length

/** Where the body begins: with the first paragraph in which somebody speaks, and the heading that stands right over it. */
const bodyStart = (source: string, context: VoiceContext, parts: readonly Part[]): number => {
  let first = parts.findIndex(
    (part) =>
      part.kind === 'paragraph' &&
      ((part.end - part.start > longestOfFront && !isInColumns(source, part)) || speaks(context, part)),
  )
  if (first < 0) return parts.length
  const isOwn = (part: Part | undefined): boolean => {
    if (part?.kind === 'sitting') return parts.filter(({ kind }) => kind === 'sitting').length > 1
    const isItem =
      part?.number !== null ||
      parts.slice(first).some(({ kind }) => kind === 'topic') ||
      (parts[first]?.number !== null && !ofWhole.test(context.text.slice(part.start, part.end)))
    return part?.kind === 'topic' && isItem && parts[0] !== part
  }
  // Numbers that count up to the first speech are the body's: "1. The delegation took places at the table."
  const isCounted = (part: Part | undefined): boolean => {
    const next = parts[first]?.number ?? null
    return (
      part?.kind === 'paragraph' && part.number !== null && next !== null && Number(next) === Number(part.number) + 1
    )
  }
  while (isCounted(parts[first - 1])) first--
  while (isOwn(parts[first - 1])) first--
  return first
}

/** The blocks of a document and what each of them is, for the recogniser and the parser. */
export const partsOf = once(readParts)
