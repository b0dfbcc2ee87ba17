import type { Pieces } from '../record.js'

export const startOf = (pieces: Pieces): number => pieces[0]?.[0] ?? 0
export const endOf = (pieces: Pieces): number => pieces.at(-1)?.[1] ?? 0

/** `[start, end, start, end …]`, as tables hold them. */
export const piecesOfOffsets = (offsets: readonly number[]): Pieces =>
  offsets.flatMap((start, i): Pieces => (i % 2 === 0 ? [[start, offsets[i + 1] ?? start]] : []))

/** How many characters two lists of pieces share. */
export const common = (a: Pieces, b: Pieces): number => {
  let length = 0
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [from = 0, to = 0] = a[i] ?? []
    const [start = 0, end = 0] = b[j] ?? []
    length += Math.max(0, Math.min(to, end) - Math.max(from, start))
    if (to < end) i++
    else j++
  }
  return length
}

/** How many characters they cover. */
export const size = (pieces: Pieces): number => pieces.reduce((sum, [start, end]) => sum + end - start, 0)

/** Words that only join a clause to the next, left over where that is another's. */
const joining = /[\s,;]*(?:\b(?:and|but|while|whereas|whilst|although|yet|which|to which)\b)?[\s,;]*$/i

/** What is left of pieces when others are taken out of them. */
export const without = (source: string, pieces: Pieces, taken: Pieces): Pieces => {
  const left: Pieces = []
  for (const [start, end] of pieces) {
    let from = start
    for (const [a, b] of taken) {
      if (b <= from || a >= end) continue
      if (a > from) left.push([from, a - (joining.exec(source.slice(Math.max(from, a - 40), a))?.[0].length ?? 0)])
      from = Math.max(from, b)
    }
    if (from < end) left.push([from, end])
  }
  return left.flatMap(([start, end]): Pieces => {
    const text = source.slice(start, end)
    const [from, to] = [start + text.length - text.trimStart().length, end - (text.length - text.trimEnd().length)]
    return from < to && /[\p{L}\p{N}]/u.test(source.slice(from, to)) ? [[from, to]] : []
  })
}
