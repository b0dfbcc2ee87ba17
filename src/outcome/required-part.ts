/** The row with what only one type of outcome has. The writer sees to it that each outcome has that of its type. */
export function requiredPart<Row>(row: Row | null): Row {
  if (row === null) throw new Error('An outcome without the row of its type.')
  return row
}
