/**
 * What has to be there, as the writer made it itself.
 *
 * @throws Error that says what is not: a fault of the program, which ends the transaction before it writes something else
 */
export function required<Value>(value: Value | null | undefined, what: string): Value {
  if (value === null || value === undefined) throw new Error(`There is no ${what}, which there has to be.`)
  return value
}
