import { connect, createServer, type Server, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Database } from '../../src/database/database.js'
import { databaseFailure } from '../../src/database/failure.js'
import { openDatabase } from '../../src/database/open-database.js'
import { newDatabase } from '../support/database.js'
import { codesOf, handlerOf, operation } from '../support/handler.js'

const query = operation('{ themes { totalCount } }')

/** Postgres behind a connection that can be cut, as a network does it. */
async function cuttable(url: string) {
  const { hostname, port } = new URL(url)
  const sockets = new Set<Socket>()
  const serve = () =>
    createServer((socket) => {
      const server = connect(Number(port), hostname)
      for (const each of [socket, server]) {
        sockets.add(each)
        each.on('error', () => {})
        each.on('close', () => sockets.delete(each))
      }
      socket.pipe(server).pipe(socket)
    })
  const listening = (server: Server, on: number) =>
    new Promise<number>((resolve) =>
      server.listen(on, '127.0.0.1', () => {
        const address = server.address()
        resolve(typeof address === 'object' && address ? address.port : 0)
      }),
    )
  let server = serve()
  const through = new URL(url)
  through.port = String(await listening(server, 0))
  return {
    url: through.href,
    cut: (how: 'close' | 'reset' = 'close') => {
      server.close()
      for (const socket of sockets) how === 'close' ? socket.destroy() : socket.resetAndDestroy()
    },
    mend: async () => {
      server = serve()
      await listening(server, Number(through.port))
    },
  }
}

describe.runIf(inject('backend') === 'postgres')('the connections to Postgres', () => {
  let network: Awaited<ReturnType<typeof cuttable>>
  let database: Database
  /** The same database, by a way that is not cut. */
  let beside: Database
  beforeAll(async () => {
    const { url = '' } = await newDatabase()
    network = await cuttable(url)
    database = await openDatabase({ url: network.url, limits: { readConnections: 2, readWait: 700, writeLock: 5_000 } })
    beside = await openDatabase({ url })
  })
  afterAll(async () => {
    await beside.close()
    await database.close()
    network.cut()
  })

  const backWithin = async (limit: number) => {
    const mended = Date.now()
    while ((await failureOf(database.ping())) !== 'none') expect(Date.now() - mended).toBeLessThan(limit)
  }
  const failureOf = (work: Promise<unknown>) => work.then(() => 'none', databaseFailure)

  it('keep their limits beside the options of the address', async () => {
    const url = new URL((await newDatabase()).url ?? '')
    url.searchParams.set('options', '-c work_mem=5MB')
    const other = await openDatabase({ url: url.href, limits: { readStatement: 400, writeLock: 700 } })
    const shown = (role: 'work_mem' | 'statement_timeout' | 'lock_timeout') =>
      `SELECT current_setting('${role}') AS value`
    const read = (name: Parameters<typeof shown>[0]) => other.prisma.$queryRawUnsafe(shown(name))
    expect(await read('work_mem')).toEqual([{ value: '5MB' }])
    expect(await read('statement_timeout')).toEqual([{ value: '400ms' }])
    expect(await other.transaction((sql) => sql.query(shown('lock_timeout')))).toEqual([{ value: '700ms' }])
    expect(await other.transaction((sql) => sql.query(shown('statement_timeout')))).toEqual([{ value: '0' }])
    await other.close()
  })

  it('cut a read that takes too long, which is TIMEOUT, and no write', async () => {
    const { url } = await newDatabase()
    const hasty = await openDatabase({ url, limits: { readStatement: 300 } })
    expect(await failureOf(hasty.prisma.$queryRaw`SELECT pg_sleep(20)::text`)).toBe('TIMEOUT')
    expect(await failureOf(hasty.transaction((sql) => sql.query('SELECT pg_sleep(0.6)::text')))).toBe('none')
    await hasty.close()
  })

  it('let one of two writes wait for the other', async () => {
    const order: number[] = []
    const write = (name: number) =>
      database.transaction(async (sql) => {
        await sql.query('SELECT pg_advisory_xact_lock(1)::text')
        order.push(name)
        await sql.query('SELECT pg_sleep(0.1)::text')
        order.push(name)
      })
    await Promise.all([write(1), write(2)])
    expect(order[0]).toBe(order[1])
    expect(order[2]).toBe(order[3])
  })

  it('answer 503 with Retry-After when all are in use, after a short wait', async () => {
    const handle = handlerOf(database)
    const waiting = `SELECT count(*)::int AS count FROM pg_locks WHERE locktype = 'advisory' AND objid = 7 AND NOT granted`
    const hold = () => failureOf(database.prisma.$queryRaw`SELECT pg_advisory_xact_lock(7)::text`)
    const held = await database.transaction(async (sql) => {
      await sql.query('SELECT pg_advisory_xact_lock(7)::text')
      const reads = Promise.all([hold(), hold()])
      while ((await sql.query<{ count: number }>(waiting))[0]?.count !== 2);
      const before = Date.now()
      const response = await handle('/graphql', query)
      expect(Date.now() - before).toBeLessThan(20_000)
      expect([response.status, response.headers.get('retry-after')]).toEqual([503, '2'])
      expect(await codesOf(response)).toEqual(['UNAVAILABLE'])
      return { reads }
    })
    expect(await held.reads).toEqual(['none', 'none'])
    expect((await handle('/graphql', query)).status).toBe(200)
  })

  it('answer 503 while Postgres is away, and work again within 5 s of its return', async () => {
    const handle = handlerOf(database)
    expect((await handle('/ready')).status).toBe(200)
    network.cut()
    for (const [path, init] of [['/graphql', query], ['/ready'], ['/meetings/a']] as const) {
      const response = await handle(path, init)
      expect([path, response.status, response.headers.get('retry-after')]).toEqual([path, 503, '2'])
      expect(await codesOf(response)).toEqual(['UNAVAILABLE'])
    }
    expect((await handle('/health')).status).toBe(200)
    expect(await failureOf(database.transaction((sql) => sql.query('SELECT 1')))).toBe('UNAVAILABLE')
    await network.mend()
    await backWithin(5_000)
    expect((await handle('/graphql', query)).status).toBe(200)
  })

  it.each(['close', 'reset'] as const)('lose only what is under way when the other side goes by %s', async (how) => {
    const sleep = `SELECT pg_sleep(10)::text AS ${how}`
    const asleep = `SELECT count(*)::int AS count FROM pg_stat_activity
      WHERE datname = current_database() AND state = 'active' AND query = '${sleep}'`
    const under = failureOf(database.prisma.$queryRawUnsafe(sleep))
    const written = failureOf(database.transaction((sql) => sql.query(sleep)))
    while ((await beside.transaction((sql) => sql.query<{ count: number }>(asleep)))[0]?.count !== 2);
    network.cut(how)
    expect([await under, await written]).toEqual(['UNAVAILABLE', 'UNAVAILABLE'])
    await network.mend()
    await backWithin(5_000)
  })
})
