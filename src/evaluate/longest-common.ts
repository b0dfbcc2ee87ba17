/**
 * The longest common subsequence of two lists, as pairs of indexes. Of several equally long ones, the one that skips elements of
 * the first list rather than of the second. Time and memory are proportional to the product of the lengths.
 *
 * @param first the length of the first list
 * @param second the length of the second list
 * @param same whether element `i` of the first list equals element `j` of the second
 */
export function longestCommon(
  first: number,
  second: number,
  same: (i: number, j: number) => boolean,
): [number, number][] {
  const lengths = Array.from({ length: first + 1 }, () => new Uint32Array(second + 1))
  const length = (i: number, j: number) => lengths[i]?.[j] ?? 0
  for (let i = first - 1; i >= 0; i--) {
    const row = lengths[i]
    if (!row) continue
    for (let j = second - 1; j >= 0; j--) {
      row[j] = same(i, j) ? length(i + 1, j + 1) + 1 : Math.max(length(i + 1, j), length(i, j + 1))
    }
  }
  const pairs: [number, number][] = []
  for (let i = 0, j = 0; i < first && j < second; ) {
    if (same(i, j)) pairs.push([i++, j++])
    else if (length(i + 1, j) >= length(i, j + 1)) i++
    else j++
  }
  return pairs
}
