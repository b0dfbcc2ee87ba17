import { getIntrospectionQuery, parse } from 'graphql'
import { createYoga } from 'graphql-yoga'
import { beforeAll, describe, expect, it } from 'vitest'
import { limitsPlugin } from '../../src/schema/limits-plugin.js'
import { schema } from '../../src/schema/schema.js'
import { textPlugin, unusableTexts } from '../../src/schema/text-plugin.js'
import { contextOf } from '../support/ask.js'
import { type TestDatabase, testDatabase } from '../support/database.js'
import { insertArchive } from '../support/fixture.js'

interface Result {
  data?: unknown
  errors?: { message: string; path?: unknown; extensions: Record<string, unknown> }[]
}

const limits = { price: 20_000, depth: 12, aliases: 30, tokens: 2_000 }

let db: TestDatabase
let post: (query: string, variables?: Record<string, unknown>) => Promise<Result>
beforeAll(async () => {
  db = await testDatabase()
  await insertArchive(db.prisma)
  const yoga = createYoga({
    schema,
    context: () => contextOf(db),
    plugins: [limitsPlugin(limits), textPlugin()],
    logging: false,
  })
  post = async (query, variables) => {
    db.statements.length = 0
    const response = await yoga.fetch('http://localhost/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    })
    return response.json()
  }
})

/** `{ a { b … } }` over the two ends of one relation. */
const deep = (levels: number) =>
  `{ meeting(slug: "a") { ${'series { meetings(first: 1) { nodes { '.repeat(levels)} id ${'} } }'.repeat(levels)} } }`

describe('an operation over a limit', () => {
  it.each([
    [
      'QUERY_TOO_COMPLEX',
      '{ themes(first: 100) { nodes { remarks(first: 100) { nodes { speaker { name } } } } } }',
      20_000,
      20_201,
    ],
    ['QUERY_TOO_DEEP', deep(4), 12, 14],
    ['TOO_MANY_ALIASES', `{ ${Array.from({ length: 31 }, (_, i) => `a${i}: __typename`).join(' ')} }`, 30, 31],
    ['QUERY_TOO_LONG', `{ ${'__typename '.repeat(1999)} }`, 2000, 2001],
  ])('is refused before anything runs, with the limit and what was asked: %s', async (code, query, limit, asked) => {
    const { data, errors } = await post(query)
    expect(data ?? null).toBeNull()
    expect(errors?.map(({ extensions }) => extensions)).toEqual([{ code, limit, asked }])
    expect(db.statements).toEqual([])
  })

  it('is refused by its variables', async () => {
    const query =
      'query ($n: Int!) { themes(first: $n) { nodes { remarks(first: $n) { nodes { speaker { name } } } } } }'
    expect((await post(query, { n: 99 })).errors).toBeUndefined()
    expect((await post(query, { n: 100 })).errors?.[0]?.extensions.code).toBe('QUERY_TOO_COMPLEX')
  })

  it('is told of each limit that it is over', async () => {
    const aliases = Array.from({ length: 31 }, (_, i) => `a${i}: __typename`).join(' ')
    const { errors } = await post(deep(4).replace('{ meeting', `{ ${aliases} meeting`))
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['QUERY_TOO_DEEP', 'TOO_MANY_ALIASES'])
  })

  it('is not counted to its end when it is hopeless', async () => {
    const { errors } = await post('{ '.repeat(100_000))
    expect(errors?.[0]?.extensions).toEqual({ code: 'QUERY_TOO_LONG', limit: 2000, asked: 20_001 })
  })
})

describe('an operation within the limits', () => {
  it.each([
    ['as deep as may be', deep(3)],
    ['as many aliases as may be', `{ ${Array.from({ length: 30 }, (_, i) => `a${i}: __typename`).join(' ')} }`],
    ['as long as may be', `{ remarks(filter: { person: [${'"a" '.repeat(1984)}] }) { totalCount } }`],
    ['the introspection query of graphql-js, as GraphiQL sends it', getIntrospectionQuery()],
    [
      'the introspection query with all that can be asked',
      getIntrospectionQuery({
        descriptions: true,
        specifiedByUrl: true,
        directiveIsRepeatable: true,
        schemaDescription: true,
        inputValueDeprecation: true,
        oneOf: true,
      }),
    ],
  ])('runs: %s', async (_what, query) => {
    expect((await post(query)).errors).toBeUndefined()
  })

  it('is told what is wrong with it where it is no GraphQL', async () => {
    const { errors } = await post('{ theme( }')
    expect(errors?.[0]?.message).toContain('Syntax Error')
    expect(errors?.[0]?.extensions.code).not.toBe('QUERY_TOO_LONG')
  })
})

describe('a text that the database cannot take', () => {
  it.each([
    ['a NUL in a variable', 'query ($s: String!) { theme(slug: $s) { title } }', { s: 'a\0b' }, ['slug']],
    ['a NUL in the document', '{ theme(slug: "a\\u0000b") { title } }', {}, ['slug']],
    ['half a surrogate pair', 'query ($s: String!) { theme(slug: $s) { title } }', { s: 'a\ud800' }, ['slug']],
    [
      'deep in a filter',
      'query ($f: RemarkFilter) { remarks(filter: $f) { totalCount } }',
      { f: { person: ['mara-lind', 'x\0'] } },
      ['filter', 'person', 1],
    ],
    [
      'in a variable within a filter',
      'query ($t: String) { remarks(filter: { text: $t }) { totalCount } }',
      { t: '\udc00' },
      ['filter', 'text'],
    ],
  ])('is refused with the path of the argument: %s', async (_what, query, variables, argument) => {
    const { errors } = await post(query, variables)
    expect(errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'BAD_USER_INPUT', argument }])
    expect(db.statements).toEqual([])
  })

  it('is no pair of surrogates', async () => {
    const { errors } = await post('query ($s: String!) { theme(slug: $s) { title } }', { s: '😀' })
    expect(errors).toBeUndefined()
  })

  it('is looked for however deep a variable is', () => {
    const variables = JSON.parse(`{ "s": ${'['.repeat(100_000)}"\\u0000"${']'.repeat(100_000)} }`)
    const errors = unusableTexts(
      parse('query ($s: [String!]) { remarks(filter: { person: $s }) { totalCount } }'),
      variables,
    )
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT'])
  })
})
