import { bestFirst, type Candidate } from '@rapporteur/reader/people/best-first'
import { type Features, similarity } from '@rapporteur/reader/people/similarity'

/** Up to this many pairs are all compared; beyond, only texts that share one of their rarer words. */
const mostPairs = 20_000
const rareEnough = 40

/** Pairs texts that are alike by at least `least`, the most alike first: index in `after` → index in `before`. */
export function pairBySimilarity(
  before: readonly Features[],
  after: readonly Features[],
  least: number,
): Map<number, number> {
  const compare = (a: number, b: number): Candidate[] => {
    const [one, other] = [after[a], before[b]]
    const score = one && other ? similarity(one, other) : 0
    return score >= least ? [{ after: a, before: b, score }] : []
  }
  const likely = before.length * after.length <= mostPairs ? () => before.keys() : likelyPartners(before)
  return bestFirst(after.flatMap((features, a) => [...likely(features)].flatMap((b) => compare(a, b))))
}

/** For a text, the indices of those that share one of its rarer words. */
function likelyPartners(texts: readonly Features[]): (features: Features) => Iterable<number> {
  const places = new Map<string, number[]>()
  texts.forEach(({ words }, i) => {
    for (const word of words.keys()) {
      const known = places.get(word)
      if (known) known.push(i)
      else places.set(word, [i])
    }
  })
  return ({ words }) => {
    const found = new Set<number>()
    for (const word of words.keys()) {
      const where = places.get(word) ?? []
      if (where.length <= rareEnough) for (const i of where) found.add(i)
    }
    return found
  }
}
