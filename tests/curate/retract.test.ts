import { beforeEach, describe, expect, it } from 'vitest'
import { board } from '../ingest-write/board.js'
import { feedOf, lastSequence } from '../support/changes.js'
import { merged, renamed, restored, retracted, undone } from '../support/curate.js'
import { type TestDatabase, testDatabase } from '../support/database.js'
import { ingest } from '../support/ingest.js'
import { type Minutes, readingOf } from '../support/record.js'
import { type Dump, dump, idsByTable } from '../support/rows.js'

const series = 'Harbour boards'
const slug = 'harbour-board-2021-03-04'
const spring: Minutes = {
  title: 'Spring',
  date: '2021-05-01',
  present: [
    { name: 'Ada Moss', posts: [{ title: 'Director', organization: 'Port Authority' }] },
    { name: 'Eva Brook' },
  ],
  paragraphs: [{ theme: 'Night work', text: 'Lights are here.', by: ['Ada Moss', 'Eva Brook'] }],
}

const sorted = (rows: Dump) =>
  Object.fromEntries(
    Object.entries(rows).map(([table, list]) => [table, list.map((row) => JSON.stringify(row)).sort()]),
  )

describe('a retracted meeting', () => {
  let database: TestDatabase
  beforeEach(async () => {
    database = await testDatabase()
    await ingest(database, board, { series })
    await ingest(database, spring, { series })
  })
  const person = async (text: string) => {
    const found = await database.prisma.person.findUnique({ where: { slug: text } })
    return found?.id ?? ''
  }

  it('leaves no row in the live tables, and comes back with every id', async () => {
    const before = await dump(database)
    await retracted(database, slug)
    const live = await dump(database)
    expect(live.Meeting?.map(({ title }) => title)).toEqual(['Spring'])
    expect(live.SourceDocument).toHaveLength(1)
    expect(live.Person?.map(({ name }) => name).sort()).toEqual(['Ada Moss', 'Eva Brook'])
    expect(live.Theme?.map(({ title, remarkTotal }) => [title, remarkTotal])).toEqual([['Night work', 2]])
    await restored(database, slug)
    const after = await dump(database)
    expect(sorted(after)).toEqual(sorted(before))
  })

  it('keeps the bytes and the text of its document', async () => {
    const read = () => database.prisma.sourceDocument.findMany({ orderBy: { id: 'asc' } })
    const before = await read()
    await retracted(database, slug)
    await restored(database, slug)
    expect(await read()).toEqual(before)
  })

  it('is told to the feed, and so is its return', async () => {
    const start = await lastSequence(database)
    await retracted(database, slug)
    expect((await feedOf(database, start)).sort()).toEqual(
      [
        'RETRACTED MEETING —',
        ...['REMOVED PARAGRAPH —', 'REMOVED PARAGRAPH —', 'REMOVED PARAGRAPH —'],
        ...['REMOVED PERSON —', 'REMOVED PERSON —', 'REMOVED PERSON —'],
        ...['REMOVED ORGANIZATION —', 'REMOVED ORGANIZATION —', 'REMOVED ORGANIZATION —', 'REMOVED ORGANIZATION —'],
        'REMOVED THEME —',
        'UPDATED PERSON Ada Moss',
      ].sort(),
    )
    expect(await database.prisma.change.findMany({ where: { kind: 'RETRACTED' } })).toMatchObject([
      { reason: 'It was a draft.', by: 'curator' },
    ])
    const middle = await lastSequence(database)
    await restored(database, slug)
    const told = await feedOf(database, middle)
    expect(told[0]).toBe('RESTORED MEETING Harbour board')
    expect(told).toEqual(
      expect.arrayContaining([
        'CREATED PARAGRAPH 1',
        'CREATED PERSON Bo Lind',
        'CREATED ORGANIZATION Sea Court',
        'UPDATED PERSON Ada Moss',
      ]),
    )
  })

  it('cannot be read again, by its bytes or its slug, until it is restored', async () => {
    await retracted(database, slug)
    await expect(ingest(database, board, { series })).rejects.toThrow('was retracted')
    const copy = readingOf({ ...board, sections: ['Other'] })
    await expect(ingest(database, copy, { meeting: slug })).rejects.toThrow('was retracted')
    await restored(database, slug)
    expect((await ingest(database, copy, { meeting: slug })).status).toBe('UPDATED')
  })

  it('gives its people, bodies and themes back to whoever names them meanwhile, with their ids', async () => {
    const before = await dump(database)
    const bo = await person('bo-lind')
    await retracted(database, slug)
    expect(await person('bo-lind')).toBe('')
    await ingest(
      database,
      {
        title: 'Autumn',
        date: '2021-09-01',
        present: [{ name: 'Bo Lind', posts: [{ title: 'Judge', organization: 'Sea Court', status: 'FORMER' }] }],
        paragraphs: [{ theme: 'Dredging of the north basin', text: 'Done.', by: ['Bo Lind'] }],
      },
      { series },
    )
    expect(await person('bo-lind')).toBe(bo)
    await restored(database, slug)
    const [old, now] = [idsByTable(before), idsByTable(await dump(database))]
    for (const table of ['Person', 'Organization', 'Theme', 'Series']) expect(now[table], table).toEqual(old[table])
    expect(now.Remark).toEqual(expect.arrayContaining(old.Remark ?? []))
  })

  it('comes back under the merges and names that are in force then', async () => {
    const [ada, bo, eva] = [await person('ada-moss'), await person('bo-lind'), await person('eva-brook')]
    const first = await merged(database, 'PERSON', [bo], ada)
    await renamed(database, bo, 'Bo').catch(() => undefined) // merged: refused
    await retracted(database, slug)
    await undone(database, first)
    const second = await merged(database, 'PERSON', [ada], eva)
    await restored(database, slug)
    const speakers = await database.prisma.remark.findMany({
      where: { meeting: { slug }, speakerReadId: { in: [ada, bo] } },
    })
    expect(new Set(speakers.map(({ speakerId }) => speakerId))).toEqual(new Set([bo, eva]))
    await undone(database, second)
  })

  it('holds merges whose people only it names', async () => {
    const [bo, cy] = [await person('bo-lind'), await person('cy-quist')]
    const before = await dump(database)
    const mergeId = await merged(database, 'PERSON', [bo], cy)
    await retracted(database, slug)
    await restored(database, slug)
    expect((await database.prisma.person.findUniqueOrThrow({ where: { id: bo } })).mergedIntoId).toBe(cy)
    await undone(database, mergeId)
    const { Merge: _merges, ...after } = await dump(database)
    const { Merge: _none, ...expected } = before
    expect(sorted(after)).toEqual(sorted(expected))
  })

  it('is refused twice, and where there is none', async () => {
    await expect(restored(database, slug)).rejects.toThrow('not retracted')
    await expect(retracted(database, 'nothing')).rejects.toThrow('There is no meeting')
    await expect(restored(database, 'nothing')).rejects.toThrow('There is no retracted meeting')
    await retracted(database, slug)
    await expect(retracted(database, slug)).rejects.toThrow('already retracted by curator')
  })
})

