import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { createKey, revokeKey } from '../../src/access/keys.js'
import { newId } from '../../src/database/uuid.js'
import { recordChanges } from '../../src/feed/record-changes.js'
import { encodeId } from '../../src/schema/ids.js'
import { lastSequence } from '../support/changes.js'
import { type Events, subscribe } from '../support/events.js'
import { startServer, type TestServer } from '../support/server.js'
import { until } from '../support/until.js'

let server: TestServer
let open: Events[] = []
/** Connections of listeners that are older belong to other files. */
let since: Date
beforeAll(async () => {
  server = await startServer()
  ;[{ since }] = await server.database.prisma.$queryRaw<[{ since: Date }]>`SELECT clock_timestamp() AS since`
})
beforeEach(() => {
  return () => {
    for (const events of open) events.leave()
    open = []
  }
})
afterAll(() => server.close())

const Changes = 'subscription ($after: String) { changes(after: $after) { sequence kind subject { __typename } } }'

async function follow(after: string | null = null, query = Changes, url = server.url): Promise<Events> {
  const events = await subscribe(url, query, { after })
  open.push(events)
  return events
}

/** Changes of people that were never there, in one transaction. */
const write = (count: number, reason?: string) =>
  server.database.transaction((sql) =>
    recordChanges(
      sql,
      Array.from({ length: count }, () => ({ kind: 'REMOVED', subjectKind: 'PERSON', subjectId: newId(), reason })),
      null,
    ),
  )

const sequences = (events: unknown[]) =>
  events.map((event) => Number((event as { data?: { changes?: { sequence?: string } } }).data?.changes?.sequence))
const upTo = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i)
const codes = (event: unknown) =>
  (event as { errors?: { extensions: { code: string } }[] }).errors?.map(({ extensions }) => extensions.code)

describe('Subscription.changes', () => {
  it('tells of what happens from now on, as it happens', async () => {
    const events = await follow()
    const last = Number(await write(1))
    expect(await events.next()).toEqual({
      data: { changes: { sequence: String(last), kind: 'REMOVED', subject: null } },
    })
    await write(2)
    expect(sequences(await events.take(2))).toEqual([last + 1, last + 2])
  })

  it('begins with all that follow the number of a change, or its cursor, however many', async () => {
    const before = Number(await write(2))
    const last = Number(await write(250))
    expect(sequences(await (await follow(String(before))).take(250))).toEqual(upTo(before + 1, last))
    const page = await fetch(`${server.url}?query={changes(last:3){edges{cursor}}}`)
    const { data } = (await page.json()) as { data: { changes: { edges: { cursor: string }[] } } }
    expect(sequences(await (await follow(data.changes.edges[0]?.cursor)).take(2))).toEqual([last - 1, last])
  })

  it('has what the subject is, as it is when the change is told', async () => {
    const events = await follow(
      '0',
      'subscription ($after: String) { changes(after: $after) { subjectId subject { id ... on Meeting { slug } } } }',
    )
    const meeting = await server.database.prisma.meeting.findFirstOrThrow()
    const id = encodeId('Meeting', meeting.id)
    expect(await events.next()).toEqual({
      data: { changes: { subjectId: id, subject: { id, slug: meeting.slug } } },
    })
  })

  it('has no gap and no change twice, in order, whoever writes at once and whenever one begins to follow', async () => {
    const before = Number(await lastSequence(server.database))
    const early = await follow()
    const writing = Promise.all(Array.from({ length: 40 }, (_, n) => write(1 + (n % 3))))
    const midway = await follow(String(before))
    await writing
    const last = Number(await lastSequence(server.database))
    expect(sequences(await early.take(last - before))).toEqual(upTo(before + 1, last))
    expect(sequences(await midway.take(last - before))).toEqual(upTo(before + 1, last))
  })

  it('says that a cursor has expired, or is none, as an event, and ends', async () => {
    const expired = await follow(String((await lastSequence(server.database)) + 1n))
    expect(codes(await expired.next())).toEqual(['CURSOR_EXPIRED'])
    expect(await expired.next()).toBeUndefined()
    expect(codes(await (await follow('nonsense')).next())).toEqual(['BAD_USER_INPUT'])
  })

  it('refuses an operation over the limits, and a text that the database cannot take', async () => {
    const deep = await follow(
      null,
      'subscription { changes { meeting { themes(first: 100) { nodes { remarks(first: 100) { nodes { paragraph { remarks(first: 100) { nodes { id } } } } } } } } } }',
    )
    expect(codes(await deep.next())).toEqual(['QUERY_TOO_COMPLEX'])
    expect(codes(await (await follow('\0')).next())).toEqual(['BAD_USER_INPUT'])
  })

  it('is not for a client that takes JSON only', async () => {
    const { response } = await subscribe(server.url, Changes, {}, { accept: 'application/json' })
    expect(response.status).toBe(406)
    expect(codes(await response.json())).toEqual(['BAD_REQUEST'])
  })
})

