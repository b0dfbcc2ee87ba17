// The server as it ships, on an archive of its own, for what is asked of it under load.
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openBenchDatabase } from './bench-database.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Loads an archive of so many remarks where there is none in `folder`, and serves it. `stop` gives what the server ended with. */
export async function serveArchive(kind, { folder, remarks }) {
  const archive = kind === 'postgres' ? await onPostgres(folder, remarks) : embedded(folder, remarks)
  const log = openSync(join(folder, `${kind}.log`), 'a')
  const server = spawn(process.execPath, ['bin/rapporteur.js', 'serve', '--port', '0', '--no-sample'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', RAPPORTEUR_LOG: 'errors', ...archive.env },
    stdio: ['ignore', 'pipe', log],
  })
  const url = await addressOf(server)
  const stop = async () => {
    const ended = new Promise((resolve) => server.once('exit', (code, signal) => resolve(code ?? signal)))
    server.kill('SIGTERM')
    const status = server.exitCode ?? server.signalCode ?? (await ended)
    await archive.close()
    return status
  }
  return { kind, url, pid: server.pid, key: archive.key(), stop, log: join(folder, `${kind}.log`) }
}

async function onPostgres(folder, remarks) {
  const database = await openBenchDatabase(folder, { remarks })
  const env = { DATABASE_URL: database.url }
  const command = ['bin/rapporteur.js', 'key', 'create', '--name', 'bench', '--scope', 'write']
  const made = execFileSync(process.execPath, command, { cwd: root, env: { ...process.env, ...env } })
  return { env, key: () => made.toString().split('\n')[0], close: database.close }
}

function embedded(folder, remarks) {
  const dataDir = join(folder, `embedded-${remarks}`)
  if (!existsSync(dataDir)) {
    console.log(`Loading ${remarks.toLocaleString('en')} remarks …`)
    const load = ['--import', 'tsx', 'bench/load.ts', dataDir, String(remarks)]
    execFileSync(process.execPath, load, { cwd: root, stdio: 'inherit' })
  }
  const key = () => readFileSync(join(dataDir, 'admin-key'), 'utf8').trim()
  return { env: { DATABASE_URL: '', RAPPORTEUR_DATA_DIR: dataDir }, key, close: async () => {} }
}

/** Where it says that it listens. */
function addressOf(server) {
  return new Promise((resolve, reject) => {
    let said = ''
    server.stdout.setEncoding('utf8').on('data', (part) => {
      said = (said + part).slice(-10_000)
      const [, url] = /GraphiQL\s+(http:\S+)\/graphql/.exec(said) ?? []
      if (url) resolve(url)
    })
    server.once('exit', (code) => reject(new Error(`The server ended with ${code}.\n${said}`)))
  })
}
