import { instructionsVersion } from '@rapporteur/reader/proposal/instructions'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { erased } from '../support/curate.js'
import { type ModelServer, startModelServer } from '../support/model-server.js'
import { startServer, type TestServer } from '../support/server.js'
import { answerTo, hashOf, minutes } from './record.js'

const key = 'sk-very-secret-key'
const success = `... on IngestDocumentSuccess { status proposal modelUse { model asked answered parts wasAsked } meetings { slug reading { by model instructions at } } findings { code } totals { remarks } }`
const mutation = `mutation ($input: IngestDocumentInput!) { ingestDocument(input: $input) { __typename ${success} ... on UserError { message } ... on InvalidInputError { fields { path message } } } }`

interface Done {
  __typename: string
  status: string
  message: string
  proposal: string | null
  modelUse: { asked: number; answered: number; wasAsked: boolean } | null
  meetings: { slug: string; reading: { by: string; model: string | null } }[]
  findings: { code: string }[]
  totals: { remarks: number }
}

let model: ModelServer
let server: TestServer

const asked = async (query: string, variables: object, signal?: AbortSignal) => {
  const answer = await fetch(server.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${server.apiKey}` },
    body: JSON.stringify({ query, variables }),
    ...(signal ? { signal } : {}),
  })
  return (await answer.json()) as { data: Record<string, unknown>; errors?: unknown }
}
const ingest = async (input: object, signal?: AbortSignal): Promise<Done> =>
  (await asked(mutation, { input: { text: minutes, fileName: 'minutes.txt', ...input } }, signal)).data
    .ingestDocument as Done
const countOf = (table: string) =>
  server.database.transaction(async (sql) =>
    Number((await sql.query<{ n: number }>(`SELECT count(*)::int AS n FROM "${table}"`))[0]?.n),
  )
const answersWell = () => model.answer(({ messages }) => answerTo(messages[0]?.content ?? ''))

describe('a document that a model reads', () => {
  beforeAll(async () => {
    model = await startModelServer()
  })
  beforeEach(async () => {
    await server?.close()
    server = await startServer({
      RAPPORTEUR_MODEL_URL: model.url,
      RAPPORTEUR_MODEL: 'reader-1',
      RAPPORTEUR_MODEL_KEY: key,
      RAPPORTEUR_MODEL_TIMEOUT_MS: '5000',
    })
    answersWell()
  })
  afterAll(async () => {
    await server.close()
    await model.close()
  })

  it('says who read it, and what that took', async () => {
    const done = await ingest({ reader: 'MODEL' })
    expect(done).toMatchObject({
      status: 'CREATED',
      modelUse: { model: 'reader-1', parts: 1, wasAsked: true },
      meetings: [{ reading: { by: 'MODEL', model: 'reader-1', instructions: instructionsVersion } }],
      totals: { remarks: 4 },
    })
    expect(done.modelUse?.asked).toBeGreaterThan(500)
    expect(done.findings.map(({ code }) => code)).toContain('READ_BY_MODEL')
    const page = await fetch(new URL(`/meetings/${done.meetings[0]?.slug}`, server.url), {
      headers: { accept: 'text/html' },
    })
    expect(await page.text()).toContain('by a language model (reader-1)')
  })

  it('is read by it without being asked to, where it is prose; in a dry run it is told what that would take', async () => {
    const dry = await ingest({ dryRun: true })
    expect(dry).toMatchObject({ status: 'DRY_RUN', modelUse: { wasAsked: false }, proposal: null })
    expect(model.questions).toHaveLength(0)
    expect(await ingest({})).toMatchObject({ status: 'CREATED', modelUse: { wasAsked: true } })
    expect(model.questions).toHaveLength(1)
  })

  it('is not asked about again: after a dry run by its proposal, later by what is stored', async () => {
    const dry = await ingest({ reader: 'MODEL', dryRun: true })
    expect(await countOf('SourceDocument')).toBe(1) // the sample's
    const written = await ingest({ proposal: dry.proposal })
    expect(written).toMatchObject({ status: 'CREATED', meetings: [{ reading: { by: 'MODEL', model: 'reader-1' } }] })
    expect(await ingest({ reader: 'MODEL', strict: false })).toMatchObject({ modelUse: null, totals: { remarks: 4 } })
    expect(await ingest({})).toMatchObject({ status: 'UNCHANGED' })
    expect(model.questions).toHaveLength(1)
  })

  it('is asked about once, whoever reads it in between, and however often it is tried', async () => {
    await ingest({ reader: 'MODEL', dryRun: true })
    await ingest({ reader: 'MODEL', dryRun: true })
    expect(await ingest({ reader: 'MODEL' })).toMatchObject({ status: 'CREATED', modelUse: null })
    expect(await ingest({ reader: 'RULES' })).toMatchObject({ meetings: [{ reading: { by: 'RULES' } }] })
    expect(await ingest({ reader: 'MODEL' })).toMatchObject({ meetings: [{ reading: { by: 'MODEL' } }] })
    expect(model.questions).toHaveLength(1)
  })

  it('is not asked about where it is known, whatever is selected of it, and what is told is what is stored', async () => {
    await ingest({ reader: 'RULES' })
    const query = mutation.replace('status proposal', 'status proposal record format { format }')
    const { data } = await asked(query, { input: { text: minutes, fileName: 'minutes.txt' } })
    expect(data.ingestDocument).toMatchObject({ status: 'UNCHANGED', proposal: null, format: { format: 'prose' } })
    expect(model.questions).toHaveLength(0)
  })

  it('takes no answer that is handed in for the model’s, whatever it says of itself', async () => {
    const { proposal } = await ingest({ reader: 'MODEL', dryRun: true })
    await server.database.transaction((sql) => sql.query('DELETE FROM "ModelAnswer"'))
    const half = (proposal ?? '')
      .split('\n')
      .filter((line) => !line.startsWith('{"remark":4'))
      .join('\n')
    await ingest({ proposal: half })
    expect(await ingest({ reader: 'MODEL' })).toMatchObject({ modelUse: { wasAsked: true }, totals: { remarks: 4 } })
  })

  it('refuses an answer whose first line cannot be stored', async () => {
    const { proposal } = await ingest({ reader: 'MODEL', dryRun: true })
    const refused = await ingest({ proposal: (proposal ?? '').replace('"reader-1"', '"reader\\u0000"') })
    expect(refused).toMatchObject({ __typename: 'InvalidInputError', fields: [{ path: ['proposal'] }] })
  })

  it('carries its answer through an export into another archive', async () => {
    const { meetings, proposal } = await ingest({ reader: 'MODEL' })
    const exported = await (await fetch(new URL(`/meetings/${meetings[0]?.slug}.json`, server.url))).text()
    expect(exported).not.toContain(key)
    await server.close()
    server = await startServer({ RAPPORTEUR_MODEL_URL: model.url, RAPPORTEUR_MODEL: 'reader-1' })
    const restored = (await asked(mutation, { input: { text: exported, fileName: 'meeting.json' } })).data
      .ingestDocument as Done
    expect(restored).toMatchObject({ status: 'CREATED', meetings: [{ reading: { by: 'MODEL', model: 'reader-1' } }] })
    expect(await ingest({ reader: 'MODEL' })).toMatchObject({ modelUse: null, proposal })
    expect(model.questions).toHaveLength(1)
  })

  it('loses the stored answer with a person in it who is erased', async () => {
    await ingest({ reader: 'MODEL' })
    const { id } = await server.database.prisma.person.findUniqueOrThrow({ where: { slug: 'ada-quill' } })
    await erased(server.database, id)
    const rows = await server.database.prisma.sourceDocument.findMany({ where: { fileName: 'minutes.txt' } })
    expect(rows).toMatchObject([{ readBy: 'MODEL', proposal: null }])
    expect(JSON.stringify(rows)).not.toMatch(/Quill/)
    expect(await countOf('ModelAnswer')).toBe(0)
  })

  it.each([
    [{ status: 401, error: { message: `bad key ${key}` } }, 'RAPPORTEUR_MODEL_KEY'],
    [{ status: 404, error: { message: 'no such model' } }, 'RAPPORTEUR_MODEL'],
    ['I cannot help with that.', '--reader rules'],
  ] as const)('is refused whole, with the way out, after %j', async (reply, way) => {
    model.answer([reply])
    const refused = await ingest({ reader: 'MODEL' })
    expect(refused).toMatchObject({ __typename: 'InvalidInputError', fields: [{ path: ['reader'] }] })
    expect(refused.message).toContain(way)
    expect(JSON.stringify(refused)).not.toContain(key)
    expect(await countOf('SourceDocument')).toBe(1)
  })

  it('is let go of when its client goes away, and nothing of it is written', async () => {
    model.answer([{ silentAfter: '{"person":"p1"' }])
    const client = new AbortController()
    const gone = ingest({ reader: 'MODEL' }, client.signal).catch(() => 'gone')
    await expect.poll(() => model.questions.length).toBe(1)
    client.abort()
    expect(await gone).toBe('gone')
    await expect.poll(model.left).toBe(1)
    expect(await countOf('SourceDocument')).toBe(1)
  })

  it('tells whoever may write how far it is read', async () => {
    model.answer(({ messages }) => ({ silentAfter: answerTo(messages[0]?.content ?? '') }))
    const client = new AbortController()
    const reading = ingest({ reader: 'MODEL' }, client.signal).catch(() => undefined)
    const progress = async () =>
      (
        await asked('query ($document: String!) { readingProgress(document: $document) { done total } }', {
          document: hashOf(minutes),
        })
      ).data.readingProgress as { done: number; total: number } | null
    await expect.poll(async () => (await progress())?.done).toBeGreaterThan(5)
    client.abort()
    await reading
    await expect.poll(progress).toBeNull()
  })

  it('is offered on the upload page, by its name', async () => {
    const page = async () => (await fetch(new URL('/upload', server.url), { headers: { accept: 'text/html' } })).text()
    expect(await page()).toContain('<option value="MODEL">the language model reader-1</option>')
    await server.close()
    server = await startServer()
    expect(await page()).not.toContain('value="MODEL"')
  })

  it('can be answered by hand: its task is printed, and an answer to other bytes is refused', async () => {
    await ingest({ reader: 'RULES' })
    const { data } = await asked('query ($document: String!) { annotationTask(document: $document) }', {
      document: hashOf(minutes),
    })
    const answer = answerTo(data.annotationTask as string).replace('"by":"model"', '"by":"person"')
    const fenced = `\uFEFFHere you are:\r\n\`\`\`json\r\n${answer.replaceAll('\n', '\r\n')}\`\`\`\r\nTell me if you need more.`
    expect(await ingest({ proposal: fenced })).toMatchObject({
      status: 'UPDATED',
      meetings: [{ reading: { by: 'PERSON', model: null } }],
    })
    const other = await ingest({ text: `${minutes}\nEnd.`, proposal: answer })
    expect(other.message).toContain('another version of minutes.txt')
    expect(other.message).toContain('rapporteur annotate')
  })
})
