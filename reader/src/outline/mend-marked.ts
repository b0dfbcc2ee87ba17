import { type Finding, finding } from '../findings.js'
import { marksOf } from '../layout.js'
import type { Pieces } from '../record.js'
import type { SourceText } from '../source.js'
import { endsSentence } from '../text/sentence-end.js'
import { goesOnWith } from './from-lines.js'
import { canBeHeading, isTitleCase } from './line-shapes.js'
import { markerAt } from './marker.js'
import type { RawBlock } from './raw-block.js'
import { hasHead, rejoinedRows } from './tables.js'

/** Blocks of a file that is marked up, mended where its marks are those of printed lines, pages and cells. */
export interface Mended {
  readonly blocks: readonly RawBlock[]
  readonly noise: Pieces
  readonly findings: readonly Finding[]
}

const textOf = (source: string, { pieces }: RawBlock): string =>
  pieces.map(([start, end]) => source.slice(start, end)).join(' ')

/** Joins paragraphs that a page's end cut. */
const joinCut = (blocks: readonly RawBlock[], source: string, findings: Finding[]): RawBlock[] => {
  const joined: RawBlock[] = []
  for (const block of blocks) {
    const before = joined.at(-1)
    if (before && goesOnWith(before, block, source, false)) {
      const cut: Pieces = [before.pieces.at(-1) ?? [0, 1], block.pieces[0] ?? [0, 1]]
      findings.push(finding('PAGE_BREAK_JOINED', 'A paragraph goes on after a page break or a blank line.', cut))
      joined[joined.length - 1] = { ...before, pieces: [...before.pieces, ...block.pieces] }
    } else joined.push(block)
  }
  return joined
}

/** Runs of rows that stand together; a table without a head of its own right behind another goes on with it, as after a page's end. */
const tablesIn = (blocks: readonly RawBlock[], source: string): RawBlock[][] => {
  const tables: RawBlock[][] = []
  blocks.forEach((block, i) => {
    if (block.table === null) return
    const before = blocks[i - 1]
    const isNext = before !== undefined && before.table !== null
    const goesOn =
      isNext &&
      (before.table === block.table || (before.cells?.length === block.cells?.length && !hasHead(source, block)))
    if (goesOn) tables.at(-1)?.push(block)
    else tables.push([block])
  })
  return tables
}

/** Joins the rows of tables of people that go over several rows of the file, one for each printed line. */
const joinRows = (blocks: readonly RawBlock[], source: string, findings: Finding[], noise: Pieces): RawBlock[] => {
  const replaced = new Map<RawBlock, readonly RawBlock[]>()
  for (const rows of tablesIn(blocks, source)) {
    const made = rejoinedRows(source, rows)
    if (!made) continue
    rows.forEach((row, i) => {
      replaced.set(row, i === 0 ? made.blocks : [])
    })
    noise.push(...made.noise)
    for (const pieces of made.rejoined)
      findings.push(
        finding('ROW_REJOINED', 'A row of a table goes over several lines, which are taken for one.', pieces),
      )
  }
  return blocks.flatMap((block) => replaced.get(block) ?? [block])
}

/** Makes a heading of a short line by itself, before numbered paragraphs or in title case over a long one, in a file that marks others. */
const addHeadings = (blocks: readonly RawBlock[], source: string): RawBlock[] => {
  const levels = blocks.flatMap(({ kind, level }) => (kind === 'heading' ? [level] : []))
  if (levels.length < 2) return [...blocks]
  const level = Math.max(...levels)
  return blocks.map((block, i) => {
    const [before, next] = [blocks[i - 1], blocks[i + 1]]
    if (block.kind !== 'paragraph' || block.marker !== null || !before || next?.kind !== 'paragraph') return block
    const [words, follows] = [textOf(source, block), textOf(source, next)]
    const isNumbered = next.number !== null || markerAt(follows)?.number != null
    const isOver = isNumbered || (isTitleCase(words) && follows.length > 100)
    const isAlone = before.kind !== 'paragraph' || endsSentence(textOf(source, before))
    return isOver && isAlone && canBeHeading(words) && !/[:?]/.test(words)
      ? { ...block, kind: 'heading', level }
      : block
  })
}

/** Mends the blocks of a file in which a printed record was marked line by line: word processors' files and pages made of them. */
export const mendMarked = (source: SourceText, blocks: readonly RawBlock[]): Mended => {
  const findings: Finding[] = []
  const noise: Pieces = []
  const whole = joinCut(joinRows(blocks, source.text, findings, noise), source.text, findings)
  const isNumbered = whole.filter(({ kind, number }) => kind === 'paragraph' && number !== null).length >= 3
  const isStructured = marksOf(source.layout, 'heading').length > 0
  return { blocks: isNumbered && isStructured ? addHeadings(whole, source.text) : whole, noise, findings }
}
