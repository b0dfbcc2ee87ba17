import { beforeEach, describe, expect, it } from 'vitest'
import { exportMeeting } from '../../src/export/export-meetings.js'
import type { MeetingEnvelope } from '../../src/ingest/meeting-record/envelope.js'
import { InvalidMeetingRecordError } from '../../src/ingest/meeting-record/invalid.js'
import { boardThatDecides as board } from '../ingest-write/board.js'
import { erased, merged, renamed, undone } from '../support/curate.js'
import { type TestDatabase, testDatabase } from '../support/database.js'
import { assertDerived } from '../support/derived.js'
import { ingest } from '../support/ingest.js'
import { recordOf } from '../support/record.js'
import { dump } from '../support/rows.js'
import { exported, ingestJson } from './support.js'

describe('a meeting-record', () => {
  let database: TestDatabase
  beforeEach(async () => {
    database = await testDatabase()
  })

  /** The export of a meeting, the archive emptied. */
  async function anExport(): Promise<MeetingEnvelope & { archive: NonNullable<MeetingEnvelope['archive']> }> {
    const { meeting } = await ingest(database, board, { series: 'Boards' })
    const envelope = await exportMeeting(database, meeting.slug)
    await testDatabase()
    if (!envelope?.archive) throw new Error('There is no export')
    return { ...envelope, archive: envelope.archive }
  }

  it('without an envelope is read as any record: its text is laid out from its rows', async () => {
    const { record, text } = recordOf(board)
    const { status, formatName, findings } = await ingestJson(database, record)
    expect({ status, formatName, findings }).toEqual({
      status: 'CREATED',
      formatName: 'meeting-record',
      findings: [],
    })
    await assertDerived(database)
    const stored = await database.prisma.sourceDocument.findFirstOrThrow()
    expect(stored.mediaType).toBe('application/json')
    for (const { text: words, pieces } of await database.prisma.utterance.findMany())
      expect(stored.text.slice(pieces[0], pieces[1])).toBe(words)
    expect(stored.text.length).toBeLessThanOrEqual(text.length)
    expect((await ingestJson(database, record)).status).toBe('UNCHANGED')
  })

  it('with its source and without ids is read as any record, and keeps the source', async () => {
    const { archive: _, ...envelope } = await anExport()
    expect((await ingestJson(database, envelope)).status).toBe('CREATED')
    const stored = await database.prisma.sourceDocument.findFirstOrThrow()
    expect({ text: stored.text, sha256: stored.sha256 }).toEqual({
      text: envelope.source.text,
      sha256: envelope.source.sha256,
    })
  })

  it('that is ingested again changes nothing', async () => {
    const envelope = await anExport()
    const first = await ingestJson(database, envelope)
    const second = await ingestJson(database, envelope)
    expect([first.status, second.status]).toEqual(['CREATED', 'UNCHANGED'])
    expect(second.meeting).toEqual({ id: envelope.archive.meeting.id, slug: envelope.archive.meeting.slug })
  })

  it('comes back with its former slugs, and with those of what is gone', async () => {
    const { meeting } = await ingest(database, board, { series: 'Boards' })
    const other = await ingest(database, { ...board, title: 'Another board' }, { series: 'Courts' })
    await database.prisma.$executeRaw`INSERT INTO "Slug" ("kind", "text", "ownerId", "meetingId")
      VALUES ('MEETING', 'former-name', ${meeting.id}::uuid, ${meeting.id}::uuid)`
    await database.prisma
      .$executeRaw`INSERT INTO "Slug" ("kind", "text", "ownerId") VALUES ('PERSON', 'gone', ${other.meeting.id}::uuid)`
    const first = await exported(database)
    await testDatabase()
    for (const text of first) await ingestJson(database, text)
    expect(await exported(database)).toEqual(first)
    const slugs = await database.prisma.slug.findMany({
      where: { text: { in: ['former-name', 'gone'] } },
      orderBy: { text: 'asc' },
    })
    expect(slugs.map(({ meetingId, ownerId }) => [meetingId, ownerId])).toEqual([
      [meeting.id, meeting.id],
      [null, other.meeting.id],
    ])
  })

  it('comes back with what a curator did, which can be undone there', async () => {
    await ingest(database, board, { series: 'Boards' })
    await ingest(database, { ...board, title: 'Another board', date: '2022-05-06' }, { series: 'Courts' })
    const id = async (slug: string) => (await database.prisma.person.findUniqueOrThrow({ where: { slug } })).id
    const joined = await merged(database, 'PERSON', [await id('cy-quist-2')], await id('cy-quist'))
    await undone(database, await merged(database, 'PERSON', [await id('bo-lind')], await id('ada-moss')))
    const theme = async (slug: string) => (await database.prisma.theme.findUniqueOrThrow({ where: { slug } })).id
    const dredging = 'dredging-of-the-north-basin'
    await merged(database, 'THEME', [await theme(dredging)], await theme(`${dredging}-2`))
    const body = async (slug: string) => (await database.prisma.organization.findUniqueOrThrow({ where: { slug } })).id
    await merged(database, 'ORGANIZATION', [await body('sea-court')], await body('port-authority'))
    await renamed(database, await id('ada-moss'), 'Adelaide Moss')
    const first = await exported(database)
    const before = await namesAndMerges()
    await testDatabase()
    for (const text of first) await ingestJson(database, text)
    await assertDerived(database)
    expect(await exported(database)).toEqual(first)
    expect(await namesAndMerges()).toEqual(before)
    await undone(database, joined)
    expect((await database.prisma.person.findUniqueOrThrow({ where: { slug: 'cy-quist-2' } })).mergedIntoId).toBeNull()
  })

  it('comes back without whom a curator erased, and keeps the name away there', async () => {
    await ingest(database, board, { series: 'Boards' })
    const { id } = await database.prisma.person.findUniqueOrThrow({ where: { slug: 'cy-quist' } })
    await erased(database, id)
    const first = await exported(database)
    expect(first.join()).not.toContain('Quist')
    await testDatabase()
    for (const text of first) await ingestJson(database, text)
    await assertDerived(database)
    expect(await exported(database)).toEqual(first)
    await expect(ingest(database, board, { series: 'Boards' })).rejects.toThrow('erased')
  })

  const namesAndMerges = async () => ({
    people: await database.prisma.person.findMany({ orderBy: { id: 'asc' } }),
    organizations: await database.prisma.organization.findMany({ orderBy: { id: 'asc' } }),
    themes: await database.prisma.theme.findMany({ orderBy: { id: 'asc' } }),
    merges: await database.prisma.merge.findMany({ orderBy: { id: 'asc' } }),
    affiliations: await database.prisma.affiliation.findMany({ orderBy: { id: 'asc' } }),
    settled: await database.prisma.finding.findMany({ orderBy: { id: 'asc' }, select: { id: true, settled: true } }),
  })

  it('gets slugs with a number where an archive has given them to others', async () => {
    const envelope = await anExport()
    const { slug } = envelope.archive.meeting
    await ingest(database, { ...board, paragraphs: [{ text: 'Nobody came.' }], outcomes: {} })
    const { status, meeting } = await ingestJson(database, envelope)
    expect({ status, slug: meeting.slug }).toEqual({ status: 'CREATED', slug: `${slug}-2` })
    await assertDerived(database)
  })

  const changed = (envelope: MeetingEnvelope, change: (copy: MeetingEnvelope) => void): MeetingEnvelope => {
    const copy = structuredClone(envelope)
    change(copy)
    return copy
  }

  const wrong: [string, string, (copy: MeetingEnvelope) => void][] = [
    ['an unknown version', 'version', (copy) => Object.assign(copy, { version: 3 })],
    ['another version of the record', 'record.version', (copy) => Object.assign(copy.record, { version: 7 })],
    ['a field that is not known', '', (copy) => Object.assign(copy, { extra: 1 })],
    ['bytes that were changed', 'source.sha256', (copy) => Object.assign(copy.source, { bytes: 'AAAA' })],
    [
      'a span outside of the text',
      'record.sections.0.pieces.0',
      (copy) => Object.assign(copy.source, { text: 'Short' }),
    ],
    ['an id too few', 'archive.remarks', (copy) => copy.archive?.remarks.pop()],
    ['a person without a row', 'archive.people', (copy) => copy.archive?.people.pop()],
    [
      'a person merged into itself',
      'archive.people.0.mergedInto',
      (copy) => Object.assign(copy.archive?.people[0] ?? {}, { mergedInto: copy.archive?.people[0]?.id }),
    ],
    [
      'a series that is not there',
      'archive.meeting.series',
      (copy) => Object.assign(copy.archive ?? {}, { series: [] }),
    ],
  ]
  it.each(wrong)('with %s is refused with the path, and nothing is written', async (_, path, change) => {
    const envelope = await anExport()
    const before = await dump(database)
    const error = await ingestJson(database, changed(envelope, change)).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(InvalidMeetingRecordError)
    expect((error as InvalidMeetingRecordError).faults[0].path.join('.')).toBe(path)
    expect(await dump(database)).toEqual(before)
  })

  it('that was cut is refused', async () => {
    const text = JSON.stringify(await anExport())
    const error = await ingestJson(database, text.slice(0, -20)).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(InvalidMeetingRecordError)
    expect(await database.prisma.meeting.count()).toBe(0)
  })

  it('whose rows have the ids of another meeting is refused', async () => {
    const envelope = await anExport()
    await ingestJson(database, envelope)
    const other = changed(envelope, ({ archive, source }) => {
      if (archive) archive.meeting.id = '01890000-0000-7000-8000-000000000000'
      source.bytes = ''
      source.sha256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
    })
    await expect(ingestJson(database, other)).rejects.toThrow('It was changed by hand')
  })

  it('alone whose words do not fit their places is refused with the path', async () => {
    const { record } = recordOf(board)
    const [first] = record.utterances
    if (first) first.text += ' and more'
    const error = await ingestJson(database, record).catch((thrown: unknown) => thrown)
    expect((error as InvalidMeetingRecordError).faults[0].path.join('.')).toBe('utterances.0.pieces')
  })
})
