// Copies the rows of an archive so many times, each time under ids, slugs and numbers of its own: a large archive in minutes, where
// to read one in takes a quarter of an hour and more. The texts are those of the first; what is asked by id or slug is as large as in a real one.
import pg from 'pg'

const quoted = (name) => `"${name}"`

/** @param times how many archives there are afterwards, the first one among them. At most 256. */
export async function multiply(url, times) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('SET session_replication_role = replica') // the rows agree with each other as they are: no trigger has to see to it
    const indexes = await indexesOf(client)
    for (const { name } of indexes) await client.query(`DROP INDEX ${quoted(name)}`)
    for (const table of await tablesOf(client)) await copyRows(client, table, times)
    await client.query(`SET maintenance_work_mem = '512MB'`)
    for (const { definition } of indexes) await client.query(definition)
    await client.query('VACUUM ANALYZE')
  } finally {
    await client.end()
  }
}

/** All but those of keys, which are made again when the rows are there. */
async function indexesOf(client) {
  const { rows } = await client.query(`
    SELECT i.relname AS name, pg_get_indexdef(x.indexrelid) AS definition
    FROM pg_index AS x JOIN pg_class AS i ON i.oid = x.indexrelid
    WHERE i.relnamespace = 'public'::regnamespace AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = x.indexrelid)`)
  return rows
}

async function tablesOf(client) {
  const { rows } = await client.query(`
    SELECT c.table_name AS name, json_agg(json_build_object('name', c.column_name, 'type', c.udt_name) ORDER BY c.ordinal_position) AS columns
    FROM information_schema.columns AS c JOIN information_schema.tables AS t USING (table_schema, table_name)
    WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.is_generated = 'NEVER' AND c.table_name NOT LIKE '\\_%'
    GROUP BY 1`)
  return rows
}

async function copyRows(client, { name, columns }, times) {
  const table = quoted(name)
  const last = Object.fromEntries(
    await Promise.all(
      columns
        .filter((column) => column.name === 'sequence')
        .map(async (column) => [
          column.name,
          (await client.query(`SELECT max("sequence") AS last FROM ${table}`)).rows[0].last ?? 0,
        ]),
    ),
  )
  const selected = columns.map((column) => copied(name, column, last))
  await client.query(
    `INSERT INTO ${table} (${columns.map((column) => quoted(column.name))}) SELECT ${selected} FROM ${table}, generate_series(1, ${times - 1}) AS g`,
  )
}

/** A uuid of the same kind, which differs in its first four digits: those of one copy lie together, as those of one time do. */
const copiedId = (id) => `(lpad(to_hex(g), 4, '0') || substr(${id}::text, 5))::uuid`

function copied(table, { name, type }, last) {
  const column = quoted(name)
  if (type === 'uuid') return copiedId(column)
  if (type === '_uuid') return `ARRAY(SELECT ${copiedId('id')} FROM unnest(${column}) AS id)`
  if (name === 'sequence') return `${column} + g * ${last.sequence}`
  if (name === 'sha256') return `encode(sha256((${column} || g)::bytea), 'hex')`
  if (name === 'slug' || name === 'nameKey' || (table === 'Slug' && name === 'text')) return `${column} || '-' || g`
  return column
}
