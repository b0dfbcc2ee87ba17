/** The rows in order, each id once, at its first place. */
export function once<Row extends { id: string }>(rows: readonly (Row | null)[]): Row[] {
  const found = new Map<string, Row>()
  for (const row of rows) if (row && !found.has(row.id)) found.set(row.id, row)
  return [...found.values()]
}
