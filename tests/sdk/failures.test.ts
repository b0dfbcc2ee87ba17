import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { pauseAfter } from '../../sdk/src/call.js'
import {
  type CallOptions,
  createClient,
  GraphQLResponseError,
  RapporteurError,
  TimeoutError,
  TransportError,
  type TypedDocument,
} from '../../sdk/src/index.js'
import { followChanges, ingestDocument, meetings } from '../../sdk/src/operations.js'
import { type Answer, answeringServer, failing, send, silence } from './answering-server.js'

const fine = { data: { meetings: { nodes: [] } } }
const busyError = { message: 'Busy.', extensions: { code: 'UNAVAILABLE' } }
const busy = failing(503, { errors: [busyError] })

/** The error that `meetings` ends in, and how often it was sent. */
async function failure(answers: Answer[], options: CallOptions = {}): Promise<{ error: unknown; sent: number }> {
  const server = await answeringServer(...answers)
  const client = createClient({ url: server.url, operations: { meetings } })
  const error = await client.meetings({}, { retries: 0, ...options }).then(
    () => 'no error',
    (reason: unknown) => reason,
  )
  return { error, sent: server.requests.length }
}

const html = failing(200, '<!doctype html><title>Sign in</title>', { 'content-type': 'text/html' })
const cut: Answer = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
  response.write('{"data":', () => response.destroy())
}
const broken = { errors: [{ message: 'Broken.', extensions: { code: 'INTERNAL_SERVER_ERROR' } }] }
const change = 'event: next\ndata: {"data":{"changes":{"sequence":"8"}}}\n\n'
const stopping: Answer = (response) => {
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  response.write(change, () => response.destroy())
}

/** What is told of the stream that follows the answers. */
async function resumed(...answers: Answer[]): Promise<unknown> {
  const server = await answeringServer(...answers)
  const told: Error[] = []
  const options = { retries: 0, onResume: (_after: string, reason: Error) => told.push(reason) }
  const events = createClient({ url: server.url }).subscribe(followChanges, { after: '7' }, options)
  for await (const { sequence } of events) if (sequence === '8' && told.length > 0) break
  return told[0]
}

const caught = (call: Promise<unknown>) => call.catch((error: unknown) => error)

/** Each row of the README's table: how it is brought about, and what is known of it. */
const rows: Record<string, [happen: () => Promise<unknown>, known: object]> = {
  'the server is unreachable': [
    () => caught(createClient({ url: 'http://127.0.0.1:1/graphql', retries: 0 }).query(meetings)),
    { cause: expect.any(Error), retryable: true, status: undefined },
  ],
  'the TLS handshake fails': [
    async () => {
      const { url } = await answeringServer(fine)
      return caught(createClient({ url: url.replace('http:', 'https:'), retries: 0 }).query(meetings))
    },
    { cause: expect.any(Error), retryable: true, message: expect.stringMatching(/is unreachable: .*ssl/i) },
  ],
  'the answer is HTML, or anything else that is not GraphQL': [
    async () => (await failure([html])).error,
    { status: 200, retryable: false, message: expect.stringContaining('<title>Sign in') },
  ],
  'the answer is cut off in the middle': [
    async () => (await failure([cut])).error,
    { status: 200, cause: expect.any(Error), retryable: true },
  ],
  'the server redirects': [
    async () => (await failure([failing(302, '', { location: '/other' }), fine])).error,
    { status: 302, retryable: false, message: expect.stringContaining('redirects to /other') },
  ],
  'status 500 with GraphQL errors': [
    async () => (await failure([failing(500, broken)])).error,
    { status: 500, codes: ['INTERNAL_SERVER_ERROR'], data: null, retryable: false },
  ],
  'status 200 with errors and partial data': [
    async () => (await failure([{ ...broken, data: { meetings: null } }])).error,
    { status: 200, codes: ['INTERNAL_SERVER_ERROR'], data: { meetings: null } },
  ],
  'the server is busy, or has lost its database': [
    async () => (await failure([failing(503, { errors: broken.errors }, { 'retry-after': '3' })])).error,
    { status: 503, retryAfter: 3000, retryable: true },
  ],
  'a query times out': [
    async () => (await failure([silence], { timeout: 50 })).error,
    { timeout: 50, retryable: true },
  ],
  'a mutation times out': [
    async () => {
      const { url } = await answeringServer(silence)
      return caught(createClient({ url, timeout: 50 }).query(ingestDocument, { input: { text: 'Minutes' } }))
    },
    { timeout: 50, retryable: false, message: expect.stringContaining('may have been carried out') },
  ],
  'the answer to a mutation is lost': [
    async () => {
      const { url } = await answeringServer(cut)
      return caught(createClient({ url }).query(ingestDocument, { input: { text: 'Minutes' } }))
    },
    {
      status: 200,
      cause: expect.any(Error),
      retryable: false,
      idempotencyKey: expect.stringMatching(/^\d+(-\d+){3}$/),
    },
  ],
  'a stream stops': [() => resumed(stopping, stopping), { name: 'TransportError', retryable: true }],
  'a stream cannot be opened': [
    async () => {
      const events = createClient({ url: 'http://127.0.0.1:1/graphql' }).subscribe(
        followChanges,
        { after: '7' },
        { retries: 0 },
      )
      return caught(events.next())
    },
    { cause: expect.any(Error), retryable: true },
  ],
}

