import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Database } from '../../src/database/database.js'
import { UnavailableError } from '../../src/database/failure.js'
import { openDatabase } from '../../src/database/open-database.js'
import { ingester, openReader } from '../../src/ingest-document/ingester.js'
import { schema } from '../../src/schema/schema.js'
import { listen, type Server } from '../../src/server.js'
import { readSettings } from '../../src/settings/settings.js'
import { createHandler } from '../../src/yoga.js'
import { newDatabase, testDatabase } from '../support/database.js'

describe('a statement for somebody who has gone', () => {
  it('is not begun', async () => {
    const database = await testDatabase()
    const statement = { text: 'SELECT 1', values: [], signal: AbortSignal.abort() }
    for (const name of [undefined, 'one'])
      await expect(database.rows({ ...statement, name })).rejects.toThrow('Nobody waits for this any more.')
    expect(await database.rows({ ...statement, name: 'one', signal: new AbortController().signal })).toEqual([[1]])
  })

  it.runIf(inject('backend') === 'embedded')('is not begun when its turn comes', async () => {
    const database = await testDatabase()
    const gone = new AbortController()
    const { read } = await database.transaction(async () => {
      const waiting = database.rows({ name: 'one', text: 'SELECT 1', values: [], signal: gone.signal })
      const read = waiting.then(
        () => 'begun',
        (error: Error) => error.name,
      )
      gone.abort()
      return { read }
    })
    expect(await read).toBe('GoneError')
  })
})

describe.runIf(inject('backend') === 'embedded')('a read of the embedded database', () => {
  it('waits for a transaction, but not for ever', async () => {
    const database = await openDatabase({ ...(await newDatabase()), limits: { embeddedReadWait: 50 } })
    const reading = (name: string | undefined) => database.rows({ name, text: 'SELECT 1', values: [] })
    await database.transaction(async () => {
      for (const name of [undefined, 'one']) await expect(reading(name)).rejects.toThrow(UnavailableError)
    })
    expect(await Promise.all([reading(undefined), reading('one')])).toEqual([[[1]], [[1]]])
    await database.close()
  })
})

describe.runIf(inject('backend') === 'postgres')('a client that goes away', () => {
  let database: Database
  const servers: Server[] = []
  beforeAll(async () => {
    database = await openDatabase({ ...(await newDatabase()), limits: { readStatement: 3_600_000 } })
    for (const [way, memory] of [
      ['on', '0'],
      ['off', '0'],
      ['on', '1000000'],
    ] as const) {
      const server = await listen({ port: 0, host: '127.0.0.1' })
      const settings = readSettings({ RAPPORTEUR_READ_PATH: way, RAPPORTEUR_ANSWER_MEMORY_BYTES: memory })
      server.use(createHandler({ schema, database, ingest: ingester(database, openReader()), settings }).listener)
      servers.push(server)
    }
  })
  afterAll(async () => {
    for (const server of servers) await server.close(0)
    await database.close()
  })

  const askOf = (way: number) => (query: string, signal?: AbortSignal) =>
    fetch(`${servers[way]?.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
      ...(signal ? { signal } : {}),
    })
  const waiting = `SELECT count(*)::int AS count FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = 'rapporteur read' AND wait_event_type = 'Lock'`

  it.each([
    ['without Yoga', 0, '{ themes { nodes { title } } }'],
    ['by a server that remembers', 2, '{ themes { nodes { title } } }'],
    ['by one that is not compiled', 0, '{ statistics(filter: { kind: [RESPONSE] }) { remarks } }'],
    ['by Prisma', 1, '{ themes { nodes { title } } }'],
  ])('has its statement cancelled, %s', async (_name, way, query) => {
    const ask = askOf(way)
    expect(await (await ask(query)).json()).not.toHaveProperty('errors')
    const other = way === 2 ? `${query} # not remembered` : query
    await database.transaction(async (sql) => {
      const until = async (count: number) => {
        while ((await sql.query<{ count: number }>(waiting))[0]?.count !== count)
          await sql.query('SELECT pg_stat_clear_snapshot()::text, pg_sleep(0.02)::text')
      }
      await sql.query('LOCK TABLE "Theme", "Remark" IN ACCESS EXCLUSIVE MODE')
      const leaving = new AbortController()
      const asked = ask(other, leaving.signal).catch((error: Error) => error.name)
      await until(1)
      leaving.abort()
      expect(await asked).toBe('AbortError')
      await until(0) // it would wait for the lock for an hour
    })
    expect((await ask(query)).status).toBe(200)
  })
})
