import { GraphQLClient } from 'graphql-request'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startServer } from '../support/server.js'
import { expectedHeadline, type HeadlineData, headline } from './headline.js'

let server: Awaited<ReturnType<typeof startServer>>
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

it.each(['POST', 'GET'] as const)('graphql-request pages through the headline query by %s', async (method) => {
  const { slug, texts } = await expectedHeadline(server.url)
  const client = new GraphQLClient(server.url, { method })
  const found: string[] = []
  for (let after: string | null = null; ; ) {
    const { theme }: HeadlineData = await client.request(headline, { slug, first: 2, after })
    found.push(...theme.remarks.edges.map(({ node }) => node.text))
    if (!theme.remarks.pageInfo.hasNextPage) break
    after = theme.remarks.pageInfo.endCursor
  }
  expect(found.length).toBeGreaterThan(2)
  expect(found).toEqual(texts)
})
