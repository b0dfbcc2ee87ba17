import { createHash } from 'node:crypto'
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createKey, revokeKey } from '../../src/access/keys.js'
import { recordChanges } from '../../src/feed/record-changes.js'
import { KeyMemory } from '../../src/http/checks/key-memory.js'
import { ArchiveVersion, TRUSTED_FOR, Writes } from '../../src/http/graphql/archive-version.js'
import { testDatabase } from '../support/database.js'
import { handlerOf } from '../support/handler.js'
import { startServer, type TestServer } from '../support/server.js'

interface Answer {
  status: number | undefined
  headers: IncomingHttpHeaders
  body: string
}

const query = '{ meetings(first: 1) { nodes { title permalink } } }'
const hash = createHash('sha256').update(query).digest('hex')
const path = `/graphql?${new URLSearchParams({ query })}`
const byHash = `/graphql?${new URLSearchParams({ extensions: JSON.stringify({ persistedQuery: { version: 1, sha256Hash: hash } }) })}`

function get(server: TestServer, address: string, headers: Record<string, string> = {}): Promise<Answer> {
  const { hostname, port } = new URL(server.url)
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ hostname, port, path: address, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks).toString() }),
      )
    })
    sent.on('error', reject)
    sent.end()
  })
}

const again = (server: TestServer, { headers }: Answer, more: Record<string, string> = {}, address = path) =>
  get(server, address, { 'if-none-match': String(headers.etag), ...more })

/** A change as any writer of the archive makes it. */
const change = (server: TestServer) =>
  server.database.transaction((sql) =>
    recordChanges(
      sql,
      [{ kind: 'UPDATED', subjectKind: 'THEME', subjectId: '00000000-0000-7000-8000-000000000001', reason: null }],
      null,
    ),
  )

describe.each([
  ['with the compiled read path', {}],
  ['without it', { RAPPORTEUR_READ_PATH: 'off' }],
])('a GET %s', (_name, settings) => {
  let server: TestServer
  beforeAll(async () => {
    server = await startServer(settings)
    await get(server, path)
  })
  afterAll(() => server.close())

  it('is not answered again, nor read, where nothing has changed since', async () => {
    const first = await get(server, path)
    expect(first).toMatchObject({ status: 200, headers: { 'cache-control': 'public, max-age=5' } })
    await again(server, first) // the version may be read here
    server.database.statements.length = 0
    const answers = await Promise.all([again(server, first), again(server, first), again(server, first)])
    for (const { status, headers, body } of answers)
      expect({ status, tag: headers.etag, vary: headers.vary, body }).toEqual({
        status: 304,
        tag: first.headers.etag,
        vary: 'accept, accept-encoding, authorization, origin',
        body: '',
      })
    expect(server.database.statements.filter((sql) => sql.includes('"Meeting"'))).toEqual([])
  })

  it('is answered anew once this server has written', async () => {
    const first = await get(server, path)
    await change(server)
    const next = await again(server, first)
    expect(next).toMatchObject({ status: 200, body: first.body })
    expect(next.headers.etag).not.toBe(first.headers.etag)
    expect(await again(server, next)).toMatchObject({ status: 304 })
  })

  it('has another tag by another address, another type, and with a key', async () => {
    const { key } = await createKey(server.database, { name: 'reader', scope: 'READ' })
    const all = [
      await get(server, path),
      await get(server, `${path}&operationName=`),
      await get(server, path, { accept: 'application/graphql-response+json' }),
      await get(server, path, { authorization: `Bearer ${key}` }),
    ]
    expect(all.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect(new Set(all.map(({ headers }) => headers.etag)).size).toBe(4)
    expect(all.at(-1)?.headers['cache-control']).toBe('private, no-cache')
  })

  it('has none with an error', async () => {
    const { headers } = await get(
      server,
      `/graphql?${new URLSearchParams({ query: '{ meetings(first: 101) { totalCount } }' })}`,
    )
    expect(headers).not.toHaveProperty('etag')
    expect(headers).not.toHaveProperty('cache-control')
  })

  it('can send the hash of a query that was answered before, and no other', async () => {
    const known = await get(server, byHash)
    expect(known).toMatchObject({ status: 200, body: (await get(server, path)).body })
    expect(await again(server, known, {}, byHash)).toMatchObject({ status: 304 })
    const unknown = await get(server, byHash.replace(hash, hash.replace(/^../, '00')))
    expect(unknown).toMatchObject({ status: 200, headers: { 'cache-control': 'no-store' } })
    expect(JSON.parse(unknown.body)).toEqual({
      errors: [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
    })
  })

  it('is refused with a key that was revoked a moment before', async () => {
    const { key, id } = await createKey(server.database, { name: 'gone', scope: 'READ' })
    const authorization = `Bearer ${key}`
    const first = await get(server, path, { authorization })
    expect(await again(server, first, { authorization })).toMatchObject({ status: 304 })
    await revokeKey(server.database, id)
    expect(await again(server, first, { authorization })).toMatchObject({ status: 401 })
  })
})

describe('a closed archive', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startServer({ RAPPORTEUR_READING: 'keys' })
  })
  afterAll(() => server.close())

  it('gives nothing to be kept, and 304 to no one without a key', async () => {
    const authorization = `Bearer ${server.apiKey}`
    for (let times = 0; times < 2; times++) {
      const first = await get(server, path, { authorization })
      expect(first).toMatchObject({ status: 200, headers: { 'cache-control': 'private, no-store' } })
      expect(await again(server, first, { authorization })).toMatchObject({ status: 304 })
      expect(await again(server, first)).toMatchObject({ status: 401 })
    }
  })
})