describe("a curator's decision, when a record is read again", () => {
  let database: TestDatabase
  const walk: Minutes = {
    title: 'Walk',
    present: [{ name: 'A. Moss' }, { name: 'Cy Quist' }],
    paragraphs: [
      { theme: 'Night work', text: 'It is dark.', by: ['A. Moss'], party: 'Guild' },
      { theme: 'Fees', text: 'Pay.', party: 'The Guild' },
    ],
  }
  const without: Minutes = {
    title: 'Walk',
    present: [{ name: 'Cy Quist' }],
    paragraphs: [{ text: 'It is dark.', by: ['Cy Quist'] }],
  }
  beforeEach(async () => {
    database = await testDatabase()
  })

  it('holds after a reading that no longer named whom it is about', async () => {
    const { meeting } = await ingest(database, walk)
    await ingest(database, spring, { series })
    const find = (text: string) => database.prisma.person.findFirstOrThrow({ where: { slug: text } })
    const [short, ada] = [await find('a-moss'), await find('ada-moss')]
    await renamed(database, short.id, 'Augusta Moss')
    await merged(database, 'PERSON', [short.id], ada.id)
    await ingest(database, without, { meeting: meeting.slug })
    expect(await database.prisma.person.findUnique({ where: { id: short.id } })).toBeNull()
    await ingest(database, readingOf(walk, { formatVersion: '2' }), { meeting: meeting.slug })
    expect(await find('a-moss')).toMatchObject({ id: short.id, mergedIntoId: ada.id, name: 'Augusta Moss' })
    expect(await database.prisma.keptName.count()).toBe(0)
    expect(await database.prisma.keptReading.count()).toBe(0)
  })

  it('is forgotten with the last reading, once it is undone', async () => {
    const { meeting } = await ingest(database, walk)
    await ingest(database, spring, { series })
    const find = (text: string) => database.prisma.person.findFirstOrThrow({ where: { slug: text } })
    const short = await find('a-moss')
    const mergeId = await merged(database, 'PERSON', [short.id], (await find('ada-moss')).id)
    await ingest(database, without, { meeting: meeting.slug })
    expect(await database.prisma.keptName.count()).toBe(1)
    await undone(database, mergeId)
    expect(await database.prisma.keptName.count()).toBe(0)
    expect(await database.prisma.keptReading.count()).toBe(0)
  })
})
