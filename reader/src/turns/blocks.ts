import type { Pieces } from '../record.js'
import { matchesAtSigns } from '../text/at-signs.js'
import { textOf } from '../text/flow.js'
import type { Row, RowKind } from './rows.js'

/** Lines that belong together: a paragraph, a list item with the lines it wraps into, a table, a stretch of code. */
export interface Block {
  readonly kind: RowKind
  readonly level: number
  readonly depth: number
  readonly isBold: boolean
  readonly rows: readonly Row[]
}

const joins = (last: Row, block: Block, row: Row): boolean => {
  if (row.kind === 'code') return last.kind === 'code'
  if (row.isApart || row.kind === 'heading' || row.kind === 'item' || row.kind === 'rule') return false
  if (block.kind === 'item') return row.kind === 'text' && row.depth >= block.depth
  return row.kind === last.kind && row.depth === block.depth
}

/** The blocks of a document, in order. `opens` says of a line inside a paragraph whether it opens another one. */
export const blocksOf = (rows: readonly Row[], opens: (row: Row) => boolean): Block[] => {
  const blocks: (Block & { rows: Row[]; isBold: boolean })[] = []
  for (const row of rows) {
    const block = blocks.at(-1)
    const last = block?.rows.at(-1)
    if (block && last && joins(last, block, row) && !(row.kind === 'text' && opens(row))) {
      block.rows.push(row)
      block.isBold &&= row.isBold
    } else blocks.push({ kind: row.kind, level: row.level, depth: row.depth, isBold: row.isBold, rows: [row] })
  }
  return blocks
}

/** The text of a block, line by line; code is one piece, for there line ends say something. */
export const piecesOfBlock = ({ kind, rows }: Block): Pieces => {
  const [first, last] = [rows[0], rows.at(-1)]
  if (kind === 'code' && first && last) return [[first.start, last.end]]
  return rows.map(({ start, end }) => [start, end])
}

/** The text of a block with the number of a list item, as it is said by whom the list belongs to. */
export const numberedPieces = (source: string, block: Block): Pieces => {
  const [marker, pieces] = [block.rows[0]?.marker, piecesOfBlock(block)]
  const [first, ...others] = pieces
  return marker && first && /\d/.test(source.slice(...marker)) ? [[marker[0], first[1]], ...others] : pieces
}

/** What a block says, without emphasis and the addresses of links. */
export const plainText = (source: string, block: Block): string => {
  const [row] = block.rows
  // Blocks that are cut otherwise hold the same lines.
  return block.rows.length === 1 && row ? plainRow(source, row) : remembered(block, source, () => piecesOfBlock(block))
}

/** What a line says, likewise. */
export const plainRow = (source: string, row: Row): string => remembered(row, source, () => [[row.start, row.end]])

const plainTexts = new WeakMap<Block | Row, string>()

const remembered = (key: Block | Row, source: string, pieces: () => Pieces): string => {
  const known = plainTexts.get(key)
  if (known !== undefined) return known
  const text = plain(source, pieces())
  plainTexts.set(key, text)
  return text
}

const emphasis = /\*\*|__|(?<![\p{L}\p{N}])[*_](?=\S)|(?<=\S)[*_](?![\p{L}\p{N}])|`/uy
const emphasisSign = /[*_`]/g

const withoutEmphasis = (words: string): string => {
  let bare = ''
  let from = 0
  for (const { index, 0: signs } of matchesAtSigns(words, emphasisSign, emphasis)) {
    bare += words.slice(from, index)
    from = index + signs.length
  }
  return bare + words.slice(from)
}

const link = /!?\[([^[\]]*)\]\([^()\s]*\)/g
const escaping = /\\(?=[^\p{L}\p{N}\s])/gu

/** What links, emphasis and escapes are written with, and white space that is no space. */
const sign = /[*_`\\\]\t-\r\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]/

export const plain = (source: string, pieces: Pieces): string => {
  const [first] = pieces
  if (!first) return ''
  const words = (pieces.length === 1 ? source.slice(...first) : textOf(source, pieces)).trim()
  if (!sign.test(words) && !words.includes('  ')) return words
  const linked = words.includes('](') ? words.replace(link, '$1') : words
  const plainly = /[*_`]/.test(linked) ? withoutEmphasis(linked) : linked
  const bare = plainly.includes('\\') ? plainly.replace(escaping, '') : plainly
  return bare.replace(/\s+/g, ' ').trim()
}
