// npm run bench [-- --question headline --remarks 100000 --times 1 --meetings 100 --database URL --servers floor,rapporteur --connections 1,16,64 --seconds 6 --rounds 3 --keep FOLDER]
//
// Starts a Postgres and every server, checks that all give the same facts, lets them take turns under load, and writes the
// table to bench/results. With --question meeting all pages of meetings are asked for; with --meetings the archive has so many, of
// any size. With --times the rows of the archive are copied so many times. With --keep the database stays in a folder for the next
// run; with --database one that is there already is read, and nothing is written to it.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual, parseArgs } from 'node:util'
import { prepare } from '../scripts/build.mjs'
import { attach, benchFolder, openBenchDatabase, openEmbedded } from './bench-database.mjs'
import { cpuOf, memoryOf } from './processes.mjs'
import { questionNames, questionOf } from './questions.mjs'
import { ask, bodyOf, headers, pagesOf, repeatedOf, serverNames, startServer, usualNames } from './servers.mjs'
import { tableOf } from './table.mjs'

const here = fileURLToPath(new URL('.', import.meta.url))
const usual = usualNames.map((name) => name.replace('rapporteur, ', '')).join(',')
const { values: asked } = parseArgs({
  options: {
    question: { type: 'string', default: 'headline' },
    meetings: { type: 'string' },
    remarks: { type: 'string', default: '100000' },
    times: { type: 'string', default: '1' },
    servers: { type: 'string', default: usual },
    connections: { type: 'string', default: '1,16,64' },
    seconds: { type: 'string', default: '6' },
    rounds: { type: 'string', default: '3' },
    keep: { type: 'string' },
    database: { type: 'string' },
  },
})
const names = asked.servers.split(',').map((name) => (serverNames.includes(name) ? name : `rapporteur, ${name}`))
const connections = asked.connections.split(',').map(Number)
const [loaded, times, seconds, rounds] = [asked.remarks, asked.times, asked.seconds, asked.rounds].map(Number)
const remarks = loaded * times
const meetings = asked.meetings && Number(asked.meetings)
if (!questionNames.includes(asked.question)) throw new Error(`--question is one of ${questionNames.join(', ')}.`)

await prepare({ everything: true })
if (!existsSync(join(here, 'node_modules'))) {
  console.log('Installing the peers …')
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: here, stdio: 'inherit' })
}
await buildPrisma()
const autocannon = (await import('autocannon')).default

const folder = asked.keep ?? benchFolder('bench')
const logs = join(folder, 'logs')
mkdirSync(logs, { recursive: true })
const database = asked.database
  ? await attach(asked.database)
  : await openBenchDatabase(folder, { remarks: loaded, times, meetings })
const dataDir = names.includes('rapporteur, embedded') ? openEmbedded(folder, { remarks: loaded, meetings }) : undefined
const servers = []
let status = 1
try {
  for (const [i, name] of names.entries())
    servers.push(
      await startServer(name, { question: asked.question, database: database.url, dataDir, port: 4300 + i, logs }),
    )
  const slugs = await questionOf(asked.question).subjects(database)
  const checked = await check(slugs)
  const runs = await takeTurns(slugs)
  write(checked, runs)
  status = 0
} finally {
  for (const { stop } of servers) stop()
  await database.close()
  if (!asked.keep) rmSync(folder, { recursive: true, force: true })
}
process.exit(status)

/** The client that the peer with Prisma uses: the project's own, generated from its schema. */
async function buildPrisma() {
  const { build } = await import('esbuild')
  await build({
    stdin: {
      contents: `export { PrismaClient } from '../src/generated/prisma/client.ts'\nexport { PrismaPg } from '@prisma/adapter-pg'`,
      resolveDir: here,
    },
    outfile: join(here, 'built', 'prisma.mjs'),
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
  })
}

