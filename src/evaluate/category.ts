import { type Gold, piecesOf, type Spanned } from './gold.js'
import type { Identity } from './identity.js'
import type { Item } from './pair.js'

export type Side = 'gold' | 'read'

/** Two readings of one text, and who is who in both. */
export interface Readings {
  gold: Gold
  read: Gold
  people: Identity
  organizations: Identity
}

/** How the rows of a category find each other: by equal keys, by equal keys in order, or by equal keys and place. */
export type How = 'key' | 'order' | 'span'

export interface Category {
  name: string
  how: How
  gold: Item[]
  read: Item[]
}

/** What a row is compared by: see `Item`. */
interface Comparable {
  keys: string[]
  label: string
  order?: number
  words?: Item['words']
  span?: Spanned
}

/** The rows of one list of both readings as items; null where the gold has no such list, and so says nothing of it. */
export function category<Row>(
  name: string,
  how: How,
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

/** Several values as one string that is equal only if they all are. */
export const key = (...parts: unknown[]) => JSON.stringify(parts)
