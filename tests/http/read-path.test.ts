import { beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../support/database.js'
import { insertArchive } from '../support/fixture.js'
import { handlerOf, json, operation } from '../support/handler.js'

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
  await insertArchive(db.prisma)
})

const headline = `query Headline($slug: String!, $first: Int = 20) {
  theme(slug: $slug) {
    title
    remarks(first: $first) {
      nodes {
        __typename id text
        speaker { name organization { name } }
        paragraph { number meeting { title date } }
        ... on Response { acts { verb } inResponseTo { speaker { name } } }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
}`
const slug = 'fairness-of-dues'
const get = (query: string) => `/graphql?query=${encodeURIComponent(query)}`

const requests: [name: string, path: string, init: RequestInit][] = [
  ['the headline query', '/graphql', operation(headline, { slug })],
  [
    'the same for a client of the specification',
    '/graphql',
    operation(headline, { slug }, { accept: 'application/graphql-response+json' }),
  ],
  ['a GET', get('{ meetings { totalCount } }'), {}],
  ['a theme that is not there', '/graphql', operation(headline, { slug: 'nothing' })],
  ['a page that is too large', '/graphql', operation(headline, { slug, first: 101 })],
  ['a variable that does not fit', '/graphql', operation(headline, { slug: 3 })],
  ['a text that no database takes', '/graphql', operation(headline, { slug: 'a\u0000b' })],
  ['a field that is not there', '/graphql', operation('{ theme(slug: "x") { nothing } }')],
  [
    'a query that is too deep',
    '/graphql',
    operation(`{ theme(slug: "x") ${'{ series { meetings { nodes '.repeat(6)}{ id }${' } } }'.repeat(6)} }`),
  ],
  [
    'one operation of two',
    '/graphql',
    {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ query: '{ __typename } query B { allSeries { nodes { slug } } }', operationName: 'B' }),
    },
  ],
  ['introspection', '/graphql', operation('{ __schema { queryType { name } } }')],
]

describe('a request', () => {
  it.each(requests)('for %s is answered alike with and without the compiled read path', async (_name, path, init) => {
    const answer = async (readPath: 'on' | 'off') => {
      const response = await handlerOf(db, { readPath })(path, init)
      const { status, headers } = response
      return { status, type: headers.get('content-type'), body: await response.json() }
    }
    expect(await answer('on')).toEqual(await answer('off'))
  })

  it('for the headline query is one statement that Prisma does not see', async () => {
    const handle = handlerOf(db, { answerMemory: 0 })
    db.statements.length = 0
    const response = await handle('/graphql', operation(headline, { slug }))
    const { data } = (await response.json()) as { data: { theme: { remarks: { nodes: unknown[] } } } }
    expect(data.theme.remarks.nodes).toHaveLength(6)
    expect(db.statements).toEqual([expect.stringMatching(/^select a\d+\."title"/)])
  })
})
