import { beforeEach, describe, expect, it } from 'vitest'
import { feedOf, lastSequence } from '../support/changes.js'
import { merged, restored, retracted, undone } from '../support/curate.js'
import { type TestDatabase, testDatabase } from '../support/database.js'
import { ingest } from '../support/ingest.js'
import type { Outcomes } from '../support/outcomes.js'
import { type Minutes, readingOf } from '../support/record.js'
import { dump, idsByTable } from '../support/rows.js'

const series = 'Harbour boards'
const outcomes: Outcomes = {
  motions: [
    { text: 'That the pier be lit at night.', paragraph: 1, movers: ['Ada Moss'], seconders: ['Bo Lind'] },
    { text: 'To put "dusk" for "night".', paragraph: 1, amends: 1 },
  ],
  votes: [
    {
      ...{ text: 'The motion was carried by three to one.', paragraph: 1, motion: 1, counts: { YES: 3, NO: 1 } },
      by: [
        { who: 'Ada Moss', option: 'YES' },
        { who: 'Cy Quist', option: 'NO' },
        { who: { body: 'Pilots Guild' }, option: 'ABSTAIN' },
      ],
    },
  ],
  decisions: [{ text: 'It was agreed to light the pier.', paragraph: 2, motion: 1, verb: 'agreed' }],
  actions: [{ text: 'Di Falk to write to the Port Authority.', paragraph: 2, assignees: ['Di Falk'] }],
}
const minutes: Minutes = {
  present: [{ name: 'Ada Moss' }],
  paragraphs: [
    { text: 'The pier was discussed at length by all who were there.', by: ['Ada Moss'] },
    { text: 'Then the board went on to what was left of the day.' },
  ],
  outcomes,
}
const version = (formatVersion: string, changed: Outcomes) =>
  readingOf({ ...minutes, outcomes: { ...outcomes, ...changed } }, { formatVersion })

