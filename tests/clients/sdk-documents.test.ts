import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client/core'
import { Client, fetchExchange } from '@urql/core'
import { parse } from 'graphql'
import { GraphQLClient } from 'graphql-request'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { documentNode } from '../../sdk/src/document-node.js'
import { type CallArguments, createClient, graphql, type TypedDocument } from '../../sdk/src/index.js'
import { themeRemarks } from '../../sdk/src/operations.js'
import { startServer } from '../support/server.js'

let server: Awaited<ReturnType<typeof startServer>>
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const variables = { slug: 'depth-of-the-channel', first: 2 }
const Ready = documentNode(themeRemarks, parse)
const Inline = documentNode(graphql('query ($slug: String!) { theme(slug: $slug) { title } }'), parse)
const expected = async () => {
  const { theme } = await createClient({ url: server.url }).query(themeRemarks, variables)
  expect(theme?.remarks.nodes).toHaveLength(2)
  return { title: theme?.title, texts: theme?.remarks.nodes.map(({ text }) => text) }
}

it('Apollo Client takes the documents of the SDK with their types', async () => {
  const client = new ApolloClient({
    link: new HttpLink({ uri: server.url }),
    cache: new InMemoryCache({ possibleTypes: { Remark: ['Statement', 'Response'] } }),
  })
  const { title, texts } = await expected()
  const { data } = await client.query({ query: Ready, variables })
  expect(data?.theme?.remarks.nodes.map(({ text }) => text)).toEqual(texts)
  const inline = await client.query({ query: Inline, variables: { slug: variables.slug } })
  expect(inline.data?.theme?.title).toBe(title)
  // @ts-expect-error The slug is a text.
  const wrong = () => client.query({ query: Inline, variables: { slug: 7 } })
  expect(wrong).toBeTypeOf('function')
})

it('urql takes the documents of the SDK with their types', async () => {
  const client = new Client({ url: server.url, exchanges: [fetchExchange], preferGetMethod: false })
  const { title, texts } = await expected()
  const { data } = await client.query(Ready, variables)
  expect(data?.theme?.remarks.nodes.map(({ text }) => text)).toEqual(texts)
  expect((await client.query(Inline, { slug: variables.slug })).data?.theme?.title).toBe(title)
  // @ts-expect-error The slug is a text.
  const wrong = () => client.query(Inline, { slug: 7 })
  expect(wrong).toBeTypeOf('function')
})

it('graphql-request takes the documents of the SDK with their types', async () => {
  const client = new GraphQLClient(server.url)
  const { title, texts } = await expected()
  const { theme } = await client.request(Ready, variables)
  expect(theme?.remarks.nodes.map(({ text }) => text)).toEqual(texts)
  expect((await client.request(Inline, { slug: variables.slug })).theme?.title).toBe(title)
  // @ts-expect-error The slug is a text.
  const wrong = () => client.request(Inline, { slug: 7 })
  expect(wrong).toBeTypeOf('function')
})

it('a function of one’s own asks any document, typed', async () => {
  const rapporteur = createClient({ url: server.url })
  const ask = <Result, Variables>(document: TypedDocument<Result, Variables>, ...args: CallArguments<Variables>) =>
    rapporteur.query(document, ...args)
  const { texts } = await expected()
  const { theme } = await ask(themeRemarks, variables)
  expect(theme?.remarks.nodes.map(({ text }) => text)).toEqual(texts)
})
