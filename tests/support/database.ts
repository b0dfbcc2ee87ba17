import { randomUUID } from 'node:crypto'
import { openAsBlob } from 'node:fs'
import pg from 'pg'
import { inject } from 'vitest'
import type { Database, OpenOptions } from '../../src/database/database.js'
import { databaseLimits } from '../../src/database/limits.js'
import { openDatabase } from '../../src/database/open-database.js'

export interface TestDatabase extends Database {
  /** What Prisma has sent, since the file began or since this was emptied. */
  statements: string[]
}

const shared = globalThis as { testDatabase?: Promise<TestDatabase> }

/** A busy machine is no reason to fail; what limits do is tried on databases of their own. */
const patient = { ...databaseLimits, readWait: 100_000, readStatement: 100_000, connect: 60_000 }

/** One migrated database per worker process (`isolate: false` keeps it), emptied for each test file. */
export async function testDatabase(): Promise<TestDatabase> {
  shared.testDatabase ??= open()
  const database = await shared.testDatabase
  const tables = await database.prisma.$queryRaw<{ name: string }[]>`
    SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`
  const names = tables.map(({ name }) => name).join(', ')
  await database.prisma.$executeRawUnsafe(`TRUNCATE ${names} RESTART IDENTITY CASCADE`)
  database.statements.length = 0
  return database
}

async function open(): Promise<TestDatabase> {
  const statements: string[] = []
  const database = await openDatabase({
    ...(await newDatabase()),
    limits: patient,
    onQuery: (sql) => statements.push(sql),
  })
  return Object.assign(database, { statements })
}

/** How to open a migrated, empty database that nothing else uses; in memory, where it is the embedded one. */
export async function newDatabase(): Promise<Pick<OpenOptions, 'url' | 'template'>> {
  if (inject('backend') === 'embedded') return { template: await openAsBlob(inject('template')) }
  return { url: await copyOfTemplate() }
}

const copyOfTemplate = () => copyOf(inject('template'))

/** A new database of Postgres that holds what the one at this address does; nobody may be connected to that. */
export async function copyOf(address: string): Promise<string> {
  const template = new URL(address)
  const name = `rapporteur_test_${process.ppid}_${randomUUID().replaceAll('-', '')}`
  const admin = new URL(template)
  admin.pathname = '/postgres'
  const client = new pg.Client({ connectionString: admin.href })
  await client.connect()
  try {
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template.pathname.slice(1)}`)
  } finally {
    await client.end()
  }
  const url = new URL(template)
  url.pathname = `/${name}`
  return url.href
}
