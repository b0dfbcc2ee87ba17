import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { ownPort } from './own-port.js'

export const hasPgBouncer = spawnSync('pgbouncer', ['--version']).status === 0

/** PgBouncer in transaction mode before a database, as docs/running.md sets it up. */
export async function startPgBouncer(url: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const { hostname, port, pathname } = new URL(url)
  const place = mkdtempSync(join(tmpdir(), 'rapporteur-bouncer-'))
  const own = await ownPort()
  const settings = [
    '[databases]',
    `* = user=postgres host=${hostname} port=${port}`,
    '[pgbouncer]',
    `listen_addr = 127.0.0.1`,
    `listen_port = ${own}`,
    `unix_socket_dir = ${place}`,
    'auth_type = any',
    'pool_mode = transaction',
    'max_prepared_statements = 200',
    'default_pool_size = 4',
    'ignore_startup_parameters = extra_float_digits, statement_timeout, lock_timeout, idle_in_transaction_session_timeout, max_parallel_workers_per_gather, jit',
  ]
  const file = join(place, 'pgbouncer.ini')
  writeFileSync(file, settings.join('\n'))
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres']).toString())
  const account = process.getuid?.() === 0 ? { uid: id('-u'), gid: id('-g') } : undefined
  if (account) chownSync(place, account.uid, account.gid)
  const child = spawn('pgbouncer', ['-q', file], { ...account, stdio: 'ignore' })
  const through = `postgresql://postgres@127.0.0.1:${own}${pathname}`
  for (let left = 100; ; left--) {
    const client = new pg.Client({ connectionString: through })
    try {
      await client.connect()
      break
    } catch (error) {
      if (left === 0) throw error
      await pause(100)
    } finally {
      await client.end().catch(() => {})
    }
  }
  return {
    url: through,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => {
          rmSync(place, { recursive: true, force: true })
          resolve()
        })
        child.kill('SIGINT')
      }),
  }
}
