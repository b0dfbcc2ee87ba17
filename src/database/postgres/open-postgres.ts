import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { prismaClient, timed, timedSql } from '../client.js'
import type { Connections, Database, OpenOptions, Unlisten } from '../database.js'
import { UnavailableError } from '../failure.js'
import { type DatabaseLimits, databaseLimits } from '../limits.js'
import { migrate, migrationsFolder } from '../migrate.js'
import type { Sql } from '../sql.js'
import { waited } from '../waited.js'
import { cancellableQuery } from './cancellable.js'
import { listenOnPostgres } from './listener.js'
import { pipelined } from './pipeline.js'
import { connectionTo, sqlOn, withSession } from './session.js'

export async function openPostgres(url: string, options: OpenOptions): Promise<Omit<Database, 'writes'>> {
  const limits = { ...databaseLimits, ...options.limits }
  const session = { url: options.directUrl ?? url, limits }
  const applied = await withSession(session, (sql) => migrate(sql, migrationsFolder))
  // Checks the pooler's URL at start, before the first request needs it.
  if (options.directUrl) await withSession({ url, limits }, (sql) => sql.query('SELECT 1'))
  const read = readPool(url, limits)
  const write = writePool(url, limits)
  const { prisma, disconnect } = prismaClient(new PrismaPg(read, { onConnectionError: () => {} }), options)
  const rows = pipelined(read)
  const listening = new Set<Unlisten>()
  return {
    kind: 'postgres',
    prisma,
    rows: (statement) => {
      options.onQuery?.(statement.text)
      return timed(statement.text, () => rows(statement), options.onStatement)
    },
    applied,
    transaction: (work) => inTransaction(write, (sql) => work(timedSql(sql, options.onStatement))),
    connections: () => ({ read: countsOf(read), write: countsOf(write) }),
    listen: (channel, wake) => {
      const stop = listenOnPostgres({ url: session.url, timeout: limits.connect }, channel, wake)
      const unlisten = () => stop().finally(() => listening.delete(unlisten))
      listening.add(unlisten)
      return unlisten
    },
    ping: async () => void (await read.query('SELECT 1')),
    close: async () => {
      await Promise.all([...listening].map((unlisten) => unlisten()))
      await disconnect()
      await Promise.all([read.end(), write.end()])
    },
  }
}

const countsOf = ({ totalCount, idleCount, waitingCount }: pg.Pool): Connections => ({
  open: totalCount,
  free: idleCount,
  waiting: waitingCount,
})

const readPool = (url: string, limits: DatabaseLimits) =>
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

const writePool = (url: string, limits: DatabaseLimits) =>
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

/** A pool that reports every failure to connect as an UnavailableError. */
class Pool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>
  override connect(callback: (...result: Connected) => void): void
  override connect(callback?: (...result: Connected) => void): Promise<pg.PoolClient> | undefined {
    if (!callback) return super.connect().catch((error: Error) => Promise.reject(noConnection(error)))
    super.connect((error, client, release) => callback(error && noConnection(error), client, release))
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

async function inTransaction<Result>(pool: pg.Pool, work: (sql: Sql) => Promise<Result>): Promise<Result> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('BEGIN')
    const result = await work(sqlOn(client))
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch((failure: Error) => {
      broken = failure
    })
    throw error
  } finally {
    client.release(broken)
  }
}
