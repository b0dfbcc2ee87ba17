import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { ingestDocument } from '../../src/ingest/ingest.js'
import { openReader } from '../../src/sample/ingester.js'
import { type TestDatabase, testDatabase } from '../support/database.js'
import { handlerOf } from '../support/handler.js'
import { sample } from '../support/server.js'

let database: TestDatabase
let statements = 0
let get: (path: string) => Promise<string>
beforeAll(async () => {
  database = await testDatabase()
  const file = { fileName: 'harbour-consultation.txt', bytes: readFileSync(sample) }
  await ingestDocument(database, openReader(), file, { series: 'sample' })
  const counting = {
    ...database,
    rows: (statement: Parameters<typeof database.rows>[0]) => {
      statements++
      return database.rows(statement)
    },
  }
  const handle = handlerOf(counting)
  get = async (path) => (await handle(path)).text()
})

const meeting = '/meetings/consultation-on-the-reopening-of-marrowick-harbour-2025-10-16'
/** The words of a page, without its markup. */
const wordsOf = (html: string) => html.replace(/<style>.*?<\/style>|<[^>]+>/gs, ' ').replace(/\s+/g, ' ')

describe('the reading page of a record', () => {
  it('has every word of every paragraph, in order, whatever is marked in it', async () => {
    const texts = [...(await get(meeting)).matchAll(/<div class="t"><p>(.*?)<\/p>/gs)].map(([, markup = '']) =>
      markup.replace(/<a class="l.*?<\/a>|<[^>]+>/gs, '').replaceAll('&#39;', "'"),
    )
    const paragraphs = await database.prisma.paragraph.findMany({ orderBy: { position: 'asc' } })
    expect(texts).toEqual(paragraphs.map(({ text }) => text.replaceAll('**', '')))
  })

  it('says of each remark who, for whom, whom it answers, and how that is known', async () => {
    const words = wordsOf(await get(meeting))
    expect(words).toContain('Wanjiru Kamau Marrowick Harbour Review Panel answers Helena Lindqvist, Bence Kovács and')
    expect(words).toContain('Printed “Dr. Kamau”; by family name: only one of those present fits.')
    expect(words).toContain(
      'Printed “Mr. Kovács Bence”; the same name as in the list of those present, in another order.',
    )
  })

  it('gives nobody’s passages no colour', async () => {
    const passages = [...(await get(meeting)).matchAll(/<span class="nobody" title="[^"]+">([^<]+)/g)]
    const stored = await database.prisma.unattributedPassage.count()
    expect(passages).toHaveLength(stored)
  })

  it('reads each of its sections by one statement at most, and stays small', async () => {
    statements = 0
    const html = await get(meeting)
    expect(statements).toBeLessThanOrEqual(html.split('<h2').length)
    const texts = await database.prisma.paragraph.findMany({ select: { text: true } })
    expect(html.length - texts.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThan(100_000)
  })

  it('cites each paragraph, with its address', async () => {
    expect(wordsOf(await get(meeting))).toMatch(
      /Cite Consultation on the Reopening of Marrowick Harbour, 2025-10-16, ¶ 7\. http:\/\/localhost:4000\/meetings\/\S+#paragraph-/,
    )
  })
})
