/**
 * Pairs rows that have equal keys, the first with the first, the second with the second: index in `after` → index in
 * `before`. Where a row has several keys, the first is tried for all rows before the second is for those left over.
 */
export function pairByKeys<Row>(
  before: readonly Row[],
  after: readonly Row[],
  ...keys: readonly ((row: Row) => string)[]
): Map<number, number> {
  const pairs = new Map<number, number>()
  const taken = new Set<number>()
  for (const keyOf of keys) {
    const queues = new Map<string, number[]>()
    before.forEach((row, b) => {
      if (taken.has(b)) return
      const queue = queues.get(keyOf(row))
      if (queue) queue.push(b)
      else queues.set(keyOf(row), [b])
    })
    after.forEach((row, a) => {
      if (pairs.has(a)) return
      const b = queues.get(keyOf(row))?.shift()
      if (b === undefined) return
      pairs.set(a, b)
      taken.add(b)
    })
  }
  return pairs
}
