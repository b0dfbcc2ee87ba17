import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../support/database.js'
import { ingest } from '../support/ingest.js'
import type { Minutes, Said } from '../support/record.js'
import { type Dump, dump, idsByTable, withoutIds } from '../support/rows.js'
import { board } from './board.js'

const series = 'Harbour boards'

/** Ids that are in `before` and not in `after`, by table, for tables that lost any. */
const lost = (before: Dump, after: Dump): Record<string, string[]> => {
  const now = idsByTable(after)
  return Object.fromEntries(
    Object.entries(idsByTable(before))
      .map(([table, ids]): [string, string[]] => [table, ids.filter((id) => !now[table]?.includes(id))])
      .filter(([, ids]) => ids.length > 0),
  )
}

const idOf = (rows: Dump, table: string, cells: Record<string, unknown>) =>
  rows[table]?.find((row) => Object.entries(cells).every(([key, value]) => row[key] === value))?.id

describe('reading a meeting again', () => {
  let database: TestDatabase
  beforeEach(async () => {
    database = await testDatabase()
  })

  it('keeps the id of every other row when a typo is mended, a paragraph added before it and one attendee added', async () => {
    await ingest(database, board, { series })
    const before = await dump(database)
    const [opening, ...others] = board.paragraphs ?? []
    const edited: Minutes = {
      ...board,
      present: [{ name: 'Di Falk', posts: [{ organization: 'Sea Court' }] }, ...(board.present ?? [])],
      paragraphs: [
        { text: 'Apologies were received.' },
        { ...opening, text: 'The chairwoman opened the meeting and thanked everybody.', by: ['Ada Moss'] },
        ...others,
      ],
    }
    const result = await ingest(database, edited, { series })
    const after = await dump(database)
    expect(lost(before, after)).toEqual({ SourceDocument: before.SourceDocument?.map(({ id }) => id) })
    expect(result.counts).toMatchObject({ created: 4, removed: 0 }) // paragraph, attendance, person, affiliation statement
    expect(after.Paragraph?.map(({ position, number }) => [position, number]).sort()).toEqual([
      [1, '1'],
      [2, '2'],
      [3, '3'],
      [4, '4'],
    ])
  })

  it('keeps the id of a statement that turns out to be a response', async () => {
    const [a, b, c] = ['Lights are needed.', 'I fully agree with that.', 'So do I, for once.']
    await ingest(
      database,
      {
        paragraphs: [
          { text: a, by: ['Ada Moss'] },
          { text: b, by: ['Bo Lind'] },
        ],
      },
      { series },
    )
    const before = await dump(database)
    const turned = {
      paragraphs: [
        {
          text: a,
          by: ['Ada Moss'],
          replies: [
            { by: 'Bo Lind', text: b },
            { by: 'Cy Quist', text: c },
          ],
        },
      ],
    }
    await ingest(database, turned, { series })
    const after = await dump(database)
    const speech = idOf(before, 'Remark', { speakerAsPrinted: 'Bo Lind', kind: 'STATEMENT' })
    expect(speech).toBeDefined()
    expect(idOf(after, 'Remark', { speakerAsPrinted: 'Bo Lind', kind: 'RESPONSE' })).toBe(speech)
    expect(after.Response).toContainEqual({ remarkId: speech, stance: null })
    await ingest(
      database,
      {
        paragraphs: [
          { text: a, by: ['Ada Moss'] },
          { text: b, by: ['Bo Lind'] },
        ],
      },
      { series },
    )
    const back = await dump(database)
    expect(idOf(back, 'Remark', { speakerAsPrinted: 'Bo Lind', kind: 'STATEMENT' })).toBe(speech)
    expect(back.Response).toEqual([])
  })

  it('keeps paragraphs that change places, and those whose number is printed twice', async () => {
    const paragraphs = ['First of all, the tide tables.', 'Then the lights.', 'Last the buoys.'].map(
      (text): Said => ({ text, number: '1' }),
    )
    await ingest(database, { paragraphs }, { series })
    const before = await dump(database)
    await ingest(database, { paragraphs: [...paragraphs].reverse() }, { series })
    const after = await dump(database)
    for (const { text } of paragraphs)
      expect(idOf(after, 'Paragraph', { text })).toBe(idOf(before, 'Paragraph', { text }))
  })

  it('keeps a person, an organization and a theme whose name is mended, with their slugs', async () => {
    const minutes = (name: string, organization: string, theme: string): Minutes => ({
      present: [{ name, posts: [{ organization }] }],
      paragraphs: [{ theme, text: 'The pier is to be painted before the summer.', by: [name] }],
    })
    await ingest(database, minutes('Adda Moss', 'Port Autority', 'Paint for the peir'), { series })
    const before = await dump(database)
    await ingest(database, minutes('Ada Moss', 'Port Authority', 'Paint for the pier'), { series })
    const after = await dump(database)
    expect(lost(before, after)).toEqual({ SourceDocument: before.SourceDocument?.map(({ id }) => id) })
    expect(after.Person).toMatchObject([{ name: 'Ada Moss', slug: 'adda-moss', printedNames: ['Ada Moss'] }])
    expect(after.Organization).toMatchObject([{ name: 'Port Authority', slug: 'port-autority', aliases: [] }])
    expect(after.Theme).toMatchObject([{ title: 'Paint for the pier', slug: 'paint-for-the-peir' }])
  })

  it('moves every key when the date is corrected', async () => {
    const first = await ingest(database, board, { series })
    await ingest(database, { ...board, date: '2020-03-04' }, { meeting: first.meeting.slug })
    const meeting = await database.prisma.meeting.findUniqueOrThrow({ where: { id: first.meeting.id } })
    expect(meeting).toMatchObject({ slug: 'harbour-board-2021-03-04', date: new Date('2020-03-04') })
  })

  it('removes whom nothing names any more; their slugs lead to nothing and are not given again', async () => {
    await ingest(database, board, { series })
    await ingest(database, { ...board, present: board.present?.slice(0, 1) ?? [], paragraphs: [] }, { series })
    expect(await database.prisma.person.findMany({ select: { slug: true } })).toEqual([{ slug: 'ada-moss' }])
    expect(await database.prisma.theme.count()).toBe(0)
    expect(
      await database.prisma.slug.findUnique({ where: { kind_text: { kind: 'PERSON', text: 'bo-lind' } } }),
    ).toMatchObject({ personId: null })
    await ingest(database, board, { series })
    expect(await database.prisma.person.findMany({ select: { slug: true }, orderBy: { slug: 'asc' } })).toEqual(
      ['ada-moss', 'bo-lind-2', 'cy-quist-2', 'ola-of-skagen-2'].map((slug) => ({ slug })),
    )
  })
})

