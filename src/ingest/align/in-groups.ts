type Align<Row> = (before: readonly Row[], after: readonly Row[]) => Map<number, number>

/**
 * Aligns rows of the same group (those of one paragraph) with one another, then what is left over across groups: index in
 * `after` → index in `before`.
 */
export function alignInGroups<Row extends { group: string | null }>(
  before: readonly Row[],
  after: readonly Row[],
  within: Align<Row>,
  across: Align<Row>,
): Map<number, number> {
  const pairs = new Map<number, number>()
  const alignPart = (b: readonly number[], a: readonly number[], align: Align<Row>) => {
    const pick = (rows: readonly Row[], places: readonly number[]) => places.flatMap((i) => rows[i] ?? [])
    for (const [atA, atB] of align(pick(before, b), pick(after, a))) pairs.set(a[atA] ?? 0, b[atB] ?? 0)
  }
  const beforeGroups = grouped(before)
  for (const [group, places] of grouped(after)) alignPart(beforeGroups.get(group) ?? [], places, within)
  const taken = new Set(pairs.values())
  const left = (rows: readonly Row[], paired: (i: number) => boolean) => rows.flatMap((_, i) => (paired(i) ? [] : [i]))
  alignPart(
    left(before, (b) => taken.has(b)),
    left(after, (a) => pairs.has(a)),
    across,
  )
  return pairs
}

function grouped(rows: readonly { group: string | null }[]): Map<string | null, number[]> {
  const groups = new Map<string | null, number[]>()
  rows.forEach(({ group }, i) => {
    const places = groups.get(group)
    if (places) places.push(i)
    else groups.set(group, [i])
  })
  return groups
}
