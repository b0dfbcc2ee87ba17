import { beforeAll, describe, expect, it } from 'vitest'
import { createKey, revokeKey } from '../../src/access/keys.js'
import { type TestDatabase, testDatabase } from '../support/database.js'
import { codesOf, handlerOf, operation } from '../support/handler.js'

const browser = { accept: 'text/html,application/xhtml+xml;q=0.9' }

describe('a closed archive in a browser', () => {
  let database: TestDatabase
  let closed: ReturnType<typeof handlerOf>
  let key: string
  beforeAll(async () => {
    database = await testDatabase()
    closed = handlerOf(database, { reading: 'keys' })
    key = (await createKey(database, { name: 'Iris <i>', scope: 'WRITE' })).key
  })

  const post = (path: string, form: Record<string, string>, headers: Record<string, string> = {}) => {
    const body = new URLSearchParams(form).toString()
    const type = 'application/x-www-form-urlencoded'
    return closed(path, {
      method: 'POST',
      body,
      headers: { ...browser, 'content-type': type, 'content-length': String(body.length), ...headers },
    })
  }
  const cookieOf = (response: Response) => response.headers.get('set-cookie')?.split(';')[0] ?? ''

  it('asks for a key, and goes on to the page that was asked for', async () => {
    const page = await closed('/people?order=NAME', { headers: browser })
    expect(page.status).toBe(401)
    expect(await page.text()).toContain('name="to" value="/people?order=NAME"')

    const signedIn = await post('/sign-in', { key, to: '/people?order=NAME' })
    expect([signedIn.status, signedIn.headers.get('location')]).toEqual([303, '/people?order=NAME'])
    expect(signedIn.headers.get('set-cookie')).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/)

    const cookie = cookieOf(signedIn)
    expect((await closed('/people', { headers: { ...browser, cookie: `a=b; ${cookie}` } })).status).toBe(200)
    expect((await closed('/graphql', operation('{ __typename }', {}, { cookie }))).status).toBe(200)
    expect(await (await closed('/sign-in', { headers: { ...browser, cookie } })).text()).toContain('Iris &lt;i&gt;')
  })

  it('lets the cookie read only, and the header win', async () => {
    const cookie = `rapporteur-key=${key}`
    const write = operation('mutation { ingestDocument(input: { text: "a" }) { __typename } }', {}, { cookie })
    expect(await codesOf(await closed('/graphql', write))).toEqual(['FORBIDDEN'])
    expect((await closed('/people', { headers: { cookie, authorization: 'Bearer nothing' } })).status).toBe(401)
  })

  it('takes no key that is none, and forgets one that is revoked', async () => {
    const wrong = await post('/sign-in', { key: 'rap_nothing', to: '/people' })
    expect([wrong.status, wrong.headers.get('set-cookie')]).toEqual([401, null])
    expect(await wrong.text()).toContain('role="alert"')

    const other = await createKey(database, { name: 'b', scope: 'READ' })
    await revokeKey(database, other.id)
    const cookie = `rapporteur-key=${other.key}`
    expect((await closed('/people', { headers: { ...browser, cookie } })).status).toBe(401)
    expect(cookieOf(await post('/sign-out', {}))).toBe('rapporteur-key=')
  })

  it.each(['//elsewhere.example', '/\\elsewhere.example', 'https://elsewhere.example', '/a\r\nb'])(
    'leads to no other site: %s',
    async (to) => {
      expect((await post('/sign-in', { key, to })).headers.get('location')).toBe('/')
    },
  )

  it('takes no form of another site', async () => {
    expect((await post('/sign-in', { key }, { origin: 'https://elsewhere.example' })).status).toBe(403)
  })

  it('keeps the key to TLS where readers come by it', async () => {
    const secure = handlerOf(database, { reading: 'keys', publicUrl: 'https://records.example' })
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': String(`key=${key}`.length),
    }
    const answer = await secure('/sign-in', { method: 'POST', body: `key=${key}`, headers })
    expect(answer.headers.get('set-cookie')).toContain('; Secure')
  })

  it('has none of it where reading is open', async () => {
    expect((await handlerOf(database)('/sign-in', { headers: browser })).status).toBe(404)
  })
})
