import { readdirSync, readFileSync } from 'node:fs'
import type { GivenFile } from '@rapporteur/reader/files/reading'
import { afterAll, describe, expect, it } from 'vitest'
import { readAhead } from '../../src/cli/read-ahead.js'
import { openRegisterReader, readContext } from '../../src/ingest/context/read-context.js'
import type { DocumentReading, ReadDocument } from '../../src/ingest/read-document.js'
import { openReadingsInThreads, readingsHere } from '../../src/ingest/threads/document-threads.js'
import { type JobLimits, startJobThread } from '../../src/ingest/threads/job-thread.js'
import { ingestPreparer, openReader } from '../../src/ingest-document/ingester.js'
import { exported } from '../meeting-record/support.js'
import { testDatabase } from '../support/database.js'
import { sampleFile } from '../support/sample.js'

const file = (fileName: string, text: string): GivenFile => ({ fileName, bytes: Buffer.from(text) })
const fixtures = new URL('./fixtures/', import.meta.url)
const records = readdirSync(fixtures)
  .filter((name) => /\.(txt|md)$/.test(name))
  .map((fileName) => ({ fileName, bytes: readFileSync(new URL(fileName, fixtures)) }))
const page =
  '<h1>Harbour board</h1><p>Present: Ada Moss (AM), Bo Lind (BL)</p><p><b>Ada Moss:</b> Good morning.</p><p><b>Bo Lind:</b> We agree.</p><p><b>Ada Moss:</b> Then it is done.</p>'

const reader = openReader()
const here = readingsHere(reader)
const threads = openReadingsInThreads(2)
afterAll(() => threads.close())

/** What was read, or how that failed. */
const outcome = (read: ReadDocument, ...given: Parameters<ReadDocument>) =>
  read(...given).then(
    (reading) => ({ reading: plain(reading) }),
    (error: Error) => ({ ...error, name: error.name, message: error.message }),
  )
const plain = (reading: DocumentReading) => ({
  ...reading,
  source: { ...reading.source, bytes: Buffer.from(reading.source.bytes).toString('base64') },
})

describe('reading in threads', () => {
  it('gives what reading in one gives, errors among it', async () => {
    const context = await readContext(openRegisterReader(reader), {
      facts: { series: 'Board', people: [{ name: 'Ada Moss', abbreviations: ['ADM'] }] },
    })
    const files = [
      ...records.slice(0, 9),
      file('page.html', page),
      file('empty.txt', ''),
      file('notes.txt', 'Buy milk.'),
      file('record.json', '{"format": "meeting-record", "version": 9}'),
    ]
    const read = files.map((each) => outcome(threads.read, each, { context }))
    for (const [i, each] of files.entries())
      expect(await read[i], each.fileName).toStrictEqual(await outcome(here.read, each, { context }))
  })

  it('writes what reading in one writes, to the byte but for the ids', async () => {
    const archiveBy = async (read: ReadDocument, ahead: number) => {
      const database = await testDatabase()
      const prepare = ingestPreparer(database, reader, undefined, read)
      const some = [...records.slice(0, 4), sampleFile]
      for await (const { result } of readAhead(some, (each) => prepare(each, { series: 'Board' }), ahead))
        await result()
      return (await exported(database)).map(withoutChance)
    }
    const alone = await archiveBy(here.read, 0)
    expect(alone.length).toBe(5)
    expect(await archiveBy(threads.read, 4)).toEqual(alone)
  })
})

/** An export with its ids counted as they come and its times of writing left out. */
function withoutChance(text: string): string {
  const ids = new Map<string, number>()
  return text
    .replace(/(?<=")UGVyc29u[\w-]+/g, (id) => Buffer.from(id, 'base64url').toString()) // of candidates: "Person:…"
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, (id) => {
      if (!ids.has(id)) ids.set(id, ids.size)
      return `#${ids.get(id)}`
    })
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g, 'then')
}

describe('a thread that a document ends', () => {
  const odd = (limits: Partial<JobLimits> = {}) => {
    const script = new URL('./support/odd-worker.js', import.meta.url)
    let started = 0
    const readings = openReadingsInThreads(1, () => {
      started++
      return startJobThread({ memoryMb: 64, buffersMb: 64, seconds: 200, script, ...limits })
    })
    return { read: (name: string) => outcome(readings.read, file(name, ''), {}), started: () => started }
  }

  it('is replaced, the document reported, and the others read', async () => {
    const { read, started } = odd()
    const names = ['first', 'crash', 'second', 'throw', 'grow', 'third']
    const told = await Promise.all(names.map(read))
    expect(told.map((each) => 'message' in each && each.message)).toEqual([
      'first was read.',
      expect.stringMatching(/^crash ended the thread that read it\. Nothing of it was written\./),
      'second was read.',
      expect.stringMatching(/^throw ended the thread that read it \(no such luck\)\./),
      expect.stringMatching(/^grow needs more than the .* MB that reading one document may use\./),
      'third was read.',
    ])
    expect(told[1]).toMatchObject({ name: 'BrokenReadingError' })
    expect(started()).toBe(4)
  })

  it('is replaced when it hangs', async () => {
    const { read, started } = odd({ seconds: 0.05 })
    for (const name of ['hang', 'hang'])
      expect(await read(name)).toMatchObject({
        name: 'UnreadableDocumentError',
        message: expect.stringMatching(/^hang was not read within /),
      })
    expect(started()).toBe(2)
  })

  it('is ended with what it does when nobody asks for more', async () => {
    const readings = openReadingsInThreads(1)
    const under = outcome(readings.read, sampleFile, {})
    await readings.close()
    expect(await under).toMatchObject({ name: 'BrokenReadingError' })
    expect(await outcome(readings.read, sampleFile, {})).toMatchObject({ name: 'BrokenReadingError' })
  })
})
