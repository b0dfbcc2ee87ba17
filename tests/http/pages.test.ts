import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { buildSchema, lexicographicSortSchema, printSchema } from 'graphql'
import { beforeAll, describe, expect, it } from 'vitest'
import { schema } from '../../src/schema/schema.js'
import { type TestDatabase, testDatabase } from '../support/database.js'
import { id, insertArchive } from '../support/fixture.js'
import { handlerOf, operation } from '../support/handler.js'

let database: TestDatabase
let handle: ReturnType<typeof handlerOf>
beforeAll(async () => {
  database = await testDatabase()
  await insertArchive(database.prisma)
  handle = handlerOf(database)
})

const asBrowser = { accept: 'text/html,application/xhtml+xml;q=0.9' }

describe('GraphiQL', () => {
  it('is whole in one page and may speak to its own server only', async () => {
    const response = await handle('/graphql', { headers: asBrowser })
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect(response.headers.get('content-security-policy')).toContain("connect-src 'self'")
    const html = await response.text()
    const loaded = html.match(/(?:\s(?:src|href)=|url\(|@import\s|importScripts\()\s*["'`]?(?:https?:)?\/\/[^"'`)\s]*/g)
    expect(loaded).toBeNull()
  })

  it('opens on the example queries in the order of their names', async () => {
    const html = await (await handle('/graphql', { headers: asBrowser })).text()
    const [, options = ''] =
      /renderYogaGraphiQL\(\s*window\.document\.querySelector\('#root'\),\s*withGivenQuery\((\{.*\})\),\s*\);/.exec(
        html,
      ) ?? []
    const { defaultTabs } = JSON.parse(options) as { defaultTabs: { query: string }[] }
    expect(defaultTabs[0]?.query).toContain('query Headline')
    expect(defaultTabs.length).toBeGreaterThan(3)
  })

  it('is sent compressed, and not at all to whoever has it', async () => {
    const plain = await (await handle('/graphql', { headers: asBrowser })).text()
    const get = (headers: Record<string, string>) => handle('/graphql', { headers: { ...asBrowser, ...headers } })
    const packed = { br: brotliDecompressSync, gzip: gunzipSync }
    for (const [encoding, unpack] of Object.entries(packed)) {
      const response = await get({ 'accept-encoding': encoding })
      expect(response.headers.get('content-encoding')).toBe(encoding)
      const body = Buffer.from(await response.arrayBuffer())
      expect(body.length).toBeLessThan(plain.length / 3)
      expect(unpack(body).toString()).toBe(plain)
    }
    const tag = (await get({})).headers.get('etag') ?? ''
    const known = await get({ 'if-none-match': `"other", ${tag}` })
    expect([known.status, await known.text()]).toEqual([304, ''])
  })

  it('is not there when introspection is off', async () => {
    const closed = handlerOf(database, { introspection: 'off' })
    expect((await closed('/schema.graphql')).status).toBe(404)
    expect((await closed('/graphql', { headers: asBrowser })).headers.get('content-type')).not.toContain('text/html')
    const answer = await closed('/graphql', operation('{ __schema { queryType { name } } }'))
    expect(await answer.text()).toContain('GRAPHQL_VALIDATION_FAILED')
  })
})

describe('other addresses', () => {
  it('/schema.graphql is the schema', async () => {
    const sdl = await (await handle('/schema.graphql')).text()
    expect(printSchema(lexicographicSortSchema(buildSchema(sdl)))).toBe(printSchema(lexicographicSortSchema(schema)))
  })

  it('/graphql/ is /graphql', async () => {
    expect(await (await handle('/graphql/', operation('{ __typename }'))).json()).toEqual({
      data: { __typename: 'Query' },
    })
  })

  it('/health and /ready say so', async () => {
    expect(await (await handle('/health')).json()).toEqual({ status: 'up' })
    expect(await (await handle('/ready')).json()).toEqual({ status: 'ready' })
  })
})

describe('the reading page', () => {
  const query = `{ meetings { nodes { slug permalink paragraphs { nodes { permalink } } remarks(first: 100) { nodes { permalink } } } } }`
  interface Permalinks {
    data: {
      meetings: {
        nodes: {
          slug: string
          permalink: string
          paragraphs: { nodes: { permalink: string }[] }
          remarks: { nodes: { permalink: string }[] }
        }[]
      }
    }
  }

  it('has every place that a permalink leads to', async () => {
    const { data } = (await (await handle('/graphql', operation(query))).json()) as Permalinks
    let places = 0
    for (const meeting of data.meetings.nodes) {
      const html = await (await handle(new URL(meeting.permalink).pathname)).text()
      for (const { permalink } of [...meeting.paragraphs.nodes, ...meeting.remarks.nodes]) {
        expect(html.split(`id="${new URL(permalink).hash.slice(1)}"`)).toHaveLength(2)
        places++
      }
    }
    expect(places).toBeGreaterThan(50)
  })

  it('says who spoke, and escapes what the record holds', async () => {
    const meeting = await database.prisma.meeting.findUniqueOrThrow({ where: { id: id.meeting2031 } })
    await database.prisma.paragraph.update({
      where: { id: id.fairnessParagraph },
      data: { heading: null, text: `"A" & <script>alert('x')</script>` },
    })
    const forgetful = handlerOf(database, { answerMemory: 0 }) // the feed was not told of the change
    const html = await (await forgetful(`/meetings/${meeting.slug}`)).text()
    expect(html.match(/<script/g)).toHaveLength(2) // of the desk, and of the buttons that copy
    expect(html).toContain('&lt;script&gt;alert')
    expect(html).toContain(`<h1 lang="${meeting.language}">${meeting.title}</h1>`)
    expect(html).toMatch(/link to the words of [^"]*Valdez"/)
  })

  it('is reached by a former slug, too', async () => {
    const { slug } = await database.prisma.meeting.findUniqueOrThrow({ where: { id: id.meeting2031 } })
    const former = {
      kind: 'MEETING' as const,
      text: 'as-it-was-called',
      ownerId: id.meeting2031,
      meetingId: id.meeting2031,
    }
    await database.prisma.slug.create({ data: former })
    const response = await handle('/meetings/as-it-was-called')
    expect([response.status, response.headers.get('location')]).toEqual([301, `/meetings/${slug}`])
  })

  it.each(['nothing', '%3Cscript%3E', '..%2F..%2Fetc', ''])('is 404 for %s', async (slug) => {
    const response = await handle(`/meetings/${slug}`)
    expect([response.status, response.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8'])
    expect(await response.text()).not.toContain('<script')
  })
})
