import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migrate, pendingMigrations } from '../../src/database/migrate.js'
import type { Sql } from '../../src/database/sql.js'
import { type TestDatabase, testDatabase } from '../support/database.js'

describe('migrations', () => {
  let database: TestDatabase
  let path: string
  beforeEach(async () => {
    database = await testDatabase()
    path = mkdtempSync(join(tmpdir(), 'rapporteur-migrations-'))
  })
  afterEach(() => rmSync(path, { recursive: true }))

  const add = (name: string, sql: string) => {
    mkdirSync(join(path, name), { recursive: true })
    writeFileSync(join(path, name, 'migration.sql'), sql)
  }
  /** In a schema of its own, taken back at the end; a migration's own transaction becomes a savepoint. */
  const inScratch = async (work: (sql: Sql, folder: URL) => Promise<void>) => {
    const back = new Error('taken back')
    await database
      .transaction(async (sql) => {
        await sql.script('CREATE SCHEMA scratch; SET LOCAL search_path TO scratch')
        const steps: Record<string, string> = {
          BEGIN: 'SAVEPOINT one',
          COMMIT: 'RELEASE one',
          ROLLBACK: 'ROLLBACK TO one',
        }
        await work({ ...sql, script: (text) => sql.script(steps[text] ?? text) }, pathToFileURL(`${path}/`))
        throw back
      })
      .catch((error: unknown) => {
        if (error !== back) throw error
      })
  }

  it('are applied in order, once', async () => {
    add('2_b', 'ALTER TABLE a ADD COLUMN c INT')
    add('1_a', 'CREATE TABLE a (b INT); INSERT INTO a VALUES (1)')
    await inScratch(async (sql, folder) => {
      expect(await pendingMigrations(sql, folder)).toEqual(['1_a', '2_b'])
      expect(await migrate(sql, folder)).toEqual(['1_a', '2_b'])
      expect(await migrate(sql, folder)).toEqual([])
      expect(await pendingMigrations(sql, folder)).toEqual([])
      expect(await sql.query('SELECT b, c FROM a')).toEqual([{ b: 1, c: null }])
    })
  })

  it('that fail leave nothing of themselves behind, and are named', async () => {
    add('1_a', 'CREATE TABLE a (b INT)')
    add('2_b', 'CREATE TABLE c (d INT); SELECT nothing FROM nowhere')
    await inScratch(async (sql, folder) => {
      await expect(migrate(sql, folder)).rejects.toThrow(/The migration 2_b failed: .*nowhere/)
      expect(await pendingMigrations(sql, folder)).toEqual(['2_b'])
      expect(await sql.query(`SELECT to_regclass('c')::text AS name`)).toEqual([{ name: null }])
    })
  })

  it('that were edited after they had been applied are refused', async () => {
    add('1_a', 'CREATE TABLE a (b INT)')
    await inScratch(async (sql, folder) => {
      await migrate(sql, folder)
      add('1_a', 'CREATE TABLE a (b TEXT)')
      await expect(migrate(sql, folder)).rejects.toThrow('1_a was edited')
    })
  })

  it('of a newer version are refused', async () => {
    add('1_a', 'CREATE TABLE a (b INT)')
    add('2_b', 'CREATE TABLE c (d INT)')
    await inScratch(async (sql, folder) => {
      await migrate(sql, folder)
      rmSync(join(path, '2_b'), { recursive: true })
      await expect(migrate(sql, folder)).rejects.toThrow('applied by a newer version')
    })
  })
})
