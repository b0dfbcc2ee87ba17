import { type Span, trace } from '@opentelemetry/api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createKey } from '../../src/access/keys.js'
import type { Database } from '../../src/database/database.js'
import { openDatabase } from '../../src/database/open-database.js'
import { ingester, openReader } from '../../src/ingest-document/ingester.js'
import { type Observer, observeConnections, observerOf } from '../../src/observe/observer.js'
import { tracing } from '../../src/observe/tracing.js'
import { schema } from '../../src/schema/schema.js'
import { listen, type Server } from '../../src/server.js'
import { readSettings } from '../../src/settings/settings.js'
import { createHandler } from '../../src/yoga.js'
import { newDatabase } from '../support/database.js'
import { fetchFrom } from '../support/in-memory.js'

let database: Database
let observer: Observer
let server: Server
let key: string
let lines: Record<string, unknown>[]
let written: string
const output = {
  write: (line: string) => {
    written += line
    lines.push(JSON.parse(line))
  },
}
const settings = { log: 'requests', slowStatement: 60_000, telemetry: 'off', proxies: 1 } as const

beforeAll(async () => {
  lines = []
  written = ''
  observer = observerOf(settings, output)
  database = await openDatabase({ ...(await newDatabase()), onStatement: observer.onStatement })
  observeConnections(observer, database)
  key = (await createKey(database, { name: 'a reader', scope: 'READ' })).key
  server = await listen({ port: 0, host: '127.0.0.1' })
  const ingest = ingester(database, openReader())
  server.use(createHandler({ schema, database, ingest, observer, settings: readSettings({}) }).listener)
})
afterAll(async () => {
  await server.close(0)
  await database.close()
})

/** Asks, and gives the line that this made. */
async function lineOf(path: string, init: RequestInit = {}): Promise<Record<string, unknown>> {
  const before = lines.length
  await (await fetch(server.url + path, init)).text()
  while (lines.length === before) await new Promise(setImmediate) // it comes when the answer has gone out
  return lines[before] ?? {}
}
const post = (query: string, variables: object = {}, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify({ query, variables }),
})
const themes = 'query Themes($slug: String!) { theme(slug: $slug) { title } themes(first: 3) { nodes { title } } }'

describe('the log', () => {
  it('has one line for a request, which says what it cost and which way it went', async () => {
    const asked = post(themes, { slug: 'a' })
    const whole = { level: 'info', method: 'POST', path: '/graphql', status: 200 }
    // The second statement asks for the version of the archive.
    expect(await lineOf('/graphql', asked)).toEqual({
      ...{ ...whole, way: 'compiled', operation: 'Themes', price: 5, statements: 2 },
      ...{ id: expect.stringMatching(/^\w{10}-\w+$/), ms: expect.any(Number), time: expect.stringMatching(/^20.+Z$/) },
    })
    expect(await lineOf('/graphql', asked)).toMatchObject({
      ...whole,
      way: 'memory',
      operation: 'Themes',
      price: 5,
      statements: 0,
    })
    expect(await lineOf('/graphql', post('{ statistics { remarks } __type(name: "Person") { name } }'))).toMatchObject({
      way: 'ordinary',
      statements: 1,
    })
    expect(await lineOf('/graphql', post('{ nothing }'))).toMatchObject({
      way: 'none',
      code: 'GRAPHQL_VALIDATION_FAILED',
    })
    expect(await lineOf('/meetings/a?b=c')).toMatchObject({
      method: 'GET',
      path: '/meetings/a',
      status: 404,
      way: 'none',
    })
  })

  it('takes the id that a proxy of ours gives, where it is one', async () => {
    expect(await lineOf('/health', { headers: { 'x-request-id': 'abc-1' } })).toMatchObject({ id: 'abc-1' })
    expect((await lineOf('/health', { headers: { 'x-request-id': 'a "b"' } })).id).not.toContain('"')
  })

  it('names the key, and holds neither the key, nor variables, nor the question', async () => {
    const secret = 'a-slug-that-nobody-should-read'
    const headers = { authorization: `Bearer ${key}`, cookie: secret }
    expect(await lineOf('/graphql', post(themes, { slug: secret }, headers))).toMatchObject({ key: 'a reader' })
    await lineOf(`/graphql?query=${encodeURIComponent(`{ theme(slug: "${secret}") { id } }`)}`)
    await lineOf('/graphql', post('{ nothing }', {}, { authorization: `Bearer rap_${secret}` }))
    expect(written).not.toMatch(new RegExp(`${secret}|${key}|nodes`))
  })

  it('has statements that took long, and their requests only where they are wanted', () => {
    const told: Record<string, unknown>[] = []
    const quiet = observerOf(
      { ...settings, log: 'errors', slowStatement: 500 },
      { write: (line: string) => void told.push(JSON.parse(line)) },
    )
    quiet.onStatement('SELECT 1', 499)
    quiet.onStatement('SELECT 2', 500.123)
    expect(told).toMatchObject([{ level: 'warn', msg: 'slow statement', ms: 500.12, statement: 'SELECT 2' }])
  })
})

