import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { prismaClient } from './client.js'
import { type Database, migrationsFolder, type OpenOptions } from './database.js'
import { migrate } from './migrate.js'
import type { Sql } from './sql.js'

type Runner = Pick<pg.ClientBase, 'query'>

const sqlOn = (runner: Runner): Sql => ({
  query: async <Row>(text: string, parameters: unknown[] = []) => (await runner.query(text, parameters)).rows as Row[],
  script: async (text) => void (await runner.query(text)),
})

export async function openPostgres(url: string, { onQuery }: OpenOptions): Promise<Database> {
  const session = new pg.Client({ connectionString: url })
  await session.connect()
  let applied: string[]
  try {
    applied = await migrate(sqlOn(session), migrationsFolder)
  } finally {
    await session.end()
  }
  const pool = new pg.Pool({ connectionString: url, max: 8, options: '-c timezone=UTC' })
  pool.on('error', () => {}) // an idle connection that breaks is replaced at the next use
  const prisma = prismaClient(new PrismaPg(pool), onQuery)
  return {
    kind: 'postgres',
    prisma,
    applied,
    transaction: (work) => inTransaction(pool, work),
    ping: async () => void (await pool.query('SELECT 1')),
    close: async () => {
      await prisma.$disconnect()
      await pool.end()
    },
  }
}

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
