import { beforeEach, describe, expect, it } from 'vitest'
import { feedOf, lastSequence } from '../support/changes.js'
import { merged, renamed, undone } from '../support/curate.js'
import { type TestDatabase, testDatabase } from '../support/database.js'
import { ingest } from '../support/ingest.js'
import type { Minutes } from '../support/record.js'
import { dump } from '../support/rows.js'

const spring: Minutes = {
  title: 'Spring',
  present: [
    { name: 'Ada Moss', posts: [{ title: 'Director', organization: 'Port Authority' }] },
    { name: 'A. B. Moss', honorific: 'Dr.', posts: [{ title: 'Director', organization: 'Harbour Authority' }] },
    { name: 'Cy Quist', posts: [{ organization: 'Port Authority' }] },
  ],
  bodies: [{ name: 'Harbour Authority', parent: 'Coast Board' }],
  paragraphs: [
    { theme: 'Dredging', text: 'The basin is full.', by: ['Ada Moss', 'A. B. Moss'], cites: ['Moss the Elder'] },
    {
      theme: 'Dredging works',
      text: 'Start before winter.',
      by: ['A. B. Moss'],
      replies: [{ by: 'Cy Quist', text: 'No.' }],
    },
    { text: 'The guild wants lights.', party: 'Harbour Authority', onBehalfOf: ['Port Authority'] },
  ],
}
const autumn: Minutes = {
  title: 'Autumn',
  date: '2021-09-01',
  present: [{ name: 'A. B. Moss', posts: [{ title: 'Adviser', organization: 'Port Authority' }] }],
  paragraphs: [{ theme: 'Dredging works', text: 'It has started.', by: ['A. B. Moss'] }],
}

