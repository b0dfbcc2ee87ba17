import type { Sql } from '../../database/sql.js'

/** The `id` of each row that a statement gives. */
export const queryIds = async (sql: Sql, text: string, values: unknown[]): Promise<string[]> =>
  (await sql.query<{ id: string }>(text, values)).map(({ id }) => id)
