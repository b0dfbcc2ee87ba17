import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { sizeOf, syntheticArchive } from '../../bench/archive/archive.js'
import { type Ask, asking } from '../support/ask.js'
import { type TestDatabase, testDatabase } from '../support/database.js'
import { insertArchive } from '../support/fixture.js'
import { ingest } from '../support/ingest.js'
import { allRemarks, fits, type PlainFilter, type PlainRemark, recount } from '../support/recount.js'

const everything = `meetings paragraphs remarks utterances responses people organizations themes
  byTheme(first: 100) { theme { slug } remarks utterances } byPerson(first: 100) { person { slug } remarks responses }
  byOrganization(first: 100) { organization { slug } remarks utterances } byYear { year remarks utterances }
  exchanges(first: 100) { from { slug } to { slug } responses }`
const query = `query ($filter: RemarkFilter) { statistics(filter: $filter) { ${everything} } }`

/** The lists of statistics without their order, and only those that are whole. */
const unordered = (statistics: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(statistics).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map((each) => JSON.stringify(each)).sort() : value,
    ]),
  )

/** Checks the answer for a filter against a plain recount. */
async function expectRecount(ask: Ask, remarks: readonly PlainRemark[], filter: PlainFilter | null) {
  const { at, errors } = await ask(query, { filter })
  expect(errors).toEqual([])
  const expected = recount(filter ? remarks.filter((remark) => fits(remark, filter)) : remarks)
  expect(unordered(at('statistics') as Record<string, unknown>)).toEqual(unordered(expected))
}

/** Filters whose values are some that the archive has and one that it has not. */
function filters(remarks: readonly PlainRemark[]): fc.Arbitrary<PlainFilter> {
  const some = (of: (remark: PlainRemark) => string | null | undefined) =>
    fc.subarray([...new Set(remarks.flatMap((remark) => of(remark) ?? []))].slice(0, 12).concat('no-such-one'))
  const dates = fc.constantFrom(
    ...new Set(remarks.flatMap(({ meeting }) => meeting.date?.toISOString().slice(0, 10) ?? [])),
  )
  return fc.record(
    {
      kind: fc.subarray(['STATEMENT', 'RESPONSE']),
      attribution: fc.subarray(['NAMED', 'PARTY', 'ROLE', 'ANONYMOUS']),
      series: some(({ meeting }) => meeting.series?.slug),
      meeting: some(({ meeting }) => meeting.slug),
      theme: some(({ theme }) => theme?.slug),
      person: some(({ speaker }) => speaker?.slug),
      organization: some(({ affiliations: [first] }) => first?.organization?.slug),
      date: fc.record({ from: dates, to: dates }, { requiredKeys: [] }),
      language: fc.subarray(['en', 'en-gb', 'fr']),
      text: fc.constantFrom('the', 'BOATS', '100%', '_', 'nothing has this', ''),
    },
    { requiredKeys: [] },
  )
}

