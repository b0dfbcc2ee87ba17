import { beforeEach, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../support/database.js'
import { ingest } from '../support/ingest.js'
import type { Minutes } from '../support/record.js'
import { dump, withoutIds, writers } from '../support/rows.js'
import { board } from './board.js'

const sampleSeries = 'sample'
const real: Minutes = {
  title: 'Court day',
  present: [{ name: 'Eva Rask', posts: [{ organization: 'Sea Court' }] }],
  paragraphs: [{ theme: 'Night work', text: 'Night work is unhealthy.', by: ['Eva Rask'] }],
}

describe('the sample', () => {
  let database: TestDatabase
  beforeEach(async () => {
    database = await testDatabase()
  })
  const loadSample = async () => {
    await ingest(database, board, { series: 'sample', sampleSeries })
    await ingest(database, { ...board, title: 'Second sample' }, { series: 'sample', sampleSeries })
  }

  it('makes room for the first real record, saying so, and leaves nothing behind', async () => {
    await ingest(database, real)
    const alone = withoutIds(await dump(database))
    await testDatabase()
    await loadSample()
    const result = await ingest(database, real, { sampleSeries })
    expect(result.removed).toEqual({ slug: 'sample', title: 'sample', meetings: 2 })
    const { Meeting: [meeting] = [], ...now } = withoutIds(await dump(database))
    const { Meeting: [first] = [] } = alone
    expect(Object.keys(now).filter((table) => now[table]?.length !== alone[table]?.length)).toEqual([])
    expect(meeting).toMatchObject({ title: first?.title, date: first?.date })
    const slugs = await database.prisma.slug.findMany({
      orderBy: [{ kind: 'asc' }, { text: 'asc' }],
      select: { text: true },
    })
    expect(slugs.map(({ text }) => text)).toEqual(['court-day-2021-03-04', 'eva-rask', 'sea-court', 'night-work'])
  })

  it('makes no room for another record of its own series, a dry run, or one that is refused', async () => {
    await loadSample()
    const before = await writers(database)
    expect((await ingest(database, real, { sampleSeries, dryRun: true })).removed).toMatchObject({ meetings: 2 })
    await expect(ingest(database, real, { sampleSeries, meeting: 'unknown' })).rejects.toThrow('unknown')
    expect(await writers(database)).toEqual(before)
    await loadSample()
    expect(await database.prisma.meeting.count()).toBe(2)
  })

  it('makes room also when one of its own files is read into another series', async () => {
    await loadSample()
    const result = await ingest(database, board, { series: 'Boards', sampleSeries })
    expect(result).toMatchObject({
      status: 'CREATED',
      meeting: { slug: 'harbour-board-2021-03-04' },
      removed: { meetings: 2 },
    })
    expect(await database.prisma.series.findMany({ select: { slug: true } })).toEqual([{ slug: 'boards' }])
  })

  it('is not missed where there is none', async () => {
    expect((await ingest(database, real, { sampleSeries })).removed).toBeNull()
  })
})
