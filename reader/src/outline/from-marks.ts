import { type Mark, type MarkOf, marksOf, marksWithin } from '../layout.js'
import type { Pieces } from '../record.js'
import type { SourceText } from '../source.js'
import { trimRange } from '../text/flow.js'
import { beginsLabelled } from './line-shapes.js'
import { markerAt } from './marker.js'
import { plainBlock, type RawBlock } from './raw-block.js'

/** Syntax reaches so far over the ends of a stretch at most, with the white space that belongs to it. */
const overhang = 20

/** Whether preformatted text is a table: most of its lines have bars. It is cut as plain text is. */
const isTable = (text: string): boolean => {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return (
    lines.length >= 3 && lines.filter((line) => (line.match(/[|¦]/g)?.length ?? 0) > 1).length * 10 >= lines.length * 7
  )
}

const lineEnd = /[\n\r\f\u0085\u2028\u2029]/

/** `[start, end)` cut at line ends, without markup and without white space at either end; one piece for each printed line. */
export const linePieces = ({ text, layout }: SourceText, start: number, end: number): Pieces[] => {
  const markup = marksWithin(layout, start - overhang, end + overhang, 'markup').filter((mark) => mark.end > start)
  const lines: Pieces[] = []
  let [next, at] = [0, start]
  for (let from = start; from < end; ) {
    // Not beyond `end`: a line may hold a hundred thousand marks.
    const found = text.slice(from, end).search(lineEnd)
    const to = found < 0 ? end : from + found
    const pieces: Pieces = []
    at = Math.max(at, from)
    for (let mark = markup[next]; mark && mark.start < to; mark = markup[++next]) {
      pieces.push([at, Math.max(at, mark.start)])
      at = Math.max(at, mark.end)
    }
    pieces.push([at, Math.max(at, to)])
    const own = pieces.flatMap(([a, b]): Pieces => {
      const range = trimRange(text, a, b)
      return range ? [range] : []
    })
    if (own.length > 0) lines.push(own)
    from = to + 1
  }
  return lines
}

const narrowest = 50

