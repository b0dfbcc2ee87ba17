import { beforeEach, describe, expect, it } from 'vitest'
import { ingestDocument } from '../../src/ingest/ingest.js'
import { IngestConflictError } from '../../src/ingest/write/errors.js'
import { type TestDatabase, testDatabase } from '../support/database.js'
import { dump } from '../support/rows.js'
import { openReader, sampleFile } from '../support/sample.js'

describe('a document that is known', () => {
  let database: TestDatabase
  let reads: number
  const counting = openReader(() => reads++)
  const again = (options = {}, name = sampleFile.fileName) =>
    ingestDocument(database, counting, { ...sampleFile, fileName: name }, { series: 'Harbour', ...options })

  beforeEach(async () => {
    database = await testDatabase()
    reads = 0
    await again()
    expect(reads).toBe(1)
  })

  it('is not read again, and is told of as if it had been', async () => {
    const before = await dump(database)
    const known = await again()
    expect(reads).toBe(1)
    expect(known).toMatchObject({ status: 'UNCHANGED', formatName: 'summary' })
    expect(known.totals.remarks).toBe(await database.prisma.remark.count())
    expect(await dump(database)).toEqual(before)
    expect((await known.read()).record.remarks).toHaveLength(known.totals.remarks)
  })

  it('is read when it is asked for otherwise, by another kind of name, or in a dry run', async () => {
    for (const [nth, options] of [{ language: 'fr' }, { format: 'plain' }, { dryRun: true }].entries()) {
      await again(options)
      expect(reads).toBe(nth + 2)
    }
    await again({}, 'record.md')
    expect(reads).toBe(5)
  })

  it('is read once more by another version of any reader or format, and then is known to it', async () => {
    await database.prisma.sourceDocument.updateMany({ data: { parser: 'an earlier one' } })
    expect((await again()).status).toBe('UNCHANGED')
    expect(reads).toBe(2)
    await again()
    expect(reads).toBe(2)
  })

  it('is refused all the same as the record of a meeting that is not known', async () => {
    await expect(again({ meeting: 'no-such-meeting' })).rejects.toThrow(IngestConflictError)
    expect(reads).toBe(1)
  })
})
