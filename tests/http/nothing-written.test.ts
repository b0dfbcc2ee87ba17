import { beforeAll, describe, expect, it } from 'vitest'
import { claimingSize, documentXml, docxOf } from '../../reader/tests/files/support/docx-archive.js'
import { createKey, revokeKey } from '../../src/access/keys.js'
import { ingestDocument } from '../../src/ingest/ingest.js'
import { openReader } from '../../src/ingest-document/ingester.js'
import { type TestDatabase, testDatabase } from '../support/database.js'
import { handlerOf, json, operation } from '../support/handler.js'
import { writers } from '../support/rows.js'
import { sampleFile } from '../support/sample.js'

const record = Buffer.from(sampleFile.bytes).toString().replaceAll('Marrowick', 'Sandwick')
const mutation = `mutation ($input: IngestDocumentInput!) { ingestDocument(input: $input) {
  __typename ... on UserError { message } } }`
const input = { text: record, series: 'Board' }
const csrf = { 'x-rapporteur-csrf': '1' }

/** Each would write, were it not refused. */
describe('what is refused writes nothing', () => {
  let database: TestDatabase
  let keys: Record<'write' | 'read' | 'revoked', { authorization: string }>
  let before: string[]
  beforeAll(async () => {
    database = await testDatabase()
    await ingestDocument(database, openReader(), sampleFile, { series: 'Board' })
    const made = async (name: string, scope: 'READ' | 'WRITE') => {
      const { id, key } = await createKey(database, { name, scope })
      const header = { authorization: `Bearer ${key}` }
      await handlerOf(database)('/graphql', operation('{ __typename }', {}, header)) // its use is noted
      return { id, header }
    }
    const [write, read, revoked] = [await made('a', 'WRITE'), await made('b', 'READ'), await made('c', 'WRITE')]
    await revokeKey(database, revoked.id)
    keys = { write: write.header, read: read.header, revoked: revoked.header }
    before = await writers(database)
  })

  const answerTo = async (init: RequestInit, path = '/graphql', settings: Parameters<typeof handlerOf>[1] = {}) => {
    const response = await handlerOf(database, settings)(path, init)
    const { data, errors } = (await response.json()) as {
      data?: { ingestDocument?: { __typename: string; message: string } } | null
      errors?: { message: string; extensions: { code: string } }[]
    }
    const told = errors?.map(({ message }) => message) ?? [data?.ingestDocument?.message]
    for (const message of told) expect(message).toMatch(/^\S.{10,}$/s)
    expect(await writers(database)).toEqual(before)
    return [response.status, errors?.[0]?.extensions.code ?? data?.ingestDocument?.__typename]
  }
  const put = (query: string, variables: object, headers: Record<string, string> = {}) =>
    operation(query, variables, { ...keys.write, ...headers })
  const body = (text: string, headers: Record<string, string> = json): RequestInit => ({
    ...{ method: 'POST', body: text },
    headers: { ...keys.write, ...headers },
  })
  const upload = (bytes: Uint8Array, fileName: string, headers: Record<string, string> = csrf): RequestInit => {
    const form = new FormData()
    form.set('operations', JSON.stringify({ query: mutation, variables: { input: { file: null, series: 'Board' } } }))
    form.set('map', '{"0":["variables.input.file"]}')
    form.set('0', new File([new Uint8Array(bytes)], fileName))
    return { method: 'POST', headers: { ...keys.write, ...headers }, body: form }
  }
  const whole = JSON.stringify({ query: mutation, variables: { input } })
  const post = (query: string, more: object = {}) => put(query, { input, ...more })

  it.each<
    [string, () => RequestInit, (string | number)[], { path?: string; settings?: Parameters<typeof handlerOf>[1] }?]
  >([
    ['half of a body', () => body(whole.slice(0, -2)), [400, 'BAD_REQUEST']],
    ['a batch', () => body(`[${whole}]`), [400, 'BAD_REQUEST']],
    ['text', () => body(whole, { 'content-type': 'text/plain' }), [415, 'BAD_REQUEST']],
    [
      'a form',
      () => body(`query=${encodeURIComponent(mutation)}`, { 'content-type': 'application/x-www-form-urlencoded' }),
      [415, 'BAD_REQUEST'],
    ],
    [
      'GET',
      () => ({ headers: keys.write }),
      [405, 'BAD_REQUEST'],
      { path: `/graphql?${new URLSearchParams({ query: mutation, variables: JSON.stringify({ input }) })}` },
    ],
    ['a file without the CSRF header', () => upload(Buffer.from(record), 'a.txt', {}), [400, 'BAD_REQUEST']],
    ['a foreign host', () => post(mutation), [421, 'BAD_REQUEST'], { path: 'host' }],
    ['no GraphQL', () => post(mutation.slice(0, -1)), [200, 'GRAPHQL_PARSE_FAILED']],
    ['an unknown field', () => post(mutation.replace('__typename', 'nothing')), [200, 'GRAPHQL_VALIDATION_FAILED']],
    ['a variable of another type', () => put(mutation, { input: { text: 1 } }), [200, 'BAD_USER_INPUT']],
    ['a NUL', () => put(mutation, { input: { ...input, series: 'a\0' } }), [200, 'BAD_USER_INPUT']],
    ['half a surrogate pair', () => put(mutation, { input: { ...input, series: 'a\ud800' } }), [200, 'BAD_USER_INPUT']],
    [
      'too deep',
      () =>
        post(
          mutation.replace(
            '{ message }',
            `{ message } ... on IngestDocumentSuccess { meetings { ${'series { meetings(first: 1) { nodes { '.repeat(6)}id${' } } }'.repeat(6)} } }`,
          ),
        ),
      [200, 'QUERY_TOO_DEEP'],
    ],
    [
      'too dear',
      () =>
        post(
          `${mutation.slice(0, -1)} b: ingestDocument(input: $input) { ... on IngestDocumentSuccess { meetings { remarks(first: 100) { nodes { responses { responses { id } } } } } } } }`,
        ),
      [200, 'QUERY_TOO_COMPLEX'],
      { settings: { maxPrice: 10 } },
    ],
    [
      'too many aliases',
      () =>
        post(
          mutation.replace('{ message }', `{ ${Array.from({ length: 31 }, (_, i) => `a${i}: message`).join(' ')} }`),
        ),
      [200, 'TOO_MANY_ALIASES'],
    ],
    [
      'too long',
      () => post(mutation.replace('{ message }', `{ ${'message '.repeat(2_100)} }`)),
      [200, 'QUERY_TOO_LONG'],
    ],
    ['over 1 MB', () => body(whole.padEnd(1_000_001)), [413, 'PAYLOAD_TOO_LARGE']],
    [
      'a file over its limit',
      () => upload(Buffer.from(record.padEnd(200_001)), 'a.txt'),
      [413, 'PAYLOAD_TOO_LARGE'],
      { settings: { maxUpload: 200_000 } },
    ],
    ['without a key', () => operation(mutation, { input }), [401, 'UNAUTHENTICATED']],
    [
      'with an unknown key',
      () => operation(mutation, { input }, { authorization: 'Bearer rap_nothing' }),
      [401, 'UNAUTHENTICATED'],
    ],
    ['with a revoked key', () => operation(mutation, { input }, keys.revoked), [401, 'UNAUTHENTICATED']],
    ['with a key to read', () => operation(mutation, { input }, keys.read), [403, 'FORBIDDEN']],
    [
      'what no format recognises',
      () => put(mutation, { input: { text: 'Milk, eggs.' } }),
      [200, 'DocumentNotRecognizedError'],
    ],
    ['no text', () => put(mutation, { input: { text: '' } }), [200, 'InvalidInputError']],
    [
      'a doubtful reading, if strict',
      () => put(mutation, { input: { ...input, text: record.replace(/^- 2\. /m, '- 1. '), strict: true } }),
      [200, 'InvalidInputError'],
    ],
    [
      'a meeting that is not there',
      () => put(mutation, { input: { ...input, meeting: 'nowhere' } }),
      [200, 'ConflictError'],
    ],
    ['a damaged .pdf', () => upload(Buffer.from('%PDF-1.7\nnothing'), 'a.pdf'), [200, 'InvalidInputError']],
  ])('%s', async (_name, init, expected, { path = '/graphql', settings = {} } = {}) => {
    const foreign = path === 'host'
    const made = init()
    const headers = { ...(made.headers as Record<string, string>), ...(foreign ? { host: 'evil.example' } : {}) }
    expect(await answerTo({ ...made, headers }, foreign ? '/graphql' : path, settings)).toEqual(expected)
  })

  it('a .docx that is cut off, or claims a gigabyte', async () => {
    const xml = documentXml('<w:p><w:r><w:t>We met.</w:t></w:r></w:p>')
    const bytes = await docxOf(xml)
    for (const bomb of [bytes.subarray(0, 500), claimingSize(bytes, Buffer.byteLength(xml), 1 << 30)])
      expect(await answerTo(upload(bomb, 'a.docx'))).toEqual([200, 'InvalidInputError'])
  })

  it('and what is not refused writes', async () => {
    const response = await handlerOf(database)('/graphql', post(mutation))
    expect(await response.json()).toEqual({ data: { ingestDocument: { __typename: 'IngestDocumentSuccess' } } })
    expect(await writers(database)).not.toEqual(before)
  })
})
