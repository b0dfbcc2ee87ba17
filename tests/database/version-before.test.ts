import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest'
import type { Database } from '../../src/database/database.js'
import { sqlOn as sqlOnPGlite } from '../../src/database/embedded/open-embedded.js'
import { migrate, migrationsFolder } from '../../src/database/migrate.js'
import { openDatabase } from '../../src/database/open-database.js'
import { sqlOn as sqlOnPostgres } from '../../src/database/postgres/session.js'
import type { Sql } from '../../src/database/sql.js'
import { board } from '../ingest-write/board.js'
import { exported } from '../meeting-record/support.js'
import { merged, renamed, restored, retracted, undone } from '../support/curate.js'
import { copyOf, type TestDatabase, testDatabase } from '../support/database.js'
import { assertDerived } from '../support/derived.js'
import { ingest } from '../support/ingest.js'
import { readingOf } from '../support/record.js'
import { dump } from '../support/rows.js'

const outcomesCame = '20261203001654_outcomes'
const byWhom = '20261203142500_changes_by_whom'
const series = 'Boards'
const slug = 'harbour-board-2021-03-04'

describe('an archive of the version before records had outcomes', () => {
  let made: TestDatabase
  let archive: Database
  beforeAll(async () => {
    made = await testDatabase()
    await fill(made)
    archive = await openDatabase(await asBefore(outcomesCame, made))
  })
  afterAll(() => archive.close())

  it('is migrated when it is opened, and keeps every row', async () => {
    expect(archive.applied[0]).toBe(outcomesCame)
    expect(await dump(archive)).toEqual(await dump(made))
    expect(await exported(archive)).toEqual(await exported(made))
    await assertDerived(archive)
  })

  it('gives a retracted meeting back, and takes outcomes from a record that is read again', async () => {
    await restored(archive, slug)
    const outcomes = {
      motions: [{ text: 'That the pier be lit.', movers: ['Bo Lind'], seconders: [{ body: 'Pilots Guild' }] }],
      decisions: [{ text: 'It was agreed.', motion: 1, paragraph: 2 }],
    }
    const again = readingOf({ ...board, outcomes }, { formatVersion: '2' })
    expect((await ingest(archive, again, { meeting: slug })).status).toBe('UPDATED')
    expect(await archive.prisma.outcome.count()).toBe(2)
  })
})

describe('an archive of the version before changes could be asked by whom', () => {
  it('lists the merges made there, undoes them, and keeps its feed', async () => {
    const made = await testDatabase()
    await fill(made)
    const archive = await openDatabase(await asBefore(byWhom, made))
    onTestFinished(() => archive.close())
    expect(archive.applied[0]).toBe(byWhom)
    expect(await dump(archive)).toEqual(await dump(made))
    const [merge] = await archive.prisma.merge.findMany()
    expect(merge).toMatchObject({ by: 'curator', undoneAt: null })
    await undone(archive, merge?.id ?? '')
    expect(await archive.prisma.merge.count({ where: { undoneAt: null } })).toBe(0)
    expect(await archive.prisma.change.count({ where: { by: 'curator', kind: 'UNMERGED' } })).toBe(1)
  })
})

/** Two meetings, one of them retracted, with a merge and a renamed person. */
async function fill(database: Database) {
  await ingest(database, board, { series })
  await ingest(database, { ...board, title: 'Another board', date: '2021-05-06' }, { series: 'Courts' })
  const id = async (of: string) => (await database.prisma.person.findUniqueOrThrow({ where: { slug: of } })).id
  await merged(database, 'PERSON', [await id('cy-quist-2')], await id('cy-quist'))
  await renamed(database, await id('ada-moss'), 'Adelaide Moss')
  await retracted(database, slug)
}

type Place = { url: string } | { template: Blob }

/** A database with the migrations before the named one, and in it the rows of another of this version. */
async function asBefore(migration: string, from: Database): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-before-'))
  for (const name of readdirSync(migrationsFolder))
    if (/^\d/.test(name) && name < migration)
      cpSync(new URL(name, migrationsFolder), join(folder, name), { recursive: true })
  try {
    return await inOwnDatabase(async (sql) => {
      await migrate(sql, pathToFileURL(`${folder}/`))
      await copyRows(from, sql)
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function inOwnDatabase(work: (sql: Sql) => Promise<void>): Promise<Place> {
  if (inject('backend') === 'embedded') {
    const pglite = await PGlite.create()
    await work(sqlOnPGlite(pglite))
    const template = await pglite.dumpDataDir('none')
    await pglite.close()
    return { template }
  }
  const empty = new URL(inject('template'))
  empty.pathname = '/template1'
  const url = await copyOf(empty.href)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await work(sqlOnPostgres(client))
  await client.end()
  return { url }
}

/** Into the columns that are there, without regard to what refers to what meanwhile. */
async function copyRows({ prisma }: Database, sql: Sql): Promise<void> {
  await sql.script("SET session_replication_role = 'replica'")
  const tables = await sql.query<{ name: string; columns: string }>(
    `SELECT table_name::text AS name, string_agg(quote_ident(column_name), ', ') AS columns FROM information_schema.columns
     WHERE table_schema = 'public' AND is_generated = 'NEVER' AND table_name <> '_prisma_migrations' GROUP BY 1`,
  )
  for (const { name, columns } of tables) {
    const rows = await prisma.$queryRawUnsafe<{ row: string }[]>(`SELECT to_jsonb(t)::text AS row FROM "${name}" AS t`)
    await sql.query(
      `INSERT INTO "${name}" (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::"${name}", $1::jsonb)`,
      [`[${rows.map(({ row }) => row).join()}]`],
    )
  }
  await sql.script("SET session_replication_role = 'origin'")
}
