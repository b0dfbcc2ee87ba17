import { beforeEach, describe, expect, it } from 'vitest'
import { board } from '../ingest-write/board.js'
import { feedOf, lastSequence } from '../support/changes.js'
import { type TestDatabase, testDatabase } from '../support/database.js'
import { ingest } from '../support/ingest.js'
import type { Minutes } from '../support/record.js'

const series = 'Harbour boards'
const created = [
  'CREATED MEETING Harbour board',
  'CREATED PARAGRAPH 1',
  'CREATED PARAGRAPH 2',
  'CREATED PARAGRAPH 3',
  'CREATED PERSON Ada Moss',
  'CREATED PERSON Bo Lind',
  'CREATED PERSON Cy Quist',
  'CREATED PERSON Ola of Skagen',
  'CREATED ORGANIZATION Port Authority',
  'CREATED ORGANIZATION Sea Institute',
  'CREATED ORGANIZATION Sea Court',
  'CREATED ORGANIZATION Pilots Guild',
  'CREATED ORGANIZATION Tug Owners',
  'CREATED THEME Dredging of the north basin',
  'CREATED THEME Night work',
].sort()

describe('what an ingest tells the feed', () => {
  let database: TestDatabase
  beforeEach(async () => {
    database = await testDatabase()
  })
  const told = async (minutes: Minutes, options = {}) => {
    const before = await lastSequence(database)
    await ingest(database, minutes, { series, ...options })
    return (await feedOf(database, before)).sort()
  }
  const second = (more: Minutes): Minutes => ({ date: '2021-04-01', ...more })

  it('is one change for each meeting, paragraph, person, organization and theme that a new record makes', async () => {
    expect(await told(board)).toEqual(created)
    const changes = await database.prisma.change.findMany({ orderBy: { sequence: 'asc' } })
    expect(changes.map(({ sequence }) => sequence)).toEqual(changes.map((_, i) => BigInt(i + 1)))
    const meeting = await database.prisma.meeting.findFirstOrThrow()
    expect(new Set(changes.map(({ meetingId }) => meetingId))).toEqual(new Set([meeting.id]))
    expect(changes[0]).toMatchObject({ subjectKind: 'MEETING', subjectId: meeting.id, reason: null, by: null })
  })

  it('is nothing for a record that was read before, and nothing for a dry run', async () => {
    expect(await told(board, { dryRun: true })).toEqual([])
    expect(await told(board)).toEqual(created)
    expect(await told(board)).toEqual([])
    expect(await told({ ...board, paragraphs: [] }, { dryRun: true })).toEqual([])
  })

  it('is nothing for a record that is refused', async () => {
    await expect(
      ingest(database, { ...board, paragraphs: [{ text: 'A NUL \0 in it.' }] }, { series }),
    ).rejects.toThrow()
    expect(await lastSequence(database)).toBe(0n)
  })

  it('is a paragraph for a remark in it, and the meeting for what lies in none', async () => {
    await told(board)
    const [opening, dredging, lights] = board.paragraphs ?? []
    const stance = (dredging?.replies ?? []).map((reply) => ({ ...reply, stance: 'OPPOSES' as const }))
    // the meeting, as its document is another one
    expect(await told({ ...board, paragraphs: [opening, { ...dredging, replies: stance }, lights] as never })).toEqual([
      'UPDATED MEETING Harbour board',
      'UPDATED PARAGRAPH 2',
    ])
  })

  it('tells of paragraphs, people, organizations and themes that are gone', async () => {
    await told(board)
    const [opening, dredging] = board.paragraphs ?? []
    const shorter = await told({ ...board, paragraphs: [opening, dredging] as never })
    expect(shorter).toEqual(
      expect.arrayContaining([
        'REMOVED PARAGRAPH —',
        'REMOVED ORGANIZATION —',
        'REMOVED ORGANIZATION —',
        'REMOVED THEME —',
      ]),
    )
    expect(shorter.filter((change) => change.startsWith('REMOVED'))).toHaveLength(4)
  })

  it('is nothing for people and themes of whom another meeting only makes the lists longer', async () => {
    await told(board)
    const again = { theme: 'Night work', text: 'Lights were promised for spring.', by: ['Cy Quist'] }
    expect(await told(second({ present: [{ name: 'Cy Quist' }], paragraphs: [again] }))).toEqual([
      'CREATED MEETING Harbour board',
      'CREATED PARAGRAPH 1',
    ])
  })

  it('is a person who is seen to hold another post, or is printed by another name', async () => {
    await told(board)
    const moved = {
      present: [
        { name: 'Bo Lind', printedAs: 'Judge Lind' },
        { name: 'Cy Quist', posts: [{ organization: 'Sea Court' }] },
      ],
    }
    expect(await told(second(moved))).toEqual([
      'CREATED MEETING Harbour board',
      'UPDATED PERSON Bo Lind',
      'UPDATED PERSON Cy Quist',
    ])
  })

  it('is a paragraph of another meeting whose speaker turns out to have spoken for somebody', async () => {
    await told({ paragraphs: [{ text: 'Pay the pilots first.', by: ['Cy Quist'] }] })
    const dated = [{ name: 'Cy Quist', affiliations: [{ organization: 'Sea Court', from: '2021-01-01' }] }]
    expect(await told(second({ register: dated }))).toEqual([
      'CREATED MEETING Harbour board',
      'CREATED ORGANIZATION Sea Court',
      'UPDATED PARAGRAPH 1',
      'UPDATED PERSON Cy Quist',
    ])
  })

  it('tells that a series made room', async () => {
    await told({ title: 'A sample', paragraphs: [{ theme: 'Example', text: 'So it goes.', by: ['Nn Nn'] }] })
    const real = await told({ title: 'A real one' }, { series: 'Real', sampleSeries: 'harbour-boards' })
    expect(real).toEqual([
      'CREATED MEETING A real one',
      'REMOVED MEETING —',
      'REMOVED PARAGRAPH —',
      'REMOVED PERSON —',
      'REMOVED THEME —',
    ])
  })
})
