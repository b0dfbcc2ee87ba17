import type { Pieces } from '../ingest/record.js'
import { overlap } from './overlap.js'

/**
 * One row of a reading, ready to be compared: `keys` are what has to agree (a gold row may accept several, best first),
 * `words` what is compared besides, inside rows that match.
 */
export interface Item {
  keys: string[]
  order: number
  pieces: Pieces
  label: string
  words: Record<string, string[]>
}

export interface Pair {
  gold: Item
  read: Item
  overlap: number | null
}

/** How much of two spans has to be common for the rows to be the same. */
export const leastOverlap = 0.8

/** Equal keys pair off; what a gold row accepts second is only looked at when all first choices are gone. */
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

/** Equal keys in the same order, by the longest common subsequence: a row that is missed costs only itself. */
export function pairInOrder(gold: Item[], read: Item[]): Pair[] {
  const [left, right] = [inOrder(gold), inOrder(read)]
  const lengths = commonLengths(left, right)
  const length = (i: number, j: number) => lengths[i]?.[j] ?? 0
  const pairs: Pair[] = []
  for (let i = 0, j = 0; ; ) {
    const [a, b] = [left[i], right[j]]
    if (!a || !b) return pairs
    if (a.keys[0] === b.keys[0]) {
      pairs.push({ gold: a, read: b, overlap: null })
      i++
      j++
    } else if (length(i + 1, j) >= length(i, j + 1)) i++
    else j++
  }
}

const inOrder = (items: Item[]) => [...items].sort((a, b) => a.order - b.order)

/** For each pair of tails, the length of their longest common subsequence. */
function commonLengths(left: Item[], right: Item[]): Uint32Array[] {
  const lengths = Array.from({ length: left.length + 1 }, () => new Uint32Array(right.length + 1))
  for (let i = left.length - 1; i >= 0; i--) {
    const [row, below] = [lengths[i], lengths[i + 1]]
    if (!row || !below) continue
    for (let j = right.length - 1; j >= 0; j--) {
      const same = left[i]?.keys[0] === right[j]?.keys[0]
      row[j] = same ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0)
    }
  }
  return lengths
}

/** Equal keys and enough overlap; those that overlap most pair off first. */
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
    .filter((pair) => pair.overlap >= leastOverlap)
    .sort((a, b) => b.overlap - a.overlap)
    .filter((pair) => {
      if (used.has(pair.gold) || used.has(pair.read)) return false
      used.add(pair.gold).add(pair.read)
      return true
    })
}
