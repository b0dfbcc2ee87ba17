import { createHash } from 'node:crypto'
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { parse } from 'graphql'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Arrival } from '../../src/http/arrival.js'
import { graphqlAnswers } from '../../src/http/graphql/graphql-answers.js'
import { KnownDocuments } from '../../src/http/graphql/known-documents.js'
import type { Read } from '../../src/http/graphql/read-answer.js'
import { send as sendAnswer } from '../../src/http/send.js'
import { observerOf } from '../../src/observe/observer.js'
import type { RequestRecord } from '../../src/observe/request-record.js'
import { schema } from '../../src/schema/schema.js'
import { listen } from '../../src/server.js'
import { readSettings } from '../../src/settings/settings.js'
import { createHandler } from '../../src/yoga.js'
import { startServer, type TestServer } from '../support/server.js'

interface Answer {
  status: number | undefined
  headers: IncomingHttpHeaders
  body: string
}

interface Sent {
  method?: string
  path?: string
  headers?: Record<string, string>
  body?: string | Buffer
}

/** A request as it is on the wire: nothing is added but the length. */
function send(url: string, { method = 'POST', path = '/graphql', headers = {}, body }: Sent): Promise<Answer> {
  const { hostname, port } = new URL(url)
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
  return new Promise((resolve, reject) => {
    const request = httpRequest({ hostname, port, method, path, headers: { ...length, ...headers } }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const { date: _, ...given } = response.headers
        const rest = Object.fromEntries(Object.entries(given).sort(([a], [b]) => (a < b ? -1 : 1))) // their order says nothing
        resolve({ status: response.statusCode, headers: rest, body: Buffer.concat(chunks).toString() })
      })
    })
    request.on('error', reject)
    request.end(body)
  })
}

const query =
  'query Q($first: Int = 5, $slug: String! = "none") { meetings(first: $first) { nodes { title permalink } } theme(slug: $slug) { title } }'
const persisted = (text: string) => ({
  persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(text).digest('hex') },
})
const json = { 'content-type': 'application/json' }
const post = (body: unknown, headers: Record<string, string> = {}): Sent => ({
  headers: { ...json, ...headers },
  body: typeof body === 'string' ? body : JSON.stringify(body),
})
const get = (parameters: Record<string, string>, headers: Record<string, string> = {}): Sent => ({
  method: 'GET',
  path: `/graphql?${new URLSearchParams(parameters)}`,
  headers,
})

