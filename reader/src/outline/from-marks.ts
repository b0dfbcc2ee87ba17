import { type Layout, type Mark, type MarkOf, marksWithin } from '../layout.js'
import type { Pieces } from '../record.js'
import type { SourceText } from '../source.js'
import { trimRange } from '../text/flow.js'
import { beginsLabelled } from './line-shapes.js'
import { markerAt } from './marker.js'
import { plainBlock, type RawBlock } from './raw-block.js'

type BlockMark = MarkOf<'heading' | 'paragraph' | 'list-item' | 'code' | 'row' | 'footnote'>

const blockKinds = new Set(['heading', 'paragraph', 'list-item', 'code', 'row', 'footnote'])
const isBlockMark = (mark: Mark): mark is BlockMark => blockKinds.has(mark.kind)

/** `[start, end)` cut at line ends, without markup and without white space at either end; one piece for each printed line. */
export const linePieces = ({ text, layout }: SourceText, start: number, end: number): Pieces[] => {
  const markup = marksWithin(layout, start, end, 'markup')
  const lines: Pieces[] = []
  let next = 0
  for (let from = start; from < end; ) {
    const found = text.slice(from, end).search(/[\n\r\f\u0085\u2028\u2029]/)
    const to = found < 0 ? end : from + found
    const pieces: Pieces = []
    let at = from
    while (next < markup.length && (markup[next]?.start ?? end) < to) {
      const mark = markup[next++]
      if (!mark) break
      pieces.push([at, Math.max(at, mark.start)])
      at = Math.max(at, mark.end)
    }
    pieces.push([at, Math.max(at, to)])
    const own = joinTouching(text, pieces)
    if (own.length > 0) lines.push(own)
    from = to + 1
  }
  return lines
}

/** Pieces without white space at their ends; markup inside a word ("**A**BC") leaves its halves in one piece. */
const joinTouching = (text: string, pieces: Pieces): Pieces => {
  const kept: Pieces = []
  for (const [start, end] of pieces) {
    const range = trimRange(text, start, end)
    if (!range) continue
    kept.push(range)
  }
  return kept
}

/** The lines of a paragraph as blocks: joined where they were wrapped, each by itself where each opens a turn or stands for itself. */
const paragraphs = (source: SourceText, start: number, end: number, kind: 'paragraph' | 'quote'): RawBlock[] => {
  const lines = linePieces(source, start, end)
  const texts = lines.map((pieces) => pieces.map(([a, b]) => source.text.slice(a, b)).join(' '))
  const widest = Math.max(0, ...texts.map((text) => text.length))
  const labelled = texts.filter(beginsLabelled).length
  const blocks: { pieces: Pieces; apart: boolean }[] = []
  lines.forEach((pieces, i) => {
    const text = texts[i] ?? ''
    const before = texts[i - 1] ?? ''
    const room = widest < 50 || before.length + 1 + (text.split(' ', 1)[0] ?? '').length < widest * 0.8
    const isOwn = beginsLabelled(text) && (labelled > 1 || room || /[.?!:)\]]$/.test(before))
    const stands = room && !/^\p{Ll}/u.test(text) && !/[,;–-]$/.test(before)
    const last = blocks.at(-1)
    if (!last || isOwn || stands) blocks.push({ pieces, apart: i === 0 })
    else last.pieces.push(...pieces)
  })
  return blocks.map(({ pieces, apart }) => withNumber(source.text, plainBlock(kind, pieces, { apart })))
}

/** Takes a printed number at the beginning of a block's words out of them. */
export const withNumber = (text: string, raw: RawBlock): RawBlock => {
  const [first, ...rest] = raw.pieces
  if (!first || raw.marker !== null) return raw
  const marker = markerAt(text.slice(first[0], first[1]))
  if (!marker || marker.number === null) return raw
  const start = first[0] + marker.length
  const own = trimRange(text, first[0], start)
  const pieces: Pieces = start < first[1] ? [[start, first[1]], ...rest] : rest
  if (pieces.length === 0) return raw
  return { ...raw, marker: marker.marker, number: marker.number, pieces, markerPieces: own ? [own] : [] }
}

