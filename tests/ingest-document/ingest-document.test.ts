import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { createKey } from '../../src/access/keys.js'
import { delegates, facts, listOrg, listPerson, minutes } from '../context/examples.js'
import { type TestDatabase, testDatabase } from '../support/database.js'
import { codesOf, handlerOf, operation } from '../support/handler.js'

const record = readFileSync(new URL('../../sample/harbour-consultation.txt', import.meta.url))

const mutation = `mutation ($input: IngestDocumentInput!) {
  ingestDocument(input: $input) {
    __typename
    ... on IngestDocumentSuccess {
      status
      meetings { id slug paragraphs { totalCount } }
      record
      format { format confidence reasons }
      findings { id severity code message span { start end } candidates { id } }
      counts { created updated removed unchanged }
    }
    ... on UserError { message }
    ... on InvalidInputError { fields { path message } }
    ... on DocumentNotRecognizedError { formats { format confidence reasons } }
  }
}`

interface Result {
  __typename: string
  status: string
  meetings: { id: string; slug: string; paragraphs: { totalCount: number } }[]
  record: { meeting: { title: string }; people: { name: string }[] }
  format: { format: string }
  findings: { code: string; span: { start: number; end: number } | null }[]
  counts: { created: number; updated: number; removed: number; unchanged: number }
  message: string
  fields: { path: string[] }[]
  formats: { format: string; reasons: string[] }[]
}

