import type { Pieces } from '../record.js'
import { firstReached } from '../text/first-reached.js'
import { type Flow, flowOf } from '../text/flow.js'
import { sentencesOf } from '../text/sentences.js'
import type { Block, BlockKind, Cell, Range, Sentence } from './outline.js'

/** A block before blocks are numbered: its words by their places in the source. */
export interface RawBlock {
  readonly kind: BlockKind
  readonly level: number
  readonly marker: string | null
  readonly number: string | null
  /** Where the printed marker stands. */
  readonly markerPieces: Pieces
  readonly pieces: Pieces
  /** Of a row: the pieces of each cell, null for an empty one. */
  readonly cells?: readonly { readonly column: number; readonly header: boolean; readonly pieces: Pieces }[]
  readonly table: number | null
  readonly apart: boolean
}

export const plainBlock = (kind: BlockKind, pieces: Pieces, more: Partial<RawBlock> = {}): RawBlock => ({
  kind,
  level: 0,
  marker: null,
  number: null,
  markerPieces: [],
  table: null,
  apart: true,
  pieces,
  ...more,
})

/** Where stretches of the source stand in a flow's text. */
const rangesIn = ({ pieces, starts }: Flow, marks: readonly { readonly start: number; readonly end: number }[]) =>
  marks.flatMap(({ start, end }): Range[] => {
    let [from, to] = [-1, -1]
    for (let i = firstReached(pieces.length, (at) => (pieces[at]?.[1] ?? 0) > start); i < pieces.length; i++) {
      const [a, b] = pieces[i] ?? [end, end]
      if (a >= end) break
      const at = starts[i] ?? 0
      if (from < 0) from = at + Math.max(0, start - a)
      to = at + Math.min(b, end) - a
    }
    return from >= 0 && to > from ? [[from, to]] : []
  })

const cellsOf = (raw: RawBlock): Cell[] => {
  let at = 0
  return (raw.cells ?? []).map(({ column, header, pieces }) => {
    const length = pieces.reduce((sum, [start, end]) => sum + end - start + 1, 0)
    const range: Range = [at, Math.max(at, at + length - 1)]
    at += length
    return { column, header, range }
  })
}

interface Inline {
  readonly strong: readonly { readonly start: number; readonly end: number }[]
  readonly emphasis: readonly { readonly start: number; readonly end: number }[]
}

/** A cell of a table is not longer; what is longer is read by sentences. */
const longestCell = 200

/** The sentences of a row's cells; a row of short cells is one. */
const rangesOfRow = (text: string, cells: readonly Cell[], language: string): readonly Range[] =>
  cells.every(({ range: [start, end] }) => end - start <= longestCell)
    ? wholeRange(text)
    : cells.flatMap(({ range: [start, end] }) =>
        sentencesOf(text.slice(start, end), language).map(([from, to]): Range => [start + from, start + to]),
      )

/** Numbers a block and its sentences. Headings, lines of code and rows of short cells are one sentence. */
export const finishedBlock = (
  raw: RawBlock,
  id: number,
  section: number | null,
  source: string,
  language: string,
  inline: Inline,
): Block => {
  const flow = flowOf(source, raw.pieces)
  const cells = cellsOf(raw)
  const isWhole = raw.kind === 'heading' || raw.kind === 'code'
  const ranges =
    raw.kind === 'row'
      ? rangesOfRow(flow.text, cells, language)
      : isWhole
        ? wholeRange(flow.text)
        : sentencesOf(flow.text, language)
  const sentences = ranges.map(
    ([start, end], i): Sentence => ({
      id: ranges.length === 1 ? `${id}` : `${id}.${i + 1}`,
      range: [start, end],
    }),
  )
  return {
    id,
    kind: raw.kind,
    level: raw.level,
    marker: raw.marker,
    number: raw.number,
    flow,
    sentences,
    cells,
    table: raw.table,
    strong: inline.strong.length === 0 ? [] : rangesIn(flow, inline.strong),
    emphasis: inline.emphasis.length === 0 ? [] : rangesIn(flow, inline.emphasis),
    section,
    apart: raw.apart,
  }
}

const wholeRange = (text: string): Range[] => (text.trim() === '' ? [] : [[0, text.length]])
