import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createClient, graphql } from '../../sdk/src/index.js'
import { persisted } from '../../sdk/src/persisted.js'
import { startServer, type TestServer } from '../support/server.js'

const Titles = graphql(`query ($first: Int) { meetings(first: $first) { nodes { title } } }`)

describe('a client that sends hashes', () => {
  let server: TestServer
  let sent: string[]
  beforeAll(async () => {
    server = await startServer()
  })
  afterAll(() => server.close())
  beforeEach(() => {
    sent = []
  })
  const client = () =>
    createClient({
      url: server.url,
      fetch: persisted((url, init) => {
        sent.push(`${init.method} ${String(init.body ?? '').includes('query (') ? 'text' : 'hash'}`)
        return fetch(url, init)
      }),
    })

  it('sends the text where the hash is not known, and from then on the hash alone', async () => {
    const plain = await createClient({ url: server.url }).query(
      graphql(`query { meetings(first: 1) { nodes { title } } }`),
    )
    expect(await client().query(Titles, { first: 1 })).toEqual(plain)
    expect(sent).toEqual(['GET hash', 'POST text'])
    expect(await client().query(Titles, { first: 1 })).toEqual(plain)
    expect(sent).toEqual(['GET hash', 'POST text', 'GET hash'])
  })

  it('is told of errors as ever', async () => {
    await client().query(Titles, { first: 1 })
    await expect(client().query(Titles, { first: 101 })).rejects.toMatchObject({ name: 'GraphQLResponseError' })
  })

  it('sends as ever what does not fit an address, and mutations', async () => {
    const Theme = graphql(`query ($slug: String!) { theme(slug: $slug) { title } }`)
    await client().query(Theme, { slug: 'x'.repeat(5_000) })
    expect(sent).toEqual(['POST text'])
    const Retract = graphql(`mutation { retractMeeting(input: { meeting: "x", reason: "x" }) { __typename } }`)
    await expect(client().query(Retract)).rejects.toMatchObject({ name: 'GraphQLResponseError' })
    expect(sent).toEqual(['POST text', 'POST hash'])
  })
})
