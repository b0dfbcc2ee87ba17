import type { ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import { createClient, graphql, type SubscribeOptions, type TypedDocument } from '../../sdk/src/index.js'
import { followChanges } from '../../sdk/src/operations.js'
import { subscription } from '../../sdk/src/subscription.js'
import { newId } from '../../src/database/uuid.js'
import { recordChanges } from '../../src/feed/record-changes.js'
import { ingester, openReader } from '../../src/ingest-document/ingester.js'
import { schema } from '../../src/schema/schema.js'
import { listen } from '../../src/server.js'
import { readSettings } from '../../src/settings/settings.js'
import { createHandler } from '../../src/yoga.js'
import { type TestDatabase, testDatabase } from '../support/database.js'
import { ownPort } from '../support/own-port.js'
import { type Answer, answeringServer, failing, send, silence } from './answering-server.js'

const Numbers = subscription(graphql('subscription ($after: String) { changes(after: $after) { sequence } }'))

const event = (sequence: string) => `event: next\ndata: ${JSON.stringify({ data: { changes: { sequence } } })}\n\n`
const complete = 'event: complete\ndata:\n\n'

/** Pieces of a stream of events, and what becomes of it then. */
const stream =
  (pieces: (string | Buffer)[], then: (response: ServerResponse) => void = (response) => response.destroy()): Answer =>
  (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    const write = ([piece, ...rest]: (string | Buffer)[]) => {
      if (piece === undefined) then(response)
      else response.write(piece, () => setImmediate(write, rest))
    }
    write([':\n\n', ...pieces])
  }
const ended = (response: ServerResponse) => response.end()
const open = () => {}

async function followed(answers: Answer[], options: SubscribeOptions = {}, after = '7') {
  const server = await answeringServer(...answers)
  const got: string[] = []
  const resumed: string[] = []
  const error = await (async () => {
    const onResume = (behind: string, reason: Error) => resumed.push(`${behind} ${reason.name}`)
    const client = createClient({ url: server.url })
    for await (const { sequence } of client.subscribe(Numbers, { after }, { onResume, ...options })) got.push(sequence)
  })().catch((thrown: unknown) => thrown)
  return { got, resumed, error, asked: server.requests.map(({ body }) => body.variables?.after) }
}

describe('subscribe', () => {
  it('gives the value of the field at each event, until the server says that it is complete', async () => {
    const server = await answeringServer(stream([event('8'), event('9') + event('10'), complete]))
    const events: unknown[] = []
    const client = createClient({ url: server.url, apiKey: 'rap_1', headers: { 'x-trace': 'a' } })
    for await (const change of client.subscribe(Numbers, { after: '7' })) events.push(change)

    expect(events).toEqual([{ sequence: '8' }, { sequence: '9' }, { sequence: '10' }])
    expect(server.requests).toHaveLength(1)
    expect(server.requests[0]?.headers).toMatchObject({
      accept: 'text/event-stream',
      authorization: 'Bearer rap_1',
      'x-trace': 'a',
    })
  })

  it('follows by a method of the client, and what another code generator has typed', async () => {
    const typed = subscription(String(Numbers) as unknown as TypedDocument<unknown, { after?: string }>)
    const server = await answeringServer(stream([event('8'), complete]))
    const client = createClient({ url: server.url, operations: { followChanges, typed } })
    const events: unknown[] = []
    for await (const change of client.followChanges({ after: '7' })) events.push(change)
    for await (const change of client.typed({ after: '7' })) events.push(change)

    expect(events).toEqual([{ sequence: '8' }, { sequence: '8' }])
    expect(server.requests.map(({ body }) => body.query)).toEqual([String(followChanges), String(Numbers)])
  })

  it('goes on behind the last event when the stream breaks off, cut or ended', async () => {
    const { got, resumed, asked, error } = await followed([
      stream([event('8'), event('9')]),
      stream([event('10')], ended),
      stream([]),
      stream([event('11'), complete]),
    ])
    expect(error).toBeUndefined()
    expect(got).toEqual(['8', '9', '10', '11'])
    expect(asked).toEqual(['7', '9', '10', '10'])
    expect(resumed).toEqual(['9 TransportError', '10 TransportError', '10 TransportError'])
  })

  it('begins behind the newest change where nothing is said, so that nothing is lost before the first event', async () => {
    const newest = { data: { changes: { nodes: [{ sequence: '41' }] } } }
    const server = await answeringServer(newest, stream([]), stream([event('42'), complete]))
    const got: string[] = []
    for await (const { sequence } of createClient({ url: server.url }).subscribe(Numbers)) got.push(sequence)
    expect(got).toEqual(['42'])
    expect(server.requests.map(({ body }) => body.variables?.after)).toEqual([undefined, '41', '41'])
  })

  it('reads events however they are cut into pieces', async () => {
    const name = 'Tomáš 😀'
    const bytes = Buffer.from(
      `event: next\r\ndata: ${JSON.stringify({ data: { changes: { sequence: name } } })}\r\n\r\n`,
    )
    const pieces = Array.from(bytes, (_, i) => bytes.subarray(i, i + 1))
    const { got } = await followed([stream([...pieces, complete])])
    expect(got).toEqual([name])
  })

  it('goes on when nothing comes for as long as the timeout says', async () => {
    const { got, resumed } = await followed([stream([event('8')], open), silence, stream([event('9'), complete])], {
      timeout: 1_000,
    })
    expect(got).toEqual(['8', '9'])
    expect(resumed).toEqual(['8 TimeoutError'])
  })

  it('goes on through a server that is busy or away for as long as it takes, once it has been there', async () => {
    const busy = failing(503, { errors: [{ message: 'Later.' }] }, { 'retry-after': '0' })
    const connected: string[] = []
    const { got, asked, resumed } = await followed(
      [stream([event('8')]), busy, busy, busy, busy, stream([event('9'), complete])],
      { onConnect: (after) => connected.push(after) },
    )
    expect(got).toEqual(['8', '9'])
    expect(asked).toHaveLength(6)
    expect(connected).toEqual(['7', '8'])
    expect(resumed).toEqual(['8 TransportError'])
  })

  it('gives up a server that is not there at the beginning, as a query does', async () => {
    const busy = failing(503, { errors: [{ message: 'Later.' }] }, { 'retry-after': '0' })
    const { error, asked } = await followed([busy], { retries: 1 })
    expect(error).toMatchObject({ name: 'GraphQLResponseError', status: 503, retryable: true })
    expect(asked).toHaveLength(2)
  })

  it.each([
    [
      'an event with errors',
      stream([`event: next\ndata: {"errors":[{"message":"x","extensions":{"code":"CURSOR_EXPIRED"}}]}\n\n`]),
    ],
    ['an answer with errors', failing(200, { errors: [{ message: 'x', extensions: { code: 'CURSOR_EXPIRED' } }] })],
  ])('throws at %s, and does not try again', async (_name, answer) => {
    const { error, asked } = await followed([answer])
    expect(error).toMatchObject({ name: 'GraphQLResponseError', codes: ['CURSOR_EXPIRED'] })
    expect(asked).toEqual(['7'])
  })

  it('throws at what is no GraphQL', async () => {
    const { error } = await followed([(response) => send(response, 200, '<html>', { 'content-type': 'text/html' })])
    expect(error).toMatchObject({ name: 'TransportError', status: 200, retryable: false })
  })

  it.each([
    ['while an event is used', [stream([event('8'), event('9')], open)], ['8']],
    ['while it waits for one', [stream([event('8')], open)], ['8']],
    ['while it waits to try again', [stream([event('8')]), failing(503, {}, { 'retry-after': '60' })], ['8']],
  ] as [string, Answer[], string[]][])('ends when it is aborted, %s', async (when, answers, expected) => {
    const stop = new AbortController()
    let closed = () => {}
    const givenUp = new Promise<void>((resolve) => {
      closed = resolve
    })
    const [first, ...rest] = answers as [(response: ServerResponse) => void, ...Answer[]]
    const server = await answeringServer(
      (response) => {
        response.on('close', closed)
        first(response)
      },
      ...rest,
    )
    const got: string[] = []
    for await (const { sequence } of createClient({ url: server.url, retries: 0 }).subscribe(
      Numbers,
      { after: '7' },
      { signal: stop.signal },
    )) {
      got.push(sequence)
      if (when.includes('used')) stop.abort()
      else setTimeout(() => stop.abort(), 50)
    }
    expect(got).toEqual(expected)
    await givenUp
  })

  it('leaves the stream when the loop is left', async () => {
    let closed = () => {}
    const left = new Promise<void>((resolve) => {
      closed = resolve
    })
    const answer = stream([event('8')], open) as (response: ServerResponse) => void
    const server = await answeringServer((response) => {
      response.on('close', closed)
      answer(response)
    })
    for await (const _change of createClient({ url: server.url }).subscribe(Numbers, { after: '7' })) break
    await left
  })
})

describe('subscribe, on a server that stops and starts', () => {
  it('gives each change once, in order, and none is left out', async () => {
    const database = await testDatabase()
    const port = await ownPort()
    let server = await serve(database, port)
    const client = createClient({ url: `${server.url}/graphql` })
    const stop = new AbortController()
    const total = 60
    const writing = (async () => {
      for (let written = 0; written < total; written++) {
        await write(database)
        if (written % 20 !== 10) continue
        await server.close(0)
        await write(database)
        written++
        server = await serve(database, port)
      }
    })()
    writing.catch(() => stop.abort()) // thrown below
    const got: number[] = []
    for await (const change of client.subscribe(followChanges, { after: '0' }, { signal: stop.signal })) {
      got.push(Number(change.sequence))
      if (got.length === total) stop.abort()
    }
    await writing
    expect(got).toEqual(Array.from({ length: total }, (_, i) => i + 1))
    await server.close(0)
  })
})

async function serve(database: TestDatabase, port: number) {
  const settings = readSettings({ PORT: String(port) })
  const server = await listen(settings)
  server.use(createHandler({ schema, database, ingest: ingester(database, openReader()), settings }).listener)
  return server
}

const write = (database: TestDatabase) =>
  database.transaction((sql) =>
    recordChanges(sql, [{ kind: 'REMOVED', subjectKind: 'PERSON', subjectId: newId() }], null),
  )
