// How fast an archive of files is read into an empty database, by the command line, and how fast the same files are found
// unchanged: on Postgres and on the embedded database, one after the other.
//
//     npm run bench:ingest -- [--remarks 100000] [--databases postgres,embedded] [--seed 1]
import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { benchFolder, startPostgres } from './bench-database.mjs'
import { cpuOf } from './processes.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const { values } = parseArgs({
  options: {
    remarks: { type: 'string', default: '100000' },
    databases: { type: 'string', default: 'postgres,embedded' },
    seed: { type: 'string', default: '1' },
  },
})
const folder = benchFolder('ingest')
const records = join(folder, 'records')
const node = (...args) => execFileSync(process.execPath, args, { cwd: root, stdio: 'inherit' })
node('scripts/build.mjs')
node('--import', 'tsx', 'bench/archive/write.ts', '--remarks', values.remarks, '--seed', values.seed, '--out', records)

/** Runs the command line to its end, and tells each half minute how far it is. Seconds, those of CPU, and the most MB that the process held. */
function ingest(name, environment) {
  const started = performance.now()
  const child = spawn(process.execPath, ['bin/rapporteur.js', 'ingest', records], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let told = ''
  let documents = 0
  child.stdout.on('data', (part) => {
    documents += part.toString().match(/^\S.*: (?:created|unchanged)/gm)?.length ?? 0
    told = (told + part).slice(-2_000) // the table at the end
  })
  const used = { memory: 0, cpu: 0 }
  const watch = setInterval(() => {
    try {
      const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))
      used.memory = Math.max(used.memory, Number(peak?.[1] ?? 0) / 1024)
      used.cpu = cpuOf(child.pid)
    } catch {} // it has ended
  }, 200)
  const tell = setInterval(() => {
    const seconds = Math.round((performance.now() - started) / 1000)
    console.log(`${name}: ${documents} documents, ${seconds} s, ${used.memory.toFixed(0)} MB at most`)
  }, 30_000)
  return new Promise((resolve, reject) => {
    child.on('close', (code) => {
      clearInterval(watch)
      clearInterval(tell)
      if (code !== 0) return reject(new Error(`The ingest ended with ${code}.\n${told}`))
      const [, remarks] = /^remarks\s+(\d+)/m.exec(told) ?? []
      resolve({ seconds: (performance.now() - started) / 1000, remarks: Number(remarks), told, ...used })
    })
  })
}

async function rowsOf(url) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(
    "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace",
  )
  let total = 0
  for (const { relname } of rows) {
    const { rows: counted } = await client.query(`SELECT count(*)::int AS n FROM "${relname}"`)
    total += counted[0].n
  }
  await client.end()
  return total
}

const lines = []
let rows
for (const name of values.databases.split(',')) {
  const server = name === 'postgres' ? await startPostgres(join(folder, 'postgres')) : undefined
  const url = server && `${server.url}/archive`
  if (server) {
    const admin = new pg.Client({ connectionString: `${server.url}/postgres` })
    await admin.connect()
    await admin.query('CREATE DATABASE archive')
    await admin.end()
  }
  const environment = server
    ? { DATABASE_URL: url }
    : { RAPPORTEUR_DATA_DIR: join(folder, 'embedded'), DATABASE_URL: '' }
  const first = await ingest(name, environment)
  rows = url ? await rowsOf(url) : rows
  const again = await ingest(`${name}, again`, environment)
  if (!/unchanged/.test(again.told)) throw new Error(`The second run changed something.\n${again.told}`)
  await server?.stop()
  const perSecond = (count) => (count === undefined ? '' : Math.round(count / first.seconds).toLocaleString('en'))
  lines.push(
    `| ${[name, first.seconds.toFixed(0), perSecond(first.remarks), perSecond(rows), first.cpu.toFixed(0), first.memory.toFixed(0), again.seconds.toFixed(1), `${(first.seconds / again.seconds).toFixed(0)} ×`].join(' | ')} |`,
  )
  console.log(lines.at(-1))
  keep() // also where the next one does not come to its end
}
rmSync(folder, { recursive: true })

function keep() {
  const table = [
    '# Files into an empty database, and again',
    '',
    `${Number(values.remarks).toLocaleString('en')} remarks (about), seed ${values.seed}; Node ${process.version}, ${cpus().length} cores that the database shares; ${new Date().toISOString().slice(0, 10)}.`,
    '',
    `    npm run bench:ingest -- --remarks ${values.remarks} --databases ${values.databases}`,
    '',
    '| database | seconds | remarks/s | rows/s | CPU s of the process | peak MB of the process | again, seconds | first / again |',
    '|---|---|---|---|---|---|---|---|',
    ...lines,
    '',
  ].join('\n')
  mkdirSync(join(root, 'bench/results'), { recursive: true })
  writeFileSync(join(root, 'bench/results', `ingest-${values.remarks}.md`), table)
}
