import { beforeEach, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../support/database.js'
import { ingest } from '../support/ingest.js'
import { type Minutes, readingOf } from '../support/record.js'
import { dump, writers } from '../support/rows.js'
import { board } from './board.js'

/** A reading of minutes in a file of another name. */
const ofFile = (minutes: Minutes, fileName: string) => {
  const reading = readingOf(minutes)
  return { ...reading, source: { ...reading.source, fileName } }
}

describe('writing a reading', () => {
  let database: TestDatabase
  beforeEach(async () => {
    database = await testDatabase()
  })

  it('makes a meeting with all that its record states', async () => {
    const result = await ingest(database, board, { series: 'Harbour boards' })
    expect(result).toMatchObject({ status: 'CREATED', meeting: { slug: 'harbour-board-2021-03-04' }, removed: null })
    const meeting = await database.prisma.meeting.findUniqueOrThrow({
      where: { slug: 'harbour-board-2021-03-04' },
      include: {
        series: true,
        source: { select: { format: true, options: true } },
        sections: true,
        _count: {
          select: {
            paragraphs: true,
            remarks: true,
            utterances: true,
            attendances: true,
            mentions: true,
            unattributed: true,
          },
        },
      },
    })
    expect(meeting).toMatchObject({
      title: 'Harbour board',
      series: { title: 'Harbour boards', slug: 'harbour-boards' },
      source: { format: 'test', options: { series: 'Harbour boards' } },
      sections: [{ heading: 'Views' }],
      _count: { paragraphs: 3, remarks: 5, utterances: 4, attendances: 3, mentions: 1, unattributed: 1 },
    })
    const { created, updated, removed, unchanged } = result.counts
    const rows = await dump(database)
    const stated = [
      'Meeting',
      'Section',
      'Paragraph',
      'Person',
      'Organization',
      'Theme',
      'Attendance',
      'AffiliationStatement',
      'Utterance',
      'Remark',
      'UnattributedPassage',
      'Mention',
    ]
    expect({ created, updated, removed, unchanged }).toEqual({
      created: stated.reduce((total, table) => total + (rows[table]?.length ?? 0), 0),
      updated: 0,
      removed: 0,
      unchanged: 0,
    })
  })

  it('keeps words once, however many say them, and answers with the remarks they answer', async () => {
    await ingest(database, board)
    const response = await database.prisma.remark.findFirstOrThrow({
      where: { kind: 'RESPONSE' },
      include: {
        response: { include: { acts: { orderBy: { position: 'asc' } } } },
        targets: { include: { target: { include: { speaker: true, utterance: true } } } },
      },
    })
    expect(response.response).toMatchObject({ stance: 'SUPPORTS', acts: [{ verb: 'agreed' }, { verb: 'noted' }] })
    const targets = response.targets.map(({ target }) => target)
    expect(targets.map(({ speaker }) => speaker?.name).sort()).toEqual(['Bo Lind', 'Cy Quist'])
    expect(new Set(targets.map(({ utterance }) => utterance.id)).size).toBe(1)
  })

  it('writes nothing at all for the same bytes, reader, format and options', async () => {
    const first = await ingest(database, board, { series: 'Harbour boards', options: { language: 'en' } })
    const before = await writers(database)
    const again = await ingest(database, board, { series: 'Harbour boards', options: { language: 'en' } })
    expect(again).toMatchObject({
      status: 'UNCHANGED',
      counts: { created: 0, updated: 0, removed: 0, unchanged: first.counts.created },
    })
    expect(await writers(database)).toEqual(before)
  })

  it('stays in its series when it is read again without one', async () => {
    await ingest(database, board, { series: 'Harbour boards' })
    expect((await ingest(database, board)).status).toBe('UNCHANGED')
  })

  it.each([
    ['reader', { readerVersion: 'text 2' }, {}],
    ['format', { formatVersion: '2' }, {}],
    ['option', {}, { options: { language: 'de' } }],
  ])('reads the same bytes again for another %s, and keeps every row', async (_, source, options) => {
    await ingest(database, board)
    const before = await dump(database)
    const again = await ingest(database, readingOf(board, source), options)
    expect(again).toMatchObject({ status: 'UPDATED', counts: { created: 0, updated: 0, removed: 0 } })
    const { SourceDocument: oldDocuments, ...old } = before
    const { SourceDocument: newDocuments, ...now } = await dump(database)
    expect(now).toEqual(old)
    expect(newDocuments?.[0]?.id).toBe(oldDocuments?.[0]?.id)
  })

  it('belongs to the meeting that is named, else to that of its bytes, else to that of its series, title and date', async () => {
    const first = await ingest(database, board, { series: 'Harbour boards' })
    const mended: Minutes = { ...board, paragraphs: board.paragraphs?.slice(0, 2) ?? [] }
    const agreeing = await ingest(database, mended, { series: 'harbour boards' })
    expect(agreeing).toMatchObject({ status: 'UPDATED', meeting: first.meeting })
    const named = await ingest(database, { ...mended, title: 'Another title' }, { meeting: first.meeting.slug })
    expect(named).toMatchObject({ status: 'UPDATED', meeting: first.meeting })
    expect(await database.prisma.sourceDocument.count()).toBe(1)
  })

  it('takes a corrected copy of a file for the same meeting, in the series that it has', async () => {
    const first = await ingest(database, board, { series: 'Harbour boards' })
    const mended = { ...board, paragraphs: board.paragraphs?.slice(0, 2) ?? [] }
    expect(await ingest(database, mended)).toMatchObject({ status: 'UPDATED', meeting: first.meeting })
    expect(await database.prisma.meeting.findMany({ select: { series: { select: { title: true } } } })).toEqual([
      { series: { title: 'Harbour boards' } },
    ])
  })

  it('takes no two meetings for one because neither has a series', async () => {
    const first = await ingest(database, board)
    const second = await ingest(database, ofFile({ ...board, sections: ['Other views'] }, 'others.txt'))
    expect(second.status).toBe('CREATED')
    expect(second.meeting.slug).toBe('harbour-board-2021-03-04-2')
    const finding = second.findings.find(({ code }) => code === 'POSSIBLE_SAME_MEETING')
    expect(finding?.candidates.map((id) => Buffer.from(id, 'base64url').toString())).toEqual([
      `Meeting:${second.meeting.id}`,
      `Meeting:${first.meeting.id}`,
    ])
  })

  it('refuses a meeting that nobody knows, and the bytes of one for another', async () => {
    const first = await ingest(database, board)
    const other = await ingest(database, { ...board, title: 'Harbour dinner' })
    await expect(ingest(database, board, { meeting: 'no-such-meeting' })).rejects.toThrow(
      'no meeting "no-such-meeting"',
    )
    await expect(ingest(database, board, { meeting: other.meeting.slug })).rejects.toThrow(`"${first.meeting.slug}"`)
  })
})
