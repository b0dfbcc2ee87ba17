/** How many rows a reading made, changed, took away and left as they were. */
export interface Counts {
  created: number
  updated: number
  removed: number
  unchanged: number
}

export const noRows: Counts = { created: 0, updated: 0, removed: 0, unchanged: 0 }

export const addCounts = (one: Counts, other: Counts): Counts => ({
  created: one.created + other.created,
  updated: one.updated + other.updated,
  removed: one.removed + other.removed,
  unchanged: one.unchanged + other.unchanged,
})

/** Compares ids before and after; `written` are those that the database wrote. */
export function countRows(before: Iterable<string>, after: Iterable<string>, written: Iterable<string>): Counts {
  const [old, now, touched] = [new Set(before), new Set(after), new Set(written)]
  const created = [...now].filter((id) => !old.has(id)).length
  const updated = [...now].filter((id) => old.has(id) && touched.has(id)).length
  return {
    created,
    updated,
    removed: [...old].filter((id) => !now.has(id)).length,
    unchanged: now.size - created - updated,
  }
}
