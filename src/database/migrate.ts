import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import type { Sql } from './sql.js'

const LOCK = 72707369 // the number Prisma Migrate itself uses, so both can never run at once

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

export async function migrate(db: Sql, dir: URL): Promise<string[]> {
  const entries = await readdir(dir, { withFileTypes: true })
  const names = entries
    .filter((e) => e.isDirectory())
    .map((e) => e.name)
    .sort()
  const applied: string[] = []
  await db.query('SELECT pg_advisory_lock($1::bigint)::text', [LOCK])
  try {
    await db.script(TABLE)
    const rows = await db.query<{ migration_name: string; checksum: string; finished_at: unknown }>(
      'SELECT migration_name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL',
    )
    const done = new Map(rows.map((r) => [r.migration_name, r]))
    for (const name of done.keys())
      if (!names.includes(name))
        throw new Error(`The database has migration ${name}, which this version does not know. Is it newer?`)
    for (const name of names) {
      const sql = await readFile(new URL(`${name}/migration.sql`, dir), 'utf8')
      const checksum = createHash('sha256').update(sql).digest('hex')
      const row = done.get(name)
      if (row) {
        if (!row.finished_at) throw new Error(`Migration ${name} failed earlier and was not resolved.`)
        if (row.checksum !== checksum) throw new Error(`Migration ${name} was edited after it had been applied.`)
        continue
      }
      await db.script('BEGIN')
      try {
        await db.script(sql)
        await db.query(
          'INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count) VALUES ($1, $2, $3, now(), 1)',
          [randomUUID(), checksum, name],
        )
        await db.script('COMMIT')
      } catch (error) {
        await db.script('ROLLBACK')
        throw new Error(`Migration ${name} failed: ${(error as Error).message}`, { cause: error })
      }
      applied.push(name)
    }
  } finally {
    await db.query('SELECT pg_advisory_unlock($1::bigint)', [LOCK])
  }
  return applied
}
