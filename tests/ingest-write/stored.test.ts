import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { readText } from '../ingest/formats/read.js'
import { headed, labelled, listed } from '../ingest/formats/samples.js'
import { type TestDatabase, testDatabase } from '../support/database.js'
import { ingest } from '../support/ingest.js'

/** What is read of a text, as it is given to the writer. */
const readingOf = (text: string, format?: string) => {
  const { record, findings, format: verdict, formatVersion } = readText(text, 'record.md', format)
  const bytes = Buffer.from(text)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const file = { fileName: 'record.md', mediaType: 'text/markdown', bytes, sha256, text }
  return {
    record,
    findings,
    source: { ...file, readerVersion: 'test', parser: 'test', format: verdict.format, formatVersion },
  }
}

describe('records with turns', () => {
  let database: TestDatabase
  beforeEach(async () => {
    database = await testDatabase()
  })

  it.each([
    ['labelled', labelled],
    ['labelled', listed],
    ['labelled', headed],
    ['plain', listed],
  ])('of %s are stored as they are read', async (format, text) => {
    const reading = readingOf(text, format)
    await ingest(database, reading)
    const { remarks, paragraphs, people } = reading.record
    expect(await database.prisma.remark.count()).toBe(remarks.length)
    expect(await database.prisma.paragraph.count()).toBe(paragraphs.length)
    expect(await database.prisma.person.count()).toBe(people.length)
  })
})