describe('a merge', () => {
  let database: TestDatabase
  const id = async (table: 'person' | 'organization' | 'theme', slug: string) => {
    const where = { where: { slug } }
    const { prisma } = database
    if (table === 'person') return (await prisma.person.findUniqueOrThrow(where)).id
    if (table === 'theme') return (await prisma.theme.findUniqueOrThrow(where)).id
    return (await prisma.organization.findUniqueOrThrow(where)).id
  }
  beforeEach(async () => {
    database = await testDatabase()
    await ingest(database, spring, { series: 'Boards' })
    await ingest(database, autumn, { series: 'Boards' })
  })

  const kinds = [
    ['people', 'PERSON', 'person', 'a-b-moss', 'ada-moss'],
    ['organizations', 'ORGANIZATION', 'organization', 'harbour-authority', 'port-authority'],
    ['themes', 'THEME', 'theme', 'dredging-works', 'dredging'],
  ] as const

  it.each(kinds)(
    "of %s gives all that was the one's to the other, and an undo gives back every row as it was",
    async (_, kind, table, from, into) => {
      const before = await dump(database)
      const mergeId = await merged(database, kind, [await id(table, from)], await id(table, into))
      expect(await dump(database)).not.toEqual(before)
      await undone(database, mergeId)
      const { Merge: _merges, ...after } = await dump(database)
      const { Merge: _none, ...expected } = before
      expect(sorted(after)).toEqual(sorted(expected))
    },
  )

  it.each(kinds)(
    'of %s holds through other readings, and its undo parts also what these brought',
    async (_, kind, table, from, into) => {
      const winter: Minutes = { ...autumn, title: 'Winter', date: '2021-12-01' }
      const mergeId = await merged(database, kind, [await id(table, from)], await id(table, into))
      await ingest(database, winter, { series: 'Boards' })
      await ingest(database, { ...autumn, sections: ['New'] }, { meeting: 'autumn-2021-09-01' })
      await undone(database, mergeId)
      const after = await dump(database)
      expect(after.Remark?.filter((row) => row.speakerId !== row.speakerReadId)).toEqual([])
      expect(after.AffiliationStatement?.filter((row) => row.affiliationId !== row.affiliationReadId)).toEqual([])
    },
  )

  it('leads the slug of the absorbed one on, and back after an undo', async () => {
    const [from, into] = [await id('person', 'a-b-moss'), await id('person', 'ada-moss')]
    const lead = async () =>
      (
        await database.prisma.slug.findMany({
          where: { kind: 'PERSON', text: { in: ['a-b-moss', 'ada-moss'] } },
          orderBy: { text: 'asc' },
        })
      ).map(({ personId }) => personId)
    const mergeId = await merged(database, 'PERSON', [from], into)
    expect(await lead()).toEqual([into, into])
    await undone(database, mergeId)
    expect(await lead()).toEqual([from, into])
  })

  it('can be undone in any order: the others stay in force', async () => {
    const [ab, ada, cy] = [
      await id('person', 'a-b-moss'),
      await id('person', 'ada-moss'),
      await id('person', 'cy-quist'),
    ]
    const first = await merged(database, 'PERSON', [ab], ada)
    const second = await merged(database, 'PERSON', [ada], cy)
    const speakers = async () =>
      new Set((await database.prisma.remark.findMany()).flatMap(({ speakerId }) => speakerId ?? []))
    expect(await speakers()).toEqual(new Set([cy]))
    await undone(database, first)
    expect(await speakers()).toEqual(new Set([cy, ab]))
    await undone(database, second)
    expect(await speakers()).toEqual(new Set([ada, ab, cy]))
  })

  it('joins several at once', async () => {
    const ids = [await id('person', 'a-b-moss'), await id('person', 'moss-the-elder')]
    const mergeId = await merged(database, 'PERSON', ids, await id('person', 'ada-moss'))
    expect(await undone(database, mergeId)).toEqual(ids)
  })

  it('is told to the feed with its reason: the merged, the survivor, and the paragraphs where another speaks now', async () => {
    const after = await lastSequence(database)
    const mergeId = await merged(database, 'PERSON', [await id('person', 'a-b-moss')], await id('person', 'ada-moss'))
    expect((await feedOf(database, after)).sort()).toEqual([
      'MERGED PERSON A. B. Moss',
      'UPDATED MEETING Autumn', // its list of those present
      'UPDATED MEETING Spring',
      'UPDATED PARAGRAPH 1',
      'UPDATED PARAGRAPH 1',
      'UPDATED PARAGRAPH 2',
      'UPDATED PERSON A. B. Moss', // Ada Moss, by the latest list
    ])
    const told = { kind: 'MERGED', reason: 'They are one.', by: 'curator', mergeId }
    expect(await database.prisma.change.findMany({ where: { kind: 'MERGED' } })).toMatchObject([told])
    await undone(database, mergeId)
    expect(await database.prisma.change.findMany({ where: { kind: 'UNMERGED' } })).toMatchObject([
      { reason: 'They are two.', by: 'curator', mergeId },
    ])
  })

  it('settles the doubt whether two are one, until it is undone', async () => {
    const walk: Minutes = {
      title: 'Walk',
      present: [{ name: 'Ada Moss' }],
      paragraphs: [{ text: 'A walk.', by: ['Ada Moss'] }],
    }
    await ingest(database, walk)
    const doubts = async () =>
      (
        await database.prisma.finding.findMany({ where: { code: 'POSSIBLE_SAME_PERSON', meeting: { title: 'Walk' } } })
      ).map(({ settled }) => settled)
    expect(await doubts()).toEqual([false])
    const mergeId = await merged(database, 'PERSON', [await id('person', 'ada-moss-2')], await id('person', 'ada-moss'))
    expect(await doubts()).toEqual([true])
    await undone(database, mergeId)
    expect(await doubts()).toEqual([false])
  })

  it.each<[string, string[], string, RegExp]>([
    ['nobody', [], 'ada-moss', /at least one/],
    ['a person with itself', ['ada-moss'], 'ada-moss', /two different/],
    ['somebody twice', ['cy-quist', 'cy-quist'], 'ada-moss', /twice/],
    ['somebody who is merged', ['a-b-moss'], 'cy-quist', /already merged into "ada-moss"/],
    ['somebody into one who is merged', ['cy-quist'], 'a-b-moss', /already merged into "ada-moss"/],
    ['a circle', ['ada-moss'], 'a-b-moss', /cycle/],
  ])('refuses %s, and nothing is written', async (_, from, into, message) => {
    await merged(database, 'PERSON', [await id('person', 'a-b-moss')], await id('person', 'ada-moss'))
    const before = await dump(database)
    const people = await Promise.all(from.map((slug) => id('person', slug)))
    await expect(merged(database, 'PERSON', people, await id('person', into))).rejects.toThrow(message)
    expect(await dump(database)).toEqual(before)
  })

  it('refuses to undo what is undone, or never was', async () => {
    const mergeId = await merged(database, 'PERSON', [await id('person', 'a-b-moss')], await id('person', 'ada-moss'))
    await undone(database, mergeId)
    await expect(undone(database, mergeId)).rejects.toThrow('already undone by curator')
    await expect(undone(database, await id('person', 'ada-moss'))).rejects.toThrow('There is no merge')
  })

  it('leaves a name that a curator gave to whom it was given, through merges and readings', async () => {
    const [ab, ada] = [await id('person', 'a-b-moss'), await id('person', 'ada-moss')]
    const names = async () =>
      (await database.prisma.person.findMany({ where: { id: { in: [ab, ada] } }, orderBy: { id: 'asc' } })).map(
        ({ name, sortName }) => [name, sortName],
      )
    await renamed(database, ab, 'Augusta Moss')
    const mergeId = await merged(database, 'PERSON', [ab], ada)
    expect(await names()).toEqual([
      ['A. B. Moss', 'moss a b'],
      ['Augusta Moss', 'moss augusta'],
    ])
    await renamed(database, ada, 'Adelheid Moss')
    await ingest(database, { ...autumn, sections: ['New'] }, { meeting: 'autumn-2021-09-01' })
    await undone(database, mergeId)
    expect(await names()).toEqual([
      ['Adelheid Moss', 'moss adelheid'],
      ['Augusta Moss', 'moss augusta'],
    ])
    await expect(renamed(database, ada, ' ')).rejects.toThrow('contains no letter')
    await expect(renamed(database, ada, 'Adelheid  Moss')).rejects.toThrow('already called')
  })
})

const sorted = (rows: Record<string, unknown[]>) =>
  Object.fromEntries(
    Object.entries(rows).map(([table, list]) => [table, list.map((row) => JSON.stringify(row)).sort()]),
  )
