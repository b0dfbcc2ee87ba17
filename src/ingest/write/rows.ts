import { type CopyValue, copyLine } from '../../database/copy-text.js'
import type { Sql } from '../../database/sql.js'
import { type RowOf, type Table, type TableName, tables } from './tables.js'

/** Types that Postgres knows by a bare name; the others are enums of the schema. */
const plainTypes = new Set(['uuid', 'int', 'bigint', 'text', 'boolean', 'date', 'int[]', 'text[]'])

const quoted = (name: string): string => `"${name}"`
const list = (names: readonly string[], prefix = ''): string => names.map((name) => prefix + quoted(name)).join(', ')

/** `FROM` item that gives the rows of the JSON array in `$1`, typed as the table's columns are. */
function staged(table: Table, columns: readonly string[]): string {
  const typed = columns.map((column) => {
    const type = table.columns[column]?.replace('?', '') ?? 'text'
    return `${quoted(column)} ${plainTypes.has(type) ? type : quoted(type)}`
  })
  return `jsonb_to_recordset($1::jsonb) AS staged(${typed.join(', ')})`
}

/**
 * Writes rows in one statement, whatever their number: new ones are inserted, those with a known key are updated where a
 * column differs. Gives the first column of the key of each row that was written.
 */
export async function upsertRows<Name extends TableName>(
  sql: Sql,
  name: Name,
  rows: readonly RowOf<Name>[],
): Promise<string[]> {
  const table: Table = tables[name]
  const columns = Object.keys(table.columns)
  const rest = columns.filter((column) => !table.key.includes(column) && !table.initial?.includes(column))
  const key = table.key[0] ?? 'id'
  const change =
    rest.length === 0
      ? 'NOTHING'
      : `UPDATE SET ${rest.map((column) => `${quoted(column)} = EXCLUDED.${quoted(column)}`).join(', ')}
         WHERE (${list(rest, 't.')}) IS DISTINCT FROM (${list(rest, 'EXCLUDED.')})`
  const written = await sql.query<{ key: string }>(
    `INSERT INTO ${quoted(table.name)} AS t (${list(columns)})
     SELECT ${list(columns)} FROM ${staged(table, columns)}
     ON CONFLICT (${list(table.key)}) DO ${change}
     RETURNING t.${quoted(key)} AS key`,
    [JSON.stringify(rows)],
  )
  return written.map((row) => row.key)
}

/** Writes rows of which none is there, in one COPY; none where there are no rows. */
export async function insertRows<Name extends TableName>(
  sql: Sql,
  name: Name,
  rows: readonly RowOf<Name>[],
): Promise<void> {
  if (rows.length === 0) return
  const table: Table = tables[name]
  const columns = Object.keys(table.columns) as (keyof RowOf<Name>)[]
  const lines = rows.map((row) => copyLine(columns.map((column) => row[column] as CopyValue)))
  await sql.copy(`${quoted(table.name)} (${list(columns.map(String))})`, lines.join(''))
}

/** Removes, in one statement, the rows with these ids. */
export async function deleteRows(sql: Sql, name: TableName, ids: readonly string[]): Promise<void> {
  await sql.query(`DELETE FROM ${quoted(name)} WHERE "id" = ANY($1::uuid[])`, [ids])
}

/**
 * Removes, in one statement, the rows that are not among `rows` by their key, of those that `scope` (a condition on the
 * table's columns, with `$2` for `value`) selects. Gives the first column of each removed key.
 */
export async function deleteOthers<Name extends TableName>(
  sql: Sql,
  name: Name,
  rows: readonly RowOf<Name>[],
  scope: string,
  value: unknown,
): Promise<string[]> {
  const table: Table = tables[name]
  const same = table.key.map((column) => `staged.${quoted(column)} = t.${quoted(column)}`).join(' AND ')
  const removed = await sql.query<{ key: string }>(
    `DELETE FROM ${quoted(table.name)} AS t
     WHERE ${scope} AND NOT EXISTS (SELECT FROM ${staged(table, table.key)} WHERE ${same})
     RETURNING t.${quoted(table.key[0] ?? 'id')} AS key`,
    [JSON.stringify(rows), value],
  )
  return removed.map((row) => row.key)
}
