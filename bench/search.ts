import type { Database, ReadStatement } from '../src/database/database.js'
import { openDatabase } from '../src/database/open-database.js'
import { schema } from '../src/schema/schema.js'
import { listen } from '../src/server.js'
import { readSettings } from '../src/settings/settings.js'
import { createHandler } from '../src/yoga.js'

// What searches and statistics take, as a client sees it but for the network: tsx bench/search.ts URL ROUNDS
const [url, rounds = '60'] = process.argv.slice(2)
if (!url) throw new Error('Say where: search.ts URL ROUNDS')

const searchQuery = `query ($query: String!, $filter: RemarkFilter) { search(query: $query, in: [REMARKS], filter: $filter, first: 20) {
  totalCount totalCountIsExact ranked edges { score snippet matches { start end } node { ... on Remark { speaker { name } } } } } }`
const statisticsQuery = `query ($filter: RemarkFilter) { statistics(filter: $filter) { meetings paragraphs remarks utterances responses people organizations themes
  byTheme { theme { title } remarks utterances } byPerson { person { name } remarks responses }
  byOrganization { organization { name } remarks utterances } byYear { year remarks utterances }
  exchanges { from { name } to { name } responses } } }`

interface Case {
  name: string
  query: string
  variables: Record<string, unknown>
  times: number[]
}

/** The database, and what has been asked of it past Prisma. */
function watched(database: Database): { database: Database; sent: ReadStatement[] } {
  const sent: ReadStatement[] = []
  return {
    sent,
    database: { ...database, rows: (statement) => database.rows(sent[sent.push(statement) - 1] ?? statement) },
  }
}

const { database, sent } = watched(await openDatabase({ url, limits: { readStatement: 60_000 } }))
const handler = createHandler({
  schema,
  database,
  ingest: () => Promise.reject(new Error('Nothing is written here.')),
  settings: readSettings({ RAPPORTEUR_ANSWER_MEMORY_BYTES: '0' }),
})
const server = await listen({ port: 0, host: '127.0.0.1' })
server.use(handler.listener)

async function ask({ query, variables }: Case): Promise<Record<string, Record<string, unknown>>> {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  })
  const { data, errors } = (await response.json()) as {
    data: Record<string, Record<string, unknown>>
    errors?: unknown
  }
  if (errors) throw new Error(JSON.stringify(errors))
  return data
}

/** Words by how many utterances have them. */
async function wordsOf(): Promise<[string, number][]> {
  const rows = await database.rows({
    name: undefined,
    text: `select word, ndoc from ts_stat('select search from "Utterance"') where word ~ '^[a-z]+$' and strip(to_tsvector('english', word)) = array_to_tsvector(array[word]) order by ndoc desc`,
    values: [],
  })
  return rows.map(([word, count]) => [String(word), Number(count)])
}

