import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { beforeEach, describe, expect, inject, it, onTestFinished } from 'vitest'
import { type CallOptions, createClient } from '../../sdk/src/index.js'
import { renamePerson } from '../../sdk/src/operations.js'
import { createKey } from '../../src/access/keys.js'
import { openDatabase } from '../../src/database/open-database.js'
import { pruneSentWrites } from '../../src/sent-write/prune-sent-writes.js'
import { copyOf, type TestDatabase, testDatabase } from '../support/database.js'
import { handlerOf, operation } from '../support/handler.js'
import { ingest } from '../support/ingest.js'
import type { Minutes } from '../support/record.js'
import { startServer } from '../support/server.js'

const spring: Minutes = {
  title: 'Spring',
  present: [{ name: 'Ada Moss' }, { name: 'A. B. Moss' }],
  paragraphs: [{ theme: 'Dredging', text: 'The basin is full.', by: ['Ada Moss', 'A. B. Moss'] }],
}
const rename = `mutation ($input: RenamePersonInput!) { renamePerson(input: $input) {
  __typename ... on RenamePersonSuccess { person { slug name } } ... on UserError { message } } }`
const mergePeople = `mutation ($input: MergeInput!) { mergePeople(input: $input) {
  __typename ... on MergePeopleSuccess { merge person { slug } } ... on UserError { message } } }`
const undoMerge = `mutation ($input: UndoMergeInput!) { undoMerge(input: $input) {
  __typename ... on UndoMergeSuccess { restored { id } } ... on UserError { message } } }`
const erase = `mutation ($input: ErasePersonInput!) { erasePerson(input: $input) { __typename } }`
const ingestDocument = `mutation ($input: IngestDocumentInput!) { ingestDocument(input: $input) {
  __typename ... on IngestDocumentSuccess { status meetings { slug } counts { created updated } findings { code } record }
  ... on UserError { message } } }`

const minutes = (words: string) => `Minutes of the harbour council, 4 March 2021

Present: Ada Moss, Bo Lind

Ada Moss: ${words} That is what the council was told last week.

Bo Lind: I agree with that, and I will tell the ferries.
`

interface Answer {
  status: number
  replayed: boolean
  data: Record<string, Record<string, unknown>> | null
  codes: unknown[] | undefined
}