const names = ['Ada Moss', 'Bo Lind', 'Cy Quist', 'Di Falk', 'Eva Rask']
const themes = ['Dredging of the north basin', 'Night work', 'Tide tables', null]
const bodies = ['Port Authority', 'Sea Court', 'Pilots Guild', null]
const words = 'the pier lights tide winter cost crew dredging mooring agreed whether north basin fee'.split(' ')

const sentence = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 25 })
  .map((list) => `${list.join(' ')}.`)
const said: fc.Arbitrary<Said> = fc.record({
  text: sentence,
  theme: fc.constantFrom(...themes),
  section: fc.constantFrom(1, 2, null),
  by: fc.uniqueArray(fc.constantFrom(...names), { maxLength: 3 }),
  replies: fc.array(
    fc.record({ by: fc.constantFrom(...names), text: sentence, acts: fc.subarray(['agreed', 'asked']) }),
    { maxLength: 2 },
  ),
  unattributed: fc.subarray(['one participant', 'it was said']),
  cites: fc.subarray(['Ola of Skagen']),
  onBehalfOf: fc.subarray(['Tug Owners', 'Sea Court']),
})
const minutes: fc.Arbitrary<Minutes> = fc.record({
  sections: fc.constantFrom(['Views', 'Close'], ['Close', 'Views'], ['Opening', 'Views', 'Close']),
  present: fc.uniqueArray(
    fc.record({
      name: fc.constantFrom(...names),
      posts: fc.array(
        fc.record({
          organization: fc.constantFrom(...bodies),
          title: fc.constantFrom('Director', 'Pilot', null),
          status: fc.constantFrom('CURRENT' as const, 'INCOMING' as const, 'FORMER' as const),
          note: fc.constantFrom('from May', null),
        }),
        { maxLength: 3 },
      ),
    }),
    { selector: ({ name }) => name },
  ),
  paragraphs: fc.array(said, { maxLength: 8 }),
})

type Edit = (paragraphs: Said[]) => Said[]
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(fc.nat(), said).map(
    ([at, one]): Edit =>
      (list) =>
        list.toSpliced(at % (list.length + 1), 0, one),
  ),
  fc.nat().map(
    (at): Edit =>
      (list) =>
        list.toSpliced(at % (list.length + 1), 1),
  ),
  fc.tuple(fc.nat(), fc.nat()).map(
    ([one, other]): Edit =>
      (list) => {
        const [a, b] = [list[one % (list.length || 1)], list[other % (list.length || 1)]]
        return a && b ? list.with(list.indexOf(a), b).with(list.indexOf(b), a) : list
      },
  ),
  fc.tuple(fc.nat(), fc.constantFrom(...names)).map(
    ([at, name]): Edit =>
      (list) =>
        list.map((one, i) => (i === at % list.length ? { ...one, by: [name] } : one)),
  ),
  fc.tuple(fc.nat(), fc.constantFrom(...words)).map(
    ([at, word]): Edit =>
      (list) =>
        list.map((one, i) => (i === at % list.length ? { ...one, text: one.text.replace(/\w+/, word) } : one)),
  ),
)
const edited = fc.tuple(minutes, minutes, fc.array(edit, { maxLength: 4 })).map(([first, other, edits]) => ({
  first,
  second: { ...other, paragraphs: edits.reduce((list, change) => change(list), first.paragraphs ?? []) },
}))

describe('reading a meeting again, whatever was edited', () => {
  it('leaves what reading the new copy alone would have made, and back again the first', async () => {
    await fc.assert(
      fc.asyncProperty(edited, async ({ first, second }) => {
        const database = await testDatabase()
        await ingest(database, second, { series })
        const alone = withoutIds(await dump(database))
        await testDatabase()
        await ingest(database, first, { series })
        const original = await dump(database)
        await ingest(database, second, { series })
        const now = await dump(database)
        expect(withoutIds(now)).toEqual(alone)
        await ingest(database, first, { series })
        const back = await dump(database)
        expect(withoutIds(back)).toEqual(withoutIds(original))
        const [stayed, found] = [idsByTable(now), idsByTable(back)]
        for (const [table, ids] of Object.entries(idsByTable(original)).filter(([name]) => name !== 'SourceDocument'))
          expect(found[table], table).toEqual(expect.arrayContaining(ids.filter((id) => stayed[table]?.includes(id))))
      }),
      { numRuns: Number(process.env.FC_RUNS ?? 15), interruptAfterTimeLimit: 500_000, endOnFailure: true },
    )
  }, 600_000)
})
