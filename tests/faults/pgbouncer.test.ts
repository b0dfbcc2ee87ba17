import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Database } from '../../src/database/database.js'
import { openDatabase } from '../../src/database/open-database.js'
import { ingestDocument } from '../../src/ingest/ingest.js'
import { openReader } from '../../src/ingest-document/ingester.js'
import { copyOf } from '../support/database.js'
import { handlerOf, operation } from '../support/handler.js'
import { hasPgBouncer, startPgBouncer } from '../support/pgbouncer.js'
import { sampleFile } from '../support/sample.js'
import { isLong } from './runs.js'

const isTried = isLong && inject('backend') === 'postgres' && hasPgBouncer

describe.runIf(isTried)('a server behind PgBouncer in transaction mode', { timeout: 600_000 }, () => {
  let database: Database
  let stop: () => Promise<void>
  beforeAll(async () => {
    const directUrl = await copyOf(inject('template'))
    const bouncer = await startPgBouncer(directUrl)
    stop = bouncer.stop
    database = await openDatabase({ url: bouncer.url, directUrl })
  })
  afterAll(async () => {
    await database.close()
    await stop()
  })

  it('writes, and answers many at once by named statements, always the same', async () => {
    await ingestDocument(database, openReader(), sampleFile, { series: 'Board' })
    const handle = handlerOf(database)
    const queries = [
      '{ themes(first: 5) { nodes { title remarks { nodes { text speaker { name } } } } } }',
      '{ meetings { nodes { date title } } search(query: "dredging", first: 3) { nodes { __typename } } }',
      '{ changes(first: 3) { nodes { kind at } } statistics { remarks } }',
    ]
    const ask = async (query: string) => (await handle('/graphql', operation(query))).text()
    const first = await Promise.all(queries.map(ask))
    for (const text of first) expect(text).not.toContain('errors')
    const again = await Promise.all(Array.from({ length: 60 }, (_, i) => ask(queries[i % 3] ?? '')))
    expect(again).toEqual(Array.from({ length: 60 }, (_, i) => first[i % 3]))
  })

  it('wakes by the direct connection, and keeps the zone of time', async () => {
    const woken = new Promise<void>((resolve) => {
      let wakes = 0
      const unlisten = database.listen('a_channel', () => {
        if (++wakes === 1) void database.transaction((sql) => sql.query(`SELECT pg_notify('a_channel', '')::text`))
        else void unlisten().then(resolve)
      })
    })
    await woken
    const statement = { name: undefined, text: `SELECT current_setting('TimeZone')`, values: [] }
    expect(await database.rows(statement)).toEqual([['UTC']])
  })
})