describe('the table of errors', () => {
  const table = readFileSync(new URL('../../sdk/README.md', import.meta.url), 'utf8').split('## Errors')[1] ?? ''
  const printed = Array.from(table.matchAll(/^\| (?!what happens)([^|-][^|]*) \| (?:`(\w+)`|none)[^|]* \|/gm))

  it('has the rows that are tried', () => {
    expect(printed.map(([, row]) => row)).toEqual(Object.keys(rows))
  })

  it.each(printed.map(([, row = '', name]) => [row, name]))('is right: %s', async (row, name) => {
    const [happen, known] = rows[row] ?? []
    const error = await happen?.()
    if (name) expect(error).toMatchObject({ name })
    expect(error).toBeInstanceOf(RapporteurError)
    expect(error).toMatchObject(known ?? {})
  })
})

/** A document that TypeScript knows nothing about. */
const untyped = (text: string) => text as unknown as TypedDocument<unknown, Record<string, never>>

describe('an answer with errors', () => {
  it('comes with its errors, codes, partial data and status', async () => {
    const errors = [
      { message: 'No such order.', path: ['meetings'], extensions: { code: 'BAD_USER_INPUT' } },
      { message: 'Another.' },
    ]
    const { error } = await failure([{ data: { meetings: null }, errors }])

    expect(error).toBeInstanceOf(GraphQLResponseError)
    expect(error).toBeInstanceOf(RapporteurError)
    expect(error).toMatchObject({
      name: 'GraphQLResponseError',
      message: 'No such order. (and 1 more)',
      errors,
      codes: ['BAD_USER_INPUT'],
      data: { meetings: null },
      status: 200,
      retryable: false,
    })
  })

  it('is told as such whatever the status', async () => {
    const { error } = await failure([failing(500, { errors: [{ message: 'Broken.' }] })])
    expect(error).toBeInstanceOf(GraphQLResponseError)
    expect(error).toMatchObject({ message: 'Broken.', data: null, status: 500, retryable: false })
  })
})

describe('an answer with errors and data', () => {
  const data = { meetings: { nodes: [] } }
  const partial = { data, errors: [{ message: 'Later.', path: ['meetings', 'nodes', 0] }] }

  it('gives its data to who takes them without the rest, and the errors beside them', async () => {
    const server = await answeringServer(partial)
    const told: GraphQLResponseError[] = []
    const client = createClient({ url: server.url, operations: { meetings } })
    expect(await client.meetings({}, { onPartial: (error) => told.push(error) })).toEqual(data)
    expect(told).toMatchObject([{ message: 'Later.', data }])
    await expect(client.meetings()).rejects.toThrow('Later.')
  })

  it('is an error all the same where there are no data', async () => {
    const { error } = await failure([{ data: null, errors: [{ message: 'Wrong.' }] }], { onPartial: () => {} })
    expect(error).toMatchObject({ message: 'Wrong.' })
  })
})

