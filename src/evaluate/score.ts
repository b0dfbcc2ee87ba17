import { categories, readingsOf } from './categories.js'
import type { Category } from './category.js'
import type { Gold } from './gold.js'
import { type Measures, measures, total } from './measures.js'
import { type Item, type Pair, pairByKey, pairBySpan, pairInOrder } from './pair.js'
import { speakers } from './speakers.js'
import { wordAgreement } from './word-lists.js'

export interface Comparison extends Measures {
  name: string
  pairs: Pair[]
  missed: Item[]
  spurious: Item[]
  /** The mean overlap of the pairs; null for rows without spans, or if nothing matched. */
  meanOverlap: number | null
}

export interface Score {
  categories: Comparison[]
  /** Computed over all rows of all categories. */
  micro: Measures
  /** Measures outside the categories: speakers by characters, words inside matching rows, and the order of remarks. */
  extra: Map<string, Measures>
}

const pairing = { key: pairByKey, order: pairInOrder, span: pairBySpan }

/** Scores a reading against a gold reading of the same text, by the rules of `tests/gold/README.md`. */
export function score(gold: Gold, read: Gold): Score {
  const readings = readingsOf(gold, read)
  const compared = categories(readings).map(compare)
  const who = speakers(readings)
  return {
    categories: compared,
    micro: total(compared),
    extra: new Map([...(who ? [['speakers', who] as const] : []), ...remarkOrder(compared), ...wordLists(compared)]),
  }
}

function compare({ name, how, gold, read }: Category): Comparison {
  const pairs = pairing[how](gold, read)
  const found = new Set(pairs.map((pair) => pair.gold))
  const right = new Set(pairs.map((pair) => pair.read))
  const overlaps = pairs.flatMap(({ overlap }) => (overlap === null ? [] : [overlap]))
  return {
    name,
    ...measures({ gold: gold.length, read: read.length, found: pairs.length, right: pairs.length }),
    pairs,
    missed: gold.filter((item) => !found.has(item)),
    spurious: read.filter((item) => !right.has(item)),
    meanOverlap: overlaps.length === 0 ? null : overlaps.reduce((sum, one) => sum + one, 0) / overlaps.length,
  }
}

/** How many of the matching remarks are in the same order. */
function remarkOrder(compared: Comparison[]): [string, Measures][] {
  const pairs = compared.flatMap(({ name, pairs }) => (name === 'statements' || name === 'responses' ? pairs : []))
  if (pairs.length === 0) return []
  const gold = pairs.map((pair, index): Item => ({ ...pair.gold, keys: [`${index}`] }))
  const read = pairs.map((pair, index): Item => ({ ...pair.read, keys: [`${index}`] }))
  const kept = pairInOrder(gold, read).length
  return [['remarks.order', measures({ gold: gold.length, read: read.length, found: kept, right: kept })]]
}

const wordsOf: [category: string, field: string][] = [
  ['persons', 'namesAsPrinted'],
  ['statements', 'asPrinted'],
  ['statements', 'onBehalfOf'],
  ['responses', 'acts'],
]

function wordLists(compared: Comparison[]): [string, Measures][] {
  return wordsOf.flatMap(([name, field]): [string, Measures][] => {
    const found = compared.find((one) => one.name === name)
    const agreement = found ? wordAgreement(found.pairs, field) : null
    return agreement ? [[`${name}.${field}`, agreement]] : []
  })
}
