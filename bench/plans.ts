import { mkdirSync, writeFileSync } from 'node:fs'
import { parse } from 'graphql'
import pg from 'pg'
import type { ReadStatement } from '../src/database/database.js'
import { connectionTo } from '../src/database/postgres/session.js'
import { readPath } from '../src/read/read-path.js'
import { schema } from '../src/schema/schema.js'
import { type Examined, examine, planText } from './plans/examine.js'

// How Postgres answers what is asked most, with the plans kept in bench/plans: npm run bench:plans -- URL
// The database is only read. It should hold 1,000,000 remarks, and be analysed.
const [url] = process.argv.slice(2)
if (!url) throw new Error('Say where: npm run bench:plans -- URL')
const folder = new URL('./plans/', import.meta.url)

const client = new pg.Client(connectionTo(url, { default_transaction_read_only: 'on', jit: 'off' }))
await client.connect()
const one = async (sql: string): Promise<string> => String(Object.values((await client.query(sql)).rows[0] ?? {})[0])

let sent: ReadStatement[] = []
const read = readPath({
  schema,
  rows: async (statement) => {
    sent.push(statement)
    const { text, values } = statement
    return (await client.query({ text, values, rowMode: 'array' })).rows
  },
})

interface Asked {
  name: string
  query: string
  variables: Record<string, unknown>
}

/** The statement of a query, or the last of several, and its answer. */
async function statementOf({ name, query, variables }: Asked): Promise<{ statement: ReadStatement; data: unknown }> {
  sent = []
  const text = await read(parse(query), null, variables, {})
  const statement = sent.at(-1)
  if (text === null || !statement) throw new Error(`${name} is not compiled.`)
  return { statement, data: (JSON.parse(text) as { data: unknown }).data }
}

const nodes =
  'nodes { id text speaker { name organization { name } } paragraph { number meeting { title date } } } pageInfo { hasNextPage endCursor }'
const theme = await one('select "slug" from "Theme" order by "remarkTotal" desc limit 1')
const person = await one('select "slug" from "Person" order by "remarkTotal" desc limit 1')
const organization = await one('select "slug" from "Organization" order by "remarkTotal" desc limit 1')
const series = await one('select "slug" from "Series" order by "id" limit 1')
const word = await one(
  `select w from "Utterance", unnest(tsvector_to_array("search")) w where "id" in (select "id" from "Utterance" limit 2000) and w ~ '^[a-z]+$' group by 1 order by count(*), 1 limit 1`,
)

const asked: Asked[] = [
  {
    name: 'headline',
    query: `query ($slug: String!) { theme(slug: $slug) { title remarks(first: 20) { ${nodes} } } }`,
    variables: { slug: theme },
  },
  {
    name: 'person-remarks',
    query: `query ($slug: String!) { person(slug: $slug) { name remarks(first: 20) { ${nodes} } } }`,
    variables: { slug: person },
  },
  {
    name: 'organization-remarks',
    query: `query ($slug: String!) { organization(slug: $slug) { name remarks(first: 20) { ${nodes} } } }`,
    variables: { slug: organization },
  },
  {
    name: 'filtered-remarks-of-a-theme',
    query: `query ($slug: String!, $filter: RemarkFilter) { theme(slug: $slug) { remarks(filter: $filter, first: 20) { ${nodes} } } }`,
    variables: { slug: theme, filter: { kind: ['RESPONSE'], language: ['en'] } },
  },
  {
    name: 'filtered-remarks',
    query: `query ($filter: RemarkFilter) { remarks(filter: $filter, first: 20) { ${nodes} } }`,
    variables: { filter: { series: [series], kind: ['RESPONSE'] } },
  },
  {
    name: 'search',
    query: `query ($query: String!) { search(query: $query, in: [REMARKS], first: 20) { totalCount edges { score snippet node { ... on Remark { id text } } } } }`,
    variables: { query: word },
  },
]

/** Each order of the lists that may be long, by the arguments that ask for it. */
const orders: [list: string, order: string][] = [
  ['remarks', ''],
  ...['NAME', 'REMARKS'].flatMap((field) => both('people', field)),
  ...['TITLE', 'REMARKS'].flatMap((field) => both('themes', field)),
  ...['NAME', 'REMARKS'].flatMap((field) => both('organizations', field)),
  ...['DATE', 'TITLE'].flatMap((field) => both('meetings', field)),
]

function both(list: string, field: string): [string, string][] {
  return ['ASC', 'DESC'].map((direction) => [list, `orderBy: { field: ${field}, direction: ${direction} }`])
}

/** Pages of 20: the first, and the one behind so many; what Postgres touches for each. */
async function pagesOf(list: string, order: string, pages: number) {
  const query = `query ($after: String, $first: Int) { page: ${list}(first: $first, after: $after ${order ? `, ${order}` : ''}) { nodes { id } pageInfo { endCursor hasNextPage } } }`
  const page = (after: string | null, first = 20) =>
    statementOf({ name: list, query, variables: { after, first } }).then(({ statement, data }) => ({
      statement,
      end: (data as { page: { pageInfo: { endCursor: string; hasNextPage: boolean } } }).page.pageInfo,
    }))
  const first = await page(null)
  let [after, behind] = [first.end.endCursor, 1]
  while (behind < pages - 1) {
    const { end } = await page(after, 100)
    if (!end.hasNextPage) break
    after = end.endCursor
    behind += 5
  }
  const far = await page(after)
  return {
    number: behind + 1,
    first: await examine(client, first.statement),
    far: await examine(client, far.statement),
  }
}

const row = (cells: (string | number)[]) => `| ${cells.join(' | ')} |`
const judged = ({ scans, sorted, buffers, rows }: Examined) => [rows, buffers, sorted, scans.join(', ') || 'none']

mkdirSync(folder, { recursive: true })
const remarks = Number(await one(`select reltuples::bigint from pg_class where oid = '"Remark"'::regclass`))
const version = (await one('show server_version')).split(' ')[0]
const lines = [
  '# Plans',
  '',
  `How PostgreSQL ${version} answers what is asked most, with about ${remarks.toLocaleString('en')} remarks. Statements with a name are planned once for all values, as from their sixth use on; a search is planned for its words. Made by`,
  '',
  '    npm run bench:plans -- URL',
  '',
  '| query | rows read | buffers | most rows sorted | tables of over 10,000 rows read whole |',
  '|---|---|---|---|---|',
]
for (const each of asked) {
  const { statement } = await statementOf(each)
  const examined = await examine(client, statement)
  lines.push(row([`[${each.name}](${each.name}.txt)`, ...judged(examined)]))
  writeFileSync(
    new URL(`${each.name}.txt`, folder),
    `${each.query}\n${JSON.stringify(each.variables)}\n\n${statement.text}\n\n${await planText(client, statement)}\n`,
  )
}
lines.push(
  '',
  '## Pages of 20, by each order',
  '',
  '| list | page | rows read | buffers | buffers of page 1 |',
  '|---|---|---|---|---|',
)
for (const [list, order] of orders) {
  const { number, first, far } = await pagesOf(list, order, 500)
  lines.push(
    row([`${list} ${order.replace(/orderBy: |[{}]/g, '').trim()}`, number, far.rows, far.buffers, first.buffers]),
  )
}
writeFileSync(new URL('README.md', folder), `${lines.join('\n')}\n`)
console.log(lines.join('\n'))
await client.end()