describe('/metrics', () => {
  it('counts requests by way and status, statements, errors, and connections', async () => {
    await lineOf('/graphql', post(themes, { slug: 'b' }))
    await lineOf('/graphql', post(themes, { slug: 'b' }))
    await lineOf('/graphql', post('{'))
    const response = await fetch(`${server.url}/metrics`)
    expect(response.headers.get('content-type')).toContain('text/plain')
    const text = await response.text()
    const figure = (line: string) => Number(new RegExp(`^${line} (\\S+)$`, 'm').exec(text)?.[1])
    expect(figure('rapporteur_request_duration_seconds_count\\{way="memory",status="200"\\}')).toBeGreaterThan(0)
    expect(figure('rapporteur_errors_total\\{code="GRAPHQL_PARSE_FAILED"\\}')).toBe(1)
    expect(figure('rapporteur_statement_duration_seconds_count')).toBeGreaterThan(3)
    expect(figure('rapporteur_requests_under_way')).toBe(1)
    expect(figure('process_resident_memory_bytes')).toBeGreaterThan(0)
    if (database.kind === 'postgres') expect(figure('rapporteur_database_read_connections_open')).toBeGreaterThan(0)
  })

  it('is for this machine, and for those with a key, unless it is said', async () => {
    const status = async (environment: Record<string, string>, headers: Record<string, string> = {}) => {
      const ingest = ingester(database, openReader())
      const handler = createHandler({ schema, database, ingest, observer, settings: readSettings(environment) })
      return (await fetchFrom(handler.listener)(new Request('http://localhost/metrics', { headers }))).status
    }
    expect(await status({})).toBe(200)
    expect(await status({ RAPPORTEUR_METRICS: 'off' })).toBe(404)
    expect(await status({ HOST: '0.0.0.0' })).toBe(404)
    expect(await status({ HOST: '0.0.0.0', RAPPORTEUR_METRICS: 'on' })).toBe(200)
    expect(await status({ HOST: '0.0.0.0', RAPPORTEUR_READING: 'keys' })).toBe(401)
    const headers = { authorization: `Bearer ${key}` }
    expect(await status({ HOST: '0.0.0.0', RAPPORTEUR_READING: 'keys' }, headers)).toBe(200)
  })
})

describe('a span', () => {
  it('tells OpenTelemetry of a request, by the name of its operation', () => {
    const spans: unknown[] = []
    const span = { setStatus: () => span, end: () => {} } as unknown as Span
    const tracer = { startSpan: (name: string, options: object) => spans.push([name, options]) && span }
    trace.setGlobalTracerProvider({ getTracer: () => tracer as never })
    try {
      const record = { id: 'a-1', way: 'direct', operation: 'Themes', price: 5, statements: 1 } as const
      tracing()(record, { method: 'POST', headers: {} } as never, 200, 3)
      expect(spans).toMatchObject([
        ['graphql Themes', { attributes: { 'graphql.operation.name': 'Themes', 'http.response.status_code': 200 } }],
      ])
    } finally {
      trace.disable()
    }
  })
})
