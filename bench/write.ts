import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { type CopyValue, copyLine } from '../src/database/copy-text.js'
import { openDatabase } from '../src/database/open-database.js'
import type { Sql } from '../src/database/sql.js'
import { ingestReading } from '../src/ingest/write/ingest-reading.js'
import { deleteOthers, insertRows, upsertRows } from '../src/ingest/write/rows.js'
import { type RowOf, type TableName, tables } from '../src/ingest/write/tables.js'
import { meetingTables } from '../src/ingest/write/take-out.js'
import { sizeOf, syntheticArchive } from './archive/archive.js'

// What writing the rows of records takes, beside a bare COPY of the same rows and createMany: tsx bench/write.ts SERVER REMARKS ROUNDS
const [server, remarks = '20000', rounds = '3'] = process.argv.slice(2)
if (!server) throw new Error('Say where: write.ts SERVER REMARKS ROUNDS')

/** The rows of one meeting in one table. */
interface Batch {
  table: TableName
  columns: string[]
  rows: Record<string, CopyValue>[]
  /** As COPY takes them. */
  lines: string
  /** As Prisma takes them. */
  data: Record<string, unknown>[]
}

const withClient = async <Result>(database: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> => {
  const client = new pg.Client({ connectionString: `${server}/${database}` })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** An archive without the rows of its records, in the database `base`; and these rows, meeting by meeting. */
async function prepare(): Promise<Batch[][]> {
  await withClient('postgres', (client) => client.query('CREATE DATABASE base'))
  const database = await openDatabase({ url: `${server}/base` })
  for (const reading of syntheticArchive(sizeOf(Number(remarks))))
    await ingestReading(database, reading, { options: {}, series: reading.series })
  await database.close()
  return withClient('base', async (client) => {
    const { rows: meetings } = await client.query<{ id: string }>('SELECT "id" FROM "Meeting" ORDER BY "sequence"')
    const batches: Batch[][] = []
    for (const { id } of meetings) batches.push(await batchesOf(client, id))
    await client.query(`TRUNCATE ${ownTables.map(({ name }) => `"${name}"`).join(', ')}, "RemarkAffiliation"`)
    await client.query('VACUUM ANALYZE')
    return batches
  })
}

const ownTables = meetingTables.flatMap(([name, of]) =>
  name in tables && !name.endsWith('Reading') ? [{ name: name as TableName, of }] : [],
)

async function batchesOf(client: pg.Client, meetingId: string): Promise<Batch[]> {
  const batches: Batch[] = []
  for (const { name, of } of ownTables) {
    const types: Readonly<Record<string, string>> = tables[name].columns
    const columns = Object.keys(types)
    const cells = columns.map((column) => `'${column}', t."${column}"${types[column] === 'bigint' ? '::text' : ''}`)
    const { rows: found } = await client.query<{ row: Record<string, CopyValue> }>(
      `SELECT json_build_object(${cells.join(', ')}) AS row FROM "${name}" AS t WHERE ${of} ORDER BY t.ctid`,
      [meetingId],
    )
    const rows = found.map(({ row }) => row)
    if (rows.length === 0) continue
    batches.push({
      table: name,
      columns,
      rows,
      lines: rows.map((row) => copyLine(columns.map((column) => row[column] ?? null))).join(''),
      data: rows.map((row) => ({ ...row, ...ofPrisma(row, types) })),
    })
  }
  return batches
}

/** Of a row what Prisma has types of its own for. */
const ofPrisma = (row: Record<string, CopyValue>, types: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(row).flatMap(([column, value]): [string, unknown][] => {
      if (value === null) return []
      if (types[column] === 'bigint') return [[column, BigInt(String(value))]]
      return types[column]?.startsWith('date') ? [[column, new Date(String(value))]] : []
    }),
  )

type Way = (url: string, meetings: readonly (readonly Batch[])[]) => Promise<number>

/** Seconds that `work` takes with each meeting. */
async function timed(meetings: readonly (readonly Batch[])[], work: (batches: readonly Batch[]) => Promise<unknown>) {
  const started = performance.now()
  for (const batches of meetings) await work(batches)
  return (performance.now() - started) / 1000
}

const typed = (batch: Batch) => batch.rows as unknown as RowOf<TableName>[]

const byWriter =
  (write: (sql: Sql, batch: Batch) => Promise<unknown>): Way =>
  async (url, meetings) => {
    const database = await openDatabase({ url })
    try {
      return await timed(meetings, (batches) =>
        database.transaction(async (sql) => {
          for (const batch of batches) await write(sql, batch)
        }),
      )
    } finally {
      await database.close()
    }
  }

const ways: Record<string, Way> = {
  'a bare COPY': (url, meetings) =>
    withClient(new URL(url).pathname.slice(1), (client) =>
      timed(meetings, async (batches) => {
        await client.query('BEGIN')
        for (const { table, columns, lines } of batches) {
          const into = `"${table}" (${columns.map((column) => `"${column}"`).join(', ')})`
          await pipeline(Readable.from([lines]), client.query(copyFrom(`COPY ${into} FROM STDIN`)))
        }
        await client.query('COMMIT')
      }),
    ),
  'the writer, a new meeting': byWriter((sql, batch) => insertRows(sql, batch.table, typed(batch))),
  'the writer, one that may be known': byWriter((sql, batch) => upsertRows(sql, batch.table, typed(batch))),
  createMany: async (url, meetings) => {
    const database = await openDatabase({ url })
    try {
      const models = database.prisma as unknown as Record<string, { createMany(rows: object): never }>
      const modelOf = (table: string) => models[`${table[0]?.toLowerCase()}${table.slice(1)}`]
      return await timed(meetings, (batches) =>
        database.prisma.$transaction(batches.flatMap(({ table, data }) => modelOf(table)?.createMany({ data }) ?? [])),
      )
    } finally {
      await database.close()
    }
  },
}

/** Reading again what is there, by the writer: nothing is written. */
const again = byWriter(async (sql, batch) => {
  const key = tables[batch.table].key[0]
  if (key === 'id') await deleteOthers(sql, batch.table, typed(batch), 't."id" = $2', batch.rows[0]?.id)
  await upsertRows(sql, batch.table, typed(batch))
})

async function onCopy<Result>(work: (url: string) => Promise<Result>): Promise<Result> {
  await withClient('postgres', async (client) => {
    await client.query('DROP DATABASE IF EXISTS trial')
    await client.query('CREATE DATABASE trial TEMPLATE base')
    await client.query('CHECKPOINT')
  })
  return work(`${server}/trial`)
}

/** How many rows there are, and a hash of all of them. */
const contentsOf = (): Promise<string> =>
  withClient('trial', async (client) => {
    const parts = ownTables.map(
      ({ name }) =>
        `SELECT '${name}', count(*), sum(hashtextextended(row(${Object.keys(tables[name].columns)
          .map((column) => `t."${column}"`)
          .join(', ')})::text, 0)::numeric) FROM "${name}" AS t`,
    )
    return JSON.stringify(
      (await client.query({ text: `${parts.join(' UNION ALL ')} ORDER BY 1`, rowMode: 'array' })).rows,
    )
  })

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN

const meetings = await prepare()
const total = meetings.flat().reduce((sum, { rows }) => sum + rows.length, 0)
const times = new Map<string, number[]>(Object.keys(ways).map((name) => [name, []]))
const unchanged: number[] = []
let expected: string | undefined
for (let round = 0; round < Number(rounds); round++)
  for (const [name, way] of Object.entries(ways))
    await onCopy(async (url) => {
      times.get(name)?.push(await way(url, meetings))
      const contents = await contentsOf()
      expected ??= contents
      if (contents !== expected) throw new Error(`${name} wrote other rows: ${contents} instead of ${expected}`)
      if (name === 'a bare COPY') unchanged.push(await again(url, meetings))
    })

const bare = median(times.get('a bare COPY') ?? [])
const many = median(times.get('createMany') ?? [])
const line = (name: string, seconds: number) =>
  `| ${name} | ${seconds.toFixed(2)} | ${Math.round(total / seconds).toLocaleString('en')} | ${(bare / seconds).toFixed(2)} | ${(many / seconds).toFixed(2)} |`
const table = [
  '# Rows of records into Postgres',
  '',
  `${total.toLocaleString('en')} rows of ${meetings.length} meetings, one transaction for each, with all indexes, checks, keys and vectors of words; medians of ${rounds} turns; Node ${process.version}, ${cpus().length} cores that the database shares; ${new Date().toISOString().slice(0, 10)}.`,
  '',
  `    npm run bench:write -- --remarks ${remarks} --rounds ${rounds}`,
  '',
  '| | seconds | rows/s | × a bare COPY | × createMany |',
  '|---|---|---|---|---|',
  ...[...times].map(([name, seconds]) => line(name, median(seconds))),
  line('the writer, all of it there, unchanged', median(unchanged)),
  '',
].join('\n')
mkdirSync('bench/results', { recursive: true })
writeFileSync(`bench/results/write-${remarks}.md`, table)
console.log(`\n${table}`)
