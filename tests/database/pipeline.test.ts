import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Database, Rows } from '../../src/database/database.js'
import { type DatabaseLimits, databaseLimits } from '../../src/database/limits.js'
import { openDatabase } from '../../src/database/open-database.js'
import { pipelined } from '../../src/database/postgres/pipeline.js'
import { readPool } from '../../src/database/postgres/pools.js'
import type { Sql } from '../../src/database/sql.js'
import { newDatabase } from '../support/database.js'

/** Everything is quick, however long it takes: how that is told is in paces.test.ts. */
const quick = { isQuick: () => true, note: () => {}, noteTurn: () => {} }

describe.runIf(inject('backend') === 'postgres')('statements that come together', () => {
  let beside: Database
  let url: string
  const pools: pg.Pool[] = []
  /** Reads on one connection. */
  const opened = (address: string, limits: Partial<DatabaseLimits> = {}) => {
    const pool = readPool(address, {
      ...databaseLimits,
      ...{ readConnections: 1, readWait: 60_000, readStatement: 60_000 },
      ...limits,
    })
    pools.push(pool)
    return pipelined(pool, quick)
  }
  let rows: Rows
  beforeAll(async () => {
    const given = await newDatabase()
    url = given.url ?? ''
    beside = await openDatabase({ url })
    rows = opened(url)
  })
  afterAll(async () => {
    await Promise.all(pools.map((pool) => pool.end()))
    await beside.close()
  })

  const square = (n: number) => rows({ name: 'read_square', text: 'SELECT $1::int * $1::int, $1::text', values: [n] })
  const quotient = (n: number, signal?: AbortSignal) =>
    rows({ name: 'read_quotient', text: 'SELECT 12 / $1::int', values: [n], ...(signal ? { signal } : {}) })
  const title = (slug: string, signal?: AbortSignal) =>
    rows({
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

  const untilOneWaits = async (sql: Sql) => {
    while ((await sql.query<{ count: number }>(waiting))[0]?.count !== 1)
      await sql.query('SELECT pg_stat_clear_snapshot()::text, pg_sleep(0.02)::text')
  }

  /** Locks the table that `title` reads, until the work is done. */
  const whileLocked = (work: (untilWaiting: () => Promise<void>, sql: Sql) => Promise<void>) =>
    beside.transaction(async (sql) => {
      await sql.query('LOCK TABLE "Series" IN ACCESS EXCLUSIVE MODE')
      await work(() => untilOneWaits(sql), sql)
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
    await whileLocked(async (untilWaiting) => {
      asked = [
        outcome(square(5)),
        outcome(title('x', one.signal)),
        outcome(quotient(3)),
        outcome(title('x', other.signal)),
      ]
      await untilWaiting()
      other.abort() // waits behind the one that waits for the lock
      expect(await asked[3]).toBe('GoneError')
      await untilWaiting()
    })
    expect(await Promise.all(asked)).toEqual([25, undefined, 4, 'GoneError'])
  })

  it('are not begun for who has gone before', async () => {
    const gone = new AbortController()
    const asked = [outcome(quotient(2, gone.signal)), outcome(quotient(4))]
    gone.abort()
    expect(await Promise.all(asked)).toEqual(['GoneError', 3])
  })

  it('are not cancelled for who has gone with an answer', async () => {
    const pid = () => outcome(rows({ name: undefined, text: 'SELECT pg_backend_pid()', values: [] }))
    // Postgres sends the end of an answer with what fills its buffer next, before the statements behind have ended.
    const long = (signal?: AbortSignal) =>
      rows({
        name: 'read_long',
        text: `SELECT repeat($1::text, 100000)`,
        values: ['x'],
        ...(signal ? { signal } : {}),
      })
    for (const _time of [1, 2, 3]) await Promise.all([long(), title('x')])
    const before = await pid()
    const leaving = new AbortController()
    let behind: Promise<unknown> | undefined
    await whileLocked(async (untilWaiting) => {
      const [first] = [long(leaving.signal), long()]
      behind = outcome(title('x'))
      await first
      await untilWaiting()
      leaving.abort()
    })
    expect(await behind).toBe(undefined)
    expect(await pid()).toBe(before)
  })

  it('keep their connection when one has a value that cannot be taken', async () => {
    const pid = () => outcome(rows({ name: undefined, text: 'SELECT pg_backend_pid()', values: [] }))
    const before = await pid()
    expect(await Promise.all([outcome(quotient(0)), outcome(square(2))])).toEqual(['22012', 4])
    expect(await pid()).toBe(before)
  })

  it('wait for a connection no longer and no shorter than others', async () => {
    const hasty = opened(url, { readWait: 2_000 })
    const square = (n: number) => hasty({ name: 'read_square', text: 'SELECT $1::int * $1::int', values: [n] })
    const locking = { name: 'read_lock', text: 'SELECT pg_advisory_xact_lock(1)::text', values: [] }
    let [holding, late]: Promise<unknown>[] = []
    await beside.transaction(async (sql) => {
      await sql.query(locking.text)
      holding = hasty(locking)
      await untilOneWaits(sql)
      const early = outcome(square(2))
      await new Promise((resolve) => setImmediate(resolve))
      late = outcome(square(3))
      expect(await early).toBe('UnavailableError')
    })
    await holding
    expect(await late).toBe(9)
  })

  it('fail where a connection cannot even be begun', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'certificate-'))
    const certificate = join(folder, 'ca.pem')
    writeFileSync(certificate, '')
    const other = opened(`${url}?sslmode=disable&sslrootcert=${certificate}`)
    rmSync(folder, { recursive: true })
    const square = (n: number) => other({ name: 'read_square', text: 'SELECT $1::int * $1::int', values: [n] })
    expect(await Promise.all([outcome(square(1)), outcome(square(2))])).toEqual([
      'UnavailableError',
      'UnavailableError',
    ])
  })

  it('are cut by the time that the address gives an answer', async () => {
    const hasty = opened(`${url}?query_timeout=1000`)
    const locking = (lock: number) =>
      hasty({ name: 'read_lock', text: 'SELECT pg_advisory_xact_lock($1::int)::text', values: [lock] })
    for (const lock of [1, 2, 3]) await locking(lock)
    await beside.transaction(async (sql) => {
      await sql.query('SELECT pg_advisory_xact_lock(1)::text')
      await expect(locking(1)).rejects.toThrow('Query read timeout')
      await locking(2)
    })
    await locking(1)
  })

  it('are run again where the connection breaks', async () => {
    let asked: Promise<unknown>[] = []
    await whileLocked(async (untilWaiting, sql) => {
      asked = [outcome(title('x')), outcome(square(7)), outcome(quotient(6))]
      await untilWaiting()
      await sql.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND application_name = 'rapporteur read' AND wait_event_type = 'Lock'`)
      expect(await asked[0]).toBe('57P01')
    })
    expect((await Promise.all(asked)).slice(1)).toEqual([49, 2])
  })
})