describe('outcomes of a meeting', () => {
  let database: TestDatabase
  let slug: string
  beforeEach(async () => {
    database = await testDatabase()
    slug = (await ingest(database, minutes, { series })).meeting.slug
  })
  const ids = async () => idsByTable(await dump(database))
  const person = async (of: string) => (await database.prisma.person.findUniqueOrThrow({ where: { slug: of } })).id

  it('keep their ids where their words are mended, one is put in before others, and a voter moves', async () => {
    const before = await ids()
    const [motion, amendment] = outcomes.motions ?? []
    const [vote] = outcomes.votes ?? []
    const changed = version('2', {
      motions: [
        { text: 'That nobody smoke.', paragraph: 1 },
        { ...motion, text: 'That the pier be lit by night.' },
        { ...amendment, text: 'To put "dusk" for "night".', amends: 2 },
      ],
      votes: [
        { ...vote, text: 'The motion was carried by three to one.', motion: 2, by: vote?.by?.toReversed() ?? [] },
      ],
      decisions: [{ text: 'It was agreed to light the pier.', paragraph: 2, motion: 2, verb: 'agreed' }],
    })
    const result = await ingest(database, changed, { meeting: slug })
    const after = await ids()
    expect(after.Outcome).toHaveLength(6)
    expect(after.Outcome).toEqual(expect.arrayContaining(before.Outcome ?? []))
    expect(after.Vote?.toSorted()).toEqual(before.Vote?.toSorted())
    expect(result.counts).toMatchObject({ created: 1, removed: 0 })
  })

  it('keep their ids where one turns out to be of another kind', async () => {
    const motion = await database.prisma.outcome.findFirstOrThrow({ where: { kind: 'MOTION', position: 1 } })
    const turned = { text: motion.text, paragraph: 1, result: 'ADOPTED' as const }
    await ingest(database, version('2', { motions: [], votes: [], decisions: [turned], actions: [] }), {
      meeting: slug,
    })
    expect(await database.prisma.outcome.findMany({ select: { id: true, kind: true } })).toEqual([
      { id: motion.id, kind: 'DECISION' },
    ])
    expect(await database.prisma.motion.count()).toBe(0)
    expect(await database.prisma.decision.count()).toBe(1)
  })

  it('change nothing where they are read again as they were', async () => {
    const before = await dump(database)
    const start = await lastSequence(database)
    const { counts } = await ingest(database, version('2', {}), { meeting: slug })
    expect(counts).toMatchObject({ created: 0, updated: 0, removed: 0 })
    expect((await dump(database)).Outcome).toEqual(before.Outcome)
    expect(await feedOf(database, start)).toEqual([])
  })

  it('are told to the feed, with the paragraph in which they stand', async () => {
    const told = async (reading: ReturnType<typeof version>) => {
      const start = await lastSequence(database)
      await ingest(database, reading, { meeting: slug })
      const [meeting, ...parts] = await feedOf(database, start)
      expect(meeting).toBe('UPDATED MEETING Harbour board') // it has another document
      return parts
    }
    const inNone = { text: 'Somebody to sweep the pier.' }
    const actions = [...(outcomes.actions ?? []), inNone]
    expect(await told(version('2', { actions }))).toEqual(['CREATED OUTCOME Somebody to sweep the pier.'])
    const [open] = outcomes.actions ?? []
    const done = { text: '', ...open, isDone: true }
    expect(await told(version('3', { actions: [done, inNone] }))).toEqual([
      'UPDATED PARAGRAPH 2',
      'UPDATED OUTCOME Di Falk to write to the Port Authority.',
    ])
    const [vote] = outcomes.votes ?? []
    const [ada, ...others] = vote?.by ?? []
    const changed = { text: '', ...vote, by: [{ who: '', ...ada, option: 'NO' as const }, ...others] }
    expect(await told(version('4', { votes: [changed], actions: [done, inNone] }))).toEqual([
      'UPDATED PARAGRAPH 1',
      'UPDATED OUTCOME The motion was carried by three to one.',
    ])
    expect(await told(version('5', { votes: [changed], actions: [done] }))).toEqual(['REMOVED OUTCOME —'])
  })

  it('make those who move, second or vote take part in the meeting; who is only to do something is more than cited', async () => {
    const rows = await database.prisma.personMeeting.findMany({ select: { person: { select: { name: true } } } })
    expect(rows.map((row) => row.person.name).sort()).toEqual(['Ada Moss', 'Bo Lind', 'Cy Quist'])
    expect(await database.prisma.person.count({ where: { onlyCited: true } })).toBe(0)
    const bodies = await database.prisma.organizationMeeting.findMany({
      select: { organization: { select: { name: true } } },
    })
    expect(bodies).toEqual([{ organization: { name: 'Pilots Guild' } }])
  })

  it('follow a merge and its undoing; what both moved counts once', async () => {
    const [ada, bo] = [await person('ada-moss'), await person('bo-lind')]
    const both = version('2', {
      motions: [{ text: 'That the pier be lit at night.', paragraph: 1, movers: ['Ada Moss', 'Bo Lind'] }],
      votes: [],
      decisions: [],
    })
    await ingest(database, both, { meeting: slug })
    const movers = () =>
      database.prisma.outcomeParty.findMany({
        where: { role: 'MOVER' },
        orderBy: { position: 'asc' },
        select: { personId: true, personReadId: true, counted: true },
      })
    const apart = await movers()
    const start = await lastSequence(database)
    const joined = await merged(database, 'PERSON', [bo], ada)
    expect(await feedOf(database, start)).toEqual(
      expect.arrayContaining(['UPDATED OUTCOME That the pier be lit at night.']),
    )
    expect(await movers()).toEqual([
      { personId: ada, personReadId: ada, counted: true },
      { personId: ada, personReadId: bo, counted: false },
    ])
    await undone(database, joined)
    expect(await movers()).toEqual(apart)
  })

  it('are taken out with a retracted meeting, and come back with it', async () => {
    await ingest(database, { title: 'Other board', date: '2021-05-06', present: [{ name: 'Ada Moss' }] }, { series })
    const before = await dump(database)
    const start = await lastSequence(database)
    await retracted(database, slug)
    const count = async () => (await feedOf(database, start)).filter((change) => /^\w+ OUTCOME/.test(change)).length
    expect(await count()).toBe(5)
    for (const table of [
      'Outcome',
      'Decision',
      'Motion',
      'VoteEvent',
      'ActionItem',
      'OutcomeParty',
      'VoteCount',
      'Vote',
    ])
      expect((await dump(database))[table], table).toEqual([])
    await restored(database, slug)
    expect(await count()).toBe(10)
    const after = await dump(database)
    for (const table of [
      'Outcome',
      'Decision',
      'Motion',
      'VoteEvent',
      'ActionItem',
      'OutcomeParty',
      'VoteCount',
      'Vote',
    ])
      expect(new Set(after[table]?.map((row) => JSON.stringify(row))), table).toEqual(
        new Set(before[table]?.map((row) => JSON.stringify(row))),
      )
  })
})
