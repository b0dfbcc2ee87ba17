import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client/core'
import { relayStylePagination } from '@apollo/client/utilities'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startServer } from '../support/server.js'
import { expectedHeadline, type HeadlineData, headline } from './headline.js'

let server: Awaited<ReturnType<typeof startServer>>
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

it.each([true, false])(
  'Apollo Client merges the pages of the headline query in its cache, GET %s',
  async (useGETForQueries) => {
    const { slug, ids } = await expectedHeadline(server.url)
    const client = new ApolloClient({
      link: new HttpLink({ uri: server.url, useGETForQueries }),
      cache: new InMemoryCache({
        possibleTypes: { Remark: ['Statement', 'Response'] },
        typePolicies: { Theme: { fields: { remarks: relayStylePagination() } } },
      }),
    })
    const watched = client.watchQuery<HeadlineData>({ query: gql(headline), variables: { slug, first: 2 } })
    const seen = watched.subscribe({})
    let page = (await watched.refetch()).data?.theme.remarks.pageInfo
    while (page?.hasNextPage) {
      const { data } = await watched.fetchMore({ variables: { after: page.endCursor } })
      page = data?.theme.remarks.pageInfo
    }
    const merged = client.readQuery<HeadlineData>({ query: gql(headline), variables: { slug, first: 2 } })
    seen.unsubscribe()
    expect(ids.length).toBeGreaterThan(2)
    expect(merged?.theme.remarks.edges.map(({ node }) => node.id)).toEqual(ids)
  },
)

it('Apollo Client follows the feed by its own link', async () => {
  const client = new ApolloClient({ link: new HttpLink({ uri: server.url }), cache: new InMemoryCache() })
  const query = gql`subscription { changes(after: "0") { sequence kind } }`
  const seen = await new Promise<unknown[]>((resolve, reject) => {
    const events: unknown[] = []
    const following = client.subscribe({ query }).subscribe({
      next: ({ data, error }) => {
        if (error) return reject(error)
        if (events.push(data) < 2) return
        following.unsubscribe()
        resolve(events)
      },
      error: reject,
    })
  })
  expect(seen).toEqual([
    { changes: { __typename: 'Change', sequence: '1', kind: 'CREATED' } },
    { changes: { __typename: 'Change', sequence: '2', kind: 'CREATED' } },
  ])
})

it('Apollo Client is told why its subscription is refused', async () => {
  const client = new ApolloClient({ link: new HttpLink({ uri: server.url }), cache: new InMemoryCache() })
  const query = gql`subscription { changes(after: "no number") { sequence } }`
  const told = await new Promise<Error>((resolve) => {
    client.subscribe({ query }).subscribe({ next: ({ error }) => error && resolve(error), error: resolve })
  })
  expect(told.message).toMatch(/number|cursor|after/i)
})