describe('no GraphQL answer', () => {
  it('from a server that is unreachable says why, and that a retry may help', async () => {
    const client = createClient({ url: 'http://127.0.0.1:1/graphql', retries: 0 })
    const error = await client.query(meetings).catch((reason: unknown) => reason)

    expect(error).toBeInstanceOf(TransportError)
    expect(error).toMatchObject({ status: undefined, retryable: true })
    expect(String(error)).toMatch(/^TransportError: http:\/\/127\.0\.0\.1:1\/graphql is unreachable: .+\.$/)
    expect((error as Error).cause).toBeInstanceOf(Error)
  })

  it('from something else that answers shows the status and the beginning', async () => {
    const page = '<!doctype html>\n<title>Not here</title>'
    const { error } = await failure([failing(404, page, { 'content-type': 'text/html' })])

    expect(error).toBeInstanceOf(TransportError)
    expect(error).toMatchObject({ status: 404, retryable: false })
    expect(String(error)).toContain('answered 404, and not in GraphQL: <!doctype html> <title>Not here</title>.')
    expect(String(error)).toMatch(/Is `url` the address of the API, \.\.\.\/graphql\?$/)
  })

  it.each([
    ['nothing', ''],
    ['a number', '7'],
    ['null', 'null'],
    ['an object of another kind', '{"status":"ok"}'],
    ['no data and no errors', '{"data":null}'],
  ])('from a server that sends %s is a transport error', async (_what, body) => {
    const { error } = await failure([failing(200, body)])
    expect(error).toBeInstanceOf(TransportError)
    expect(error).toMatchObject({ status: 200, retryable: false })
  })

  it('that was cut off in the middle says so', async () => {
    const { error } = await failure([cut])
    expect(error).toBeInstanceOf(TransportError)
    expect(error).toMatchObject({ status: 200, retryable: true })
    expect(String(error)).toContain('sent an answer that was cut off')
  })

  it('but a redirect is told, and not followed', async () => {
    const { error, sent } = await failure([failing(308, '', { location: 'https://archive.example/graphql' }), fine])
    expect(error).toBeInstanceOf(TransportError)
    expect(String(error)).toContain('redirects to https://archive.example/graphql: give that one as `url`.')
    expect(sent).toBe(1)
  })
})

describe('a query that fails', () => {
  it.each([429, 502, 503, 504])('with status %i is sent again', async (status) => {
    const { error, sent } = await failure([failing(status, 'busy'), fine], { retries: 1 })
    expect([error, sent]).toEqual(['no error', 2])
  })

  it('because its answer was cut is sent again', async () => {
    const { error, sent } = await failure([(response) => response.destroy(), fine], { retries: 1 })
    expect([error, sent]).toEqual(['no error', 2])
  })

  it('is sent three times where nothing is said, and ends in the last error', async () => {
    const { error, sent } = await failure([busy], { retries: undefined })
    expect(sent).toBe(3)
    expect(error).toMatchObject({ name: 'GraphQLResponseError', codes: ['UNAVAILABLE'], status: 503, retryable: true })
  })

  it('for good is sent once', async () => {
    const { sent } = await failure([failing(400, { errors: [{ message: 'Wrong.' }] }), fine], { retries: 5 })
    expect(sent).toBe(1)
  })

  it('waits as long as Retry-After says', async () => {
    const begin = Date.now()
    const { sent } = await failure([failing(503, '', { 'retry-after': '1' }), fine], { retries: 1 })
    expect(sent).toBe(2)
    expect(Date.now() - begin).toBeGreaterThanOrEqual(990)
  })

  it('waits as its own backoff says where the server names no time', async () => {
    const asked: unknown[] = []
    const backoff = (attempt: number, error: RapporteurError) => {
      asked.push([attempt, error.name])
      return 0
    }
    const { error, sent } = await failure([failing(503, ''), failing(503, ''), fine], { retries: 2, backoff })
    expect([error, sent]).toEqual(['no error', 3])
    expect(asked).toEqual([
      [0, 'TransportError'],
      [1, 'TransportError'],
    ])
  })

  it('waits two seconds at most, so that a stream is back soon after its server', () => {
    const pauses = Array.from({ length: 1_000 }, () => pauseAfter(new RapporteurError(''), 60, undefined))
    expect(Math.max(...pauses)).toBeLessThanOrEqual(2_000)
    expect(Math.max(...pauses)).toBeGreaterThan(1_000)
  })

  it('does not wait for a Retry-After that lies beyond its time', async () => {
    const later = new Date(Date.now() + 60_000).toUTCString()
    const { error, sent } = await failure([failing(503, '', { 'retry-after': later }), fine], { retries: 1 })
    expect(sent).toBe(1)
    expect(error).toMatchObject({ name: 'TransportError', status: 503, retryable: true })
    expect((error as TransportError).retryAfter).toBeGreaterThan(50_000)
  })
})