describe('what a client that has gone leaves behind', () => {
  it.runIf(inject('backend') === 'postgres')('is no connection of the listener', async () => {
    const listeners = async () =>
      (
        await server.database.prisma.$queryRaw<{ pid: number }[]>`
          SELECT pid FROM pg_stat_activity WHERE application_name = 'rapporteur listen' AND datname = current_database() AND backend_start >= ${since}`
      ).length
    // One listens for the server itself from its first answer with a tag on.
    const tagged = await fetch(`${server.url}?query={themes{totalCount}}`)
    expect(tagged.headers.get('etag')).not.toBeNull()
    await until(listeners, (count) => count === 1)
    const events = await follow()
    expect(await until(listeners, (count) => count === 2)).toBe(2)
    events.leave()
    expect(await until(listeners, (count) => count === 1)).toBe(1)
  })
})

describe('the connection of the listener', () => {
  it.runIf(inject('backend') === 'postgres')(
    'is made again when it is lost, and nothing of the feed with it',
    async () => {
      const events = await follow()
      const { prisma } = server.database
      for (let round = 0; round < 3; round++) {
        await until(
          () => prisma.$queryRaw<unknown[]>`SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity
            WHERE application_name = 'rapporteur listen' AND datname = current_database()`,
          (ended) => ended.length > 0,
        )
        const last = Number(await write(2))
        expect(sequences(await events.take(2))).toEqual([last - 1, last])
      }
    },
  )
})

describe('the limit of open streams', () => {
  it('refuses one more, and takes it when another is left', async () => {
    const small = await startServer({ RAPPORTEUR_MAX_STREAMS: '2' })
    const [first, second] = [await subscribe(small.url, Changes), await subscribe(small.url, Changes)]
    const refused = await subscribe(small.url, Changes)
    expect(refused.response.status).toBe(503)
    expect(refused.response.headers.get('retry-after')).toBe('5')
    expect(codes(await refused.next())).toEqual(['UNAVAILABLE'])
    first.leave()
    const again = await until(
      () => subscribe(small.url, Changes),
      ({ response }) => response.status !== 503,
    )
    const last = Number(await write(1))
    expect(sequences([await again.next(), await second.next()])).toEqual([last, last])
    await small.close()
  })

  it('is not used up by one who does not read', async () => {
    const small = await startServer({ RAPPORTEUR_MAX_STREAMS: '1', RAPPORTEUR_STREAM_STALL_MS: '50' })
    const { hostname, port } = new URL(small.url)
    const query = 'subscription { changes { reason } }'
    const body = JSON.stringify({ query })
    const idle = connect(Number(port), hostname).on('error', () => {}) // the server resets it in the end
    idle.write(
      `POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\naccept: text/event-stream\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
    )
    const full = async () => (await follow(null, query, small.url)).response.status === 503
    expect(String(await once(idle, 'data'))).toContain('200 OK')
    idle.pause()
    expect(await full()).toBe(true)
    // More than the buffers on the way can hold.
    await write(100, 'Because. '.repeat(40_000))
    await until(full, (isFull) => !isFull)
    expect(await full()).toBe(true)
    idle.destroy()
    await small.close()
  })
})

describe('a stream of a key', () => {
  it('ends once the key is revoked, whichever server revoked it, and says so', async () => {
    const { id, key } = await createKey(server.database, { name: 'follower', scope: 'READ' })
    const events = await subscribe(server.url, Changes, { after: null }, { authorization: `Bearer ${key}` })
    open.push(events)
    await write(1)
    expect(await events.next()).toMatchObject({ data: { changes: { kind: 'REMOVED' } } })
    await revokeKey(server.database, id)
    expect(await events.next()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] })
    expect(await events.next()).toBeUndefined()
  })
})
