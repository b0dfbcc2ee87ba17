import type { Pieces } from '@rapporteur/reader/record'
import { longestCommon } from './longest-common.js'
import { overlap } from './overlap.js'

/**
 * One row of a reading in comparable form. `keys` must agree for rows to match; a gold row may accept several, best first. `words`
 * are compared in addition, inside rows that match, as far as the gold states them.
 */
export interface Item {
  keys: string[]
  order: number
  pieces: Pieces
  label: string
  words: Record<string, string[] | undefined>
}

export interface Pair {
  gold: Item
  read: Item
  overlap: number | null
}

/** The overlap at which two spans count as the same. */
export const MIN_OVERLAP = 0.8

/** Pairs rows with equal keys. Second choices of gold rows are considered only after all first choices are paired. */
export function pairByKey(gold: Item[], read: Item[]): Pair[] {
  const pairs: Pair[] = []
  const free = new Set(read)
  const open = new Set(gold)
  const choices = Math.max(0, ...gold.map((item) => item.keys.length))
  for (let choice = 0; choice < choices; choice++) {
    const waiting = new Map<string | undefined, Item[]>()
    for (const item of free) waiting.set(item.keys[0], [...(waiting.get(item.keys[0]) ?? []), item])
    for (const item of [...open]) {
      const key = item.keys[choice]
      const found = key === undefined ? undefined : waiting.get(key)?.shift()
      if (!found) continue
      pairs.push({ gold: item, read: found, overlap: null })
      open.delete(item)
      free.delete(found)
    }
  }
  return pairs
}

/** Pairs rows with equal keys in the same order, by the longest common subsequence, so a missed row costs only itself. */
export function pairInOrder(gold: Item[], read: Item[]): Pair[] {
  const [left, right] = [inOrder(gold), inOrder(read)]
  return longestCommon(left.length, right.length, (i, j) => left[i]?.keys[0] === right[j]?.keys[0]).flatMap(
    ([i, j]) => {
      const [a, b] = [left[i], right[j]]
      return a && b ? [{ gold: a, read: b, overlap: null }] : []
    },
  )
}

const inOrder = (items: Item[]) => [...items].sort((a, b) => a.order - b.order)

/** Pairs rows with equal keys and sufficient overlap, those that overlap most first. */
export function pairBySpan(gold: Item[], read: Item[]): Pair[] {
  const byKey = new Map<string | undefined, Item[]>()
  for (const item of read) byKey.set(item.keys[0], [...(byKey.get(item.keys[0]) ?? []), item])
  const candidates = gold.flatMap((item) =>
    (byKey.get(item.keys[0]) ?? []).map((other) => ({
      gold: item,
      read: other,
      overlap: overlap(item.pieces, other.pieces),
    })),
  )
  const used = new Set<Item>()
  return candidates
    .filter((pair) => pair.overlap >= MIN_OVERLAP)
    .sort((a, b) => b.overlap - a.overlap)
    .filter((pair) => {
      if (used.has(pair.gold) || used.has(pair.read)) return false
      used.add(pair.gold).add(pair.read)
      return true
    })
}
