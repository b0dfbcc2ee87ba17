import { type Counts, type Measures, measures } from './measures.js'
import { normalForm } from './normal-form.js'
import type { Pair } from './pair.js'

/** The lists of words that are compared only inside rows that match. */
export const wordFields = ['namesAsPrinted', 'asPrinted', 'onBehalfOf', 'acts'] as const

/** The words that each list has and the other lacks, as multisets. */
export function wordDifference(gold: string[], read: string[]): [missed: string[], spurious: string[]] {
  const wanted = [...gold]
  const spurious = read.filter((word) => {
    const at = wanted.findIndex((one) => normalForm(one) === normalForm(word))
    if (at >= 0) wanted.splice(at, 1)
    return at < 0
  })
  return [wanted, spurious]
}

/** How well a list of words agrees inside rows that match; null if the gold states none. */
export function wordAgreement(pairs: Pair[], field: string): Measures | null {
  const stated = pairs.flatMap(({ gold, read }) => {
    const wanted = gold.words[field]
    return wanted ? [{ wanted, given: read.words[field] ?? [] }] : []
  })
  const counts: Counts = { gold: 0, read: 0, found: 0, right: 0 }
  for (const { wanted, given } of stated) {
    const [missed, spurious] = wordDifference(wanted, given)
    counts.gold += wanted.length
    counts.read += given.length
    counts.found += wanted.length - missed.length
    counts.right += given.length - spurious.length
  }
  return stated.length === 0 ? null : measures(counts)
}
