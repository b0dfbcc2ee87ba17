import { type Finding, finding } from '../findings.js'
import { marksOf } from '../layout.js'
import type { Pieces } from '../record.js'
import type { SourceText } from '../source.js'
import { trimRange } from '../text/flow.js'
import { furnitureLines } from '../text/furniture-lines.js'
import type { Line } from '../text/lines.js'
import { blocksFromCues } from './from-cues.js'
import { blocksFromLines } from './from-lines.js'
import { blocksFromMarks, withNumber } from './from-marks.js'
import { withoutLineNumbers } from './line-numbers.js'
import { mendMarked } from './mend-marked.js'
import type { Block, Furniture, Outline } from './outline.js'
import { finishedBlock, type RawBlock } from './raw-block.js'
import { rowBlocks, tableRegions } from './tables.js'

interface Cut {
  readonly blocks: RawBlock[]
  readonly furniture: Furniture[]
  readonly findings: Finding[]
}

const linePieces = (lines: readonly Line[]): Pieces =>
  lines.filter(({ start, end }) => end > start).map(({ start, end }) => [start, end])

/** Cuts plain text, or what no mark of a file covers. */
const cutLines = (source: SourceText, printed: readonly Line[], firstTable: number): Cut => {
  const { text } = source
  const { lines, numbers } = withoutLineNumbers(printed)
  const kinds = furnitureLines(lines)
  const isOut = (i: number): boolean => kinds.has(i)
  const findings: Finding[] = []
  const tables = tableRegions(lines, text, isOut).flatMap((region, i) => {
    const own = lines.slice(region.from, region.to).filter((_, at) => !isOut(region.from + at))
    const rows = rowBlocks(text, own, firstTable + i)
    return rows ? [{ ...region, ...rows }] : []
  })
  const elsewhere = new Set(tables.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i)))
  const { blocks, joined } = blocksFromLines(lines, text, isOut, (i) => elsewhere.has(i))
  for (const pieces of joined)
    findings.push(finding('PAGE_BREAK_JOINED', 'A paragraph goes on after a page break or a blank line.', pieces))
  for (const { rejoined } of tables)
    for (const pieces of rejoined)
      findings.push(
        finding('ROW_REJOINED', 'A row of a table goes over several lines, which are taken for one.', pieces),
      )
  const noise = tables.flatMap((table) => table.noise)
  for (const piece of noise)
    if (/\d/.test(text.slice(...piece)))
      findings.push(finding('NOISE_DROPPED', `“${text.slice(...piece)}” in a table is in no row.`, [piece]))
  const furniture: Furniture[] = [...new Set(kinds.values())].map((kind) => ({
    kind,
    pieces: linePieces(lines.filter((_, i) => kinds.get(i) === kind && !elsewhere.has(i))),
  }))
  furniture.push(
    { kind: 'noise', pieces: noise },
    { kind: 'line number', pieces: numbers },
    { kind: 'markup', pieces: emphasisIn(text, lines) },
  )
  const all = [...blocks, ...tables.flatMap((table) => table.blocks)]
  return { blocks: all.sort((a, b) => (a.pieces[0]?.[0] ?? 0) - (b.pieces[0]?.[0] ?? 0)), furniture, findings }
}

const emphasisMarks = /(?<!\*)\*\*(?!\*)|(?<![_\p{L}\p{N}])__(?=\S)|(?<=\S)__(?![_\p{L}\p{N}])/gu

/** Signs of emphasis that a plain text prints. */
const emphasisIn = (text: string, lines: readonly Line[]): Pieces =>
  lines.flatMap(({ start, end }) =>
    [...text.slice(start, end).matchAll(emphasisMarks)].map(({ 0: sign, index }): [number, number] => [
      start + index,
      start + index + sign.length,
    ]),
  )

const inside = (lines: readonly Line[], [from, to]: readonly [number, number]): Line[] =>
  lines.filter(({ start, end }) => start >= from && end <= to)