const requests: [name: string, sent: Sent][] = [
  ['a query', post({ query })],
  ['a query with variables', post({ query, variables: { first: 2, slug: 'nothing' } })],
  ['variables that are null', post({ query, variables: null, operationName: null })],
  ['an operation by its name', post({ query, operationName: 'Q' })],
  ['an operation that there is not', post({ query, operationName: 'R' })],
  ['a GET', get({ query, variables: '{"first":1}' })],
  ['a GET without variables', get({ query })],
  ['a GET with what is no JSON', get({ query, variables: '{' })],
  ['a GET with variables that are no object', get({ query, variables: '[]' })],
  ['a GET of a page', get({ query }, { accept: 'text/html' })],
  ['accept: application/json', post({ query }, { accept: 'application/json' })],
  ['accept: application/graphql-response+json', post({ query }, { accept: 'application/graphql-response+json' })],
  ['accept: both', post({ query }, { accept: 'application/graphql-response+json, application/json' })],
  ['accept: as Apollo', post({ query }, { accept: 'application/graphql-response+json,application/json;q=0.9' })],
  ['accept: as fetch', post({ query }, { accept: '*/*' })],
  ['accept: with a stream', post({ query }, { accept: 'application/json, text/event-stream' })],
  ['accept: a weight first', post({ query }, { accept: 'application/json;q=0.1, application/graphql-response+json' })],
  ['accept: nothing that there is', post({ query }, { accept: 'image/png' })],
  ['a charset', post({ query }, { 'content-type': 'application/json; charset=utf-8' })],
  ['another charset', post({ query }, { 'content-type': 'application/json; charset=utf-16' })],
  ['another type', post({ query }, { 'content-type': 'text/plain' })],
  ['no type', { body: JSON.stringify({ query }) }],
  ['an origin of this machine', post({ query }, { origin: 'http://localhost:3000' })],
  ['a foreign origin', post({ query }, { origin: 'https://example.org' })],
  ['a foreign host', post({ query }, { host: 'example.org' })],
  ['a key that is none', post({ query }, { authorization: 'Bearer rap_nothing' })],
  ['no JSON', post('{"query":')],
  ['an empty body', post('')],
  ['an array', post([{ query }])],
  ['a body that is null', post('null')],
  ['a query that is a number', post({ query: 1 })],
  ['no query', post({ variables: {} })],
  ['variables that are a list', post({ query, variables: [] })],
  ['an operation name that is a number', post({ query, operationName: 1 })],
  ['extensions', post({ query, extensions: {} })],
  ['extensions that are none', post({ query, extensions: [] })],
  ['the name of a client', post({ query, extensions: { clientLibrary: { name: 'a', version: '1' } } })],
  ['a hash and its text', post({ query, extensions: persisted(query) })],
  ['the hash of a query that is known', post({ extensions: persisted(query) })],
  ['the hash of another text', post({ query, extensions: persisted('{ __typename }') })],
  ['a hash that is not known', post({ extensions: persisted('{ nothing }') })],
  ['a hash that is none', post({ query, extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } })],
  ['another protocol of hashes', post({ extensions: { persistedQuery: { version: 2, sha256Hash: '0'.repeat(64) } } })],
  ['a GET of a hash', get({ extensions: JSON.stringify(persisted(query)), variables: '{"first":1}' })],
  ['a GET of a hash that is not known', get({ extensions: JSON.stringify(persisted('{ nothing }')) })],
  ['a GET with extensions that are no JSON', get({ query, extensions: '{' })],
  ['a GET with a tag', get({ query }, { 'if-none-match': 'W/"another"' })],
  ['a GET that has everything', get({ query }, { 'if-none-match': '*' })],
  ['a GET from an origin of this machine', get({ query }, { origin: 'http://localhost:3000' })],
  ['a GET with an error', get({ query, variables: '{"first":101}' })],
  ['an unknown member', post({ query, more: true })],
  ['no GraphQL', post({ query: '{' })],
  ['an unknown field', post({ query: '{ nothing }' })],
  ['a variable of another type', post({ query, variables: { first: 'two' } })],
  ['a page that is too large', post({ query, variables: { first: 101 } })],
  ['a page that is negative', post({ query, variables: { first: -1 } })],
  ['a NUL', post({ query, variables: { slug: 'a\u0000' } })],
  ['half a surrogate pair', post('{"query":"{ theme(slug: \\"x\\") { title } }","variables":{"slug":"\\ud800"}}')],
  ['bytes that are no UTF-8', { headers: json, body: Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]) }],
  ['a mutation', post({ query: 'mutation { ingestDocument(input: {}) { __typename } }' })],
  ['introspection', post({ query: '{ __schema { queryType { name } } }' })],
  ['a body in chunks', { headers: { ...json, 'transfer-encoding': 'chunked' }, body: JSON.stringify({ query }) }],
  ['a body that is too long', post({ query, variables: { slug: 'x'.repeat(1_100_000) } })],
  ['another path', { ...post({ query }), path: '/graphql/' }],
  [
    'a query in the address of a POST',
    { ...post({ query }), path: `/graphql?query=${encodeURIComponent('{ __typename }')}` },
  ],
  ['PUT', { ...post({ query }), method: 'PUT' }],
  ['OPTIONS', { method: 'OPTIONS', headers: { origin: 'http://localhost:3000' } }],
]

describe('a request', () => {
  let yoga: TestServer
  let others: [name: string, server: TestServer][]
  beforeAll(async () => {
    yoga = await startServer({ RAPPORTEUR_READ_PATH: 'off' })
    others = [
      ['from memory', await startServer()],
      ['by a compiled read', await startServer({ RAPPORTEUR_ANSWER_MEMORY_BYTES: '0' })],
    ]
    for (const [, { url }] of others)
      expect(JSON.parse((await send(url, post({ query }))).body)).not.toHaveProperty('errors')
  })
  afterAll(async () => {
    await Promise.all([yoga, ...others.map(([, server]) => server)].map((server) => server.close()))
  })

  it.each(requests)('with %s is answered with the same status, headers and body in each way', async (_name, sent) => {
    const expected = await send(yoga.url, sent)
    const port = (answer: Answer) => JSON.stringify(answer).replaceAll(/(127\.0\.0\.1|localhost):\d+|W\/[^,]+/g, 'here')
    for (const [name, { url }] of others)
      for (const time of ['first', 'second'])
        expect(port(await send(url, sent)), `${name}, ${time}`).toBe(port(expected))
  })
})

const usual: [name: string, sent: Sent][] = [
  ['nothing', post({ query })],
  [
    "Apollo's headers",
    post(
      { query, operationName: 'Q', extensions: { clientLibrary: { name: '@apollo/client', version: '4.3.8' } } },
      { accept: 'application/graphql-response+json,application/json;q=0.9' },
    ),
  ],
  [
    "Apollo's hash by GET",
    get({ operationName: 'Q', variables: '{}', extensions: JSON.stringify(persisted(query)) }, json),
  ],
  [
    "urql's headers",
    post(
      { query, variables: {} },
      {
        accept:
          'application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed',
      },
    ),
  ],
  ["graphql-request's headers", post({ query }, { accept: 'application/graphql-response+json, application/json' })],
  ["a page's origin", post({ query }, { origin: 'http://localhost:3000', 'sec-fetch-mode': 'cors' })],
]

