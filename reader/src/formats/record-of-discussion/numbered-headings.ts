import type { Pieces } from '../../record.js'
import type { Block } from '../../turns/blocks.js'
import { isCapitals, isDay, isHeadingLine } from './headings.js'

/** A block of a record, with the number that is printed before it apart. */
export interface Piece {
  readonly block: Block
  readonly number: string | null
  readonly marker: readonly [number, number] | null
  readonly pieces: Pieces
}

const isNext = (number: string, next: string): boolean =>
  Number(next) === Number(number) + 1 || next.startsWith(`${number}.`)

/** "2. Paraffin": a number and a few words over a paragraph without one. */
export const isNumberedHeading = (text: string, { block, number, marker }: Piece, next: Piece | undefined): boolean =>
  number !== null &&
  marker !== null &&
  block.rows.length === 1 &&
  text.length <= 80 &&
  isHeadingLine(text) &&
  next !== undefined &&
  // Where the paragraphs are numbered too, an item of the agenda is counted by itself.
  (next.number === null ||
    !isNext(number, next.number) ||
    (isCapitals(text) && next.block.kind !== 'heading' && next.number.startsWith(`${number}.`))) &&
  (next.block.rows.reduce((sum, row) => sum + row.end - row.start, 0) > 100 || isCapitals(text))

/** What stands behind a heading in parentheses: "(continued)", "(HB/C/4 and Corr.1)". */
const behind = /(?:\s*\((?:continued|concluded|resumed|[^()\p{Lu}]*\p{Lu}[^()/]*\/[^()\d]*\d[^()]*)\))+$/u

/** No heading over a numbered paragraph is longer, less what stands behind it in parentheses. */
const longestOver = 120

const lengthOf = ({ block }: Piece): number => block.rows.reduce((sum, row) => sum + row.end - row.start, 0)

/** "Working time on tugs": a few words by themselves. */
const isByItself = (text: string, { block, number }: Piece): boolean => {
  if (number !== null || block.kind !== 'text' || block.rows.length > 3 || !block.rows[0]?.isApart) return false
  const bare = text.replace(behind, '').replace(lettered, '')
  return bare.length <= (block.rows.length > 1 ? longestOver : 90) && isHeadingLine(bare) && !isDay(bare)
}

/** Whether a heading over another tells by itself that it is one, and no line of the front. */
const opensItem = (text: string, next: string): boolean =>
  behind.test(text) || /^(?:agenda )?item \d/i.test(text) || (lettered.test(next) && !lettered.test(text))

/** The headings by themselves right over a numbered paragraph, or over another of them ("Item 3: Tugs" over "(a) Crews"). */
export const headingsOverNumbered = (
  pieces: readonly Piece[],
  textOf: (piece: number) => string,
): ReadonlySet<Piece> => {
  const found = new Set<Piece>()
  for (let i = pieces.length - 2; i >= 0; i--) {
    const [piece, next] = [pieces[i], pieces[i + 1]]
    if (!piece || !next) continue
    const text = textOf(i)
    const isOver = next.number !== null ? lengthOf(next) > 60 : found.has(next) && opensItem(text, textOf(i + 1))
    if (isOver && isByItself(text, piece)) found.add(piece)
  }
  return found
}

/** "(a) Crews": the letter of a part of an item. */
const lettered = /^\([a-z]\)\s+/

/** The level of a heading: the file's own where it has one; what is lettered stands under what is not. */
export const levelOf = (text: string, { level }: Block): number => (level === 0 && lettered.test(text) ? 2 : level)
