import { Client, cacheExchange, fetchExchange } from '@urql/core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startServer } from '../support/server.js'
import { expectedHeadline, type HeadlineData, headline } from './headline.js'

let server: Awaited<ReturnType<typeof startServer>>
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

// urql sends a query by GET when it fits into an address, unless it is told not to.
it.each([false, 'within-url-limit'] as const)(
  'urql pages through the headline query, GET %s',
  async (preferGetMethod) => {
    const { slug, texts } = await expectedHeadline(server.url)
    const client = new Client({ url: server.url, exchanges: [cacheExchange, fetchExchange], preferGetMethod })
    const found: string[] = []
    for (let after: string | null = null; ; ) {
      const { data, error } = await client.query<HeadlineData>(headline, { slug, first: 2, after }).toPromise()
      if (!data) throw error ?? new Error('no data')
      found.push(...data.theme.remarks.edges.map(({ node }) => node.text))
      if (!data.theme.remarks.pageInfo.hasNextPage) break
      after = data.theme.remarks.pageInfo.endCursor
    }
    expect(found.length).toBeGreaterThan(2)
    expect(found).toEqual(texts)
  },
)
