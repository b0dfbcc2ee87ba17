import { beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../support/database.js'
import { codesOf, handlerOf, json, operation } from '../support/handler.js'

type Handle = ReturnType<typeof handlerOf>

const post = (body: RequestInit['body'], headers: Record<string, string> = json): RequestInit => ({
  method: 'POST',
  headers,
  body: body ?? null,
})
const graphqlAnswer = { accept: 'application/graphql-response+json' }
const csrf = { 'x-rapporteur-csrf': '1' }

/** A multipart body of one file, as browsers send it. */
function upload(bytes: number, map = '{"0":["variables.file"]}'): FormData {
  const form = new FormData()
  form.set('operations', JSON.stringify({ query: '{ __typename }', variables: { file: null } }))
  form.set('map', map)
  form.set('0', new File([new Uint8Array(bytes)], 'record.txt'))
  return form
}

describe('bad input', () => {
  let handle: Handle
  beforeAll(async () => {
    handle = handlerOf(await testDatabase())
  })

  const answers = async (init: RequestInit, path = '/graphql') => {
    const response = await handle(path, init)
    const { errors } = (await response.json()) as { errors: { message: string; extensions: { code: string } }[] }
    for (const { message } of errors) expect(message).toMatch(/^[A-Z"].*[.?]$/s)
    return [response.status, ...errors.map(({ extensions }) => extensions.code)]
  }

  it.each<[string, RequestInit, number]>([
    ['text that is no JSON', post('{ "query": '), 400],
    ['an empty body', post(''), 400],
    ['JSON that is no object', post('"query"'), 400],
    ['null', post('null'), 400],
    ['no query', post('{}'), 400],
    ['a query that is no text', post('{"query": 1}'), 400],
    ['an unknown parameter', post('{"query": "{__typename}", "foo": 1}'), 400],
    ['a batch', post('[{"query": "{__typename}"}]'), 400],
    ['a form', post('query={__typename}', { 'content-type': 'application/x-www-form-urlencoded' }), 415],
    ['plain text', post('{__typename}', { 'content-type': 'text/plain' }), 415],
    ['GraphQL as such', post('{__typename}', { 'content-type': 'application/graphql' }), 415],
    ['a media type that is not given', { ...post('{"query": "{__typename}"}', { ...json, accept: 'image/png' }) }, 406],
    ['another method', { method: 'PUT', headers: json, body: '{}' }, 405],
    ['a multipart request that a form of any page could send', post(upload(1), {}), 400],
    ['multipart without operations', post(new FormData(), csrf), 400],
    ['a multipart map that is no JSON', post(upload(1, '{'), csrf), 400],
    ['a multipart map of no lists', post(upload(1, '{"0":7}'), csrf), 400],
    [
      'a multipart body that is cut off',
      post('--x\r\n', { ...csrf, 'content-type': 'multipart/form-data; boundary=x' }),
      400,
    ],
  ])('%s is BAD_REQUEST', async (_name, init, status) => {
    expect(await answers(init)).toEqual([status, 'BAD_REQUEST'])
  })

  it.each([
    ['no query', '/graphql', 400],
    ['variables that are no JSON', '/graphql?query={__typename}&variables={', 400],
    [
      'a mutation',
      `/graphql?query=${encodeURIComponent('mutation { ingestDocument(input: {}) { __typename } }')}`,
      405,
    ],
  ])('GET with %s is BAD_REQUEST', async (_name, path, status) => {
    expect(await answers({}, path)).toEqual([status, 'BAD_REQUEST'])
  })

  it.each([
    ['what is no GraphQL', '{', {}, 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', '{ nothing }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'a variable of another type',
      'query ($slug: String!) { theme(slug: $slug) { id } }',
      { slug: 1 },
      'BAD_USER_INPUT',
    ],
    ['a variable that is missing', 'query ($slug: String!) { theme(slug: $slug) { id } }', {}, 'BAD_USER_INPUT'],
    ['a page that is too long', '{ themes(first: 101) { nodes { id } } }', {}, 'BAD_USER_INPUT'],
    ['an id that is none', '{ nodes(ids: ["x"]) { id } }', {}, 'BAD_USER_INPUT'],
    ['a NUL in a text', 'query ($slug: String!) { theme(slug: $slug) { id } }', { slug: '\0' }, 'BAD_USER_INPUT'],
    [
      'too deep a query',
      `{ meetings { nodes { ${'series { meetings { nodes { '.repeat(5)}id${' } } }'.repeat(5)} } } }`,
      {},
      'QUERY_TOO_COMPLEX',
    ],
    ['too long a query', `{ ${'__typename '.repeat(2_100)} }`, {}, 'QUERY_TOO_LONG'],
  ])('%s is 200 as JSON, and told by its code', async (_name, query, variables, code) => {
    const response = await handle('/graphql', operation(query, variables))
    expect(response.status).toBe(200)
    expect(await codesOf(response)).toContain(code)
  })

  it('what is no valid operation is 400 for clients of the new media type', async () => {
    for (const query of ['{', '{ nothing }']) {
      const response = await handle('/graphql', operation(query, {}, graphqlAnswer))
      expect([response.status, response.headers.get('content-type')]).toEqual([
        400,
        'application/graphql-response+json; charset=utf-8',
      ])
    }
  })

  it('a body over 1 MB is PAYLOAD_TOO_LARGE, and one below it is read', async () => {
    const padded = (bytes: number) => post(JSON.stringify({ query: '{__typename}' }).padEnd(bytes))
    expect(await answers(padded(1_000_001))).toEqual([413, 'PAYLOAD_TOO_LARGE'])
    expect((await handle('/graphql', padded(1_000_000))).status).toBe(200)
  })

  it('a body over 1 MB is PAYLOAD_TOO_LARGE also when its length is not told', async () => {
    const chunk = new Uint8Array(100_000).fill(32)
    let left = 11
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => (left-- > 0 ? controller.enqueue(chunk) : controller.close()),
    })
    const init: RequestInit & { duplex: 'half' } = { ...post(body), duplex: 'half' } // asked for by Node's fetch
    expect(await answers(init)).toEqual([413, 'PAYLOAD_TOO_LARGE'])
  })

  it('a file over 20 MB is PAYLOAD_TOO_LARGE, and one below it is read', async () => {
    expect(await answers(post(upload(20_000_001), csrf))).toEqual([413, 'PAYLOAD_TOO_LARGE'])
    const response = await handle('/graphql', post(upload(20_000_000), { 'apollo-require-preflight': '1' }))
    expect(await response.json()).toEqual({ data: { __typename: 'Query' } })
  })

  it('an address that is none is 404, one that is read only takes GET', async () => {
    expect(await answers({}, '/nothing')).toEqual([404, 'NOT_FOUND'])
    expect(await answers(post('{}'), '/schema.graphql')).toEqual([405, 'BAD_REQUEST'])
  })

  it('an error of a resolver tells nothing of what went wrong inside', async () => {
    const database = await testDatabase()
    const broken = new Proxy(database, {
      get: (target, name) => (name === 'prisma' || name === 'rows' ? { theme: null } : Reflect.get(target, name)), // for either executor
    })
    const response = await handlerOf(broken)('/graphql', operation('{ theme(slug: "a") { id } }'))
    const text = await response.text()
    expect(text).toContain('"code":"INTERNAL_SERVER_ERROR"')
    expect(text).not.toMatch(/TypeError|undefined|node_modules|null \(/)
  })
})