/** What a mark's words are, less those of marks inside it. */
const ownStretches = (mark: BlockMark, inner: readonly BlockMark[]): [number, number][] => {
  const stretches: [number, number][] = []
  let from = mark.start
  for (const { start, end } of inner) {
    if (start > from) stretches.push([from, start])
    from = Math.max(from, end)
  }
  if (from < mark.end) stretches.push([from, mark.end])
  return stretches
}

const rowBlock = (source: SourceText, mark: MarkOf<'row'>, table: number): RawBlock => {
  const cells = marksWithin(source.layout, mark.start, mark.end + 1, 'cell').map(({ column, header, start, end }) => ({
    column,
    header,
    pieces: linePieces(source, start, end).flat(),
  }))
  return plainBlock(
    'row',
    cells.flatMap(({ pieces }) => pieces),
    { cells, table },
  )
}

const itemBlocks = (source: SourceText, mark: MarkOf<'list-item'>, inner: readonly BlockMark[]): RawBlock[] => {
  const at = source.text.lastIndexOf(mark.marker, mark.start)
  const isPrinted =
    mark.marker !== '' && at >= 0 && source.text.slice(at + mark.marker.length, mark.start).trim() === ''
  const number = mark.ordered ? (/[\p{L}\p{N}.]+/u.exec(mark.marker)?.[0]?.replace(/\.$/, '') ?? null) : null
  const [own, ...more] = ownStretches(mark, inner).flatMap(([start, end]) =>
    paragraphs(source, start, end, 'paragraph'),
  )
  if (!own) return []
  const first: RawBlock = {
    ...own,
    kind: 'item',
    level: mark.depth,
    marker: [mark.marker, own.marker].filter((one) => one !== null && one !== '').join(' ') || null,
    number: number ?? own.number,
    markerPieces: [...(isPrinted ? ([[at, at + mark.marker.length]] as Pieces) : []), ...own.markerPieces],
  }
  return [first, ...more.map((block): RawBlock => ({ ...block, kind: 'item', level: mark.depth }))]
}

const quoted = (layout: Layout, start: number): boolean =>
  layout.some((mark) => mark.kind === 'blockquote' && mark.start <= start && mark.end > start)

/** Blocks of the marks of a file that is marked up, with the stretches of its text that no mark covers. */
export const blocksFromMarks = (source: SourceText): { blocks: RawBlock[]; uncovered: [number, number][] } => {
  const marks = source.layout.filter(isBlockMark)
  const hasQuotes = source.layout.some(({ kind }) => kind === 'blockquote')
  const tables = marksWithin(source.layout, 0, source.text.length + 1, 'table')
  const blocks: RawBlock[] = []
  const uncovered: [number, number][] = []
  let covered = 0
  let table = 0
  marks.forEach((mark, i) => {
    const inner: BlockMark[] = []
    for (let j = i + 1; j < marks.length; j++) {
      const next = marks[j]
      if (!next || next.start >= mark.end) break
      if ((inner.at(-1)?.end ?? 0) <= next.start) inner.push(next)
    }
    if (mark.start > covered) uncovered.push([covered, mark.start])
    covered = Math.max(covered, mark.end)
    while ((tables[table]?.end ?? Number.POSITIVE_INFINITY) < mark.start) table++
    blocks.push(...blocksOf(source, mark, inner, table + 1, hasQuotes))
  })
  if (covered < source.text.length) uncovered.push([covered, source.text.length])
  return { blocks: blocks.filter(({ pieces }) => pieces.length > 0), uncovered }
}

const blocksOf = (
  source: SourceText,
  mark: BlockMark,
  inner: readonly BlockMark[],
  table: number,
  hasQuotes: boolean,
): RawBlock[] => {
  switch (mark.kind) {
    case 'heading':
      return [
        withNumber(
          source.text,
          plainBlock('heading', linePieces(source, mark.start, mark.end).flat(), { level: mark.level }),
        ),
      ]
    case 'row':
      return [rowBlock(source, mark, table)]
    case 'list-item':
      return itemBlocks(source, mark, inner)
    case 'code':
      return linePieces(source, mark.start, mark.end).map((pieces) => plainBlock('code', pieces, { apart: false }))
    default: {
      const kind = hasQuotes && quoted(source.layout, mark.start) ? 'quote' : 'paragraph'
      return ownStretches(mark, inner).flatMap(([start, end]) => paragraphs(source, start, end, kind))
    }
  }
}
