import { readdirSync, readFileSync } from 'node:fs'
import { getIntrospectionQuery, parse, validate } from 'graphql'
import { describe, expect, it } from 'vitest'
import { priceOf } from '../../src/schema/price.js'
import { schema } from '../../src/schema/schema.js'
import { readSettings } from '../../src/settings/settings.js'

const cost = (query: string, variables?: Record<string, unknown>, operation?: string) =>
  priceOf(schema, parse(query), variables, operation)
const price = (query: string, variables?: Record<string, unknown>) => cost(query, variables).price

describe('the price of an operation', () => {
  it.each([
    ['leaves are free, an object counts 1', '{ theme(slug: "a") { slug title } }', 1],
    ['objects below objects count', '{ meeting(slug: "a") { series { title } source { format } } }', 3],
    ['a connection counts 1, and 20 rows where nothing is said', '{ themes { nodes { title } } }', 21],
    ['"first" is the number of rows', '{ themes(first: 50) { nodes { title } } }', 51],
    ['"last" too', '{ themes(last: 7) { nodes { title } } }', 8],
    ['an edge is an object beside its node', '{ themes(first: 10) { edges { cursor node { title } } } }', 21],
    ['edges and nodes both count', '{ themes(first: 10) { edges { cursor } nodes { title } } }', 21],
    ['page information counts once', '{ themes(first: 10) { pageInfo { hasNextPage } } }', 2],
    ['a count is 10, once', '{ themes(first: 100) { totalCount } }', 11],
    [
      'lists in lists multiply',
      '{ themes(first: 10) { nodes { remarks(first: 10) { nodes { speaker { name } } } } } }',
      1 + 10 * (2 + 10 * 2),
    ],
    ['a list without a size is taken for 3', '{ meeting(slug: "a") { sections { heading } } }', 4],
    [
      '… with other arguments too',
      '{ person(slug: "a") { affiliations(asOf: "2031-01-01") { organization { name } } } }',
      1 + 3 * 2,
    ],
    ['"first: 0" costs the connection', '{ themes(first: 0) { nodes { title } } }', 1],
    ['a negative size takes nothing off', '{ themes(first: -1000) { nodes { title } } }', 1],
    ['nodes count their ids', '{ nodes(ids: ["a", "b", "c", "d"]) { id } }', 4],
    [
      'of fragments on different types all count',
      '{ theme(slug: "a") { remarks(first: 1) { nodes { speaker { name } ... on Statement { jointWith { id } } ... on Response { acts { verb } } } } } }',
      1 + 1 + 1 + 1 + 3 + 3,
    ],
    [
      'statistics are 500, and each row of their lists',
      '{ statistics { remarks byTheme(first: 5) { theme { title } } byYear { year } } }',
      500 + 1 + 5 * 2 + 3,
    ],
    ['introspection is free', getIntrospectionQuery(), 0],
  ])('%s', (_promise, query, expected) => {
    expect(price(query)).toBe(expected)
  })

  it('looks up variables, their defaults, and null', () => {
    const query = 'query ($n: Int = 5) { themes(first: $n) { nodes { title } } }'
    expect(price(query)).toBe(6)
    expect(price(query, { n: 30 })).toBe(31)
    expect(price(query, { n: null })).toBe(21)
    expect(price('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: ['a', 'b'] })).toBe(2)
    expect(price('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: 'a' })).toBe(1)
  })

  it('sees through fragments, on connections too', () => {
    expect(
      price(`{ themes(first: 10) { ...Page } } fragment Page on ThemeConnection { nodes { ...Row } totalCount }
        fragment Row on Theme { series { title } }`),
    ).toBe(1 + 10 + 10 * 2)
  })

  it('is that of the operation that is named', () => {
    const document = 'query A { themes(first: 1) { nodes { id } } } query B { themes(first: 9) { nodes { id } } }'
    expect(cost(document, {}, 'A').price).toBe(2)
    expect(cost(document, {}, 'B').price).toBe(10)
  })

  it('is told in time however often a fragment is used, and stays a number', () => {
    const levels = 150
    const fragments = Array.from(
      { length: levels },
      (_, i) => `fragment F${i} on Theme { meetings(first: 100) { nodes { themes(first: 100) { nodes {
        ${i + 1 < levels ? `...F${i + 1} ...F${i + 1}` : 'id'} } } } } }`,
    )
    const { price, depth } = cost(`{ theme(slug: "a") { ...F0 } } ${fragments.join(' ')}`)
    expect(price).toBe(Number.MAX_SAFE_INTEGER)
    expect(depth).toBe(2 + 4 * levels)
  })
})

describe('the example queries and the ready operations', () => {
  const folders = ['sample/queries', 'sdk/operations']
  const files = folders.flatMap((folder) => readdirSync(folder).map((file) => `${folder}/${file}`))

  it.each(files)('are valid and under the limits: %s', (file) => {
    const document = parse(readFileSync(file, 'utf8'))
    const [operation] = document.definitions
    const largest = operation?.kind === 'OperationDefinition' && operation.operation === 'query' ? { first: 100 } : {}
    expect(validate(schema, document)).toEqual([])
    const { price, depth, aliases, tokens } = priceOf(schema, document, largest)
    const limits = readSettings({})
    expect(price).toBeLessThanOrEqual(limits.maxPrice)
    expect(depth).toBeLessThanOrEqual(limits.maxDepth)
    expect(aliases).toBeLessThanOrEqual(limits.maxAliases)
    expect(tokens).toBeLessThanOrEqual(limits.maxTokens)
  })
})

describe('the depth of an operation', () => {
  it.each([
    ['{ __typename }', 1],
    ['{ theme(slug: "a") { title } }', 2],
    ['{ theme(slug: "a") { remarks { nodes { speaker { organization { name } } } } } }', 6],
    ['{ theme(slug: "a") { ... { ... on Theme { title } } } }', 2],
    ['{ ...Q } fragment Q on Query { theme(slug: "a") { ...T } } fragment T on Theme { series { title } }', 3],
  ])('counts nested selection sets, not fragments: %s', (query, depth) => {
    expect(cost(query).depth).toBe(depth)
  })
})

describe('the rest of the cost', () => {
  it('is the aliases of the document, also in fragments, each once', () => {
    expect(
      cost('{ a: theme(slug: "a") { ...T } b: theme(slug: "b") { ...T } } fragment T on Theme { t: title }').aliases,
    ).toBe(3)
  })

  it('is the tokens of the document', () => {
    expect(cost('{ theme(slug: "a") { title } }').tokens).toBe(11)
  })
})
