import { request as httpRequest } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ingester, openReader } from '../../src/ingest-document/ingester.js'
import { schema } from '../../src/schema/schema.js'
import { listen, type Server } from '../../src/server.js'
import { readSettings } from '../../src/settings/settings.js'
import { createHandler } from '../../src/yoga.js'
import { startServer, type TestServer } from '../support/server.js'

/** Texts of paragraphs by many names, so that the answer is large. */
const aliases = Array.from({ length: 6 }, (_, i) => `a${i}: paragraphs(first: 20) { nodes { text } }`)
const large = `{ meetings { nodes { ${aliases.join(' ')} } } }`
const small = '{ meetings { nodes { title } } }'

interface Answer {
  encoding: string | undefined
  vary: string | undefined
  length: number
  body: Buffer
}

function ask(url: string, query: string, accepted?: string): Promise<Answer> {
  const headers = {
    'content-type': 'application/json',
    'content-length': String(JSON.stringify({ query }).length),
    ...(accepted ? { 'accept-encoding': accepted } : {}),
  }
  return new Promise((resolve, reject) => {
    const sent = httpRequest(`${url}/graphql`, { method: 'POST', headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const body = Buffer.concat(chunks)
        const { vary, 'content-encoding': encoding, 'content-length': length } = response.headers
        resolve({ encoding, vary, length: Number(length), body })
      })
    })
    sent.on('error', reject)
    sent.end(JSON.stringify({ query }))
  })
}

describe.each([
  ['without Yoga', 'on'],
  ['by Yoga', 'off'],
])('an answer, %s', (_name, readPath) => {
  let local: TestServer
  let server: Server
  beforeAll(async () => {
    local = await startServer({ RAPPORTEUR_READ_PATH: readPath })
    server = await listen({ port: 0, host: '127.0.0.1' })
    const settings = readSettings({ HOST: '0.0.0.0', RAPPORTEUR_READ_PATH: readPath })
    const { database } = local
    server.use(createHandler({ schema, database, ingest: ingester(database, openReader()), settings }).listener)
    await Promise.all([large, small].map((query) => ask(server.url, query))) // known from here on
  })
  afterAll(() => Promise.all([server.close(0), local.close()]))

  it.each([
    ['br', 'gzip, br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
  ] as const)('that is large is sent as %s to whoever takes that', async (encoding, accepted, plain) => {
    const whole = await ask(server.url, large)
    expect(whole).toMatchObject({ encoding: undefined, vary: 'accept-encoding', length: whole.body.length })
    const answer = await ask(server.url, large, accepted)
    expect(answer).toMatchObject({ encoding, vary: 'accept-encoding', length: answer.body.length })
    expect(plain(answer.body).equals(whole.body)).toBe(true)
    expect(answer.length).toBeLessThan(whole.length / 3)
  })

  it('that is small is sent as it is, as all are to this machine', async () => {
    expect(await ask(server.url, small, 'br')).toMatchObject({ encoding: undefined, vary: undefined })
    expect(await ask(local.url.replace('/graphql', ''), large, 'br')).toMatchObject({ encoding: undefined })
  })
})
