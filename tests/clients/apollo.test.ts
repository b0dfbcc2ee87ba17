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
