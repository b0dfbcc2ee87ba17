import type { Sql } from '../../database/sql.js'

/** Columns of a table that can be written: not those that Postgres makes of others. One statement. */
export async function writableColumns(sql: Sql, table: string): Promise<string> {
  const columns = await sql.query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute
     WHERE attrelid = to_regclass($1) AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum`,
    [`"${table}"`],
  )
  return columns.map(({ name }) => `"${name}"`).join(', ')
}

/** Inserts rows as `to_jsonb` gave them; those whose key is there are left alone. Two statements, whatever their number. */
export async function insertJson(sql: Sql, table: string, rows: readonly object[]): Promise<void> {
  const columns = await writableColumns(sql, table)
  await sql.query(
    `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb)
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(rows)],
  )
}
