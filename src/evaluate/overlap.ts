import type { Pieces } from '@rapporteur/reader/record'

/** Sorts pieces and joins those that touch or overlap. */
export function joined(pieces: Pieces): Pieces {
  const merged: Pieces = []
  for (const [start, end] of [...pieces].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else if (end > start) merged.push([start, end])
  }
  return merged
}

/** The number of characters in pieces that do not overlap. */
export const size = (pieces: Pieces) => pieces.reduce((sum, [start, end]) => sum + end - start, 0)

/** The intersection of two lists of pieces in the form that `joined` returns. */
export function common(left: Pieces, right: Pieces): Pieces {
  const shared: Pieces = []
  for (let i = 0, j = 0; ; ) {
    const [a, b] = [left[i], right[j]]
    if (!a || !b) return shared
    const [start, end] = [Math.max(a[0], b[0]), Math.min(a[1], b[1])]
    if (start < end) shared.push([start, end])
    if (a[1] < b[1]) i++
    else j++
  }
}

/** Intersection over union, in characters: 1 for identical spans, 0 for disjoint ones. */
export function overlap(left: Pieces, right: Pieces): number {
  const [a, b] = [joined(left), joined(right)]
  const shared = size(common(a, b))
  const either = size(a) + size(b) - shared
  return either === 0 ? 0 : shared / either
}