describe('a mutation', () => {
  it('is never sent again', async () => {
    const server = await answeringServer(busy, { data: { ingestDocument: { __typename: 'ConflictError' } } })
    const client = createClient({ url: server.url, operations: { ingestDocument }, retries: 5 })

    await expect(client.ingestDocument({ input: { text: 'Minutes' } })).rejects.toThrow('Busy.')
    expect(server.requests).toHaveLength(1)
  })

  it.each([
    ['whose answer was lost', cut, false],
    ['that a proxy gave up', failing(504, '<html>'), false],
    ['that failed halfway', failing(200, { data: null, errors: [{ ...busyError, path: ['ingestDocument'] }] }), false],
    ['that was refused as a whole', busy, true],
  ])('%s says whether it may be made again, and by which key', async (_what, answer, retryable) => {
    const server = await answeringServer(answer)
    const error = await caught(createClient({ url: server.url }).query(ingestDocument, { input: { text: 'Minutes' } }))
    const [request] = server.requests
    expect(error).toMatchObject({ retryable, idempotencyKey: request?.headers['idempotency-key'] })
    expect(request?.headers['idempotency-key']).toMatch(/^\S{10,}$/)
  })

  it('has a key of its own, or the one that it is given; a query has none', async () => {
    const answer = { data: { ingestDocument: { __typename: 'ConflictError' }, meetings: { nodes: [] } } }
    const server = await answeringServer(answer)
    const client = createClient({ url: server.url, operations: { ingestDocument, meetings } })
    const input = { text: 'Minutes' }
    await client.ingestDocument({ input })
    await client.ingestDocument({ input })
    await client.ingestDocument({ input }, { idempotencyKey: 'mine' })
    await client.meetings()
    const [one, two, ...others] = server.requests.map(({ headers }) => headers['idempotency-key'])
    expect(one).not.toBe(two)
    expect(others).toEqual(['mine', undefined])
  })

  it.each([
    ['after a comment', '# A query? No:\nmutation { ingestDocument(input: {}) { __typename } }'],
    ['after a fragment', 'fragment F on UserError { message } mutation { ingestDocument(input: {}) { ...F } }'],
    ['after commas', ',, mutation { ingestDocument(input: {}) { __typename } }'],
  ])('is known as one %s', async (_where, text) => {
    const server = await answeringServer(busy, fine)
    await expect(createClient({ url: server.url }).query(untyped(text))).rejects.toThrow('Busy.')
    expect(server.requests).toHaveLength(1)
  })

  it('is not what a query only talks about', async () => {
    const server = await answeringServer(busy, fine)
    const text = '# mutation {\nquery { meetings(filter: { text: "} mutation {" }) { mutation: totalCount } }'
    expect(await createClient({ url: server.url }).query(untyped(text))).toEqual(fine.data)
    expect(server.requests).toHaveLength(2)
  })
})

describe('a call', () => {
  it('ends when its time is over, all attempts together', async () => {
    const { error } = await failure([busy, silence], { timeout: 600, retries: 9 })
    expect(error).toBeInstanceOf(TimeoutError)
    expect(error).toMatchObject({ timeout: 600, message: expect.stringContaining('600 ms') })
  })

  it('may take for ever when that is said', async () => {
    const { error } = await failure([fine], { timeout: Number.POSITIVE_INFINITY })
    expect(error).toBe('no error')
  })

  it('rejects with the reason of the signal that ends it', async () => {
    const control = new AbortController()
    const server = await answeringServer(() => control.abort(new Error('The reader went away.')))
    const client = createClient({ url: server.url, operations: { meetings } })

    await expect(client.meetings({}, { signal: control.signal })).rejects.toThrow('The reader went away.')
    await expect(client.meetings({}, { signal: control.signal })).rejects.toThrow('The reader went away.')
    expect(server.requests).toHaveLength(1)
  })

  it('can be ended while it waits for its next attempt', async () => {
    const control = new AbortController()
    const patient: Answer = (response) => {
      send(response, 503, '', { 'retry-after': '20' })
      response.on('close', () => control.abort(new Error('Enough.')))
    }
    const { error, sent } = await failure([patient], { signal: control.signal, retries: 1 })
    expect(error).toMatchObject({ message: 'Enough.' })
    expect(sent).toBe(1)
  })
})