const cutMarked = (source: SourceText): Cut => {
  const { blocks, uncovered } = blocksFromMarks(source)
  const rest = uncovered.flatMap((range) => {
    const own = inside(source.lines, range)
    return own.some(({ text }) => /[\p{L}\p{N}]/u.test(text) && !isMarkupOnly(source, text))
      ? [cutLines(source, own, 10_000)]
      : []
  })
  const kinds = ['markup', 'front-matter', 'thematic-break'] as const
  const furniture = kinds.map((kind) => ({
    kind,
    pieces: marksOf(source.layout, kind).flatMap(({ start, end }): Pieces => {
      const range = trimRange(source.text, start, end)
      return range ? [range] : []
    }),
  }))
  const all = [...blocks, ...rest.flatMap((cut) => cut.blocks)]
  const mended = mendMarked(
    source,
    all.sort((a, b) => (a.pieces[0]?.[0] ?? 0) - (b.pieces[0]?.[0] ?? 0)),
  )
  return {
    blocks: [...mended.blocks],
    furniture: [...furniture, { kind: 'noise', pieces: mended.noise }, ...rest.flatMap((cut) => cut.furniture)],
    findings: [...mended.findings, ...rest.flatMap((cut) => cut.findings)],
  }
}

/** Cuts captions and transcripts: what is no cue and no heading of theirs is no content. */
const cutCues = (source: SourceText): Cut => {
  const { blocks, speakers } = blocksFromCues(source)
  const all = [...blocksFromMarks(source).blocks, ...blocks]
  const markup = marksOf(source.layout, 'markup').map(({ start, end }): [number, number] => [start, end])
  return {
    blocks: all.sort((a, b) => (a.pieces[0]?.[0] ?? 0) - (b.pieces[0]?.[0] ?? 0)),
    furniture: [
      { kind: 'markup', pieces: markup },
      { kind: 'speaker', pieces: speakers },
    ],
    findings: [],
  }
}

/** A line of nothing but a table's rule or a fence is markup. */
const isMarkupOnly = (_source: SourceText, text: string): boolean => /^[\s|:+=_~`*#>-]*$/.test(text)

/** How deep each heading stands, from 1, whatever levels the file gives: "#" over "###" is 1 over 2. */
const sections = (blocks: readonly RawBlock[]): (number | null)[] => {
  const open: { id: number; level: number }[] = []
  return blocks.map(({ kind, level }, i) => {
    if (kind !== 'heading') return open.at(-1)?.id ?? null
    while ((open.at(-1)?.level ?? 0) >= level) open.pop()
    const parent = open.at(-1)?.id ?? null
    open.push({ id: i + 1, level })
    return parent
  })
}

/** Cuts a document into blocks and sentences, the same for the same bytes. Linear in its length. */
export const outlineOf = (source: SourceText, language = 'en'): Outline => {
  const isMarked = source.layout.some(({ kind }) => ['heading', 'paragraph', 'list-item', 'row'].includes(kind))
  const isCues = source.layout.some(({ kind }) => kind === 'cue')
  const cut = isCues ? cutCues(source) : isMarked ? cutMarked(source) : cutLines(source, source.lines, 1)
  const raw = cut.blocks
    .map((block) => (block.kind === 'paragraph' ? withNumber(source.text, block) : block))
    .filter(({ pieces }) => pieces.length > 0)
  const under = sections(raw)
  const strong = marksOf(source.layout, 'strong', 'speaker')
  const emphasis = marksOf(source.layout, 'emphasis')
  const blocks = raw.map((block, i): Block => {
    const [start, end] = [block.pieces[0]?.[0] ?? 0, block.pieces.at(-1)?.[1] ?? 0]
    const within = (mark: { start: number; end: number }) => mark.start < end && mark.end > start
    return finishedBlock(block, i + 1, under[i] ?? null, source.text, language, {
      strong: between(strong, start, end).filter(within),
      emphasis: between(emphasis, start, end).filter(within),
    })
  })
  const markers = raw.flatMap(({ markerPieces }) => markerPieces)
  return {
    source,
    blocks,
    furniture: [...cut.furniture, { kind: 'number', pieces: markers }].filter(({ pieces }) => pieces.length > 0),
    findings: cut.findings,
  }
}

/** The marks that may lie in a stretch, found by halving: marks are in order of their beginnings. */
const between = <Mark extends { start: number; end: number }>(
  marks: readonly Mark[],
  start: number,
  end: number,
): readonly Mark[] => {
  let low = 0
  let high = marks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((marks[middle]?.start ?? 0) < start - 2_000) low = middle + 1
    else high = middle
  }
  let to = low
  while (to < marks.length && (marks[to]?.start ?? 0) < end) to++
  return marks.slice(low, to)
}
