/** A possible pair of two sequences; the higher the score, the sooner it is taken. */
export interface Candidate {
  after: number
  before: number
  score: number
}

/**
 * Takes candidates from the best on, each index once: index in `after` → index in `before`. Of equal scores, the pair that
 * stands nearest to its place goes first, then the one nearest to the start: the same pairs as with the sides exchanged, so
 * that going back to an earlier copy finds the rows of that copy.
 */
export function bestFirst(candidates: readonly Candidate[]): Map<number, number> {
  const distance = ({ after, before }: Candidate) => Math.abs(after - before)
  const place = ({ after, before }: Candidate) => after + before
  const sorted = [...candidates].sort(
    (one, other) => other.score - one.score || distance(one) - distance(other) || place(one) - place(other),
  )
  const pairs = new Map<number, number>()
  const taken = new Set<number>()
  for (const { after, before } of sorted) {
    if (pairs.has(after) || taken.has(before)) continue
    pairs.set(after, before)
    taken.add(before)
  }
  return pairs
}