describe('a write that is sent again with its Idempotency-Key', () => {
  let database: TestDatabase
  let key: string
  const ids: Record<string, string> = {}
  beforeEach(async () => {
    database = await testDatabase()
    await ingest(database, spring, { series: 'Boards' })
    key = (await createKey(database, { name: 'kay', scope: 'ADMIN' })).key
    const { data } = await answer(
      handlerOf(database)('/graphql', operation('{ people { nodes { slug id name } } }', {})),
    )
    for (const { slug, id } of (data?.people?.nodes ?? []) as { slug: string; id: string }[]) ids[slug] = id
  })
  const answer = async (sent: Promise<Response>): Promise<Answer> => {
    const response = await sent
    const { data, errors } = (await response.json()) as {
      data: Answer['data']
      errors?: { extensions: { code: string } }[]
    }
    return {
      status: response.status,
      replayed: response.headers.get('idempotency-replayed') === 'true',
      data: data ?? null,
      codes: errors?.map(({ extensions }) => extensions.code),
    }
  }
  const headersOf = (name: string, apiKey = key) => ({
    authorization: `Bearer ${apiKey}`,
    'idempotency-key': name,
    accept: 'application/graphql-response+json',
  })
  const send = (name: string, query: string, input: object, apiKey = key) =>
    answer(handlerOf(database)('/graphql', operation(query, { input }, headersOf(name, apiKey))))
  const acts = async () =>
    (
      await database.prisma.change.findMany({
        where: { by: 'kay', kind: { not: 'UPDATED' } },
        orderBy: { sequence: 'asc' },
      })
    ).map(({ kind }) => kind)
  const kept = () => database.prisma.sentWrite.findMany({ select: { key: true, answer: true } })
  /** As if the server had died between the commit and the answer. */
  const loseAnswers = () => database.prisma.sentWrite.updateMany({ data: { answer: null } })
  const called = (name: string) => ({ person: ids['ada-moss'], name, reason: 'So she signs.' })

  it('is applied once, and answered as it was', async () => {
    const first = await send('a', rename, called('Ada B. Moss'))
    expect(first).toMatchObject({ status: 200, replayed: false })
    expect(first.data).toEqual({
      renamePerson: { __typename: 'RenamePersonSuccess', person: { slug: 'ada-moss', name: 'Ada B. Moss' } },
    })
    await send('b', rename, called('Ada Fern'))
    expect(await send('a', rename, called('Ada B. Moss'))).toEqual({ ...first, replayed: true })
    expect(await acts()).toEqual(['RENAMED', 'RENAMED'])
    const { name } = await database.prisma.person.findUniqueOrThrow({ where: { slug: 'ada-moss' } })
    expect(name).toBe('Ada Fern')
  })

  it('is applied once when the connection was cut before its answer came', async () => {
    const server = await startServer()
    onTestFinished(server.close)
    const proxy = createServer(async (request, response) => {
      await fetch(server.url, {
        method: 'POST',
        headers: request.headers as Record<string, string>,
        body: new Uint8Array(await buffer(request)),
      })
      response.destroy()
    }).listen(0, '127.0.0.1')
    await once(proxy, 'listening')
    onTestFinished(() => void proxy.close())
    const { slug: person } = await server.database.prisma.person.findFirstOrThrow({ orderBy: { slug: 'asc' } })
    const call = (url: string, options: CallOptions = {}) =>
      createClient({ url, apiKey: server.apiKey, operations: { renamePerson } }).renamePerson(
        { input: { person, name: 'Ada Fern', reason: 'So she signs.' } },
        options,
      )
    const lost = await call(`http://127.0.0.1:${(proxy.address() as AddressInfo).port}`).catch((error) => error)
    expect(lost).toMatchObject({ name: 'TransportError', retryable: false, idempotencyKey: expect.any(String) })
    const replayed: unknown[] = []
    const onResponse: CallOptions['onResponse'] = ({ headers }) => replayed.push(headers.get('idempotency-replayed'))
    expect(await call(server.url, { idempotencyKey: lost.idempotencyKey, onResponse })).toMatchObject({
      renamePerson: { __typename: 'RenamePersonSuccess', person: { name: 'Ada Fern' } },
    })
    expect(replayed).toEqual(['true'])
    expect(await database.prisma.change.count({ where: { kind: 'RENAMED' } })).toBe(1)
  })

  it('is answered from what its transaction returned, where the server died before it answered', async () => {
    const merged = await send('m', mergePeople, { from: [ids['a-b-moss']], into: ids['ada-moss'], reason: 'One.' })
    await loseAnswers()
    const again = await send('m', mergePeople, { from: [ids['a-b-moss']], into: ids['ada-moss'], reason: 'One.' })
    expect(again).toEqual(merged)
    const { merge } = merged.data?.mergePeople ?? {}
    const undone = await send('u', undoMerge, { merge, reason: 'Two.' })
    expect(undone.data).toEqual({
      undoMerge: { __typename: 'UndoMergeSuccess', restored: [{ id: ids['a-b-moss'] }] },
    })
    await loseAnswers()
    expect(await send('u', undoMerge, { merge, reason: 'Two.' })).toEqual(undone)
    expect(await acts()).toEqual(['MERGED', 'UNMERGED'])
  })

  it('reads a document once, and does not go back over a later one', async () => {
    const input = (words: string) => ({ text: minutes(words), series: 'Council' })
    const first = await send('a', ingestDocument, input('The quay is closed.'))
    expect(first.data?.ingestDocument).toMatchObject({ status: 'CREATED' })
    await loseAnswers()
    expect(await send('a', ingestDocument, input('The quay is closed.'))).toEqual(first)
    const meetings = first.data?.ingestDocument?.meetings as { slug: string }[] | undefined
    const later = { ...input('The quay is open.'), meeting: meetings?.[0]?.slug }
    expect((await send('b', ingestDocument, later)).data?.ingestDocument).toMatchObject({ status: 'UPDATED' })
    expect(await send('a', ingestDocument, input('The quay is closed.'))).toEqual({ ...first, replayed: true })
    const said = await database.prisma.remark.findMany({ select: { utterance: { select: { text: true } } } })
    expect(JSON.stringify(said)).toContain('The quay is open.')
    expect(JSON.stringify(said)).not.toContain('The quay is closed.')
  })

  it('is known by the bytes of its files', async () => {
    const upload = (words: string) => {
      const form = new FormData()
      const variables = { input: { file: null, series: 'Council' } }
      form.set('operations', JSON.stringify({ query: ingestDocument, variables }))
      form.set('map', '{"0":["variables.input.file"]}')
      form.set('0', new File([minutes(words)], 'council.txt'))
      const headers = { ...headersOf('f'), 'x-rapporteur-csrf': '1' }
      return answer(handlerOf(database)('/graphql', { method: 'POST', headers, body: form }))
    }
    const first = await upload('The quay is closed.')
    expect(first.data?.ingestDocument).toMatchObject({ status: 'CREATED' })
    expect(await upload('The quay is closed.')).toEqual({ ...first, replayed: true })
    expect(await upload('The quay is open.')).toMatchObject({ status: 422, codes: ['IDEMPOTENCY_KEY_REUSED'] })
  })

  it('is refused if another request had the key', async () => {
    await send('a', rename, called('Ada B. Moss'))
    expect(await send('a', rename, called('Ada Fern'))).toEqual({
      status: 422,
      replayed: false,
      data: null,
      codes: ['IDEMPOTENCY_KEY_REUSED'],
    })
    const other = (await createKey(database, { name: 'other', scope: 'WRITE' })).key
    expect((await send('a', rename, called('Ada Fern'), other)).data?.renamePerson).toMatchObject({
      __typename: 'RenamePersonSuccess',
    })
  })

  it('is applied by one of two that come at once', async () => {
    const [one, two] = await Promise.all([
      send('a', rename, called('Ada B. Moss')),
      send('a', rename, called('Ada B. Moss')),
    ])
    expect(one.data?.renamePerson).toMatchObject({ __typename: 'RenamePersonSuccess' })
    expect(two.data).toEqual(one.data)
    expect(await acts()).toEqual(['RENAMED'])
  })

  it.runIf(inject('backend') === 'postgres')('is applied by one of two servers', async () => {
    const url = await copyOf(inject('template'))
    const servers = await Promise.all([openDatabase({ url }), openDatabase({ url })])
    onTestFinished(async () => void (await Promise.all(servers.map((server) => server.close()))))
    const [first, second] = servers
    await ingest(first, spring, { series: 'Boards' })
    const { key: apiKey } = await createKey(first, { name: 'kay', scope: 'WRITE' })
    const { id } = await first.prisma.person.findUniqueOrThrow({ where: { slug: 'ada-moss' } })
    const person = Buffer.from(`Person:${id}`).toString('base64url')
    const input = { ...called('Ada B. Moss'), person }
    const to = (server: typeof first) =>
      answer(handlerOf(server)('/graphql', operation(rename, { input }, headersOf('a', apiKey))))
    const [one, two] = await Promise.all([to(first), to(second)])
    expect(one.data?.renamePerson).toMatchObject({ __typename: 'RenamePersonSuccess' })
    expect(two.data).toEqual(one.data)
    expect(await to(second)).toEqual({ ...one, replayed: true })
    expect(await first.prisma.change.count({ where: { kind: 'RENAMED' } })).toBe(1)
  })

  it('is tried again if it changed nothing', async () => {
    const input = { from: [ids['a-b-moss']], into: ids['ada-moss'], reason: 'One.' }
    const { merge } = (await send('m', mergePeople, input)).data?.mergePeople ?? {}
    expect((await send('n', mergePeople, input)).data?.mergePeople).toMatchObject({ __typename: 'ConflictError' })
    await send('u', undoMerge, { merge, reason: 'Two.' })
    expect((await send('n', mergePeople, input)).data?.mergePeople).toMatchObject({ __typename: 'MergePeopleSuccess' })
    expect(await send('x', ingestDocument, { text: 'Nobody speaks', dryRun: true })).toMatchObject({ status: 200 })
    expect((await kept()).map(({ key }) => key).toSorted()).toEqual(['m', 'n', 'u'])
  })

  it('goes on where it failed, without what was applied', async () => {
    const both = `mutation ($input: RenamePersonInput!, $erased: ErasePersonInput!) {
      renamePerson(input: $input) { __typename ... on UserError { message } } erasePerson(input: $erased) { __typename } }`
    const writer = (await createKey(database, { name: 'kay', scope: 'WRITE' })).key
    const variables = { input: called('Ada Fern'), erased: { person: ids['a-b-moss'], reason: 'It was asked for.' } }
    const sent = () => answer(handlerOf(database)('/graphql', operation(both, variables, headersOf('a', writer))))
    expect(await sent()).toMatchObject({ codes: ['FORBIDDEN'] })
    await database.prisma.apiKey.updateMany({ where: { scope: 'WRITE' }, data: { scope: 'ADMIN' } })
    expect((await sent()).data).toEqual({
      renamePerson: { __typename: 'RenamePersonSuccess' },
      erasePerson: { __typename: 'ErasePersonSuccess' },
    })
    expect(await acts()).toEqual(['RENAMED', 'ERASED'])
  })

  it('is not answered with the name of somebody who has been erased', async () => {
    const input = { person: ids['ada-moss'], reason: 'It was asked for.' }
    await send('a', rename, called('Ada Fern'))
    const erased = await send('e', erase, input)
    const rows = await database.prisma.sentWrite.findMany()
    expect(JSON.stringify(rows)).not.toMatch(/Ada|Fern/)
    expect(await send('a', rename, called('Ada Fern'))).toMatchObject({
      ...{ status: 409, codes: ['ANSWER_NOT_KEPT'] },
    })
    expect(await send('e', erase, input)).toEqual({ ...erased, replayed: true })
    expect(await acts()).toEqual(['RENAMED', 'ERASED'])
  })

  it('needs a key that a header can hold', async () => {
    for (const name of ['two words', 'x'.repeat(256)])
      expect(await send(name, rename, called('Ada Fern'))).toMatchObject({ status: 400, codes: ['BAD_REQUEST'] })
    expect(await acts()).toEqual([])
  })

  it('is kept for a day, and of each API key the last ones', async () => {
    for (const name of ['a', 'b', 'c', 'd']) await send(name, rename, called(`Ada ${name.toUpperCase()}. Moss`))
    await database.prisma.$executeRaw`UPDATE "SentWrite" SET "at" = "at" - interval '25 hours' WHERE "key" = 'a'`
    await pruneSentWrites(database, 2)
    expect((await kept()).map(({ key }) => key).toSorted()).toEqual(['c', 'd'])
  })
})
