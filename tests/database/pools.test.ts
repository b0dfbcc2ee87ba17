import { connect, createServer, type Server, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Database } from '../../src/database/database.js'
import { databaseFailure } from '../../src/database/failure.js'
import { openDatabase } from '../../src/database/open-database.js'
import { newDatabase } from '../support/database.js'
import { codesOf, handlerOf, operation } from '../support/handler.js'
import { ownPort } from '../support/own-port.js'
import { until } from '../support/until.js'

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
    new Promise<void>((resolve, reject) => server.once('error', reject).listen(on, '127.0.0.1', resolve))
  let server = serve()
  const own = await ownPort()
  await listening(server, own)
  const through = new URL(url)
  through.port = String(own)
  return {
    url: through.href,
    cut: (how: 'close' | 'reset' = 'close') => {
      server.close()
      for (const socket of sockets) how === 'close' ? socket.destroy() : socket.resetAndDestroy()
    },
    mend: async () => {
      server = serve()
      await listening(server, own)
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
    const limits = { readConnections: 2, readWait: 2_000, readStatement: 120_000 }
    database = await openDatabase({ url: network.url, limits })
    beside = await openDatabase({ url })
  })
  afterAll(async () => {
    await beside.close()
    await database.close()
    network.cut()
  })

  /** Each connection that broke may fail one use more; then there is another. */
  const back = () =>
    until(
      () => failureOf(database.ping()),
      (failure) => failure === 'none',
    )
  const failureOf = (work: Promise<unknown>) => work.then(() => 'none', databaseFailure)
  const bothOf = ([row]: { count: number }[]) => row?.count === 2

  it('keep their limits beside the options of the address', async () => {
    const url = new URL((await newDatabase()).url ?? '')
    url.searchParams.set('options', '-c work_mem=5MB')
    const other = await openDatabase({ url: url.href, limits: { readStatement: 40_000, writeLock: 70_000 } })
    const shown = (role: 'work_mem' | 'statement_timeout' | 'lock_timeout') =>
      `SELECT current_setting('${role}') AS value`
    const read = (name: Parameters<typeof shown>[0]) => other.prisma.$queryRawUnsafe(shown(name))
    expect(await read('work_mem')).toEqual([{ value: '5MB' }])
    expect(await read('statement_timeout')).toEqual([{ value: '40s' }])
    expect(await other.transaction((sql) => sql.query(shown('lock_timeout')))).toEqual([{ value: '70s' }])
    expect(await other.transaction((sql) => sql.query(shown('statement_timeout')))).toEqual([{ value: '0' }])
    await other.close()
  })

  it('cut a read that takes too long, which is TIMEOUT, and no write', async () => {
    const { url } = await newDatabase()
    const hasty = await openDatabase({ url, limits: { readWait: 60_000, readStatement: 300 } })
    expect(await failureOf(hasty.prisma.$queryRaw`SELECT pg_sleep(20)::text`)).toBe('TIMEOUT')
    expect(await failureOf(hasty.transaction((sql) => sql.query('SELECT pg_sleep(0.4)::text')))).toBe('none')
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
      await until(() => sql.query<{ count: number }>(waiting), bothOf)
      const response = await handle('/graphql', query)
      expect([response.status, response.headers.get('retry-after')]).toEqual([503, '2'])
      expect(await codesOf(response)).toEqual(['UNAVAILABLE'])
      return { reads }
    })
    expect(await held.reads).toEqual(['none', 'none'])
    expect((await handle('/graphql', query)).status).toBe(200)
  })

  it('answer 503 while Postgres is away, and work again after its return', async () => {
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
    await back()
    expect((await handle('/graphql', query)).status).toBe(200)
  })

  it.each(['close', 'reset'] as const)('lose only what is under way when the other side goes by %s', async (how) => {
    const sleep = `SELECT pg_sleep(60)::text AS ${how}`
    const asleep = `SELECT count(*)::int AS count FROM pg_stat_activity
      WHERE datname = current_database() AND state = 'active' AND query = '${sleep}'`
    const under = failureOf(database.prisma.$queryRawUnsafe(sleep))
    const written = failureOf(database.transaction((sql) => sql.query(sleep)))
    await until(() => beside.transaction((sql) => sql.query<{ count: number }>(asleep)), bothOf)
    network.cut(how)
    expect([await under, await written]).toEqual(['UNAVAILABLE', 'UNAVAILABLE'])
    await network.mend()
    await back()
  })
})
