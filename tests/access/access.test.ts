import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { createKey, listKeys, revokeKey } from '../../src/access/keys.js'
import { ensureLocalKey, readLocalKey } from '../../src/access/local-key.js'
import { dataFolder } from '../../src/database/embedded/data-folder.js'
import { type TestDatabase, testDatabase } from '../support/database.js'
import { codesOf, handlerOf, operation } from '../support/handler.js'

let database: TestDatabase
beforeEach(async () => {
  database = await testDatabase()
})

const bearer = (key: string) => ({ authorization: `Bearer ${key}` })
const ingest = 'mutation { ingestDocument(input: {}) { __typename } }'

describe('reading', () => {
  it('is open to all', async () => {
    const response = await handlerOf(database)('/graphql', operation('{ __typename }'))
    expect(await response.json()).toEqual({ data: { __typename: 'Query' } })
  })

  it('is refused to a key that is unknown, revoked or malformed', async () => {
    const { id, key } = await createKey(database, { name: 'a', scope: 'ADMIN' })
    await revokeKey(database, id)
    for (const authorization of ['Bearer nothing', `Bearer ${key}`, 'Basic abc', 'Bearer'])
      for (const path of ['/graphql?query={__typename}', '/meetings/a', '/schema.graphql']) {
        const response = await handlerOf(database)(path, { headers: { authorization } })
        expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
        expect(await codesOf(response)).toEqual(['UNAUTHENTICATED'])
      }
  })

  it('needs a key on every way out where it is closed', async () => {
    const closed = handlerOf(database, { reading: 'keys' })
    const { key } = await createKey(database, { name: 'reader', scope: 'READ' })
    for (const path of [
      '/graphql?query={__typename}',
      '/',
      '/people',
      '/feed.xml',
      '/export.ndjson',
      '/schema.graphql',
    ]) {
      expect([path, (await closed(path)).status]).toEqual([path, 401])
      expect([path, (await closed(path, { headers: bearer(key) })).status]).toEqual([path, 200])
    }
    expect((await closed('/graphql', { headers: { accept: 'text/html' } })).status).toBe(200) // GraphiQL asks for the key
    expect(
      (await closed('/graphql?query={__typename}', { headers: { accept: 'text/html' } })).headers.get('content-type'),
    ).toContain('text/html')
    expect((await closed('/health')).status).toBe(200)
  })
})

describe('writing', () => {
  const write = async (headers: Record<string, string>) => {
    const response = await handlerOf(database)('/graphql', operation(ingest, {}, headers))
    return [response.status, ...(await codesOf(response))]
  }

  it('needs a key of scope write', async () => {
    const keyOf = async (scope: 'READ' | 'WRITE' | 'ADMIN') =>
      bearer((await createKey(database, { name: scope, scope })).key)
    expect(await write({})).toEqual([401, 'UNAUTHENTICATED'])
    expect(await write(await keyOf('READ'))).toEqual([403, 'FORBIDDEN'])
    expect(await write(await keyOf('WRITE'))).toEqual([200])
    expect(await write(await keyOf('ADMIN'))).toEqual([200])
  })
})

describe('keys', () => {
  it('are stored as a hash only', async () => {
    const { key } = await createKey(database, { name: 'a', scope: 'READ' })
    const stored = JSON.stringify(await database.prisma.apiKey.findMany())
    expect(stored).not.toContain(key)
    expect(stored).not.toContain(key.slice(4))
  })

  it('are made, listed and revoked over HTTP by an admin', async () => {
    const handle = handlerOf(database)
    const admin = bearer((await createKey(database, { name: 'admin', scope: 'ADMIN' })).key)
    const wanted = { name: 'a reader', scope: 'READ' }
    const json = { ...admin, 'content-type': 'application/json' }
    const made = await handle('/keys', { method: 'POST', headers: json, body: JSON.stringify(wanted) })
    const { id, key } = (await made.json()) as { id: string; key: string }
    expect((await handle('/graphql?query={__typename}', { headers: bearer(key) })).status).toBe(200)
    const list = await (await handle('/keys', { headers: admin })).json()
    expect(list).toMatchObject([{ id, ...wanted, revokedAt: null }, { name: 'admin' }])
    expect(JSON.stringify(list)).not.toContain('sha256')
    expect((await handle(`/keys/${id}`, { method: 'DELETE', headers: admin })).status).toBe(200)
    expect((await handle('/graphql?query={__typename}', { headers: bearer(key) })).status).toBe(401)
    expect((await handle(`/keys/${id}`, { method: 'DELETE', headers: admin })).status).toBe(404)
    expect((await handle('/keys/%E0%A4%A', { method: 'DELETE', headers: admin })).status).toBe(404)
  })

  it('are shown to no other key', async () => {
    const writer = bearer((await createKey(database, { name: 'writer', scope: 'WRITE' })).key)
    expect((await handlerOf(database)('/keys', { headers: writer })).status).toBe(403)
    expect((await handlerOf(database)('/keys')).status).toBe(401)
  })

  it('remember when they were last used', async () => {
    const { key } = await createKey(database, { name: 'a', scope: 'READ' })
    expect((await listKeys(database))[0]?.lastUsedAt).toBeNull()
    await handlerOf(database)('/schema.graphql', { headers: bearer(key) })
    expect((await listKeys(database))[0]?.lastUsedAt).toBeInstanceOf(Date)
  })
})

describe('the local key', () => {
  it('is made once, in a file that only its owner can read', async () => {
    const path = mkdtempSync(join(tmpdir(), 'rapporteur-key-'))
    const folder = dataFolder(path)
    await ensureLocalKey(database, folder)
    const key = await readLocalKey(folder)
    expect(statSync(folder.adminKey).mode & 0o777).toBe(0o600)
    await ensureLocalKey(database, folder)
    expect(readFileSync(folder.adminKey, 'utf8').trim()).toBe(key)
    expect(await listKeys(database)).toMatchObject([{ name: 'local', scope: 'ADMIN' }])
    rmSync(path, { recursive: true })
  })
})
