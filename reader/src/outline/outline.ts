import type { Finding } from '../findings.js'
import type { Pieces } from '../record.js'
import type { SourceText } from '../source.js'
import type { Flow } from '../text/flow.js'

/** `[start, end)` in UTF-16 offsets of a block's `flow.text`. */
export type Range = readonly [start: number, end: number]

/** One sentence of a block. Its id is the block's where the block has one sentence, else block and number: "34.2". */
export interface Sentence {
  readonly id: string
  readonly range: Range
}

export interface Cell {
  /** From 0; what is spanned counts. */
  readonly column: number
  readonly header: boolean
  /** Where its words stand in the row's `flow.text`; empty for an empty cell. */
  readonly range: Range
}

/**
 * - `heading`: of Markdown, Word or HTML, or a line that stands by itself as one
 * - `paragraph`: running text, its printed lines joined
 * - `item`: an entry of a list, without its marker
 * - `row`: of a table; a column layout of plain text is a table too
 * - `quote`: a block quotation
 * - `code`: preformatted text, one printed line a block
 * - `cue`: a cue of captions, or a line of a chat log that stands for itself
 */
export type BlockKind = 'heading' | 'paragraph' | 'item' | 'row' | 'quote' | 'code' | 'cue'

/** A piece of a record that a reader sees as one: paragraph, heading, entry of a list, row of a table. */
export interface Block {
  /** From 1, in the order of the record. */
  readonly id: number
  readonly kind: BlockKind
  /** Of a heading from 1 (the highest), of an item its depth from 1; 0 for others. */
  readonly level: number
  /** The printed number or bullet before it, which is not in `flow`: "12.", "(a)", "-"; null for none. */
  readonly marker: string | null
  /** The number that the marker states: "12", "3.1", "a"; null for a bullet or none. */
  readonly number: string | null
  /** Its words, without marker, markup, page furniture and line ends. Offsets of the source come from `piecesOf(flow, …)`. */
  readonly flow: Flow
  readonly sentences: readonly Sentence[]
  /** Of a row; empty for others. */
  readonly cells: readonly Cell[]
  /** Which table a row belongs to, from 1; null for others. */
  readonly table: number | null
  /** Stretches of `flow.text` in bold or italics, in order. */
  readonly strong: readonly Range[]
  readonly emphasis: readonly Range[]
  /** The id of the heading that it stands under; null before the first. A heading has the id of the one it is nested in. */
  readonly section: number | null
  /** A blank line, a page break or a mark of the file stands before it: it does not continue the lines of the block before. */
  readonly apart: boolean
}

/** Text that is no content and yet is accounted for: a page header, the rule under a table, markup. */
export interface Furniture {
  readonly kind: string
  readonly pieces: Pieces
}

/** A document as its blocks: the one place where text is cut. Ids are the same for the same bytes and outline version. */
export interface Outline {
  readonly source: SourceText
  readonly blocks: readonly Block[]
  readonly furniture: readonly Furniture[]
  /** Repairs: words and rows that were joined again, noise that was dropped. */
  readonly findings: readonly Finding[]
}

/** Goes up whenever the same text may be cut otherwise than before. */
export const outlineVersion = '1'