describe('a client that sends', () => {
  let server: TestServer
  let url: string
  let close: () => Promise<void>
  const asked: RequestRecord[] = []
  const ways = () => asked.splice(0).map(({ way }) => way)
  beforeAll(async () => {
    server = await startServer()
    const settings = readSettings({ PORT: '0' })
    const { listener, dispose } = createHandler({
      ...{ schema, settings, database: server.database },
      ingest: () => Promise.reject(new Error('These tests only read.')),
      observer: {
        ...observerOf(settings, { write: () => {} }),
        begin: () => {
          const record: RequestRecord = { id: '', way: 'none', statements: 0 }
          asked.push(record)
          return record
        },
      },
    })
    const listening = await listen(settings)
    listening.use(listener)
    url = listening.url
    close = async () => {
      await listening.close(0)
      await dispose()
    }
    await send(url, post({ query }))
  })
  afterAll(async () => {
    await close()
    await server.close()
  })

  it.each(usual)('%s is answered without Yoga, also with a key', async (_name, sent) => {
    ways()
    const withKey = { ...sent, headers: { ...sent.headers, authorization: `Bearer ${server.apiKey}` } }
    for (const each of [sent, withKey]) expect(await send(url, each)).toMatchObject({ status: 200 })
    expect(ways()).toEqual(['memory', expect.stringMatching(/^(memory|direct)$/)])
  })

  it('a query for the first time, or one with an error, is not', async () => {
    ways()
    await send(url, post({ query: `${query} # anew` }))
    await send(url, post({ query, variables: { first: 101 } }))
    expect(ways()).toEqual(['compiled', 'ordinary'])
  })
})

describe('a way past Yoga', () => {
  const known = 'query Q($first: Int = 5) { meetings(first: $first) { nodes { title } } }'
  const limits = { price: 20_000, depth: 12, aliases: 30, tokens: 2_000 }
  let asked: { read: number; yoga: number; failed: unknown }
  let url: string
  let close: () => Promise<void>

  beforeEach(async () => {
    asked = { read: 0, yoga: 0, failed: undefined }
    const documents = new KnownDocuments(schema, limits)
    documents.add(parse(known))
    const read: Read = async ({ variables }) => {
      asked.read++
      if (variables?.first === 13) throw new Error('The database is away')
      return variables?.first === 12 ? null : { status: 200, body: '{"data":{}}', compress: 'quickly' }
    }
    const answers = graphqlAnswers({
      ...{ documents, read, etags: undefined, compress: false },
      limits: { maxBody: 1_000_000, maxUpload: 1_000_000 },
      context: (_arrival, signal) => ({ signal }) as never,
      yoga: async ({ failure }) => {
        asked.yoga++
        asked.failed = failure?.error
        return { status: 200, headers: {}, body: 'yoga' }
      },
    })
    const server = await listen({ port: 0, host: '127.0.0.1' })
    server.use(async (request, response) => {
      const answer = await answers(new Arrival(request, response, undefined, 'http://localhost'))
      await sendAnswer(request, response, answer, undefined)
    })
    url = server.url
    close = () => server.close(0)
  })
  afterEach(() => close())

  it('is taken for what is known, by POST and by GET', async () => {
    expect((await send(url, post({ query: known, variables: { first: 3 } }))).body).toBe('{"data":{}}')
    expect((await send(url, get({ query: known }))).body).toBe('{"data":{}}')
    expect(asked).toMatchObject({ read: 2, yoga: 0 })
  })

  it('is left before anything is read for what is not known, or costs too much', async () => {
    const before = [post({ query: `${known} ` }), post({ query: known, variables: { first: 30_000 } })]
    for (const sent of before) expect((await send(url, sent)).body).toBe('yoga')
    expect(asked).toMatchObject({ read: 0, yoga: 2 })
  })

  it('is left for what the read path leaves, and for what the database refuses, which is said to Yoga', async () => {
    await send(url, post({ query: known, variables: { first: 12 } }))
    expect(asked).toEqual({ read: 1, yoga: 1, failed: undefined })
    await send(url, post({ query: known, variables: { first: 13 } }))
    expect(asked).toMatchObject({ read: 2, yoga: 2, failed: new Error('The database is away') })
  })

  it('forgets the queries that were not used for longest', () => {
    const documents = new KnownDocuments(schema, limits)
    const queryOf = (i: number) => `{ meetings(first: ${i % 100}) { totalCount } } # ${i}`
    for (let i = 0; i < 1_000; i++) documents.add(parse(queryOf(i)))
    documents.find(queryOf(0), {})
    documents.add(parse(queryOf(1_000)))
    expect(documents.find(queryOf(0), {})).toBeDefined()
    expect(documents.find(queryOf(1), {})).toBeUndefined()
    expect(documents.find(queryOf(1_000), {})).toBeDefined()
  })
})
