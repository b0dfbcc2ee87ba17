/** Removes null rows and duplicates by id, keeping the first of each. */
export function uniqueRows<Row extends { id: string }>(rows: readonly (Row | null)[]): Row[] {
  const found = new Map<string, Row>()
  for (const row of rows) if (row && !found.has(row.id)) found.set(row.id, row)
  return [...found.values()]
}
