import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, openSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { ownPort } from './own-port.js'

export interface Cluster {
  url: string
  stop: () => Promise<void>
  /** Ends it at once, as `pg_ctl stop -m immediate`: what it had under way is for the next start to mend. */
  crash: () => Promise<void>
  /** Starts it again, at the same address. */
  start: () => Promise<void>
}

/**
 * A throw-away Postgres in `folder`, on a free port. `stop` ends it; the folder is the caller's to remove.
 *
 * @param isSafe whether what is committed is on the disk by then, as it is where nothing is set; quick, if not.
 */
export async function startCluster(folder: string, isSafe = false): Promise<Cluster> {
  const bin = postgresPrograms()
  const account = otherAccount()
  if (account) chownSync(folder, account.uid, account.gid)
  const options = { ...account, cwd: folder, env: { ...process.env, LC_ALL: 'C.UTF-8' } }
  const data = join(folder, 'data')
  const initdb = ['-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync']
  execFileSync(join(bin, 'initdb'), initdb, { ...options, stdio: 'pipe' })
  const port = await ownPort()
  const quick = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']
  const settings = [...(isSafe ? [] : quick), 'listen_addresses=127.0.0.1', 'max_connections=300']
  const log = join(folder, 'log')
  const url = `postgresql://postgres@127.0.0.1:${port}/postgres`
  const args = ['-D', data, '-p', String(port), '-k', folder, ...settings.flatMap((setting) => ['-c', setting])]
  let server: ChildProcess
  const start = async () => {
    server = spawn(join(bin, 'postgres'), args, { ...options, stdio: ['ignore', 'ignore', openSync(log, 'a')] })
    await accepting(url, server, log)
  }
  const end = (signal: NodeJS.Signals) =>
    new Promise<void>((resolve) => {
      if (server.exitCode !== null || server.signalCode !== null) return resolve()
      server.once('exit', () => resolve())
      server.kill(signal)
    })
  await start()
  return { url, start, stop: () => end('SIGINT'), crash: () => end('SIGQUIT') } // SIGINT: a fast shutdown
}

/** The folder of Postgres' programs. */
export function postgresPrograms(): string {
  if (process.env.PG_BIN) return process.env.PG_BIN
  const installed = [18, 17, 16, 15].map((version) => `/usr/lib/postgresql/${version}/bin`)
  const found = [...installed, ...(process.env.PATH ?? '').split(delimiter)].find(
    (bin) => existsSync(join(bin, 'initdb')) && existsSync(join(bin, 'postgres')),
  )
  if (!found) throw new Error('No Postgres was found: set PG_BIN or TEST_DATABASE_URL.')
  return found
}

/** Postgres refuses to run as root, which hands it to another account then. */
function otherAccount(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres']).toString())
  return { uid: id('-u'), gid: id('-g') }
}

/** Waits until the server takes connections; there is no other sign of it. */
async function accepting(url: string, server: ChildProcess, log: string): Promise<void> {
  for (let left = 600; ; left--) {
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      return
    } catch (error) {
      if (left === 0 || server.exitCode !== null)
        throw new Error(`Postgres did not start: ${readFileSync(log, 'utf8')}`, { cause: error })
      await pause(100)
    } finally {
      await client.end().catch(() => {})
    }
  }
}