describe.each([
  ['with the compiled read path', {}],
  ['without it', { RAPPORTEUR_READ_PATH: 'off' }],
])('a GET that has no good answer, %s', (_name, settings) => {
  it('is told so, whatever answers its sender has', async () => {
    const server = await startServer(settings)
    const wrong = `/graphql?${new URLSearchParams({ query: '{ nothing }' })}`
    const everything = { 'if-none-match': '*' }
    for (const _time of [1, 2]) expect((await get(server, wrong, everything)).body).toContain('"errors"')
    for (const _time of [1, 2]) expect((await get(server, path, everything)).body).toContain('"data"')
    await server.close()
  })
})

describe('a server that reads replicas', () => {
  it('gives no tags', async () => {
    const handle = handlerOf(await testDatabase(), { etags: 'off' })
    const { status, headers } = await handle(path, { headers: { 'if-none-match': '*' } })
    expect(status).toBe(200)
    expect(headers.get('etag')).toBeNull()
  })
})

describe('a key', () => {
  it('is looked up once a second, and after each write', async () => {
    const database = await testDatabase()
    const { key } = await createKey(database, { name: 'reader', scope: 'READ' })
    let now = 0
    const deaf = { ...database, listen: () => async () => {} } // what NOTIFY tells of is told at any time
    const keys = new KeyMemory(database, new Writes(deaf), () => now)
    await keys.find(`Bearer ${key}`) // notes that it was used, which is a write
    const lookedUp = async () => {
      database.statements.length = 0
      expect(await keys.find(`Bearer ${key}`)).toMatchObject({ key: { name: 'reader' } })
      return database.statements.length > 0
    }
    expect([await lookedUp(), await lookedUp()]).toEqual([true, false])
    now += TRUSTED_FOR - 1
    expect(await lookedUp()).toBe(false)
    now += 1
    expect([await lookedUp(), await lookedUp()]).toEqual([true, false])
    await createKey(database, { name: 'another', scope: 'READ' })
    expect(await lookedUp()).toBe(true)
  })
})

describe('the version of the archive', () => {
  it('is read again after a second, also where nobody tells of a write', async () => {
    const database = await testDatabase()
    let now = 0
    const deaf = { ...database, listen: () => async () => {} }
    const version = new ArchiveVersion(deaf, new Writes(deaf), () => now)
    const empty = await version.current()
    await database.prisma.change.create({
      data: {
        sequence: 1n,
        at: new Date(0),
        kind: 'CREATED',
        subjectKind: 'THEME',
        subjectId: '00000000-0000-7000-8000-000000000001',
      },
    })
    now = TRUSTED_FOR - 1
    database.statements.length = 0
    expect(await version.current()).toBe(empty)
    expect(database.statements).toEqual([])
    now = TRUSTED_FOR
    expect(await version.current()).not.toBe(empty)
  })

  it('is another once the oldest change is gone', async () => {
    const database = await testDatabase()
    const change = {
      at: new Date(0),
      kind: 'CREATED',
      subjectKind: 'THEME',
      subjectId: '00000000-0000-7000-8000-000000000001',
    } as const
    await database.prisma.change.createMany({ data: [1n, 2n].map((sequence) => ({ sequence, ...change })) })
    const before = await new ArchiveVersion(database, new Writes(database)).current()
    await database.prisma.change.delete({ where: { sequence: 1n } })
    const writes = new Writes(database)
    expect(await new ArchiveVersion(database, writes).current()).not.toBe(before)
  })
})
