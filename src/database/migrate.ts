import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { ReportedError } from './reported-error.js'
import type { ScriptSql } from './sql.js'

/** Prisma's migrations, which both databases get in the order of their names. */
export const migrationsFolder = new URL('../../prisma/migrations/', import.meta.url)

interface Migration {
  name: string
  sql: string
  checksum: string
}

interface AppliedRow {
  migration_name: string
  checksum: string
  finished_at: unknown
}

const LOCK = 72707369 // the number that Prisma Migrate uses, so the two never run at once

// Prisma's own table, so that its tools recognise what was applied here, and vice versa.
const TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`

/**
 * Applies the migrations of `folder` that the database lacks, each in its own transaction, in one process at a time.
 *
 * @param sql a single connection, which holds the lock and the transactions
 * @returns the names of the applied migrations
 * @throws ReportedError if the database is newer than this program, or a migration was edited or fails
 */
export async function migrate(sql: ScriptSql, folder: URL): Promise<string[]> {
  const migrations = await readMigrations(folder)
  await sql.query('SELECT pg_advisory_lock($1::bigint)::text', [LOCK])
  try {
    await sql.script(TABLE)
    const pending = notApplied(migrations, await appliedRows(sql))
    for (const migration of pending) await apply(sql, migration)
    return pending.map(({ name }) => name)
  } finally {
    await sql.query('SELECT pg_advisory_unlock($1::bigint)', [LOCK])
  }
}

/** The names of the migrations of `folder` that the database lacks. Changes nothing; throws like `migrate`. */
export async function pendingMigrations(sql: ScriptSql, folder: URL): Promise<string[]> {
  const migrations = await readMigrations(folder)
  const [table] = await sql.query<{ name: string | null }>(`SELECT to_regclass('_prisma_migrations')::text AS name`)
  return notApplied(migrations, table?.name ? await appliedRows(sql) : []).map(({ name }) => name)
}

async function readMigrations(folder: URL): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(new URL(`${name}/migration.sql`, folder), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

const appliedRows = (sql: ScriptSql) =>
  sql.query<AppliedRow>(
    'SELECT migration_name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL',
  )

function notApplied(migrations: Migration[], rows: AppliedRow[]): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]))
  for (const row of rows) {
    const migration = known.get(row.migration_name)
    if (!migration)
      throw new ReportedError(
        `The database has the migration ${row.migration_name}, which this version does not know: it was applied by a newer version. Install that version.`,
      )
    if (!row.finished_at)
      throw new ReportedError(`The migration ${row.migration_name} failed earlier and was not resolved.`)
    if (row.checksum !== migration.checksum)
      throw new ReportedError(`The migration ${row.migration_name} was edited after it had been applied.`)
  }
  const done = new Set(rows.map((row) => row.migration_name))
  return migrations.filter(({ name }) => !done.has(name))
}

async function apply(sql: ScriptSql, { name, sql: script, checksum }: Migration): Promise<void> {
  await sql.script('BEGIN')
  try {
    await sql.script(script)
    await sql.query(
      'INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count) VALUES ($1, $2, $3, now(), 1)',
      [randomUUID(), checksum, name],
    )
    await sql.script('COMMIT')
  } catch (error) {
    await sql.script('ROLLBACK')
    const reason = error instanceof Error ? error.message : String(error)
    throw new ReportedError(`The migration ${name} failed: ${reason}`, { cause: error })
  }
}
