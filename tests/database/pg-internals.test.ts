import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { databaseLimits } from '../../src/database/limits.js'
import { openDatabase } from '../../src/database/open-database.js'
import { pipelined } from '../../src/database/postgres/pipeline.js'
import { readPool } from '../../src/database/postgres/pools.js'
import { newDatabase } from '../support/database.js'

const undocumented = new Set<string | symbol>(['connection', 'processID', 'secretKey'])

/** The same without what pg does not document, as another version of it may be. */
const bare = <Whole extends object>(whole: Whole, more: Partial<Whole> = {}): Whole =>
  new Proxy(whole, {
    get: (target, name) => {
      if (undocumented.has(name)) return undefined
      const value = Reflect.get(name in more ? more : target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })

function barePool(pool: pg.Pool): pg.Pool {
  const clients = new Map<pg.PoolClient, pg.PoolClient>()
  const connect = (callback: Parameters<pg.Pool['connect']>[0]) =>
    pool.connect((error, client, release) => {
      if (client && !clients.has(client)) clients.set(client, bare(client))
      callback(error, client && clients.get(client), release)
    })
  return bare(pool, { connect: connect as pg.Pool['connect'] })
}

describe.runIf(inject('backend') === 'postgres')('a pg without what it does not document', () => {
  let whole: pg.Pool
  let pool: pg.Pool
  beforeAll(async () => {
    const { url = '' } = await newDatabase()
    await (await openDatabase({ url })).close()
    whole = readPool(url, { ...databaseLimits, readConnections: 1, readWait: 60_000, readStatement: 2_000 })
    pool = barePool(whole)
  })
  afterAll(() => whole.end())

  it('answers statements that come together, one by one', async () => {
    const rows = pipelined(pool, { isQuick: () => true, note: () => {}, noteTurn: () => {} })
    const square = (n: number) => rows({ name: 'read_square', text: 'SELECT $1::int * $1::int', values: [n] })
    for (const _time of [1, 2])
      expect(await Promise.all([1, 2, 3, 4, 5].map(square))).toEqual([1, 4, 9, 16, 25].map((n) => [[n]]))
  })

  it('lets a statement whose client has gone run to its end', async () => {
    const rows = pipelined(pool)
    const gone = new AbortController()
    const asked = rows({ name: undefined, text: 'SELECT pg_sleep(0.3)::text', values: [], signal: gone.signal })
    setTimeout(() => gone.abort(), 50)
    expect(await asked).toEqual([['']])
  })
})
