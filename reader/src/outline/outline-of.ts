import { type Finding, finding } from '../findings.js'
import { type MarkKind, marksOf } from '../layout.js'
import type { Pieces } from '../record.js'
import type { SourceText } from '../source.js'
import { firstReached } from '../text/first-reached.js'
import { trimRange } from '../text/flow.js'
import { furnitureLines } from '../text/furniture-lines.js'
import type { Line } from '../text/lines.js'
import { blocksFromCues } from './from-cues.js'
import { blocksFromLines, withoutStars } from './from-lines.js'
import { blocksFromMarks, fencesOf, linePieces } from './from-marks.js'
import { withoutLineNumbers } from './line-numbers.js'
import { cutJoined, mendMarked, rowJoined } from './mend-marked.js'
import type { Block, Furniture, Outline } from './outline.js'
import { finishedBlock, type RawBlock } from './raw-block.js'
import { isTableRule } from './table-cells.js'
import { rowBlocks, tableRegions } from './tables.js'

interface Place {
  readonly start: number
  readonly end: number
}

interface Cut {
  readonly blocks: RawBlock[]
  readonly furniture: Furniture[]
  readonly findings: Finding[]
  /** What is in bold type. */
  readonly strong: readonly Place[]
}

const placesOf = (lines: readonly Line[]): Pieces =>
  lines.filter(({ start, end }) => end > start).map(({ start, end }) => [start, end])

/** Cuts plain text, or what no mark of a file covers. */
const cutLines = (source: SourceText, printed: readonly Line[], firstTable: number): Cut => {
  const { text } = source
  const { lines, numbers } = withoutLineNumbers(printed)
  const kinds = furnitureLines(lines)
  const isOut = (i: number): boolean => kinds.has(i)
  const tables = tableRegions(lines, text, isOut).map((region, i) => {
    const own = lines
      .slice(region.from, region.to)
      .filter((line, at) => !isOut(region.from + at) || isTableRule(line.text))
    return { ...region, ...rowBlocks(text, own, firstTable + i) }
  })
  const inTable = new Set(tables.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i)))
  const isMarkdown = source.layout.some(({ kind }) => kind === 'markup')
  const words = isMarkdown ? (from: number, to: number) => linePieces(source, from, to).flat() : withoutStars(text)
  const { blocks, joined } = blocksFromLines(lines, text, words, (i) =>
    inTable.has(i) ? 'table' : isOut(i) ? 'out' : 'text',
  )
  const noise = tables.flatMap((table) => table.noise)
  const furniture: Furniture[] = [...new Set(kinds.values())].map((kind) => ({
    kind,
    pieces: placesOf(lines.filter((_, i) => kinds.get(i) === kind)),
  }))
  return {
    blocks: inOrder([...blocks, ...tables.flatMap((table) => table.blocks)]),
    furniture: [...furniture, { kind: 'noise', pieces: noise }, { kind: 'line number', pieces: numbers }],
    findings: [
      ...joined.map(cutJoined),
      ...tables.flatMap(({ rejoined }) => rejoined.map(rowJoined)),
      ...noise
        .filter((piece) => /\d/.test(text.slice(...piece)))
        .map((piece) => finding('NOISE_DROPPED', `“${text.slice(...piece)}” in a table is in no row.`, [piece])),
    ],
    strong: isMarkdown ? marksOf(source.layout, 'strong') : strongIn(lines),
  }
}

const startOf = ({ pieces }: RawBlock): number => pieces[0]?.[0] ?? 0

const inOrder = (blocks: RawBlock[]): RawBlock[] => blocks.sort((a, b) => startOf(a) - startOf(b))

/** What stands between two signs of bold type in a line of plain text. */
const strongIn = (lines: readonly Line[]): Place[] =>
  lines.flatMap(({ text, start }) =>
    text.includes('**')
      ? [...text.matchAll(/\*\*(?=\S)([^*]{1,300})\*\*/g)].map(({ 0: all, index }) => ({
          start: start + index + 2,
          end: start + index + all.length - 2,
        }))
      : [],
  )

/** What a file's marks say to be no words of it. */
const syntaxOf = ({ text, layout }: SourceText): Furniture[] => [
  ...(['markup', 'thematic-break'] as const).map((kind) => ({
    kind,
    pieces: marksOf(layout, kind).flatMap(({ start, end }): Pieces => {
      const range = trimRange(text, start, end)
      return range ? [range] : []
    }),
  })),
  { kind: 'front-matter', pieces: marksOf(layout, 'front-matter').flatMap(fencesOf) },
]

/** The ends of pages that a conversion to Markdown printed as paragraphs: their numbers, and what stands beside them again and again. */
const pageEndsOf = ({ lines, mediaType }: SourceText, blocks: readonly RawBlock[]): Set<RawBlock> => {
  if (mediaType !== 'text/markdown') return new Set()
  const kinds = furnitureLines(lines)
  const ends = new Set(lines.flatMap(({ start }, i) => (/^page/.test(kinds.get(i) ?? '') ? [start] : [])))
  return new Set(
    blocks.filter(({ kind, pieces }) => kind === 'paragraph' && pieces.length === 1 && ends.has(pieces[0]?.[0] ?? -1)),
  )
}

