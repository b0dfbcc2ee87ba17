import { beforeEach, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../support/database.js'
import { ingest } from '../support/ingest.js'
import type { Minutes, Post } from '../support/record.js'

const series = 'Boards'
const meeting = (date: string | null, posts: Post[], more: Minutes = {}): Minutes => ({
  title: `Board of ${date}`,
  date,
  present: [{ name: 'Ada Moss', posts }],
  paragraphs: [{ text: `Said on ${date}.`, by: ['Ada Moss'] }],
  ...more,
})

describe('affiliations', () => {
  let database: TestDatabase
  beforeEach(async () => {
    database = await testDatabase()
  })
  const person = () =>
    database.prisma.person.findFirstOrThrow({ where: { name: 'Ada Moss' }, include: { organization: true } })
  const remarkOn = async (date: string | null) => {
    const { affiliations, organization } = await database.prisma.remark.findFirstOrThrow({
      where: { utterance: { text: `Said on ${date}.` } },
      include: {
        organization: true,
        affiliations: {
          orderBy: { position: 'asc' },
          include: { affiliation: { include: { organization: true } }, organization: true },
        },
      },
    })
    return {
      organization: organization?.name ?? null,
      rows: affiliations.map((row) => [row.affiliation?.title ?? null, row.organization?.name ?? null, row.counted]),
    }
  }

  it('stand beside a remark in the order CURRENT, INCOMING, FORMER, then as printed; each organization counts once', async () => {
    await ingest(
      database,
      meeting('2021-03-04', [
        { title: 'Judge', organization: 'Sea Court', status: 'FORMER' },
        { title: 'Adviser', organization: 'Port Authority', status: 'INCOMING', note: 'from May' },
        { title: 'Dean', organization: 'Sea Institute' },
        { title: 'Fellow', organization: 'Sea Institute' },
        { title: 'Writer', organization: null },
      ]),
    )
    expect(await remarkOn('2021-03-04')).toEqual({
      organization: 'Sea Institute',
      rows: [
        ['Dean', 'Sea Institute', true],
        ['Fellow', 'Sea Institute', false],
        ['Writer', null, false],
        ['Adviser', 'Port Authority', false],
        ['Judge', 'Sea Court', false],
      ],
    })
    expect((await person()).organization?.name).toBe('Sea Institute')
  })

  it('give a person no organization where the latest record states only former ones', async () => {
    await ingest(database, meeting('2021-03-04', [{ organization: 'Sea Court' }]), { series })
    await ingest(
      database,
      meeting('2022-03-04', [{ title: 'Former judge', organization: 'Sea Court', status: 'FORMER' }]),
      { series },
    )
    expect((await person()).organization).toBeNull()
    expect((await remarkOn('2021-03-04')).organization).toBe('Sea Court')
    expect((await remarkOn('2022-03-04')).organization).toBeNull()
  })

  it('of a later meeting rewrite no history, and an earlier one read later changes nothing that is newer', async () => {
    await ingest(
      database,
      meeting('2022-03-04', [{ organization: 'Port Authority', title: 'Director', note: 'since May' }]),
      { series },
    )
    await ingest(database, meeting('2023-03-04', []), { series })
    await ingest(database, meeting('2020-03-04', [{ organization: 'Sea Court', title: 'Judge' }]), { series })
    await ingest(database, meeting('2021-03-04', [{ organization: 'Port Authority', title: 'Director' }]), { series })
    await ingest(database, meeting(null, [{ organization: 'Tug Owners' }]), { series })
    expect((await person()).organization?.name).toBe('Port Authority')
    expect((await remarkOn('2020-03-04')).organization).toBe('Sea Court')
    expect((await remarkOn('2023-03-04')).rows).toEqual([]) // its record states none
    expect(await database.prisma.affiliation.findMany({ where: { title: 'Director' } })).toMatchObject([
      { firstStated: new Date('2021-03-04'), lastStated: new Date('2022-03-04'), note: 'since May' },
    ])
  })

  it('go back to what the earlier record says when the later one no longer states them', async () => {
    const post = { organization: 'Port Authority', title: 'Director' }
    await ingest(database, meeting('2021-03-04', [{ ...post, note: 'acting' }]), { series })
    const second = await ingest(database, meeting('2022-03-04', [{ ...post, note: null }]), { series })
    const [before] = await database.prisma.affiliation.findMany()
    await ingest(database, meeting('2022-03-04', []), { meeting: second.meeting.slug })
    expect(await database.prisma.affiliation.findMany()).toMatchObject([
      { id: before?.id, note: 'acting', lastStated: new Date('2021-03-04') },
    ])
  })

  it('that a register dates hold on these days only, also at meetings whose own record states none', async () => {
    const dated: Minutes['register'] = [
      {
        name: 'Ada Moss',
        affiliations: [
          { organization: 'Blue Party', from: '2020-01-01', to: '2021-12-31' },
          { organization: 'Green Party', from: '2022-01-01' },
        ],
      },
    ]
    await ingest(database, meeting('2021-06-01', []), { series })
    await ingest(database, meeting('2019-06-01', []), { series })
    await ingest(database, meeting('2022-06-01', [], { register: dated }), { series })
    expect((await remarkOn('2019-06-01')).rows).toEqual([])
    expect((await remarkOn('2021-06-01')).organization).toBe('Blue Party')
    expect((await remarkOn('2022-06-01')).rows).toEqual([[null, 'Green Party', true]])
    expect((await person()).organization?.name).toBe('Green Party')
    const last = await database.prisma.meeting.findFirstOrThrow({ where: { date: new Date('2022-06-01') } })
    await ingest(database, meeting('2022-06-01', []), { meeting: last.slug })
    expect((await remarkOn('2021-06-01')).rows).toEqual([])
  })

  it('of a party, or of the body whose role speaks, are the body itself', async () => {
    await ingest(database, {
      paragraphs: [
        { text: 'Said on first.', party: 'Pilots Guild' },
        { text: 'Said on second.', party: 'Sea Court', role: 'Representative of the Sea Court' },
        { text: 'Said on third.', role: 'The Chair' },
      ],
    })
    expect(await remarkOn('first')).toEqual({ organization: 'Pilots Guild', rows: [[null, 'Pilots Guild', true]] })
    expect(await remarkOn('second')).toEqual({ organization: 'Sea Court', rows: [[null, 'Sea Court', true]] })
    expect(await remarkOn('third')).toEqual({ organization: null, rows: [] })
    const totals = await database.prisma.organization.findMany({
      orderBy: { name: 'asc' },
      select: { name: true, remarkTotal: true },
    })
    expect(totals).toEqual([
      { name: 'Pilots Guild', remarkTotal: 1 },
      { name: 'Sea Court', remarkTotal: 1 },
    ])
  })

  it('lead from a body to the one above it', async () => {
    await ingest(database, { bodies: [{ name: 'Harbour Police', aliases: ['HP'], parent: 'Port Authority' }] })
    expect(
      await database.prisma.organization.findFirstOrThrow({
        where: { slug: 'harbour-police' },
        include: { parent: true },
      }),
    ).toMatchObject({
      aliases: ['HP'],
      parent: { name: 'Port Authority' },
    })
  })
})
