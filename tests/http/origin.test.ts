import { beforeAll, describe, expect, it } from 'vitest'
import { isLoopback } from '../../src/http/checks/loopback.js'
import { type TestDatabase, testDatabase } from '../support/database.js'
import { handlerOf } from '../support/handler.js'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})

describe('the Host header', () => {
  it.each(['localhost:4000', '127.0.0.1', '[::1]:4000', 'x.localhost'])('may be %s on loopback', async (host) => {
    expect((await handlerOf(database)('/ready', { headers: { host } })).status).toBe(200)
  })

  it.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example', '10.0.0.1:4000', ''])(
    'may not be "%s" on loopback: a page of that name could read everything',
    async (host) => {
      for (const path of ['/graphql?query={__typename}', '/ready', '/meetings/a', '/schema.graphql', '/keys']) {
        const response = await handlerOf(database)(path, { headers: { host } })
        expect(response.status).toBe(421)
        expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] })
      }
    },
  )

  it('may be any when the server listens for others', async () => {
    const open = handlerOf(database, { host: '0.0.0.0' })
    expect((await open('/ready', { headers: { host: 'records.example' } })).status).toBe(200)
  })

  it('is compared as an address', () => {
    expect(['127.8.9.1', 'LOCALHOST', '::1'].map(isLoopback)).toEqual([true, true, true])
    expect(['128.0.0.1', 'localhosts', '::2', 'fe80::1'].map(isLoopback)).toEqual([false, false, false, false])
  })
})

describe('CORS', () => {
  const allowed = async (origin: string, settings: Parameters<typeof handlerOf>[1] = {}) => {
    const preflight = { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST' } }
    const answers = [await handlerOf(database, settings)('/graphql', preflight)]
    answers.push(await handlerOf(database, settings)('/graphql?query={__typename}', { headers: { origin } }))
    const [first, second] = answers.map(({ headers }) => headers.get('access-control-allow-origin'))
    expect(first).toBe(second)
    for (const { headers } of answers) expect(headers.get('access-control-allow-credentials')).toBeNull()
    const shown = answers.flatMap(({ headers }) => headers.get('access-control-expose-headers') ?? [])
    expect(shown).toEqual(first === null ? [] : Array(2).fill('etag, idempotency-replayed, retry-after'))
    return first ?? null
  }

  it('lets pages of this machine in while listening on loopback, and no others', async () => {
    expect(await allowed('http://localhost:5173')).toBe('http://localhost:5173')
    expect(await allowed('https://evil.example')).toBeNull()
    expect(await allowed('null')).toBeNull()
  })

  it('lets nobody in elsewhere', async () => {
    expect(await allowed('http://localhost:5173', { host: '0.0.0.0' })).toBeNull()
  })

  it('lets in whom the list names, and nobody else', async () => {
    const settings = { corsOrigins: ['https://a.example', 'https://b.example'] }
    expect(await allowed('https://b.example', settings)).toBe('https://b.example')
    expect(await allowed('http://localhost:5173', settings)).toBeNull()
  })
})