/** The same facts from all, before anything is timed; and how many statements a request makes. */
async function check(slugs) {
  const some = [slugs[0], slugs[Math.floor(slugs.length / 2)], slugs.at(-1)]
  let reference
  const checked = {}
  for (const server of servers) {
    const facts = []
    for (const slug of some)
      for (const { data } of await pagesOf(server, slug)) facts.push(server.question.factsOf(data))
    reference ??= facts
    if (!isDeepStrictEqual(facts, reference))
      throw new Error(`${server.name} gives other facts than ${servers[0].name}.`)
    const askAbout = (i) => ask(server, { slug: slugs[i % slugs.length] })
    for (let i = 0; i < 10; i++) await askAbout(i)
    const repeated = server.unchanged ? await repeatedOf(server, { slug: slugs[0] }) : undefined
    const statements = await database.countStatements(async () => {
      for (let i = 0; i < 50; i++)
        await (repeated ? fetch(new URL(repeated.path, server.url), { headers: repeated.headers }) : askAbout(i))
    })
    checked[server.name] = { statements: server.embedded ? '–' : statements / 50 }
    console.log(`${server.name}: the same facts, ${statements / 50} statements a request`)
  }
  return checked
}

/** The servers take turns, so that whatever else the machine does meets them alike. */
async function takeTurns(slugs) {
  const runs = []
  for (const amount of connections) for (const server of servers) await load(server, slugs, amount, 2)
  for (let round = 0; round < rounds; round++)
    for (const amount of connections)
      for (const server of servers) {
        const [own, postgres] = [cpuOf(server.pid), cpuOf(database.pid)]
        const result = await load(server, slugs, amount, seconds)
        const answered = server.unchanged ? result['3xx'] : result['2xx']
        if (result.non2xx - (server.unchanged ? answered : 0) + result.errors > 0)
          console.error(`${server.name}: ${result.non2xx} refused, ${result.errors} failed`)
        runs.push({
          server: server.name,
          connections: amount,
          perSecond: answered / result.duration,
          p50: result.latency.p50,
          p99: result.latency.p99,
          cpu: ((cpuOf(server.pid) - own) / answered) * 1000,
          postgres: ((cpuOf(database.pid) - postgres) / answered) * 1000,
          memory: memoryOf(server.pid),
        })
      }
  return runs
}

async function load(server, slugs, amount, duration) {
  const requests = await requestsOf(server, slugs)
  return autocannon({
    url: server.url,
    connections: amount,
    duration,
    timeout: 20,
    setupClient: (client) => client.setRequests(requests),
  })
}

/** Two hundred requests about subjects at random, or for all pages of so many that there are as many pages. */
async function requestsOf(server, slugs) {
  const requests = []
  while (requests.length < 200) {
    const slug = slugs[Math.floor(Math.random() * slugs.length)]
    const asked = server.question.nextPage
      ? (await pagesOf(server, slug)).map(({ variables }) => variables)
      : [{ slug }]
    for (const variables of asked)
      requests.push(
        server.unchanged
          ? await repeatedOf(server, variables)
          : { method: 'POST', path: server.path, headers, body: bodyOf(server, variables) },
      )
  }
  return requests
}

function write(checked, runs) {
  const of = meetings ? ` of ${meetings} meetings` : ''
  const about = `${remarks.toLocaleString('en')} remarks${of}, ${rounds} rounds of ${seconds} s, medians; Node ${process.version}, PostgreSQL ${database.version}, ${cpus().length} cores for client, server and database; ${new Date().toISOString().slice(0, 10)}`
  const some = asked.servers === usual ? '' : ` --servers ${asked.servers}`
  const from = asked.database ? ' --database URL' : ''
  const copied = times > 1 ? ` --times ${times}` : ''
  const question = asked.question === 'headline' ? '' : ` --question ${asked.question}`
  const size = meetings ? ` --meetings ${meetings}` : ''
  const command = `npm run bench --${from}${question} --remarks ${loaded}${size}${copied}${some} --connections ${connections} --seconds ${seconds} --rounds ${rounds}`
  const table = tableOf({ title: questionOf(asked.question).title, about, command, names, connections, checked, runs })
  mkdirSync(join(here, 'results'), { recursive: true })
  writeFileSync(join(here, 'results', `${asked.question}-${remarks}.md`), table)
  console.log(table)
}
