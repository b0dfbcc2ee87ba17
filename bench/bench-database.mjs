// A Postgres of the bench's own, with an archive of so many remarks in it.
import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { multiply } from './multiply.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

/** A temporary folder with room for a folder of Postgres' own account in it. */
export function benchFolder(name) {
  const folder = mkdtempSync(join(tmpdir(), `rapporteur-${name}-`))
  chmodSync(folder, 0o711)
  return folder
}

/** A database of this machine that is there already. */
export async function attach(url) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query('SHOW data_directory')
  const pid = Number(readFileSync(join(rows[0].data_directory, 'postmaster.pid'), 'utf8').split('\n')[0])
  const { rows: found } = await client.query(`SELECT FROM pg_extension WHERE extname = 'pg_stat_statements'`)
  const { close, ...known } = await questionsOf(client, url)
  return {
    ...(found.length > 0 ? known : { ...known, countStatements: async (work) => work().then(() => Number.NaN) }),
    pid,
    close,
  }
}

/**
 * An archive of so many remarks, of so many meetings if it is said. With `times` its rows are copied until there are so many times as
 * many.
 */
export async function openBenchDatabase(folder, { remarks, times = 1, meetings }) {
  const { url: server, pid, stop } = await startPostgres(join(folder, 'postgres'))
  const admin = new pg.Client({ connectionString: `${server}/postgres` })
  await admin.connect()
  const name = `archive_${remarks}${meetings ? `_of_${meetings}` : ''}${times > 1 ? `_${times}` : ''}`
  const url = `${server}/${name}`
  const { rows } = await admin.query('SELECT FROM pg_database WHERE datname = $1', [`${name}_done`])
  // A marker database says that the load came to its end.
  if (rows.length === 0) {
    console.log(`Loading ${remarks.toLocaleString('en')} remarks …`)
    await admin.query(`DROP DATABASE IF EXISTS ${name}`)
    await admin.query(`CREATE DATABASE ${name}`)
    load(url, remarks, meetings)
    if (times > 1) await multiply(url, times)
    await admin.query(`CREATE DATABASE ${name}_done`)
  }
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements')
  const { close, ...known } = await questionsOf(client, url)
  return {
    ...known,
    pid,
    close: async () => {
      await close()
      await admin.end()
      await stop()
    },
  }
}

/** The folder of an embedded database with an archive of so many remarks, below `folder`. */
export function openEmbedded(folder, { remarks, meetings }) {
  const made = join(folder, `embedded_${remarks}${meetings ? `_of_${meetings}` : ''}`)
  const marker = `${made}.done` // it says that the load came to its end
  if (existsSync(marker)) return made
  rmSync(made, { recursive: true, force: true })
  console.log(`Loading ${remarks.toLocaleString('en')} remarks into an embedded database …`)
  load(made, remarks, meetings)
  writeFileSync(marker, '')
  return made
}

const load = (place, remarks, meetings = '') =>
  execFileSync(process.execPath, ['--import', 'tsx', 'bench/load.ts', place, String(remarks), String(meetings)], {
    cwd: root,
    stdio: 'inherit',
  })

async function questionsOf(client, url) {
  const slugsOf = async (table) =>
    (await client.query(`SELECT "slug" FROM "${table}" ORDER BY "slug"`)).rows.map(({ slug }) => slug)
  return {
    url,
    version: (await client.query('SHOW server_version')).rows[0].server_version.split(' ')[0],
    themes: () => slugsOf('Theme'),
    meetings: () => slugsOf('Meeting'),
    countStatements: async (work) => {
      await client.query('SELECT pg_stat_statements_reset()')
      await work()
      const { rows } = await client.query(
        `SELECT sum(calls)::int AS calls FROM pg_stat_statements WHERE query NOT LIKE '%pg_stat_statements%'`,
      )
      return rows[0].calls
    },
    close: () => client.end(),
  }
}

const settings = [
  'listen_addresses=127.0.0.1',
  'shared_preload_libraries=pg_stat_statements',
  'shared_buffers=1GB',
  'work_mem=16MB',
  'max_wal_size=4GB',
  'max_connections=200',
]

export async function startPostgres(data) {
  const bin = ['18', '17', '16', '15'].map((version) => `/usr/lib/postgresql/${version}/bin`).find(existsSync)
  if (!bin) throw new Error('No Postgres was found below /usr/lib/postgresql.')
  mkdirSync(data, { recursive: true })
  const id = (flag) => Number(execFileSync('id', [flag, 'postgres']).toString())
  const account = process.getuid() === 0 ? { uid: id('-u'), gid: id('-g') } : {}
  const options = { ...account, cwd: data, env: { ...process.env, LC_ALL: 'C.UTF-8' } }
  if (account.uid !== undefined) chownSync(data, account.uid, account.gid)
  if (!existsSync(join(data, 'PG_VERSION')))
    execFileSync(join(bin, 'initdb'), ['-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--locale=C.UTF-8'], {
      ...options,
      stdio: 'pipe',
    })
  const port = await freePort()
  const args = ['-D', data, '-p', String(port), '-k', data, ...settings.flatMap((setting) => ['-c', setting])]
  const server = spawn(join(bin, 'postgres'), args, { ...options, stdio: 'ignore' })
  const url = `postgresql://postgres@127.0.0.1:${port}`
  for (let left = 300; ; left--) {
    try {
      const client = new pg.Client({ connectionString: `${url}/postgres` })
      await client.connect()
      await client.end()
      break
    } catch (error) {
      if (left === 0) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
  const pid = Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0])
  const stop = () =>
    new Promise((resolve) => {
      server.once('exit', resolve)
      server.kill('SIGINT')
    })
  return { url, pid, stop }
}

const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
