import type { Pieces } from '../ingest/record.js'
import { longestCommon } from './longest-common.js'
import { overlap } from './overlap.js'

/**
 * One row of a reading, ready to be compared: `keys` are what has to agree (a gold row may accept several, best first),
 * `words` what is compared besides, inside rows that match, as far as
 * the gold states it.
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
  return longestCommon(left.length, right.length, (i, j) => left[i]?.keys[0] === right[j]?.keys[0]).flatMap(
    ([i, j]) => {
      const [a, b] = [left[i], right[j]]
      return a && b ? [{ gold: a, read: b, overlap: null }] : []
    },
  )
}

const inOrder = (items: Item[]) => [...items].sort((a, b) => a.order - b.order)

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