const cutMarked = (source: SourceText): Cut => {
  const { blocks: marked, uncovered } = blocksFromMarks(source)
  const pageEnds = pageEndsOf(source, marked)
  const blocks = marked.filter((block) => !pageEnds.has(block))
  const rest: Cut[] = []
  let at = 0
  for (const [from, to] of uncovered) {
    const own: Line[] = []
    for (let line = source.lines[at]; line && line.start < to; line = source.lines[++at])
      if (line.start >= from && line.end <= to) own.push(line)
    if (own.some(({ text }) => /[\p{L}\p{N}]/u.test(text))) rest.push(cutLines(source, own, source.lines.length + at))
  }
  const mended = mendMarked(source, inOrder([...blocks, ...rest.flatMap((cut) => cut.blocks)]))
  return {
    blocks: mended.blocks,
    furniture: [
      ...syntaxOf(source),
      { kind: 'page header', pieces: [...pageEnds].flatMap(({ pieces }) => pieces) },
      { kind: 'noise', pieces: mended.noise },
      ...rest.flatMap((cut) => cut.furniture),
    ],
    findings: [...mended.findings, ...rest.flatMap((cut) => cut.findings)],
    strong: marksOf(source.layout, 'strong'),
  }
}

/** Cuts captions and transcripts: what is no cue and no heading of theirs is no content. */
const cutCues = (source: SourceText): Cut => {
  const { blocks, speakers } = blocksFromCues(source)
  const all = [...blocksFromMarks(source).blocks, ...blocks]
  return {
    blocks: inOrder(all),
    furniture: [...syntaxOf(source), { kind: 'speaker', pieces: speakers }],
    findings: [],
    strong: marksOf(source.layout, 'strong', 'speaker'),
  }
}

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

/** What is left over has no letter and no figure: bars, rules, stars. */
const punctuation = (text: string, taken: readonly Pieces[]): Pieces => {
  const found: Pieces = []
  let from = 0
  const add = (to: number): void => {
    for (const { 0: all, index } of text.slice(from, Math.max(from, to)).matchAll(/[^\s\p{L}\p{N}]+/gu))
      found.push([from + index, from + index + all.length])
  }
  for (const [start, end] of taken.flat().sort((a, b) => a[0] - b[0])) {
    add(start)
    from = Math.max(from, end)
  }
  add(text.length)
  return found
}

/** Cuts plain text, and Markdown that is as good as that. */
const cutPlain = (source: SourceText): Cut => {
  const cut = cutLines(source, source.lines, 1)
  return { ...cut, furniture: [...cut.furniture, ...syntaxOf(source)] }
}

/** Markdown of paragraphs and lists alone is plain text: its lines say more than the paragraphs that they make. */
const isPlainMarkdown = (source: SourceText): boolean =>
  source.mediaType === 'text/markdown' &&
  !source.layout.some(
    ({ kind, start }) =>
      ['heading', 'row', 'blockquote', 'front-matter', 'link'].includes(kind) ||
      (kind === 'code' && /[`~]/.test(source.text.charAt(start))),
  )

const cutOf = (source: SourceText): Cut => {
  const has = (...kinds: MarkKind[]): boolean => source.layout.some(({ kind }) => kinds.includes(kind))
  if (has('cue')) return cutCues(source)
  const isMarked = has('heading', 'paragraph', 'list-item', 'row') && !isPlainMarkdown(source)
  return isMarked ? cutMarked(source) : cutPlain(source)
}

/** Cuts a document into blocks and sentences, the same for the same bytes. Linear in its length. */
export const outlineOf = (source: SourceText, language = 'en'): Outline => {
  const cut = cutOf(source)
  const raw = cut.blocks.filter(({ pieces }) => pieces.length > 0)
  const under = sections(raw)
  const emphasis = marksOf(source.layout, 'emphasis')
  const blocks = raw.map((block, i): Block => {
    const [start, end] = [block.pieces[0]?.[0] ?? 0, block.pieces.at(-1)?.[1] ?? 0]
    const inline = { strong: between(cut.strong, start, end), emphasis: between(emphasis, start, end) }
    return finishedBlock(block, i + 1, under[i] ?? null, source.text, language, inline)
  })
  const furniture = [...cut.furniture, { kind: 'number', pieces: raw.flatMap(({ markerPieces }) => markerPieces) }]
  const taken = [...furniture.map(({ pieces }) => pieces), ...raw.map(({ pieces }) => pieces)]
  return {
    source,
    blocks,
    furniture: [...furniture, { kind: 'punctuation', pieces: punctuation(source.text, taken) }].filter(
      ({ pieces }) => pieces.length > 0,
    ),
    findings: cut.findings,
  }
}

/** A stretch in bold type is not longer. */
const longestMark = 2_000

/** The marks that reach into a stretch, found by halving: marks are in order of their beginnings. */
const between = (marks: readonly Place[], start: number, end: number): readonly Place[] => {
  const first = firstReached(marks.length, (i) => (marks[i]?.start ?? 0) >= start - longestMark)
  const found: Place[] = []
  for (let i = first; i < marks.length && (marks[i]?.start ?? 0) < end; i++) {
    const mark = marks[i]
    if (mark && mark.end > start) found.push(mark)
  }
  return found
}
