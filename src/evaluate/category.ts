import { type Gold, piecesOf, type Spanned } from './gold.js'
import type { Identity } from './identity.js'
import type { Item } from './pair.js'

/** Whose reading: that made by hand, or the parser's. */
export type Side = 'gold' | 'read'

/** Two readings of one text, and the identities of people and bodies across both. */
export interface Readings {
  gold: Gold
  read: Gold
  people: Identity
  organizations: Identity
}

/** How the rows of a category are paired: by equal keys, by equal keys in the same order, or by equal keys and overlapping spans. */
export type PairingRule = 'key' | 'order' | 'span'

/** One kind of row, with the rows that either reading has of it. */
export interface Category {
  name: string
  how: PairingRule
  gold: Item[]
  read: Item[]
}

/** The parts of a row that are compared; see `Item`. */
interface Comparable {
  keys: string[]
  label: string
  order?: number
  words?: Item['words']
  span?: Spanned
}

/** The rows of one list in both readings, as items; null if the gold has no such list, which means that it is not scored. */
export function category<Row>(
  name: string,
  how: PairingRule,
  lists: { gold: Row[] | undefined; read: Row[] | undefined },
  compare: (row: Row, side: Side) => Comparable,
): Category | null {
  const items = (side: Side, rows: Row[]): Item[] =>
    rows.map((row, index) => {
      const { keys, label, order, words, span } = compare(row, side)
      return { keys, label, order: order ?? index, words: words ?? {}, pieces: span ? piecesOf(span) : [] }
    })
  if (!lists.gold) return null
  return { name, how, gold: items('gold', lists.gold), read: items('read', lists.read ?? []) }
}

/** Combines values into one string; two are equal only if all values are. */
export const key = (...parts: unknown[]) => JSON.stringify(parts)