/** The lines of a paragraph as blocks: joined where they were wrapped, each by itself where each opens a turn or stands for itself. */
const paragraphs = (source: SourceText, start: number, end: number, kind: 'paragraph' | 'quote'): RawBlock[] => {
  const lines = linePieces(source, start, end)
  const texts = lines.map((pieces) => pieces.map(([a, b]) => source.text.slice(a, b)).join(' '))
  const widest = texts.reduce((most, { length }) => Math.max(most, length), 0)
  const labelled = texts.filter(beginsLabelled).length
  const blocks: { pieces: Pieces; apart: boolean }[] = []
  lines.forEach((pieces, i) => {
    const [before = '', text = ''] = [texts[i - 1], texts[i]]
    const isRoomy = widest < narrowest || before.length + 1 + (text.split(' ', 1)[0] ?? '').length < widest * 0.8
    const isOwn = beginsLabelled(text) && (labelled > 1 || isRoomy || /[.?!:)\]]$/.test(before))
    const stands = isRoomy && !/^\p{Ll}/u.test(text) && !/[,;–-]$/.test(before)
    const last = blocks.at(-1)
    if (!last || isOwn || stands) blocks.push({ pieces, apart: i === 0 })
    else for (const piece of pieces) last.pieces.push(piece)
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

type Container = MarkOf<
  'heading' | 'paragraph' | 'list-item' | 'code' | 'row' | 'footnote' | 'blockquote' | 'front-matter' | 'thematic-break'
>
type Kind = Container['kind']

const kinds: ReadonlySet<Mark['kind']> = new Set<Kind>([
  'heading',
  'paragraph',
  'list-item',
  'code',
  'row',
  'footnote',
  'blockquote',
  'front-matter',
  'thematic-break',
])
/** Inside of these, nothing else makes a block of its own. */
const wholes: ReadonlySet<Kind> = new Set<Kind>(['row', 'heading', 'front-matter', 'thematic-break'])

type Place = { readonly start: number; readonly end: number }

/** Takes what ends before an offset off a stack. */
const closed = <One extends Place>(open: One[], before: number): One | undefined => {
  while (open.length > 0 && (open.at(-1)?.end ?? 0) <= before) open.pop()
  return open.at(-1)
}

/** Tables that hold no table; others lay a page out, and their rows are none. */
const innerTables = (source: SourceText): MarkOf<'table'>[] =>
  marksOf(source.layout, 'table').filter(({ end }, i, all) => (all[i + 1]?.start ?? Number.POSITIVE_INFINITY) >= end)

/** Containers in order, less those that something around them takes whole; code among words is words. */
const containersOf = (source: SourceText, tables: ReadonlySet<Mark>): Container[] => {
  const open: Container[] = []
  const openTables: Mark[] = []
  return source.layout.filter((mark): mark is Container => {
    const table = closed(openTables, mark.start)
    if (mark.kind === 'table' && mark.end > mark.start) openTables.push(mark)
    if (!kinds.has(mark.kind)) return false
    const own = mark as Container
    const around = closed(open, own.start)
    if (around && wholes.has(around.kind)) return false
    if (own.kind === 'row' && table && !tables.has(table)) return false
    if (own.kind === 'code' && around && isAmongWords(source.text, own, around)) return false
    if (own.end > own.start) open.push(own)
    return own.end > own.start
  })
}

const isAmongWords = (text: string, { start, end }: Place, { kind }: Container): boolean =>
  kind === 'paragraph' || (kind !== 'blockquote' && !/[\n\r]/.test(text.slice(start, end)))

interface Item {
  readonly mark: MarkOf<'list-item'>
  /** Where its marker is printed; where its words begin, if it is not. */
  readonly from: number
  /** Its marker is not yet in a block. */
  isNew: boolean
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

const itemOf = (text: string, mark: MarkOf<'list-item'>): Item => {
  const before = text.slice(Math.max(0, mark.start - 40), mark.start).trimEnd()
  const isPrinted = mark.marker !== '' && before.endsWith(mark.marker)
  const gap = Math.min(40, mark.start) - before.length
  return { mark, from: isPrinted ? mark.start - gap - mark.marker.length : mark.start, isNew: true }
}

/** A block of an item; the first has its marker. */
const asItem = (item: Item, block: RawBlock): RawBlock => {
  const { mark, from } = item
  const own = { ...block, kind: 'item' as const, level: mark.depth }
  if (!item.isNew) return own
  item.isNew = false
  const number = mark.ordered ? (/[\p{L}\p{N}.]+/u.exec(mark.marker)?.[0]?.replace(/\.$/, '') ?? null) : null
  const printed: Pieces = from < mark.start ? [[from, from + mark.marker.length]] : []
  return {
    ...own,
    marker: [mark.marker, block.marker].filter((one) => one !== null && one !== '').join(' ') || null,
    number: number ?? block.number,
    markerPieces: [...printed, ...block.markerPieces],
  }
}

const isFence = (line: string): boolean => line === '---' || line === '+++'

/** The fields before a page: a block a line, an entry of a list as an item. */
const fieldBlocks = (source: SourceText, from: number, to: number): RawBlock[] =>
  linePieces(source, from, to).flatMap((pieces) => {
    const [start = from, end = to] = [pieces[0]?.[0], pieces.at(-1)?.[1]]
    const line = source.text.slice(start, end)
    if (isFence(line)) return []
    const dash = /^-\s+(?=\S)/.exec(line)?.[0].length ?? 0
    if (dash === 0) return [plainBlock('paragraph', pieces, { apart: false })]
    const more = { level: 1, marker: '-', markerPieces: [[start, start + 1]] as Pieces, apart: false }
    return [plainBlock('item', [[start + dash, end]], more)]
  })

/** The lines of three hyphens or pluses around fields. */
export const fencesOf = ({ start, end }: Place): Pieces => [
  [start, start + 3],
  [end - 3, end],
]

/** Blocks of the marks of a file that is marked up, with the stretches of its text that no mark covers. */
export const blocksFromMarks = (source: SourceText): { blocks: RawBlock[]; uncovered: [number, number][] } => {
  const tables = innerTables(source)
  const blocks: RawBlock[] = []
  const uncovered: [number, number][] = []
  const open: { mark: Container; item: Item | null }[] = []
  let [at, table] = [0, 0]
  /** The stretch up to an offset belongs to the innermost of what is open. */
  const flush = (to: number): void => {
    const from = at
    at = Math.max(at, to)
    if (to <= from) return
    const inner = open.at(-1)?.mark
    if (!inner) uncovered.push([from, to])
    else if (inner.kind === 'heading') {
      const pieces = linePieces(source, from, to).flat()
      blocks.push(withNumber(source.text, plainBlock('heading', pieces, { level: inner.level })))
    } else if (inner.kind === 'row') blocks.push(rowBlock(source, inner, table + 1))
    else if (inner.kind === 'code' && isTable(source.text.slice(from, to))) uncovered.push([from, to])
    else if (inner.kind === 'code')
      for (const pieces of linePieces(source, from, to)) blocks.push(plainBlock('code', pieces, { apart: false }))
    else if (inner.kind === 'front-matter') blocks.push(...fieldBlocks(source, from, to))
    else if (inner.kind !== 'thematic-break') {
      const item = open.findLast((one) => one.item !== null)?.item ?? null
      const isQuote = item === null && open.some(({ mark }) => mark.kind === 'blockquote')
      const own = paragraphs(source, from, to, isQuote ? 'quote' : 'paragraph')
      for (const block of own) blocks.push(item ? asItem(item, block) : block)
    }
  }
  const close = (before: number): void => {
    for (let last = open.at(-1); last && last.mark.end <= before; last = open.at(-1)) {
      flush(last.mark.end)
      open.pop()
    }
  }
  for (const mark of containersOf(source, new Set(tables))) {
    const item = mark.kind === 'list-item' ? itemOf(source.text, mark) : null
    close(mark.start)
    flush(item?.from ?? mark.start)
    at = Math.max(at, mark.start)
    while ((tables[table]?.end ?? Number.POSITIVE_INFINITY) <= mark.start) table++
    open.push({ mark, item })
  }
  close(Number.POSITIVE_INFINITY)
  flush(source.text.length)
  return { blocks: blocks.filter(({ pieces }) => pieces.length > 0), uncovered }
}
