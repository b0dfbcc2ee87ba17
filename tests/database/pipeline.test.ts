import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Database } from '../../src/database/database.js'
import { openDatabase } from '../../src/database/open-database.js'
import type { Sql } from '../../src/database/sql.js'
import { newDatabase } from '../support/database.js'

describe.runIf(inject('backend') === 'postgres')('statements that come together', () => {
  let database: Database
  let beside: Database
  beforeAll(async () => {
    const { url = '' } = await newDatabase()
    database = await openDatabase({ url, limits: { readConnections: 1, readWait: 60_000, readStatement: 60_000 } })
    beside = await openDatabase({ url })
    // From the second time on it is known how long they take.
    for (const _time of [1, 2, 3]) await Promise.all([square(1), quotient(1), title('x')])
  })
  afterAll(async () => {
    await database.close()
    await beside.close()
  })

  const square = (n: number) =>
    database.rows({ name: 'read_square', text: 'SELECT $1::int * $1::int, $1::text', values: [n] })
  const quotient = (n: number, signal?: AbortSignal) =>
    database.rows({ name: 'read_quotient', text: 'SELECT 12 / $1::int', values: [n], ...(signal ? { signal } : {}) })
  const title = (slug: string, signal?: AbortSignal) =>
    database.rows({
      name: 'read_title',
      text: 'SELECT "title" FROM "Series" WHERE "slug" = $1',
      values: [slug],
      ...(signal ? { signal } : {}),
    })
  const outcome = (asked: Promise<unknown[][]>) =>
    asked.then(
      ([row]) => row?.[0],
      (error: Error & { code?: string }) => error.code ?? error.name,
    )
  const waiting = `SELECT count(*)::int AS count FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = 'rapporteur read' AND wait_event_type = 'Lock'`

  /** Locks the table that `title` reads, until the work is done. */
  const whileLocked = (work: (untilOneWaits: () => Promise<void>, sql: Sql) => Promise<void>) =>
    beside.transaction(async (sql) => {
      await sql.query('LOCK TABLE "Series" IN ACCESS EXCLUSIVE MODE')
      await work(async () => {
        while ((await sql.query<{ count: number }>(waiting))[0]?.count !== 1)
          await sql.query('SELECT pg_stat_clear_snapshot()::text, pg_sleep(0.02)::text')
      }, sql)
    })

  it('each have their own rows, however many', async () => {
    const numbers = Array.from({ length: 100 }, (_, n) => n)
    expect(await Promise.all(numbers.map(square))).toEqual(numbers.map((n) => [[n * n, String(n)]]))
  })

  it('each have their own error, and the others their rows', async () => {
    const asked = [1, 0, 2, 3, 0, 4, 0, 6].map((n) => outcome(quotient(n)))
    expect(await Promise.all(asked)).toEqual([12, '22012', 6, 4, '22012', 3, '22012', 2])
    expect(await outcome(square(3))).toBe(9)
  })

  it('are cancelled for who has gone, and run again for the others', async () => {
    const [one, other] = [new AbortController(), new AbortController()]
    let asked: Promise<unknown>[] = []
    await whileLocked(async (untilOneWaits) => {
      asked = [
        outcome(square(5)),
        outcome(title('x', one.signal)),
        outcome(quotient(3)),
        outcome(title('x', other.signal)),
      ]
      await untilOneWaits()
      other.abort() // waits behind the one that waits for the lock
      expect(await asked[3]).toBe('GoneError')
      await untilOneWaits()
    })
    expect(await Promise.all(asked)).toEqual([25, undefined, 4, 'GoneError'])
  })

  it('are not begun for who has gone before', async () => {
    const gone = new AbortController()
    const asked = [outcome(quotient(2, gone.signal)), outcome(quotient(4))]
    gone.abort()
    expect(await Promise.all(asked)).toEqual(['GoneError', 3])
  })

  it('are run again where the connection breaks', async () => {
    let asked: Promise<unknown>[] = []
    await whileLocked(async (untilOneWaits, sql) => {
      asked = [outcome(title('x')), outcome(square(7)), outcome(quotient(6))]
      await untilOneWaits()
      await sql.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND application_name = 'rapporteur read' AND wait_event_type = 'Lock'`)
      expect(await asked[0]).toBe('57P01')
    })
    expect((await Promise.all(asked)).slice(1)).toEqual([49, 2])
  })

  it('wait for none that has taken long', async () => {
    const two = await openDatabase({ ...(await newDatabase()), limits: { readConnections: 2 } })
    const locking = (lock: number, seconds: number) =>
      two.rows({
        name: 'read_slow',
        text: 'SELECT pg_sleep($2::float), pg_advisory_xact_lock($1::int)',
        values: [lock, seconds],
      })
    for (const seconds of [0, 0, 0.05, 0.05]) await locking(1, seconds)
    let behind: Promise<unknown> | undefined
    await two.transaction(async (sql) => {
      await sql.query('SELECT pg_advisory_xact_lock(1)::text')
      behind = locking(1, 0)
      await locking(2, 0)
    })
    await behind
    await two.close()
  })
})
