import { finding } from '@rapporteur/reader/findings'
import { beforeEach, describe, expect, it } from 'vitest'
import { DoubtfulReadingError, InvalidRecordError } from '../../src/ingest/write/errors.js'
import { type TestDatabase, testDatabase } from '../support/database.js'
import { ingest } from '../support/ingest.js'
import { asReading, type Minutes, readingOf, recordOf } from '../support/record.js'
import { dump, writers } from '../support/rows.js'
import { board } from './board.js'

const inferred = finding('YEAR_INFERRED', 'The year follows from the weekday.', [[0, 7]])
const twice = finding('DUPLICATE_NUMBER', 'The number 4 is printed twice.')

describe('what an ingest gives', () => {
  let database: TestDatabase
  beforeEach(async () => {
    database = await testDatabase()
  })

  it('a dry run gives what the real run will give, and writes nothing', async () => {
    const reading = readingOf(board, {}, [inferred, twice])
    const before = await writers(database)
    const dry = await ingest(database, reading, { dryRun: true, series: 'Boards' })
    expect(await writers(database)).toEqual(before)
    const real = await ingest(database, reading, { series: 'Boards' })
    const plain = ({ counts, findings, meeting }: typeof dry) => ({
      counts,
      slug: meeting.slug,
      findings: findings.map(({ id: _, ...rest }) => rest),
    })
    expect([dry.status, real.status]).toEqual(['DRY_RUN', 'CREATED'])
    expect(plain(dry)).toEqual(plain(real))
    expect(real.counts.created).toBeGreaterThan(20)
  })

  it('a dry run of another copy gives its counts too', async () => {
    await ingest(database, board, { series: 'Boards' })
    const shorter: Minutes = { ...board, paragraphs: board.paragraphs?.slice(1) ?? [] }
    const before = await dump(database)
    const dry = await ingest(database, shorter, { dryRun: true, series: 'Boards' })
    expect(await dump(database)).toEqual(before)
    const real = await ingest(database, shorter, { series: 'Boards' })
    expect(dry.counts).toEqual(real.counts)
    expect(real.counts.removed).toBe(3) // paragraph, utterance, remark
  })

  it('"strict" refuses any doubt, and nothing is written', async () => {
    const before = await writers(database)
    const refused = ingest(database, readingOf(board, {}, [inferred, twice]), { strict: true })
    await expect(refused).rejects.toThrow(DoubtfulReadingError)
    await expect(refused).rejects.toThrow('DUPLICATE_NUMBER: The number 4 is printed twice.')
    expect(await writers(database)).toEqual(before)
    expect((await ingest(database, readingOf(board, {}, [inferred]), { strict: true })).status).toBe('CREATED')
  })

  it('"strict" also refuses a doubt that only the archive raises, and one that was accepted before', async () => {
    await ingest(database, board)
    const other = readingOf({ ...board, sections: ['Other'] })
    const alike = { ...other, source: { ...other.source, fileName: 'other.txt' } }
    await expect(ingest(database, alike, { strict: true })).rejects.toThrow('POSSIBLE_SAME_MEETING')
    await ingest(database, alike)
    await expect(ingest(database, alike, { strict: true })).rejects.toThrow(DoubtfulReadingError)
  })

  it('keeps findings in order, with their places and candidates', async () => {
    const about = finding(
      'NAME_VARIANT',
      'Printed in two ways.',
      [
        [0, 3],
        [5, 7],
      ],
      [
        { list: 'people', key: 'ada-moss' },
        { list: 'organizations', key: 'sea-court' },
        { list: 'themes', key: 'night-work' },
      ],
    )
    const first = await ingest(database, readingOf(board, {}, [twice, about]), { series: 'Boards' })
    const stored = await database.prisma.finding.findMany({ orderBy: { position: 'asc' } })
    expect(stored).toMatchObject([
      { severity: 'WARNING', code: 'DUPLICATE_NUMBER', pieces: [], candidates: [], meetingId: first.meeting.id },
      { severity: 'INFO', code: 'NAME_VARIANT', pieces: [0, 3, 5, 7] },
    ])
    expect(first.findings[1]).toMatchObject({
      id: stored[1]?.id,
      pieces: [
        [0, 3],
        [5, 7],
      ],
      candidates: stored[1]?.candidates,
    })
    const tables = stored[1]?.candidates.map((id) => Buffer.from(id, 'base64url').toString().split(':')[0])
    expect(tables).toEqual(['Person', 'Organization', 'Theme'])
    await ingest(database, readingOf(board, { readerVersion: '2' }, [about]), { series: 'Boards' })
    expect(await database.prisma.finding.findMany()).toMatchObject([{ id: stored[1]?.id, position: 1 }])
  })
})

describe('a record that cannot be stored', () => {
  let database: TestDatabase
  beforeEach(async () => {
    database = await testDatabase()
  })
  const refused = async (change: (record: ReturnType<typeof recordOf>['record']) => void, text?: string) => {
    const read = recordOf(board)
    change(read.record)
    const before = await writers(database)
    const failure = await ingest(database, asReading(read.record, text ?? read.text)).catch((error: unknown) => error)
    expect(await writers(database)).toEqual(before)
    expect(failure).toBeInstanceOf(Error)
    return failure as Error
  }

  it('is refused where it refers to what it does not have', async () => {
    const failure = await refused((record) => {
      for (const remark of record.remarks.slice(0, 1)) remark.speaker = 'nobody'
    })
    expect(failure).toBeInstanceOf(InvalidRecordError)
    expect(failure.message).toBe('The record refers to person "nobody", which it does not have.')
  })

  it('is refused where two rows have one position', async () => {
    const failure = await refused((record) => {
      for (const paragraph of record.paragraphs) paragraph.position = 1
    })
    expect(failure.message).toBe('The record has paragraph 1 twice.')
  })

  it.each([
    ['a NUL character', 'a\0b', 1],
    ['half of a surrogate pair', 'ab\ud83d', 2],
  ])('is refused where a text holds %s', async (what, text, at) => {
    const failure = await refused((record) => {
      for (const paragraph of record.paragraphs.slice(0, 1)) paragraph.text = text
    })
    expect(failure.message).toBe(
      `The record.paragraphs.0.text holds ${what} at offset ${at}, which a database cannot store.`,
    )
    expect((await refused(() => {}, text)).message).toContain(what)
  })

  it('leaves nothing behind when the database refuses one of its last rows', async () => {
    const failure = await refused((record) => {
      for (const mention of record.mentions) mention.pieces = [[9, 3]] // ends before it starts: a CHECK
    })
    expect(failure.message).toContain('Mention_pieces_check')
  })

  it('leaves an earlier reading as it was', async () => {
    await ingest(database, board, { series: 'Boards' })
    const before = await dump(database)
    const { record, text } = recordOf({ ...board, paragraphs: [...(board.paragraphs ?? [])].reverse() })
    for (const mention of record.mentions) mention.pieces = [[9, 3]]
    await expect(ingest(database, asReading(record, text), { series: 'Boards' })).rejects.toThrow(
      'Mention_pieces_check',
    )
    expect(await dump(database)).toEqual(before)
  })
})
