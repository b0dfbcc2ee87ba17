import type { Pieces } from '@rapporteur/reader/record'
import { common, joined, overlap, size } from './overlap.js'
import type { Item } from './pair.js'
import type { Comparison, Score } from './score.js'
import { wordDifference, wordFields } from './word-lists.js'

export interface Disagreement {
  category: string
  /** What the gold has, and what was read instead; one of them is null if it has no counterpart. */
  gold: string | null
  read: string | null
  /** An excerpt of the words concerned, on one line; empty for rows without a span. */
  text: string
  /** The number of characters that were read differently. */
  weight: number
}

/** The weight of a row without a span: as much as a line of text. */
const LINE_LENGTH = 80
const EXCERPT_LENGTH = 160

/** The disagreements that concern the most text, worst first. */
export function worstDisagreements({ categories }: Score, text: string, limit = 10): Disagreement[] {
  return categories
    .flatMap((comparison) => [...disagreements(comparison, text), ...wordDisagreements(comparison, text)])
    .sort((a, b) => b.weight - a.weight)
    .slice(0, limit)
}

/** Pairs each missed row with the row that was read instead of it, if there is one. */
function disagreements({ name, missed, spurious }: Comparison, text: string): Disagreement[] {
  const free = new Set(spurious)
  const rows = missed.map((gold): Disagreement => {
    const read = closest(gold, free)
    if (read) free.delete(read)
    return { category: name, ...sides(gold, read), ...measured(gold, read, text) }
  })
  const alone = [...free].map(
    (read): Disagreement => ({ category: name, ...sides(null, read), ...measured(null, read, text) }),
  )
  return [...rows, ...alone]
}

/** Differing words inside rows that match; these weigh least. */
function wordDisagreements({ name, pairs }: Comparison, text: string): Disagreement[] {
  return pairs.flatMap(({ gold, read }) =>
    wordFields.flatMap((field): Disagreement[] => {
      const wanted = gold.words[field]
      if (!wanted) return []
      const [missed, spurious] = wordDifference(wanted, read.words[field] ?? [])
      if (missed.length + spurious.length === 0) return []
      const words = (found: string[]) => (found.length === 0 ? null : `${gold.label}: ${found.join(', ')}`)
      const { text: excerpt } = measured(gold, read, text)
      return [{ category: `${name}.${field}`, gold: words(missed), read: words(spurious), text: excerpt, weight: 1 }]
    }),
  )
}

function closest(gold: Item, candidates: Set<Item>): Item | null {
  let best: { item: Item; overlap: number } | null = null
  for (const item of candidates) {
    const shared = overlap(gold.pieces, item.pieces)
    if (shared > (best?.overlap ?? 0)) best = { item, overlap: shared }
  }
  return best?.item ?? null
}

/** If both rows have the same key, they differ in their spans, so the offsets are shown. */
function sides(gold: Item | null, read: Item | null): Pick<Disagreement, 'gold' | 'read'> {
  if (gold && read && gold.keys[0] === read.keys[0]) {
    return { gold: `${gold.label} ${places(gold.pieces)}`, read: `${read.label} ${places(read.pieces)}` }
  }
  return { gold: gold?.label ?? null, read: read?.label ?? null }
}

const places = (pieces: Pieces) => pieces.map(([start, end]) => `${start}–${end}`).join(', ')

function measured(gold: Item | null, read: Item | null, text: string): Pick<Disagreement, 'text' | 'weight'> {
  const [a, b] = [joined(gold?.pieces ?? []), joined(read?.pieces ?? [])]
  const shared = gold && read && gold.keys[0] === read.keys[0] ? size(common(a, b)) : 0
  const weight = Math.max(size(a), size(b)) - shared
  const words = (a.length > 0 ? a : b).map(([start, end]) => text.slice(start, end)).join(' ')
  return { weight: a.length + b.length === 0 ? LINE_LENGTH : weight, text: excerpt(words) }
}

function excerpt(words: string): string {
  const line = words.replace(/\s+/gu, ' ').trim()
  return line.length <= EXCERPT_LENGTH ? line : `${line.slice(0, EXCERPT_LENGTH - 1).trimEnd()}…`
}
