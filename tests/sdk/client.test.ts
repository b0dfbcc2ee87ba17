import { describe, expect, it } from 'vitest'
import { type CallOptions, createClient, graphql, TimeoutError } from '../../sdk/src/index.js'
import { followChanges, meetings, themeRemarks } from '../../sdk/src/operations.js'
import { answeringServer, failing } from './answering-server.js'

const theme = { slug: 'street-lighting', title: 'Street lighting', remarks: { nodes: [] } }

describe('a client', () => {
  it('has a method for each operation that it is given', async () => {
    const server = await answeringServer({ data: { theme } })
    const client = createClient({ url: server.url, operations: { themeRemarks } })

    expect(await client.themeRemarks({ slug: 'street-lighting', first: 5 })).toEqual({ theme })
    expect(server.requests[0]?.body.query).toMatch(/^query themeRemarks\(/)
    expect(server.requests[0]?.body.variables).toEqual({ slug: 'street-lighting', first: 5 })
  })

  it('needs no variables where all of them are optional', async () => {
    const server = await answeringServer({ data: { meetings: { nodes: [] } } })
    const client = createClient({ url: server.url, operations: { meetings } })

    expect(await client.meetings()).toEqual({ meetings: { nodes: [] } })
    expect(server.requests[0]?.body).not.toHaveProperty('variables')
  })

  it('sends an inline document with its fragments, each of them once', async () => {
    const server = await answeringServer({ data: { theme: null } })
    const Body = graphql(`fragment Body on Organization { slug }`)
    const Who = graphql(`fragment Who on Person { name organization { ...Body } }`, [Body])
    const Query = graphql(
      `query ($slug: String!) {
        theme(slug: $slug) { remarks { nodes { organization { ...Body } speaker { ...Who } } } }
      }`,
      [Who, Body],
    )

    await createClient({ url: server.url }).query(Query, { slug: 'street-lighting' })

    const { query } = server.requests[0]?.body ?? { query: '' }
    expect(query.match(/fragment \w+ on/g)).toEqual(['fragment Who on', 'fragment Body on'])
    expect(query.indexOf('query')).toBe(0)
  })

  it('asks in JSON for a GraphQL answer', async () => {
    const server = await answeringServer({ data: { theme } })
    await createClient({ url: server.url }).query(themeRemarks, { slug: 'street-lighting' })

    expect(server.requests[0]?.headers['content-type']).toBe('application/json')
    expect(server.requests[0]?.headers.accept).toMatch(/^application\/graphql-response\+json,/)
  })

  it('sends its key, and headers of the client and of the call, of which the call has the last word', async () => {
    const server = await answeringServer({ data: { theme } })
    const client = createClient({
      url: server.url,
      apiKey: 'of-the-client',
      headers: { 'X-One': 'client', 'x-two': 'client' },
    })
    await client.query(themeRemarks, { slug: 'a' })
    await client.query(themeRemarks, { slug: 'a' }, { apiKey: 'of-the-call', headers: { 'x-one': 'call' } })

    expect(server.requests.map(({ headers }) => [headers.authorization, headers['x-one'], headers['x-two']])).toEqual([
      ['Bearer of-the-client', 'client', 'client'],
      ['Bearer of-the-call', 'call', 'client'],
    ])
  })

  it('keeps to its own options where those of a call are undefined', async () => {
    const server = await answeringServer({ data: { theme } })
    const client = createClient({ url: server.url, apiKey: 'of-the-client', retries: 0 })
    await client.query(themeRemarks, { slug: 'a' }, { apiKey: undefined, headers: undefined, fetch: undefined })

    expect(server.requests[0]?.headers.authorization).toBe('Bearer of-the-client')
  })

  it('tells the status and the headers of each answer', async () => {
    const server = await answeringServer(failing(503, '', { 'retry-after': '0' }), { data: { theme } })
    const seen: unknown[] = []
    const onResponse: CallOptions['onResponse'] = ({ status, headers }) =>
      seen.push([status, headers.get('retry-after')])
    await createClient({ url: server.url, onResponse }).query(themeRemarks, { slug: 'a' })

    expect(seen).toEqual([
      [503, '0'],
      [200, null],
    ])
  })

  it('asks a function for the headers of each attempt', async () => {
    const server = await answeringServer(
      { errors: [{ message: 'busy', extensions: { code: 'UNAVAILABLE' } }] },
      { data: { theme } },
    )
    let made = 0
    const headers = async () => ({ authorization: `Token ${++made}` })
    await createClient({ url: server.url, headers }).query(themeRemarks, { slug: 'a' })

    expect(server.requests.map((request) => request.headers.authorization)).toEqual(['Token 1', 'Token 2'])
  })

  it('waits for headers no longer than for the rest of the call', async () => {
    const server = await answeringServer({ data: { theme } })
    const client = createClient({ url: server.url, headers: () => new Promise(() => {}), timeout: 5 })
    await expect(client.query(themeRemarks, { slug: 'a' })).rejects.toBeInstanceOf(TimeoutError)

    const stop = new AbortController()
    const asked = client.query(themeRemarks, { slug: 'a' }, { timeout: Infinity, signal: stop.signal })
    stop.abort('Enough.')
    await expect(asked).rejects.toBe('Enough.')

    const events = client.subscribe(followChanges, { after: '1' }, { retries: 0 })
    await expect(events.next()).rejects.toBeInstanceOf(TimeoutError)
    expect(server.requests).toEqual([])
  })

  it.each(['localhost:4000/graphql', 'archive.example/graphql', 'ftp://archive.example'])(
    'says at once that an address lacks its scheme: %s',
    (url) => {
      expect(() => createClient({ url })).toThrow(/url needs its http:\/\/ or https:\/\//)
    },
  )

  it('uses the fetch that it is given, unbound', async () => {
    const urls: string[] = []
    const client = createClient({
      url: 'https://archive.example/graphql',
      async fetch(this: unknown, url: string) {
        expect(this).toBeUndefined()
        urls.push(url)
        return Response.json({ data: { theme } })
      },
    })
    expect(await client.query(themeRemarks, { slug: 'a' })).toEqual({ theme })
    expect(urls).toEqual(['https://archive.example/graphql'])
  })
})
