import type { Sql } from '../../../database/sql.js'

/** A table whose rows all follow from others. */
export interface DerivedTable {
  name: string
  key: readonly string[]
  rest: readonly string[]
  /** Condition, on the table's columns, for the rows that are made anew. */
  scope: string
  /** SELECT that gives the rows that there should be, with the columns of `key` and `rest`. */
  wanted: string
  parameters: unknown[]
}

const list = (names: readonly string[], prefix = '') => names.map((name) => `${prefix}"${name}"`).join(', ')

/** Makes the rows in scope what they should be, and gives those that it removed or wrote. Two statements. */
export async function deriveTable<Row>(
  sql: Sql,
  { name, key, rest, scope, wanted, parameters }: DerivedTable,
): Promise<Row[]> {
  const columns = [...key, ...rest]
  const removed = await sql.query<Row>(
    `DELETE FROM "${name}" AS t WHERE (${scope})
     AND NOT EXISTS (SELECT FROM (${wanted}) AS w
       WHERE (${list(key, 'w.')}) = (${list(key, 't.')}) AND (${list(rest, 'w.')}) IS NOT DISTINCT FROM (${list(rest, 't.')}))
     RETURNING ${list(columns, 't.')}`,
    parameters,
  )
  const written = await sql.query<Row>(
    `INSERT INTO "${name}" (${list(columns)}) SELECT ${list(columns, 'w.')} FROM (${wanted}) AS w
     ON CONFLICT (${list(key)}) DO NOTHING RETURNING ${list(columns)}`,
    parameters,
  )
  return [...removed, ...written]
}
