import { beforeEach, describe, expect, it } from 'vitest'
import { merged } from '../support/curate.js'
import { type TestDatabase, testDatabase } from '../support/database.js'
import { ingest } from '../support/ingest.js'
import { type Minutes, readingOf } from '../support/record.js'

const decode = (ids: readonly string[]) => ids.map((id) => Buffer.from(id, 'base64url').toString())

/** Minutes of a meeting at which these people, each of some body, say something. */
const heard = (title: string, people: Record<string, string | null>, more: Minutes = {}): Minutes => ({
  title,
  present: Object.entries(people).map(([name, organization]) => ({
    name,
    posts: organization ? [{ organization }] : [],
  })),
  paragraphs: Object.keys(people).map((name) => ({ text: `${name} spoke at ${title}.`, by: [name] })),
  ...more,
})

describe('identity across meetings', () => {
  let database: TestDatabase
  beforeEach(async () => {
    database = await testDatabase()
  })
  const people = async () => (await database.prisma.person.findMany({ orderBy: { id: 'asc' } })).map(({ name }) => name)
  const doubts = (result: Awaited<ReturnType<typeof ingest>>) =>
    result.findings.filter(({ code }) => code === 'POSSIBLE_SAME_PERSON')

  it('joins the same full name in the same series, whatever its diacritics and capitals', async () => {
    await ingest(database, heard('Spring', { 'José Moss': null }), { series: 'Boards' })
    const second = await ingest(database, heard('Autumn', { 'JOSE MOSS': null }, { date: '2021-09-01' }), {
      series: 'boards',
    })
    expect(await people()).toEqual(['JOSE MOSS'])
    expect(doubts(second)).toEqual([])
    expect(second.counts).toMatchObject({ created: 5 }) // meeting, paragraph, attendance, utterance, remark
  })

  it('joins the same full name with the same organization in another series, or in none', async () => {
    await ingest(database, heard('Spring', { 'Ada Moss': 'Sea Court' }), { series: 'Boards' })
    await ingest(database, heard('Dinner', { 'Ada Moss': 'SEA COURT' }), { series: 'Dinners' })
    await ingest(database, heard('Walk', { 'Ada Moss': 'Sea Court' }))
    expect(await people()).toEqual(['Ada Moss'])
    expect(await database.prisma.organization.count()).toBe(1)
  })

  it('never joins by name alone: another series, or none twice, makes another person and a finding with both', async () => {
    await ingest(database, heard('Spring', { 'Ada Moss': 'Sea Court' }))
    const second = await ingest(database, heard('Walk', { 'Ada Moss': 'Port Authority' }))
    const [one, other] = await database.prisma.person.findMany({ orderBy: { id: 'asc' } })
    expect(await people()).toEqual(['Ada Moss', 'Ada Moss'])
    expect([one?.slug, other?.slug]).toEqual(['ada-moss', 'ada-moss-2'])
    expect(doubts(second).map(({ candidates }) => decode(candidates))).toEqual([
      [`Person:${other?.id}`, `Person:${one?.id}`],
    ])
    const stored = await database.prisma.finding.findMany({
      where: { meetingId: second.meeting.id, code: 'POSSIBLE_SAME_PERSON' },
    })
    expect(stored.map(({ candidates }) => decode(candidates))).toEqual([[`Person:${other?.id}`, `Person:${one?.id}`]])
  })

  it.each([
    ['a family name', 'Moss', 'Moss'],
    ['a name without its middle initial', 'Ada B. Moss', 'Ada Moss'],
    ['a name in the other order', 'Moss Ada', 'Ada Moss'],
    ['an initial', 'A Moss', 'Ada Moss'],
    ['a first name where an initial was known', 'Ada Moss', 'A. Moss'],
    ['initials', 'A.B. Moss', 'Ada Moss'],
  ])('takes %s of the same series for a doubt', async (_, first, second) => {
    await ingest(database, heard('Spring', { [first]: null }), { series: 'Boards' })
    const result = await ingest(database, heard('Autumn', { [second]: null }, { date: '2021-09-01' }), {
      series: 'Boards',
    })
    expect(await people()).toHaveLength(2)
    expect(doubts(result)).toHaveLength(1)
  })

  it('has no doubt about an initial of another name, of another series, or beside the whole name in one record', async () => {
    await ingest(database, heard('Spring', { 'Ada Moss': null, 'A Moss': null }), { series: 'Boards' })
    await ingest(database, heard('Dinner', { 'Cy Lind': null }), { series: 'Dinners' })
    const autumn = heard('Autumn', { 'B Moss': null, 'C Lind': null, 'A Moss': null, 'Ada Moss': null })
    const second = await ingest(database, { ...autumn, date: '2021-09-01' }, { series: 'Boards' })
    expect(doubts(second)).toEqual([])
  })

  it('has no doubt about names whose middle names differ, or that one record holds apart', async () => {
    await ingest(database, heard('Spring', { 'Ada B. Moss': null, 'Ada C. Moss': null }), { series: 'Boards' })
    const second = await ingest(database, heard('Autumn', { 'Ada C. Moss': null }, { date: '2021-09-01' }), {
      series: 'Boards',
    })
    expect(doubts(second)).toEqual([])
    expect(await people()).toHaveLength(2)
  })

  it('matches neither of two namesakes of the series, unless an organization tells which', async () => {
    await ingest(database, heard('Spring', { 'Ada Moss': 'Sea Court' }))
    await ingest(database, heard('Walk', { 'Ada Moss': 'Port Authority' }))
    const third = await ingest(database, heard('Dinner', { 'Ada Moss': null }))
    expect(doubts(third)[0]?.candidates).toHaveLength(3)
    await ingest(database, heard('Court day', { 'Ada Moss': 'Sea Court' }))
    expect(await people()).toHaveLength(3)
    expect(await database.prisma.attendance.count({ where: { person: { slug: 'ada-moss' } } })).toBe(2)
  })

  it('joins neither of two who fit, the one by series and the other by organization', async () => {
    await ingest(database, heard('Spring', { 'Ada Moss': 'Port Authority' }), { series: 'Boards' })
    await ingest(database, heard('Walk', { 'Ada Moss': 'Sea Court' }))
    const third = await ingest(database, heard('Autumn', { 'Ada Moss': 'Sea Court' }), { series: 'Boards' })
    expect(await people()).toHaveLength(3)
    expect(doubts(third)[0]?.candidates).toHaveLength(3)
  })

  it('keeps the people of a meeting that is read again, also after they were taken for others elsewhere', async () => {
    const spring = heard('Spring', { 'Ada Moss': null, 'Bo Lind': null })
    const first = await ingest(database, spring)
    const before = await database.prisma.person.findMany({ orderBy: { id: 'asc' }, select: { id: true, slug: true } })
    await ingest(database, heard('Walk', { 'Ada Moss': null }))
    await ingest(database, readingOf(spring, { formatVersion: '2' }), { meeting: first.meeting.slug })
    expect(
      await database.prisma.person.findMany({
        where: { meetingList: { some: { meetingId: first.meeting.id } } },
        orderBy: { id: 'asc' },
        select: { id: true, slug: true },
      }),
    ).toEqual(before)
  })

  it('names a person as the latest dated list does, and keeps every printed form', async () => {
    const at = (date: string | null, name: string, printedAs: string): Minutes => ({
      title: `Board of ${date}`,
      date,
      present: [{ name, printedAs, posts: [{ organization: 'Sea Court' }] }],
    })
    await ingest(database, at('2021-01-01', 'Ada Moss', 'Ms. Moss, Ada'), { series: 'Boards' })
    await ingest(database, at('2022-01-01', 'ADA MOSS', 'Dr. ADA MOSS'), { series: 'Boards' })
    await ingest(database, at('2020-01-01', 'Ada Möss', 'Miss Ada Möss'), { series: 'Boards' })
    await ingest(database, at(null, 'ada moss', 'ada moss'), { series: 'Boards' })
    const [person, ...others] = await database.prisma.person.findMany()
    expect(others).toEqual([])
    expect(person).toMatchObject({
      name: 'ADA MOSS',
      slug: 'ada-moss',
      printedNames: ['ada moss', 'Ada Möss', 'Miss Ada Möss', 'Ada Moss', 'Ms. Moss, Ada', 'ADA MOSS', 'Dr. ADA MOSS'],
    })
  })

  it('forgets a printed form that no record has any more, in a person of several meetings too', async () => {
    const spring = (aliases: string[], printedAs: string): Minutes => ({
      title: 'Spring',
      present: [{ name: 'Ada Moss', printedAs, posts: [{ organization: 'Sea Court' }] }],
      bodies: [{ name: 'Sea Court', aliases }],
    })
    await ingest(database, heard('Autumn', { 'Ada Moss': 'Sea Court' }, { date: '2021-09-01' }), { series: 'Boards' })
    await ingest(database, spring(['SC', 'Court of the Sea'], 'Ms. Mosss'), { series: 'Boards' })
    await ingest(database, spring(['SC'], 'Ms. Moss'), { series: 'Boards' })
    expect(await database.prisma.person.findMany({ select: { printedNames: true } })).toEqual([
      { printedNames: ['Ada Moss', 'Ms. Moss'] },
    ])
    expect(await database.prisma.organization.findMany({ select: { aliases: true } })).toEqual([{ aliases: ['SC'] }])
  })

  it('shares themes within a series only, by their folded heading', async () => {
    const on = (title: string, theme: string, date = '2021-03-04'): Minutes => ({
      title,
      date,
      paragraphs: [{ theme, text: `${title} on it.`, by: ['Ada Moss'] }],
    })
    await ingest(database, on('Spring', 'Night work'), { series: 'Boards' })
    await ingest(database, on('Autumn', 'Night Work', '2021-09-01'), { series: 'Boards' })
    await ingest(database, on('Dinner', 'Night work'), { series: 'Dinners' })
    await ingest(database, on('Walk', 'Night work'))
    await ingest(database, on('Run', 'Night work'))
    const themes = await database.prisma.theme.findMany({
      orderBy: { id: 'asc' },
      include: { series: true, meetingList: true },
    })
    expect(themes.map(({ title, slug, series, remarkTotal }) => [title, slug, series?.title, remarkTotal])).toEqual([
      ['Night Work', 'night-work', 'Boards', 2],
      ['Night work', 'night-work-2', 'Dinners', 1],
      ['Night work', 'night-work-3', undefined, 1],
      ['Night work', 'night-work-4', undefined, 1],
    ])
  })

  it('moves to another series with what only it needs', async () => {
    const minutes: Minutes = {
      title: 'Spring',
      paragraphs: [{ theme: 'Night work', text: 'Lights are needed.', by: ['Ada Moss'] }],
    }
    const first = await ingest(database, minutes, { series: 'Boards' })
    const before = await database.prisma.theme.findFirstOrThrow()
    await ingest(database, minutes, { meeting: first.meeting.slug, series: 'Dinners' })
    expect(await database.prisma.theme.findMany({ include: { series: true } })).toMatchObject([
      { id: before.id, series: { title: 'Dinners' } },
    ])
    expect(await database.prisma.series.findMany({ select: { slug: true } })).toEqual([{ slug: 'dinners' }])
  })

  it('writes ids as read beside those as merged, to the end of a chain of merges', async () => {
    const minutes = heard(
      'Spring',
      { 'Ada Moss': 'Sea Court', 'Bo Lind': 'Port Authority', 'Cy Quist': null },
      { sections: ['One'] },
    )
    const first = await ingest(database, minutes, { series: 'Boards' })
    const id = async (slug: string) => (await database.prisma.person.findUniqueOrThrow({ where: { slug } })).id
    const [ada, bo, cy] = [await id('ada-moss'), await id('bo-lind'), await id('cy-quist')]
    await merged(database, 'PERSON', [ada], bo)
    await merged(database, 'PERSON', [bo], cy)
    const court = await database.prisma.organization.findUniqueOrThrow({ where: { slug: 'sea-court' } })
    const port = await database.prisma.organization.findUniqueOrThrow({ where: { slug: 'port-authority' } })
    await merged(database, 'ORGANIZATION', [court.id], port.id)
    await ingest(database, { ...minutes, sections: ['Two'] }, { meeting: first.meeting.slug })
    const remarks = await database.prisma.remark.findMany({ orderBy: { position: 'asc' } })
    expect(remarks.map(({ speakerId, speakerReadId }) => [speakerId, speakerReadId])).toEqual([
      [cy, ada],
      [cy, bo],
      [cy, cy],
    ])
    expect(await database.prisma.affiliation.findMany()).toMatchObject([{ personId: cy, organizationId: port.id }])
    const heads = await database.prisma.person.findMany({ where: { remarkTotal: { gt: 0 } } })
    expect(heads).toMatchObject([
      { id: cy, remarkTotal: 3, organizationId: port.id, printedNames: ['Ada Moss', 'Bo Lind', 'Cy Quist'] },
    ])
  })
})
