import { describe, expect, it } from 'vitest'
import { createClient, graphql, type TypedDocument } from '../../sdk/src/index.js'
import { themeRemarks, themes } from '../../sdk/src/operations.js'
import { type Answer, answeringServer, failing, send, silence } from './answering-server.js'

const Numbers = graphql(`query ($after: String) {
  themes(after: $after) { nodes { title } pageInfo { hasNextPage endCursor } }
}`)

const page = (titles: string[], endCursor: string | null, hasNextPage = endCursor !== null) => ({
  data: { themes: { nodes: titles.map((title) => ({ title })), pageInfo: { hasNextPage, endCursor } } },
})

async function titlesOf(...answers: Answer[]): Promise<string[]> {
  const server = await answeringServer(...answers)
  const titles: string[] = []
  for await (const { title } of createClient({ url: server.url, retries: 0 }).paginate(Numbers)) titles.push(title)
  return titles
}

describe('paginate', () => {
  it('gives every node of every page, in order', async () => {
    const server = await answeringServer(page(['a', 'b'], 'B'), page([], 'C'), page(['c'], null))
    const client = createClient({ url: server.url })
    const titles: string[] = []
    for await (const { title } of client.paginate(themes, { first: 2, after: 'A' })) titles.push(title)

    expect(titles).toEqual(['a', 'b', 'c'])
    expect(server.requests.map(({ body }) => body.variables)).toEqual([
      { first: 2, after: 'A' },
      { first: 2, after: 'B' },
      { first: 2, after: 'C' },
    ])
  })

  it('gives as many nodes as its limit says, and asks for no page beyond', async () => {
    const server = await answeringServer(page(['a', 'b'], 'B'), page(['c', 'd'], 'D'), page(['e'], null))
    const titles: string[] = []
    for await (const { title } of createClient({ url: server.url }).paginate(Numbers, {}, { limit: 4 }))
      titles.push(title)
    expect(titles).toEqual(['a', 'b', 'c', 'd'])
    expect(server.requests).toHaveLength(2)
  })

  it('fetches the next page while the present one is used', async () => {
    let asked = () => {}
    const secondAsked = new Promise<void>((resolve) => {
      asked = resolve
    })
    const second: Answer = (response) => {
      asked()
      send(response, 200, page(['b'], null))
    }
    const server = await answeringServer(page(['a'], 'A'), second)
    const nodes = createClient({ url: server.url }).paginate(Numbers)

    expect(await nodes.next()).toEqual({ done: false, value: { title: 'a' } })
    await secondAsked
    expect(await nodes.next()).toEqual({ done: false, value: { title: 'b' } })
    expect(await nodes.next()).toEqual({ done: true, value: undefined })
  })

  it('gives the next page up when the loop is left', async () => {
    let closed = () => {}
    const givenUp = new Promise<void>((resolve) => {
      closed = resolve
    })
    const server = await answeringServer(page(['a', 'b'], 'B'), (response) => response.on('close', closed))
    for await (const _node of createClient({ url: server.url }).paginate(Numbers)) {
      while (server.requests.length < 2) await new Promise(setImmediate)
      break
    }
    await givenUp
    expect(server.requests).toHaveLength(2)
  })

  it('reads edges where there are no nodes', async () => {
    const Edges = graphql(`query ($after: String) {
      themes(after: $after) { edges { node { title } } pageInfo { hasNextPage endCursor } }
    }`)
    const edges = [{ node: { title: 'a' } }]
    const server = await answeringServer({
      data: { themes: { edges, pageInfo: { hasNextPage: false, endCursor: 'A' } } },
    })
    const titles: string[] = []
    for await (const { title } of createClient({ url: server.url }).paginate(Edges)) titles.push(title)
    expect(titles).toEqual(['a'])
  })

  it('gives nothing where what holds the connection is null', async () => {
    const server = await answeringServer({ data: { theme: null } })
    const nodes = createClient({ url: server.url }).paginate(themeRemarks, { slug: 'no-such-theme' })
    expect(await nodes.next()).toEqual({ done: true, value: undefined })
  })

  it('is not led astray by connections within the nodes', async () => {
    const nodes = [{ title: 'a', meetings: { nodes: [], pageInfo: { hasNextPage: true, endCursor: 'X' } } }]
    const server = await answeringServer({
      data: { themes: { nodes, pageInfo: { hasNextPage: false, endCursor: 'A' } } },
    })
    const iterator = createClient({ url: server.url }).paginate(Numbers)
    expect((await iterator.next()).value).toEqual(nodes[0])
    expect((await iterator.next()).done).toBe(true)
  })

  it.each([
    ['the same cursor', page(['b'], 'A', true)],
    ['no cursor', page(['b'], null, true)],
  ])('throws when the cursor stands still: %s', async (_what, second) => {
    await expect(titlesOf(page(['a'], 'A'), second)).rejects.toThrow(/^The cursor stands still at A:/)
  })

  it('throws when the result has several connections, or none', async () => {
    const { themes: connection } = page(['a'], null).data
    await expect(titlesOf({ data: { one: connection, two: connection } })).rejects.toThrow(
      /one connection .*, not 2\.$/,
    )
    await expect(titlesOf({ data: { themes: { nodes: [] } } })).rejects.toThrow(/one connection .*, not 0\.$/)
  })

  it('tells the error of a later page once the pages before it are used', async () => {
    const server = await answeringServer(page(['a'], 'A'), failing(400, { errors: [{ message: 'Gone.' }] }))
    const nodes = createClient({ url: server.url }).paginate(Numbers)
    expect((await nodes.next()).value).toEqual({ title: 'a' })
    await expect(nodes.next()).rejects.toThrow('Gone.')
    expect(await nodes.next()).toEqual({ done: true, value: undefined })
  })

  it('stops when its signal is aborted, between nodes and while it waits', async () => {
    const server = await answeringServer(page(['a', 'b'], 'B'), silence)
    const control = new AbortController()
    const nodes = createClient({ url: server.url, signal: control.signal }).paginate(Numbers)
    await nodes.next()
    control.abort(new Error('Enough.'))
    await expect(nodes.next()).rejects.toThrow('Enough.')
  })
})

describe('paginate, as TypeScript sees it', () => {
  it('takes only documents that can be paged through', () => {
    const client = createClient({ url: 'https://archive.example/graphql' })
    const WithoutAfter = graphql(`{ themes { nodes { title } pageInfo { hasNextPage endCursor } } }`)
    const WithoutCursor = graphql(`query ($after: String) { themes(after: $after) { nodes { title } } }`)
    const untyped = 'query { __typename }' as unknown as TypedDocument<{ __typename: string }, { after?: string }>
    // Not called: the compiler is the test.
    const wrong = () => [
      // @ts-expect-error no $after
      client.paginate(WithoutAfter),
      // @ts-expect-error no pageInfo
      client.paginate(WithoutCursor),
      // @ts-expect-error no connection
      client.paginate(untyped),
    ]
    expect(wrong).toBeTypeOf('function')
  })
})
