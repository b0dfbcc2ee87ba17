import { expect, inject, it } from 'vitest'
import { databaseFailure, failureInWords } from '../../src/database/failure.js'
import { openDatabase } from '../../src/database/open-database.js'
import type { Sql } from '../../src/database/sql.js'
import { newId } from '../../src/database/uuid.js'
import { newDatabase } from '../support/database.js'
import { until } from '../support/until.js'

// pg told of it by an error without a code, and whoever wrote was told of something unexpected.
const acts: Record<string, (sql: Sql) => Promise<unknown>> = {
  'a query': (sql) => sql.query('SELECT 1'),
  'a COPY': (sql) => sql.copy('"Series" (id, slug, title)', `${newId()}\ta\tA\n`),
}

it.runIf(inject('backend') === 'postgres').for(Object.entries(acts))(
  'a connection that is lost before %s is a database away',
  async ([, act]) => {
    const database = await openDatabase(await newDatabase())
    const failed = database.transaction(async (sql) => {
      const [own] = await sql.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
      await database.prisma.$queryRaw`SELECT pg_terminate_backend(${own?.pid})`
      await until(
        () => database.prisma.$queryRaw<object[]>`SELECT FROM pg_stat_activity WHERE pid = ${own?.pid}`,
        (rows) => rows.length === 0,
      )
      await act(sql)
    })
    const error = await failed.catch((thrown: unknown) => thrown)
    expect([String(error), databaseFailure(error)]).toEqual([expect.any(String), 'UNAVAILABLE'])
    expect(failureInWords(error)).toMatch(/^The database is unreachable.+\.$/)
    await database.close()
  },
)
