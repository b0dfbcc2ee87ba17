import pg from 'pg'
import { UnavailableError } from '../failure.js'
import type { DatabaseLimits } from '../limits.js'
import { waited } from '../waited.js'
import { cancellableQuery } from './cancellable.js'
import { connectionTo } from './session.js'

/** The connections for reading statements, each of which may take so long. */
export const readPool = (url: string, limits: DatabaseLimits) =>
  pool(ReadPool, {
    ...connectionTo(url, {
      timezone: 'UTC',
      datestyle: 'ISO', // dates are read as text
      // Starting parallel workers and JIT compilation take longer than most reads; requests run in parallel anyway.
      max_parallel_workers_per_gather: 0,
      jit: 'off',
      statement_timeout: limits.readStatement,
      idle_in_transaction_session_timeout: 10_000,
    }),
    application_name: 'rapporteur read',
    max: limits.readConnections,
    connectionTimeoutMillis: limits.readWait,
  })

/** The connections for transactions that write. */
export const writePool = (url: string, limits: DatabaseLimits) =>
  pool(Pool, {
    ...connectionTo(url, { timezone: 'UTC', lock_timeout: limits.writeLock }),
    application_name: 'rapporteur write',
    max: limits.writeConnections,
    connectionTimeoutMillis: limits.writeLock,
  })

function pool(Kind: typeof Pool, config: pg.PoolConfig): pg.Pool {
  const made = new Kind({ ...config, keepAlive: true })
  // A broken connection is replaced at its next use, and a statement running on it fails by itself. The pool handles errors of
  // idle connections only; without a listener, the error of one in use would end the process.
  made.on('error', () => {})
  made.on('connect', (client) => client.on('error', () => {}))
  return made
}

type Connected = Parameters<Parameters<pg.Pool['connect']>[0]>

/** A pool that reports every failure to connect as an UnavailableError, also one that pg throws before it connects. */
class Pool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>
  override connect(callback: (...result: Connected) => void): void
  override connect(callback?: (...result: Connected) => void): Promise<pg.PoolClient> | undefined {
    if (!callback)
      return new Promise((resolve, reject) =>
        this.connect((error, client) => (client ? resolve(client) : reject(error))),
      )
    try {
      super.connect((error, client, release) => callback(error && noConnection(error), client, release))
    } catch (error) {
      callback(noConnection(error instanceof Error ? error : new Error(String(error))), undefined, () => {})
    }
    return undefined
  }
}

/** What Prisma sends for somebody who goes away meanwhile is cancelled as what is sent past it. */
class ReadPool extends Pool {
  override query = ((query: pg.QueryArrayConfig, ...more: unknown[]) => {
    const signal = waited()
    if (signal && typeof query === 'object' && more.length === 0) return cancellableQuery(this, query, signal)
    return (super.query as (...given: unknown[]) => unknown)(query, ...more)
  }) as pg.Pool['query']
}

const noConnection = (cause: Error) =>
  new UnavailableError(`No connection to the database: ${cause.message}`, { cause })
