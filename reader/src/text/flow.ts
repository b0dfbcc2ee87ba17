import type { Pieces } from '../record.js'
import { firstReached } from './first-reached.js'

/**
 * Running text that was put together from pieces of a source: `text` is the pieces joined by one space, and `starts` says
 * where in it each piece begins. Sentences and names are found in `text`, whatever line or page ends lie in the source.
 */
export interface Flow {
  readonly text: string
  readonly pieces: Pieces
  readonly starts: readonly number[]
}

export const flowOf = (source: string, pieces: Pieces): Flow => {
  const starts: number[] = []
  const parts: string[] = []
  let length = 0
  for (const [start, end] of pieces) {
    starts.push(length)
    parts.push(source.slice(start, end))
    length += end - start + 1
  }
  return { text: parts.join(' '), pieces, starts }
}

/** The index of the last piece that begins at or before an offset of the flow's text. */
const pieceAt = ({ starts }: Flow, offset: number): number =>
  Math.max(0, firstReached(starts.length, (i) => (starts[i] ?? 0) > offset) - 1)

const isSpace = (code: number): boolean =>
  code === 32 || (code < 33 && code > 8 && code < 14) || (code > 127 && /\s/.test(String.fromCharCode(code)))

/** `[start, end)` of a text, narrowed until neither end is white space; null when nothing is left. */
export const trimRange = (text: string, start: number, end: number): [number, number] | null => {
  let [from, to] = [Math.max(0, start), Math.min(text.length, end)]
  while (from < to && isSpace(text.charCodeAt(from))) from++
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--
  return from < to ? [from, to] : null
}

/** The pieces of the source that `[start, end)` of the flow's text covers, without white space at either end. */
export const piecesOf = (flow: Flow, start: number, end: number): Pieces => {
  const range = trimRange(flow.text, start, end)
  if (range === null) return []
  const pieces: Pieces = []
  for (let i = pieceAt(flow, range[0]); i < flow.pieces.length; i++) {
    const at = flow.starts[i] ?? 0
    if (at >= range[1]) break
    const [from, to] = flow.pieces[i] ?? [0, 0]
    const piece: [number, number] = [from + Math.max(0, range[0] - at), Math.min(to, from + range[1] - at)]
    if (piece[0] < piece[1]) pieces.push(piece)
  }
  return pieces
}

export const textOf = (source: string, pieces: Pieces): string =>
  pieces.map(([start, end]) => source.slice(start, end)).join(' ')
