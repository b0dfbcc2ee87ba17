import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createKey } from '../../src/access/keys.js'
import { addressIn, Buckets, rateLimitsOf } from '../../src/http/checks/rate-limit.js'
import { ingester, openReader } from '../../src/ingest-document/ingester.js'
import { schema } from '../../src/schema/schema.js'
import { listen } from '../../src/server.js'
import { readSettings } from '../../src/settings/settings.js'
import { createHandler } from '../../src/yoga.js'
import { testDatabase } from '../support/database.js'

const query = JSON.stringify({ query: '{ __typename }' })
const json = { 'content-type': 'application/json' }

/** No time passes, so that no bucket fills meanwhile. */
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] })
  return () => vi.useRealTimers()
})

/** A server that listens on loopback and counts all the same. */
async function counting(environment: Record<string, string>) {
  const database = await testDatabase()
  const { key } = await createKey(database, { name: 'a', scope: 'READ' })
  const server = await listen({ port: 0, host: '127.0.0.1' })
  const handler = createHandler({
    schema,
    database,
    ingest: ingester(database, openReader()),
    settings: readSettings(environment),
  })
  server.use(handler.listener)
  const ask = async (headers: Record<string, string> = {}, path = '/graphql') => {
    const response = await fetch(server.url + path, {
      headers: { ...json, ...headers },
      ...(path === '/graphql' ? { method: 'POST', body: query } : {}),
    })
    return { response, text: await response.text() }
  }
  const statuses = async (count: number, headers: Record<string, string> = {}, path = '/graphql') => {
    const found: number[] = []
    while (found.length < count) found.push((await ask(headers, path)).response.status)
    return found
  }
  const close = () => server.close(0).then(() => handler.dispose())
  return { key, ask, statuses, close }
}

describe('the rate limit', () => {
  it('holds for one address on every way out, says how long to wait, and leaves probes alone', async () => {
    const server = await counting({ RAPPORTEUR_RATE_BY_ADDRESS: '4' })
    expect(await server.statuses(4)).toEqual([200, 200, 200, 200])
    for (const path of ['/graphql', '/meetings/a', '/export.ndjson', '/feed.xml', '/schema.graphql']) {
      const { response, text } = await server.ask({ origin: 'http://localhost:3000' }, path)
      expect([path, response.status]).toEqual([path, 429])
      expect(response.headers.get('retry-after')).toBe('15')
      expect(response.headers.get('access-control-allow-origin')).toBe('http://localhost:3000')
      const [error] = (JSON.parse(text) as { errors: unknown[] }).errors
      expect(error).toMatchObject({
        message: expect.stringMatching(/Ask again in 15 seconds\.$/),
        extensions: { code: 'RATE_LIMITED' },
      })
    }
    expect(await server.statuses(2, {}, '/health')).toEqual([200, 200])
    await server.close()
  })

  it('holds for one key, and for the address of who tries keys that are none', async () => {
    const server = await counting({ RAPPORTEUR_RATE_BY_ADDRESS: '3', RAPPORTEUR_RATE_BY_KEY: '2' })
    const key = { authorization: `Bearer ${server.key}` }
    expect(await server.statuses(3, key)).toEqual([200, 200, 429])
    expect(await server.statuses(4, { authorization: 'Bearer nothing' })).toEqual([401, 401, 401, 429])
    expect(await server.statuses(1)).toEqual([429])
    await server.close()
  })

  it('is for whom a proxy names only where one is said to stand in front', async () => {
    const from = (address: string) => ({ 'x-forwarded-for': `9.9.9.9, ${address}` })
    const behind = await counting({ RAPPORTEUR_RATE_BY_ADDRESS: '1', RAPPORTEUR_PROXIES: '1' })
    expect(await behind.statuses(2, from('10.0.0.1'))).toEqual([200, 429])
    expect(await behind.statuses(2, from('10.0.0.2'))).toEqual([200, 429])
    await behind.close()
    const open = await counting({ RAPPORTEUR_RATE_BY_ADDRESS: '1' })
    expect(await open.statuses(1, from('10.0.0.1'))).toEqual([200])
    expect(await open.statuses(1, from('10.0.0.2'))).toEqual([429])
    await open.close()
  })

  it('is off on loopback, where none is set', () => {
    expect(rateLimitsOf(readSettings({}))).toBeUndefined()
    expect(
      rateLimitsOf(readSettings({ HOST: '0.0.0.0', RAPPORTEUR_RATE_BY_ADDRESS: '0', RAPPORTEUR_RATE_BY_KEY: '0' })),
    ).toBeUndefined()
    const limits = rateLimitsOf(readSettings({ HOST: '0.0.0.0' }))
    expect(Array.from({ length: 6_001 }, () => limits?.usedKey('a')).findIndex((wait) => wait !== 0)).toBe(6_000)
  })
})

describe('an address', () => {
  const of = (remoteAddress: string | undefined, forwarded: string | undefined, proxies: number) =>
    addressIn({ headers: { 'x-forwarded-for': forwarded }, socket: { remoteAddress } } as never, proxies)

  it.each([
    ['1.2.3.4', undefined, 0, '1.2.3.4'],
    ['1.2.3.4', '5.6.7.8', 0, '1.2.3.4'],
    ['1.2.3.4', '9.9.9.9, 5.6.7.8', 1, '5.6.7.8'],
    ['1.2.3.4', '9.9.9.9, 5.6.7.8', 2, '9.9.9.9'],
    ['1.2.3.4', '5.6.7.8', 2, '1.2.3.4'],
    ['1.2.3.4', 'no address', 1, '1.2.3.4'],
    ['::ffff:1.2.3.4', undefined, 0, '1.2.3.4'],
    ['2001:db8:0:7::1', undefined, 0, '2001:db8:0:7'],
    ['2001:0db8:0000:0007:1:2:3:4', undefined, 0, '2001:db8:0:7'],
    ['::1', undefined, 0, '0:0:0:0'],
    ['fe80::1%eth0', undefined, 0, 'fe80:0:0:0'],
    [undefined, undefined, 0, ''],
  ])('%s, forwarded for %s, behind %i proxies, is %s', (remote, forwarded, proxies, address) => {
    expect(of(remote, forwarded, proxies)).toBe(address)
  })
})

describe('a bucket', () => {
  it('holds a minute, fills steadily, and gives the time until the next', () => {
    let now = 0
    const buckets = new Buckets(6, () => now)
    expect(Array.from({ length: 7 }, () => buckets.take('a'))).toEqual([0, 0, 0, 0, 0, 0, 10])
    now = 4_000
    expect([buckets.take('a'), buckets.wait('a'), buckets.wait('b')]).toEqual([6, 6, 0])
    now = 10_000
    expect([buckets.wait('a'), buckets.take('a'), buckets.take('a')]).toEqual([0, 0, 10])
    now = 1_000_000
    expect(Array.from({ length: 7 }, () => buckets.take('a'))).toEqual([0, 0, 0, 0, 0, 0, 10])
  })

  it('that is full again takes no memory', () => {
    let now = 0
    const buckets = new Buckets(6, () => now)
    for (let i = 0; i < 1_000; i++) buckets.take(String(i))
    expect(buckets.size).toBe(1_000)
    now = 61_000
    buckets.take('a')
    expect(buckets.size).toBe(1)
    for (let i = 0; i < 100_500; i++) buckets.take(String(i))
    expect(buckets.size).toBe(100_000)
  })
})