describe('ingestDocument', () => {
  let database: TestDatabase
  let headers: Record<string, string>
  beforeEach(async () => {
    database = await testDatabase()
    headers = { authorization: `Bearer ${(await createKey(database, { name: 'a', scope: 'WRITE' })).key}` }
  })

  const answerTo = async (init: RequestInit): Promise<Result> => {
    const answer = (await (await handlerOf(database)('/graphql', init)).json()) as {
      data: { ingestDocument: Result } | null
      errors?: unknown
    }
    expect(answer.errors).toBeUndefined()
    if (!answer.data) throw new Error('There is no data.')
    return answer.data.ingestDocument
  }
  const ingest = (input: object) => answerTo(operation(mutation, { input }, headers))

  /** As the specification of multipart requests has it. */
  const upload = (bytes: Uint8Array, input: object = {}) => {
    const form = new FormData()
    form.set('operations', JSON.stringify({ query: mutation, variables: { input: { ...input, file: null } } }))
    form.set('map', '{"file":["variables.input.file"]}')
    form.set('file', new File([new Uint8Array(bytes)], 'harbour.txt', { type: 'text/plain' }))
    return answerTo({ method: 'POST', headers: { ...headers, 'x-rapporteur-csrf': '1' }, body: form })
  }

  it('reads a file of a multipart request, and the same again changes nothing', async () => {
    const first = await upload(record, { series: 'Harbour' })
    expect(first).toMatchObject({ __typename: 'IngestDocumentSuccess', status: 'CREATED' })
    expect(first.format.format).toBe('summary')
    expect(first.counts).toMatchObject({ updated: 0, removed: 0, unchanged: 0 })
    expect(first.meetings[0]?.paragraphs.totalCount).toBeGreaterThan(5)
    expect(first.findings.length).toBeGreaterThan(0)
    expect(first.record.meeting.title).toBe((await database.prisma.meeting.findFirst())?.title)
    const again = await upload(record, { series: 'Harbour' })
    expect(again.status).toBe('UNCHANGED')
    expect(again.meetings).toEqual(first.meetings)
    expect(again.findings).toEqual(first.findings)
    expect(again.counts).toEqual({ created: 0, updated: 0, removed: 0, unchanged: first.counts.created })
  })

  it('reads text and base64 as it reads a file', async () => {
    const asText = await ingest({ text: record.toString(), fileName: 'harbour.txt' })
    const asBytes = await ingest({ base64: record.toString('base64'), fileName: 'folder/harbour.txt' })
    expect([asText.status, asBytes.status]).toEqual(['CREATED', 'UNCHANGED'])
    expect(asBytes.meetings).toEqual(asText.meetings)
    expect(await database.prisma.sourceDocument.findMany({ select: { fileName: true } })).toEqual([
      { fileName: 'harbour.txt' },
    ])
  })

  it('tells in a dry run what it would do, and writes nothing', async () => {
    const dry = await ingest({ text: record.toString(), dryRun: true })
    expect([dry.status, dry.meetings]).toEqual(['DRY_RUN', []])
    expect([await database.prisma.meeting.count(), await database.prisma.sourceDocument.count()]).toEqual([0, 0])
    const real = await ingest({ text: record.toString() })
    expect(dry.counts).toEqual(real.counts)
    const said = (result: Result) => result.findings.map(({ code, span }) => [code, span])
    expect(said(dry)).toEqual(said(real))
  })

  it('has no document to give for the findings of a dry run, and says so', async () => {
    const query = `mutation ($input: IngestDocumentInput!) {
      ingestDocument(input: $input) { ... on IngestDocumentSuccess { findings { span { document { id } } } } }
    }`
    const input = { text: record.toString(), dryRun: true }
    const answer = await handlerOf(database)('/graphql', operation(query, { input }, headers))
    expect(new Set(await codesOf(answer))).toEqual(new Set(['BAD_USER_INPUT']))
  })

  it.each([
    ['nothing', {}, ['file']],
    ['two documents', { text: 'a', base64: 'YQ==' }, ['file']],
    ['base64 that is none', { base64: 'a b' }, ['base64']],
    ['no language', { text: 'a', language: 'not a language' }, ['language']],
    ['a format that there is not', { text: 'a', format: 'nothing' }, ['format']],
    ['an empty name of a series', { text: 'a', series: ' ' }, ['series']],
    ['an empty document', { text: '' }, ['text']],
    ['bytes that are no text', { base64: Buffer.from([0, 1, 2, 3, 0, 255, 254, 0, 7]).toString('base64') }, ['base64']],
  ])('refuses %s as data, with the part that is at fault', async (_name, input, path) => {
    const result = await ingest(input)
    expect(result).toMatchObject({ __typename: 'InvalidInputError', fields: [{ path }] })
    expect(result.message).toMatch(/\.$/)
    expect(await database.prisma.sourceDocument.count()).toBe(0)
  })

  it('refuses a text that no format recognises, with the reasons of each', async () => {
    const result = await ingest({ text: 'A shopping list: apples, pears.' })
    expect(result.__typename).toBe('DocumentNotRecognizedError')
    expect(result.formats.map(({ format }) => format)).toContain('summary')
    for (const { reasons } of result.formats) expect(reasons.length).toBeGreaterThan(0)
  })

  it('refuses what contradicts the archive', async () => {
    expect(await ingest({ text: record.toString(), meeting: 'no-such-meeting' })).toMatchObject({
      __typename: 'ConflictError',
      message: expect.stringContaining('no-such-meeting'),
    })
  })

  it('refuses a doubtful reading if strict', async () => {
    const twice = record.toString().replace(/^- 2\. /m, '- 1. ')
    expect(twice).not.toBe(record.toString())
    expect((await ingest({ text: twice, strict: true })).fields).toMatchObject([{ path: ['strict'] }])
    expect((await ingest({ text: twice })).findings.map(({ code }) => code)).toContain('DUPLICATE_NUMBER')
  })

  describe('with what stands beside the document', () => {
    const people = (result: Result) => result.record.people.map(({ name }) => name)
    const withFiles = (input: object, files: [name: string, text: string][]) => {
      const form = new FormData()
      const contextFiles = files.map(() => null)
      const variables = { input: { ...input, text: minutes, fileName: 'notes.md', contextFiles } }
      form.set('operations', JSON.stringify({ query: mutation, variables }))
      form.set(
        'map',
        JSON.stringify(Object.fromEntries(files.map((_, i) => [i, [`variables.input.contextFiles.${i}`]]))),
      )
      for (const [i, [name, text]] of files.entries()) form.set(String(i), new File([text], name))
      return answerTo({ method: 'POST', headers: { ...headers, 'x-rapporteur-csrf': '1' }, body: form })
    }

    it('takes facts as a rapporteur.json says them, and reads again where they changed', async () => {
      const input = { text: minutes, fileName: 'notes.md' }
      const first = await ingest({ ...input, context: facts })
      expect(first).toMatchObject({ status: 'CREATED' })
      expect(people(first)).toEqual(['Ada Moss', 'Bo Lindqvist', 'Dov Eland'])
      expect(await database.prisma.series.findMany({ select: { title: true } })).toEqual([{ title: 'Harbour group' }])
      expect((await ingest({ ...input, context: facts })).status).toBe('UNCHANGED')
      const { people: _, ...fewer } = facts
      expect((await ingest({ ...input, context: fewer })).status).toBe('UPDATED')
      expect((await ingest({ ...input, context: fewer, language: 'fr' })).status).toBe('UPDATED')
    })

    it('takes registers as they are', async () => {
      const result = await withFiles({}, [['delegates.txt', delegates]])
      expect(people(result)).toEqual(['Ada Moss', 'Bo Lindqvist', 'Eland'])
      const posts = await withFiles({ context: { language: 'en' } }, [
        ['delegates.txt', delegates],
        ['listPerson.xml', listPerson],
        ['listOrg.xml', listOrg],
      ])
      expect(posts).toMatchObject({ status: 'UPDATED' })
      const dated = { organization: { name: 'Mill Trust' }, span: null, status: 'CURRENT', title: 'head' }
      const query =
        '{ person(slug: "ada-moss") { affiliations { organization { name } title status span { start } } } }'
      const answer = await handlerOf(database)('/graphql', operation(query))
      expect(await answer.json()).toMatchObject({ data: { person: { affiliations: [dated, { status: 'FORMER' }] } } })
    })

    it.each([
      ['an unknown key', { people: [{ name: 'Ada Moss', nick: 'A' }] }, ['context', 'people', '0', 'nick']],
      ['what is no object', 'Ada Moss', ['context']],
      ['paths of the server', { registers: ['delegates.txt'] }, ['context', 'registers']],
    ])('refuses %s, and says where it is', async (_name, context, path) => {
      expect(await ingest({ text: minutes, context })).toMatchObject({
        __typename: 'InvalidInputError',
        fields: [{ path }],
      })
    })

    it('refuses a file that is no register', async () => {
      expect(
        await withFiles({}, [
          ['a.txt', delegates],
          ['b.txt', 'Milk, eggs.\n'],
        ]),
      ).toMatchObject({
        __typename: 'InvalidInputError',
        fields: [{ path: ['contextFiles', '1'], message: expect.stringMatching(/^b\.txt is no register/) }],
      })
      expect(await database.prisma.sourceDocument.count()).toBe(0)
    })
  })
})
