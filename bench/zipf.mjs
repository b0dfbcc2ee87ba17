// npm run bench:zipf [-- --remarks 20000 --meetings 500 --questions 10000 --servers floor,mercurius-cached --connections 16 --seconds 6 --rounds 3 --keep FOLDER]
//
// Ten thousand different questions of eight kinds, the most popular far more often than the others, as readers of an archive ask:
// with nothing written meanwhile, and with a write a second. All servers have to give the same facts first; then they take turns.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual, parseArgs } from 'node:util'
import pg from 'pg'
import { prepare } from '../scripts/build.mjs'
import { benchFolder, openBenchDatabase } from './bench-database.mjs'
import { cpuOf, memoryOf } from './processes.mjs'
import { headers, startServer } from './servers.mjs'
import { median, rowsOf } from './table.mjs'
import { diceOf, factsOf, kinds, questionsOf, zipf } from './zipf-questions.mjs'

const here = fileURLToPath(new URL('.', import.meta.url))
const usual = 'floor,postgraphile,mercurius,mercurius with its cache,no memory,rapporteur'
const { values: asked } = parseArgs({
  options: {
    remarks: { type: 'string', default: '20000' },
    meetings: { type: 'string', default: '500' },
    questions: { type: 'string', default: '10000' },
    servers: { type: 'string', default: usual },
    connections: { type: 'string', default: '16' },
    seconds: { type: 'string', default: '6' },
    rounds: { type: 'string', default: '3' },
    keep: { type: 'string' },
  },
})
const names = asked.servers.split(',').map((name) => (name === 'no memory' ? 'rapporteur, no memory' : name))
const [remarks, meetings, count, connections, seconds, rounds] = [
  'remarks',
  'meetings',
  'questions',
  'connections',
  'seconds',
  'rounds',
].map((name) => Number(asked[name]))

await prepare({ everything: true })
const autocannon = (await import('autocannon')).default
const folder = asked.keep ?? benchFolder('zipf')
const logs = join(folder, 'logs')
mkdirSync(logs, { recursive: true })
const database = await openBenchDatabase(folder, { remarks, meetings })
const writer = new pg.Client({ connectionString: database.url })
await writer.connect()
const servers = []
let status = 1
try {
  for (const [i, name] of names.entries())
    servers.push(await startServer(name, { question: 'zipf', database: database.url, port: 4400 + i, logs }))
  const questions = questionsOf({ theme: await database.themes(), meeting: await database.meetings() }, count)
  await check(questions)
  const runs = await takeTurns(questions)
  report(runs)
  status = 0
} finally {
  for (const { stop } of servers) stop()
  await writer.end()
  await database.close()
  if (!asked.keep) rmSync(folder, { recursive: true, force: true })
}
process.exit(status)

function requestOf({ name, path }, { kind, variables }) {
  const body = name === 'floor' ? { kind, variables } : { query: queryOf(name, kinds[kind]), variables }
  return { method: 'POST', path, headers, body: JSON.stringify(body) }
}

function queryOf(name, { ours, postgraphile }) {
  return name === 'postgraphile' ? postgraphile : ours
}

/** The same facts from all, for a question of each kind. */
async function check(questions) {
  for (const kind of kinds.keys()) {
    const question = questions.find((one) => one.kind === kind)
    let reference
    for (const server of servers) {
      const { body } = requestOf(server, question)
      const response = await fetch(server.url, { method: 'POST', headers, body })
      const facts = factsOf(await response.text())
      reference ??= facts
      if (facts.errors || !isDeepStrictEqual(facts, reference))
        throw new Error(`${server.name} gives other facts than ${servers[0].name} of ${kinds[kind].name}.`)
    }
  }
  console.log('The same facts from all.')
}

async function takeTurns(questions) {
  const runs = []
  for (const server of servers) await load(server, questions, 5)
  for (const writes of [false, true])
    for (let round = 0; round < rounds; round++)
      for (const server of servers) {
        const before = [cpuOf(server.pid), cpuOf(database.pid)]
        let result
        const statements = await database.countStatements(async () => {
          const writing = writes ? setInterval(write, 1_000) : undefined
          result = await load(server, questions, seconds, round)
          clearInterval(writing)
        })
        if (result.non2xx + result.errors > 0)
          console.error(`${server.name}: ${result.non2xx} refused, ${result.errors} failed`)
        const answered = result['2xx']
        runs.push({
          ...{ server: server.name, writes, perSecond: answered / result.duration, memory: memoryOf(server.pid) },
          ...{ p50: result.latency.p50, p99: result.latency.p99, statements: statements / answered },
          cpu: ((cpuOf(server.pid) - before[0]) / answered) * 1000,
          postgres: ((cpuOf(database.pid) - before[1]) / answered) * 1000,
        })
      }
  return runs
}

function load(server, questions, duration, seed = 0) {
  let client = 0
  return autocannon({
    ...{ url: server.url, connections, duration, timeout: 20 },
    setupClient: (one) => {
      const next = zipf(questions.length, diceOf(1_000 * seed + client++))
      one.setRequests(Array.from({ length: 1_000 }, () => requestOf(server, questions[next()])))
    },
  })
}

/** A theme gets another title, and the feed a change, as every write of the archive does. */
async function write() {
  await writer.query(`
    WITH renamed AS (
      UPDATE "Theme" SET "title" = "title" WHERE "id" = (SELECT "id" FROM "Theme" ORDER BY random() LIMIT 1) RETURNING "id"
    ), written AS (
      INSERT INTO "Change" ("sequence", "id", "at", "kind", "subjectKind", "subjectId")
      SELECT (SELECT coalesce(max("sequence"), 0) + 1 FROM "Change"), gen_random_uuid(), now(), 'UPDATED', 'THEME', "id" FROM renamed
      RETURNING "sequence"
    ) SELECT pg_notify('rapporteur_changes', "sequence"::text) FROM written`)
}

function report(runs) {
  const command = `npm run bench:zipf -- --remarks ${remarks} --meetings ${meetings} --questions ${count} --servers ${asked.servers} --connections ${connections} --seconds ${seconds} --rounds ${rounds}`
  const lines = [
    '# Ten thousand questions, some far more popular than others',
    '',
    `${count.toLocaleString('en')} questions of ${kinds.length} kinds by Zipf's law, ${remarks.toLocaleString('en')} remarks of ${meetings} meetings, ${connections} connections, ${rounds} rounds of ${seconds} s, medians; Node ${process.version}, PostgreSQL ${database.version}, ${cpus().length} cores for client, server and database; ${new Date().toISOString().slice(0, 10)}.`,
    'Caches: of PostGraphile those for parsed and planned operations, which it has by itself, for its documentation recommends none of answers; of Mercurius its own plugin mercurius-cache for all resolvers with a `ttl` of a second, which is as old as an answer of the others can get.',
    '',
    `    ${command}`,
    '',
  ]
  for (const writes of [false, true]) {
    const of = (name, key) =>
      median(runs.filter((run) => run.server === name && run.writes === writes).map((run) => run[key]))
    lines.push(
      `## ${writes ? 'A write a second' : 'Nothing written'}`,
      '',
      ...rowsOf(names, of, (name) => of(name, 'statements').toFixed(2)),
      '',
    )
  }
  mkdirSync(join(here, 'results'), { recursive: true })
  writeFileSync(join(here, 'results', `zipf-${remarks}.md`), lines.join('\n'))
  console.log(lines.join('\n'))
}
