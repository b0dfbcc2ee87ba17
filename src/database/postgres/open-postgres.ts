import { PrismaPg } from '@prisma/adapter-pg'
import type pg from 'pg'
import { prismaClient, timed, timedSql } from '../client.js'
import type { Connections, Database, OpenOptions, Unlisten } from '../database.js'
import { databaseLimits } from '../limits.js'
import { migrate, migrationsFolder } from '../migrate.js'
import type { Sql } from '../sql.js'
import { listenOnPostgres } from './listener.js'
import { pipelined } from './pipeline.js'
import { readPool, writePool } from './pools.js'
import { sqlOn, withSession } from './session.js'

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