/** Which index finds what has the words, and which gives the newest. */
async function indexesOf(statement: ReadStatement): Promise<string> {
  const plan = await database.rows({ ...statement, text: `explain (costs off) ${statement.text}` })
  const lines = plan.map(([line]) => String(line))
  const used = lines.flatMap(
    (line) => /(?:using|Index Scan on) "?((?:Utterance_search|Remark_sortKey)\w*)/.exec(line)?.[1] ?? [],
  )
  const scanned = lines.flatMap((line) => /Seq Scan on "(Utterance|Remark)"/.exec(line)?.[0] ?? [])
  return [...new Set([...used, ...scanned])].join(', ')
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN

/** Lets the cases take turns. */
async function time(cases: readonly Case[], times: number) {
  for (let round = -2; round < times; round++)
    for (const each of cases) {
      const start = performance.now()
      await ask(each)
      if (round >= 0) each.times.push(performance.now() - start)
    }
}

const words = await wordsOf()
const utterances = Number(
  (await database.rows({ name: undefined, text: 'select count(*) from "Utterance"', values: [] }))[0]?.[0],
)
const near = (share: number) =>
  words.toSorted(([, a], [, b]) => Math.abs(a - share * utterances) - Math.abs(b - share * utterances))
const [rare = '', tenth = '', second = '', percent = ''] = [
  words.findLast(([, count]) => count > 4)?.[0],
  near(0.1)[0]?.[0],
  near(0.1)[1]?.[0],
  near(0.01)[0]?.[0],
]
/** The dates of the year of which most is said: not every year has meetings. */
async function fullestYear(): Promise<{ from: string; to: string }> {
  const { statistics } = await ask({
    name: '',
    query: '{ statistics { byYear { year remarks } } }',
    variables: {},
    times: [],
  })
  const years = (statistics?.byYear ?? []) as { year: number | null; remarks: number }[]
  const [fullest] = years.filter(({ year }) => year !== null).toSorted((a, b) => b.remarks - a.remarks)
  if (!fullest) throw new Error('No meeting has a date.')
  return { from: `${fullest.year}-01-01`, to: `${fullest.year}-12-31` }
}
const oneYear = await fullestYear()
const searching = (name: string, query: string, filter?: object): Case => ({
  name,
  query: searchQuery,
  variables: { query, filter },
  times: [],
})
const searches = [
  searching('a rare word', rare),
  searching('a word in 10 %', tenth),
  searching('a word in 1 %', percent),
  searching('two words in 10 %', `${tenth} ${second}`),
  searching('a phrase of them', `"${tenth} ${second}"`),
  searching('a word in none', 'nothingofthekind'),
  searching('a word in 10 %, one year', tenth, { date: oneYear }),
]
/** The slugs of the rows of a connection with most remarks. */
async function slugsOf(connection: string, first: number): Promise<string[]> {
  const found = (await ask({
    name: '',
    query: `{ ${connection}(first: ${first}, orderBy: { field: REMARKS, direction: DESC }) { nodes { slug } } }`,
    variables: {},
    times: [],
  })) as Record<string, { nodes: { slug: string }[] }>
  return found[connection]?.nodes.map(({ slug }) => slug) ?? []
}
const series = (await ask({
  name: '',
  query: '{ allSeries(first: 100) { nodes { slug } } }',
  variables: {},
  times: [],
})) as unknown as {
  allSeries: { nodes: { slug: string }[] }
}
const counting = (name: string, filter?: object): Case => ({
  name: `statistics of ${name}`,
  query: statisticsQuery,
  variables: { filter },
  times: [],
})
const counts: Case[] = [
  counting('all'),
  counting('one year', { date: oneYear }),
  counting('all since 1900', { date: { from: '1900-01-01' } }),
  counting('every second series', {
    series: series.allSeries.nodes.filter((_, i) => i % 2 === 0).map(({ slug }) => slug),
  }),
  counting('a theme', { theme: await slugsOf('themes', 1) }),
  counting('a person', { person: await slugsOf('people', 1) }),
  counting('a hundred people', { person: await slugsOf('people', 100) }),
  counting('a body', { organization: await slugsOf('organizations', 1) }),
  counting('a hundred bodies', { organization: await slugsOf('organizations', 100) }),
  counting('all statements', { kind: ['STATEMENT'] }),
  counting('all responses', { kind: ['RESPONSE'] }),
]
const holding = (name: string, text: string): Case => ({
  name: `remarks with ${name}`,
  query:
    'query ($text: String!) { remarks(first: 20, filter: { text: $text }) { nodes { text speaker { name } } pageInfo { hasNextPage } } }',
  variables: { text },
  times: [],
})
const texts = [
  holding('a part of a text in 10 %', tenth.slice(0, -1)),
  holding('a part of a text in few', rare.slice(0, -1)),
  holding('a part of a text in none', 'nothingofthekind'),
]
await time(searches, Number(rounds))
await time([...counts, ...texts], Math.max(3, Math.ceil(Number(rounds) / 12)))

console.log(`${utterances} utterances; p50 of ${rounds} turns.\n`)
console.log('| search for | words | found | ranked | p50 ms | × the rare one | by |\n|---|---|---|---|---|---|---|')
const base = median(searches[0]?.times ?? [])
for (const each of searches) {
  sent.length = 0
  const { search = {} } = await ask(each)
  const found = sent.at(-1)
  const count = `${search.totalCount}${search.totalCountIsExact ? '' : '+'}`
  const p50 = median(each.times)
  const cells = [
    each.name,
    each.variables.query,
    count,
    search.ranked,
    p50.toFixed(1),
    (p50 / base).toFixed(1),
    found ? await indexesOf(found) : '',
  ]
  console.log(`| ${cells.join(' | ')} |`)
}
console.log('\n| | p50 ms |\n|---|---|')
for (const each of [...counts, ...texts]) console.log(`| ${each.name} | ${median(each.times).toFixed(0)} |`)
await database.close()
process.exit(0)