describe('statistics of an archive whose rows are known', () => {
  let db: TestDatabase
  let ask: Ask
  beforeAll(async () => {
    db = await testDatabase()
    await insertArchive(db.prisma)
    ask = asking(db)
  })

  it('count words that several raised together once, and each raiser', async () => {
    const { at } = await ask(
      '{ statistics(filter: { theme: ["fairness-of-dues"] }) { remarks utterances responses people organizations meetings paragraphs themes } }',
    )
    expect(at('statistics')).toEqual({
      remarks: 6,
      utterances: 4,
      responses: 1,
      people: 3,
      organizations: 3,
      meetings: 3,
      paragraphs: 2,
      themes: 1,
    })
  })

  it('list the largest first, and what belongs to no body, no year', async () => {
    const { at } = await ask(`{ statistics { byTheme(first: 2) { theme { title } remarks utterances }
      byPerson(first: 2) { person { name } remarks responses }
      byOrganization { organization { name } remarks utterances } byYear { year remarks utterances } } }`)
    expect(at('statistics')).toEqual({
      byTheme: [
        { theme: { title: 'Dredging costs' }, remarks: 45, utterances: 45 },
        { theme: { title: 'Fairness of dues' }, remarks: 6, utterances: 4 },
      ],
      byPerson: [
        { person: { name: 'Tomas Okoro' }, remarks: 46, responses: 0 },
        { person: { name: 'Mara Lind' }, remarks: 3, responses: 0 },
      ],
      byOrganization: [
        { organization: null, remarks: 50, utterances: 50 },
        { organization: { name: 'Harbour Institute' }, remarks: 2, utterances: 2 },
        { organization: { name: 'Norland' }, remarks: 1, utterances: 1 },
        { organization: { name: 'Port Authority' }, remarks: 1, utterances: 1 },
      ],
      byYear: [
        { year: 2031, remarks: 6, utterances: 4 },
        { year: 2032, remarks: 46, utterances: 46 },
        { year: null, remarks: 2, utterances: 2 },
      ],
    })
  })

  it('tell who answered whom', async () => {
    const { at } = await ask('{ statistics { exchanges { from { name } to { name } responses } } }')
    expect(at('statistics.exchanges')).toEqual([
      { from: { name: 'Inés Valdez' }, to: { name: 'Mara Lind' }, responses: 1 },
      { from: { name: 'Inés Valdez' }, to: { name: 'Tomas Okoro' }, responses: 1 },
    ])
  })

  it('are one statement, and one for the rows of each table', async () => {
    const of = async (query: string) => (await ask(query)).statements.length
    const filter = '(filter: { kind: [STATEMENT] })'
    expect(await of('{ statistics { a: remarks remarks themes people utterances } }')).toBe(1)
    expect(await of(`{ statistics${filter} { remarks themes byYear { year } byTheme { remarks } } }`)).toBe(1)
    const rows = 'byPerson { person { name organization { name } } } byTheme { theme { title } }'
    expect(await of(`{ statistics${filter} { remarks ${rows} } }`)).toBe(3)
  })

  it.each([null, {}, { series: ['harbour'] }, { date: { from: '2031-01-01' }, meeting: ['board-2031'] }])(
    'of whole meetings, %j, are added up from what is kept of each, and read no remark',
    async (filter) => {
      const { statements } = await ask(query, { filter })
      expect(statements[0]).toContain('"MeetingCount"')
      expect(statements.join()).not.toMatch(/(?:from|join) (?:said|"Remark")/)
    },
  )

  it.each([
    {},
    { series: ['harbour-council'] },
    { meeting: ['consultation-on-harbour-dues-2031-03-04'] },
    { theme: ['night-traffic'] },
    { person: ['mara-lind'] },
    { organization: ['port-authority'] },
    { date: { from: '2032-01-01' } },
    { language: ['fr'] },
    { text: 'DUES' },
    { kind: ['RESPONSE'], text: 'minutes' },
  ])('count as many outcomes under %j as are listed under the same conditions', async (filter) => {
    const { kind: _, ...shared } = filter as PlainFilter
    const [counted, listed] = [
      await ask(
        'query ($f: RemarkFilter) { statistics(filter: $f) { decisions motions voteEvents actionItems openActionItems } }',
        { f: filter },
      ),
      await ask(
        `query ($d: DecisionFilter, $m: MotionFilter, $v: VoteEventFilter, $a: ActionItemFilter, $o: ActionItemFilter) {
        decisions(filter: $d) { totalCount } motions(filter: $m) { totalCount } voteEvents(filter: $v) { totalCount }
        actionItems(filter: $a) { totalCount } openActionItems: actionItems(filter: $o) { totalCount } }`,
        { d: shared, m: shared, v: shared, a: shared, o: { ...shared, isDone: false } },
      ),
    ]
    expect([counted.errors, listed.errors]).toEqual([[], []])
    const lists = ['decisions', 'motions', 'voteEvents', 'actionItems', 'openActionItems']
    expect(counted.at('statistics')).toEqual(
      Object.fromEntries(lists.map((list) => [list, listed.at(`${list}.totalCount`)])),
    )
    expect(counted.statements).toHaveLength(1)
  })

  it('are of nothing where nothing fits', async () => {
    const { at } = await ask(
      '{ statistics(filter: { person: [] }) { remarks meetings byTheme { remarks } byYear { year } } }',
    )
    expect(at('statistics')).toEqual({ remarks: 0, meetings: 0, byTheme: [], byYear: [] })
  })

  it.each([
    ['first: 101', ['first']],
    ['first: -1', ['first']],
  ])('refuse %s', async (args, argument) => {
    const { errors } = await ask(`{ statistics { byTheme(${args}) { remarks } } }`)
    expect(errors[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument })
  })

  it('refuse a filter by what is neither a slug nor an id', async () => {
    const { errors } = await ask('{ statistics(filter: { person: ["Mara Lind"] }) { remarks } }')
    expect(errors[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument: ['filter', 'person', 0] })
  })

  it('equal a recount under any filter', async () => {
    const remarks = await allRemarks(db.prisma)
    await expectRecount(ask, remarks, null)
    await fc.assert(
      fc.asyncProperty(filters(remarks), (filter) => expectRecount(ask, remarks, filter)),
      { numRuns: 60 },
    )
  })
})

describe('statistics of a synthetic archive', () => {
  it('equal a recount under any filter', async () => {
    const db = await testDatabase()
    for (const reading of syntheticArchive(sizeOf(300))) await ingest(db, reading, { series: reading.series })
    const [ask, remarks] = [asking(db), await allRemarks(db.prisma)]
    const { at } = await ask('{ statistics { remarks meetings } }')
    expect(at('statistics')).toEqual({ remarks: remarks.length, meetings: 2 })
    const times = (utteranceId: string) => remarks.filter((remark) => remark.utteranceId === utteranceId).length
    expect(remarks.every(({ alone, utteranceId }) => alone === (times(utteranceId) === 1))).toBe(true)
    await fc.assert(
      fc.asyncProperty(filters(remarks), async (filter) => {
        const fitting = remarks.filter((remark) => fits(remark, filter))
        const { exchanges, byPerson, byTheme, ...whole } = recount(fitting)
        const answer = (await ask(query, { filter })).at('statistics') as Record<string, unknown[]>
        expect(unordered(answer)).toMatchObject(unordered(whole)) // the other lists may be longer than 100
        expect(answer.exchanges).toHaveLength(Math.min(100, exchanges.length))
        expect(answer.byTheme).toHaveLength(Math.min(100, byTheme.length))
        expect(byPerson.map((each) => JSON.stringify(each))).toEqual(
          expect.arrayContaining((answer.byPerson ?? []).map((each) => JSON.stringify(each))),
        )
      }),
      { numRuns: 30 },
    )
  })
})
