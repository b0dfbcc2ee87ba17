import { randomUUID } from 'node:crypto'
import { openAsBlob } from 'node:fs'
import pg from 'pg'
import { inject } from 'vitest'
import { type Database, openDatabase } from '../../src/database/database.js'

export interface TestDatabase extends Database {
  statements: string[]
}

const shared = globalThis as { testDatabase?: Promise<TestDatabase> }

/** One migrated database per worker process (`isolate: false` keeps it), emptied for each test file. */
export async function testDatabase(): Promise<TestDatabase> {
  const db = await (shared.testDatabase ??= open())
  const tables = await db.prisma.$queryRaw<
    { name: string }[]
  >`SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`
  await db.prisma.$executeRawUnsafe(`TRUNCATE ${tables.map((t) => t.name).join(', ')} RESTART IDENTITY CASCADE`)
  db.statements.length = 0
  return db
}

async function open(): Promise<TestDatabase> {
  const statements: string[] = []
  const common = { onQuery: (sql: string) => void statements.push(sql) }
  if (inject('backend') === 'embedded')
    return Object.assign(await openDatabase({ ...common, template: await openAsBlob(inject('template')) }), {
      statements,
    })
  const template = new URL(inject('template'))
  const admin = new URL(template)
  admin.pathname = '/postgres'
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const c = new pg.Client({ connectionString: admin.href })
  await c.connect()
  await c.query(`CREATE DATABASE ${name} TEMPLATE ${template.pathname.slice(1)}`)
  await c.end()
  const url = new URL(template)
  url.pathname = `/${name}`
  return Object.assign(await openDatabase({ ...common, url: url.href }), { statements })
}
