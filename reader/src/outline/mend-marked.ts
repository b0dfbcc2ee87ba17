import { type Finding, finding } from '../findings.js'
import type { Pieces } from '../record.js'
import type { SourceText } from '../source.js'
import { endsSentence } from '../text/sentence-end.js'
import { isCut } from './from-lines.js'
import { canBeHeading, isSitting, isTitleCase } from './line-shapes.js'
import type { RawBlock } from './raw-block.js'
import { rejoinedRows } from './tables.js'

/** Blocks of a file that is marked up, mended where its marks are those of printed lines, pages and cells. */
interface Mended {
  readonly blocks: RawBlock[]
  readonly noise: Pieces
  readonly findings: Finding[]
}

export const cutJoined = (pieces: Pieces): Finding =>
  finding('PAGE_BREAK_JOINED', 'A paragraph goes on after a page break or a blank line.', pieces)

export const rowJoined = (pieces: Pieces): Finding =>
  finding('ROW_REJOINED', 'A row of a table goes over several lines, which are taken for one.', pieces)

/** Joins paragraphs that a page's end cut. */
const joinCut = (blocks: readonly RawBlock[], source: string, findings: Finding[]): RawBlock[] => {
  const joined: RawBlock[] = []
  for (const block of blocks) {
    const before = joined.at(-1)
    if (before && isCut(before, block, source, false)) {
      findings.push(cutJoined([before.pieces.at(-1) ?? [0, 1], block.pieces[0] ?? [0, 1]]))
      joined[joined.length - 1] = { ...before, pieces: [...before.pieces, ...block.pieces] }
    } else joined.push(block)
  }
  return joined
}

/** The rows of each table; one of as many columns right behind another goes on with it, as after a page's end. */
const tablesIn = (blocks: readonly RawBlock[]): RawBlock[][] => {
  const tables: RawBlock[][] = []
  blocks.forEach((block, i) => {
    if (block.table === null) return
    const before = blocks[i - 1]
    const isSame = before?.table === block.table
    const isHeaded = block.cells?.some(({ header }) => header) ?? false
    const goesOn = before && before.table !== null && !isHeaded && before.cells?.length === block.cells?.length
    if (isSame || goesOn) tables.at(-1)?.push(block)
    else tables.push([block])
  })
  return tables
}

/** Joins the rows of tables that a file gives a row for each printed line. */
const joinRows = (blocks: readonly RawBlock[], source: string, made: Mended): RawBlock[] => {
  const replaced = new Map<RawBlock, readonly RawBlock[]>()
  for (const rows of tablesIn(blocks)) {
    const joined = rejoinedRows(source, rows)
    if (!joined) continue
    rows.forEach((row, i) => {
      replaced.set(row, i === 0 ? joined.blocks : [])
    })
    for (const piece of joined.noise) made.noise.push(piece)
    for (const pieces of joined.rejoined) made.findings.push(rowJoined(pieces))
  }
  return blocks.flatMap((block) => replaced.get(block) ?? [block])
}

const textOf = (source: string, { pieces }: RawBlock): string =>
  pieces.map(([start, end]) => source.slice(start, end)).join(' ')

/** Makes a heading of a short line by itself before numbered paragraphs, or in title case over a long one. */
const addHeadings = (blocks: readonly RawBlock[], source: string): RawBlock[] => {
  const levels = blocks.flatMap(({ kind, level }) => (kind === 'heading' ? [level] : []))
  const isNumbered = blocks.filter(({ kind, number }) => kind === 'paragraph' && number !== null).length >= 3
  if (levels.length < 2 || !isNumbered) return [...blocks]
  const level = Math.max(...levels.slice(0, 1_000))
  return blocks.map((block, i): RawBlock => {
    const [before, next] = [blocks[i - 1], blocks[i + 1]]
    if (block.kind !== 'paragraph' || block.marker !== null || !before || next?.kind !== 'paragraph') return block
    const words = textOf(source, block)
    if (!canBeHeading(words) || /[:?]/.test(words)) return block
    const isOver = next.number !== null || (isTitleCase(words) && textOf(source, next).length > 100)
    const isAlone = before.kind !== 'paragraph' || endsSentence(textOf(source, before))
    return isOver && isAlone ? { ...block, kind: 'heading', level } : block
  })
}

/** Makes headings of lines that say when a sitting began, where there are several over paragraphs. */
const addSittings = (blocks: readonly RawBlock[], source: string): RawBlock[] => {
  const opens = (block: RawBlock, i: number): boolean =>
    block.kind === 'paragraph' && blocks[i + 1]?.kind === 'paragraph' && isSitting(textOf(source, block))
  const sittings = new Set(blocks.filter(opens))
  if (sittings.size < 2) return [...blocks]
  return blocks.map((block) => (sittings.has(block) ? { ...block, kind: 'heading', level: 1 } : block))
}

/** Mends the blocks of a file in which a printed record is marked line by line, as files of word processors and pages made of them are. */
export const mendMarked = ({ text, mediaType }: SourceText, blocks: readonly RawBlock[]): Mended => {
  const made: Mended = { blocks: [], noise: [], findings: [] }
  const rows = joinRows(blocks, text, made)
  // In Markdown paragraphs are cut by whoever wrote them.
  const whole = mediaType === 'text/markdown' ? rows : joinCut(rows, text, made.findings)
  return { ...made, blocks: addSittings(addHeadings(whole, text), text) }
}
