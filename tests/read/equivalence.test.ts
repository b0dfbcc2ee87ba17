import { type DocumentNode, execute, parse, validate } from 'graphql'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { type ReadPath, readPath } from '../../src/read/read-path.js'
import { encodeId } from '../../src/schema/ids.js'
import { priceOf } from '../../src/schema/price.js'
import { schema } from '../../src/schema/schema.js'
import { asking, contextOf } from '../support/ask.js'
import { type TestDatabase, testDatabase } from '../support/database.js'
import { id, insertArchive } from '../support/fixture.js'
import { outcomeId } from '../support/fixture-outcomes.js'
import { randomQuery, type Values } from '../support/random-query.js'

/** The statements are the same on both databases; where both are tried, the slower one is asked fewer. */
const usual = inject('backend') === 'embedded' && process.env.TEST_POSTGRES_TOO ? 300 : 1_000
const count = Number(process.env.RANDOM_QUERIES ?? usual)
const firstSeed = Number(process.env.RANDOM_SEED ?? 1)

/**
 * Why a query may go the ordinary way: refusals of arguments, which it words, and fields with resolvers of their own. A read
 * path that never fails hides its own failures; so any other reason is one.
 */
const expected = [
  /^Give "first" or "last", not both/,
  /^"(first|last)" is -?\d+; it can be/,
  /^This cursor does not belong to this list/,
  /is neither a slug nor an id of a/,
  /^This is the id of a /,
  /is not an id\. Give an "id" that this API returned\.$/,
  /^null: (more rows than one|a list that cannot be given)$/, // one number twice; a cursor to what is no longer kept
  /^The query (is empty|has no word that is searched by|says only what is not to be found)/,
  /^This cursor does not belong to this search/,
  /^Argument ".*" of (required )?type/, // null for what may not be null
  /^variables$/,
]

let db: TestDatabase
let read: ReadPath
let values: Values
const ways: [string, string?][] = []

beforeAll(async () => {
  db = await testDatabase()
  await insertArchive(db.prisma)
  read = readPath({ schema, rows: db.rows, onWay: (...way) => void ways.push(way) })
  values = await argumentValues()
})

/** Cursors that lists have given out, and every kind of name of the archive's rows. */
async function argumentValues(): Promise<Values> {
  const { data } = await asking(db)(`{
    remarks(first: 60) { edges { cursor } }
    people { edges { cursor } } byRemarks: people(orderBy: { field: REMARKS, direction: DESC }) { edges { cursor } }
    meetings { edges { cursor node { paragraphs { edges { cursor } } themes { edges { cursor } } attendances { edges { cursor } } mentions { edges { cursor } } findings { edges { cursor } } unattributed { edges { cursor } } } } }
    byTitle: meetings(orderBy: { field: TITLE, direction: ASC }) { edges { cursor } }
    oldest: meetings(orderBy: { field: DATE, direction: ASC }) { edges { cursor } }
    themes { edges { cursor node { paragraphs { edges { cursor } } } } } largest: themes(orderBy: { field: REMARKS, direction: DESC }) { edges { cursor } }
    organizations { edges { cursor } } allSeries { edges { cursor } } changes { edges { cursor } } merges { edges { cursor } } decisions { edges { cursor } } motions { edges { cursor } } voteEvents { edges { cursor node { votes { edges { cursor } } } } }
    actionItems { edges { cursor } } person(slug: "mara-lind") { votes { edges { cursor } } } search(query: "dues") { edges { cursor } } }`)
  const found = [...JSON.stringify(data).matchAll(/"cursor":"([^"]+)"/g)].map(([, cursor]) => cursor ?? '')
  const named = (name: string) => {
    const fitting = found.filter((cursor) =>
      JSON.parse(Buffer.from(cursor, 'base64url').toString())[0].startsWith(name),
    )
    const others = ['nonsense', ...found].filter((_, i) => i % 60 === 0)
    return [...fitting, ...fitting, ...fitting, ...others]
  }
  const ofLists = {
    remarks: 'remarks',
    people: 'people',
    speakers: 'people',
    meetings: 'meetings',
    paragraphs: 'paragraphs',
    themes: 'themes',
    organizations: 'organizations',
    allSeries: 'series',
    attendances: 'attendances',
    mentions: 'mentions',
    findings: 'findings',
    unattributed: 'passages',
    changes: 'changes',
    outcomes: 'outcomes',
    decisions: 'outcomes',
    motions: 'outcomes',
    voteEvents: 'outcomes',
    actionItems: 'outcomes',
    moved: 'outcomes',
    votes: 'votes',
  }
  const cursors = Object.entries(ofLists).flatMap(([list, name]) => [
    [`${list}.after`, named(name)],
    [`${list}.before`, named(name)],
  ])
  const ids = (table: Parameters<typeof encodeId>[0], ...rows: string[]) => rows.map((row) => encodeId(table, row))
  const people = [
    'mara-lind',
    'tomas-okoro',
    'ines-valdez',
    'olaf-brandt',
    'novak',
    'm-lindt',
    ...ids('Person', id.lind, id.okoro),
  ]
  const themes = ['fairness-of-dues', 'fair-dues', 'night-traffic', 'dredging-costs', ...ids('Theme', id.fairness)]
  const meetings = [
    'consultation-on-harbour-dues-2031-03-04',
    'second-consultation-2032-05-10',
    ...ids('Meeting', id.undated),
  ]
  const bodies = ['port-authority', 'harbour-institute', 'norland', ...ids('Organization', id.institute)]
  const nodes = [
    ...ids('Series', id.series),
    ...ids('Meeting', id.meeting2031, id.undated),
    ...ids('Section', id.discussion),
    ...ids('Paragraph', id.fairnessParagraph, id.firstThree),
    ...ids('Theme', id.fairness, id.lind),
    ...ids('Remark', id.turn, id.valdezResponse, id.lindStatement),
    ...ids('UnattributedPassage', id.capPassage),
    ...ids('Mention', id.novakMention),
    ...ids('Person', id.lind, id.lindt),
    ...ids('Organization', id.institute),
    ...ids('Affiliation', id.director),
    ...ids('Attendance', id.lindAttends),
    ...ids('SourceDocument', id.document2031),
    ...ids('Finding', id.speakerFinding),
    ...ids('Correction', id.correction),
    ...ids('Change', id.mergeChange),
    ...ids('Outcome', outcomeId.motion, outcomeId.decision, outcomeId.rollCall, outcomeId.action),
    ...ids('Vote', outcomeId.lindVote),
  ]
  const searches = ['dues', 'boats or ferries', '"port authority"', 'lind', 'lnid', 'tariff -boats', 'fairness', 'talk']
  const sizes = [0, 1, 1, 2, 2, 3, 5, 20, 50]
  return {
    ...Object.fromEntries(cursors),
    first: [...sizes, ...sizes, ...sizes, 101],
    last: [...sizes, ...sizes, -1],
    person: [...people, ...people, 'nobody', 'No slug'],
    theme: [...themes, 'no-theme'],
    meeting: meetings,
    organization: bodies,
    series: ['harbour-council', 'no-series', encodeId('Series', id.series)],
    'theme.slug': themes,
    'person.slug': [...people, 'nobody-any-more', 'nobody'],
    'meeting.slug': [...meetings, 'a-talk-at-the-quay'],
    'organization.slug': bodies,
    'series.slug': ['harbour-council', 'harbour-council', 'no-series'],
    language: ['en', 'EN-gb', 'de', '%', 'e_'],
    text: ['boats', '100%', 'DUES', '_', '\\', 'nothing like it', ''],
    name: ['a', 'LIND', 'é', 'PA', '%', ''],
    title: ['dues', 'traffic', '%'],
    section: [1, 2, 3, 9],
    id: [...nodes, ...nodes, 'nonsense'],
    ids: nodes,
    sha256: ['a'.repeat(64), 'B'.repeat(64), 'd'],
    'search.query': [...searches, ...searches, '', 'the', '-boats'],
    'search.after': named('search'),
    'search.first': sizes,
    number: ['1', '2', '3', '9'],
    'changes.after': [...named('changes'), '10', '11', '12', '15', '40', '2'],
    Date: ['2031-03-04', '2032-05-11', '0001-01-01', '9999-12-31'],
    Int: [0, 1, 2],
    Boolean: [true, false],
    String: ['1', '3'],
  }
}

/** Numbers by Object.is, and the order of keys. */
function expectSame(compiled: unknown, ordinary: unknown, query: object): void {
  expect({ ...query, answer: JSON.stringify(compiled) }).toEqual({ ...query, answer: JSON.stringify(ordinary) })
}

interface Asked {
  seed: number
  text: string
  variables: Record<string, unknown>
  document: DocumentNode
}

/** Valid queries that the server would not refuse for their price, one after another. */
function* randomQueries(refused: () => void = () => {}): Generator<Asked> {
  for (let seed = firstSeed; ; seed++) {
    const query = randomQuery(schema, seed, { values })
    const document = parse(query.text)
    if (validate(schema, document).length > 0 || priceOf(schema, document, query.variables).price > 5_000) refused()
    else yield { seed, ...query, document }
  }
}

const shown = ({ seed, text, variables }: Asked) => ({ seed, text, variables })

describe('the compiled read path', () => {
  it(`answers ${count} random queries as the ordinary executor does, each in one statement`, {
    timeout: 3_600_000,
  }, async () => {
    const tally = { compiled: 0, ordinary: 0, invalid: 0 }
    const unexpected: object[] = []
    const reasons: Record<string, number> = {}
    for (const query of randomQueries(() => void tally.invalid++)) {
      if (tally.compiled === count) break
      const { document } = query
      ways.length = 0
      db.statements.length = 0
      const context = contextOf(db)
      const compiled = await read(document, null, query.variables, context)
      const statements = db.statements.length
      const [way, reason = ''] = ways[0] ?? []
      if (compiled === null) {
        tally.ordinary++
        const kind = reason.replace(/\d+|".*"/g, '…')
        reasons[kind] = (reasons[kind] ?? 0) + 1
        if (!expected.some((fits) => fits.test(reason))) unexpected.push({ ...shown(query), reason })
        continue
      }
      tally.compiled++
      const ordinary = await execute({ schema, document, variableValues: query.variables, contextValue: context })
      expectSame(JSON.parse(compiled), ordinary, shown(query))
      expect({ ...shown(query), way, statements }).toEqual({
        ...shown(query),
        way: 'compiled',
        statements: statements === 2 && /\bsearch(Counts)?\b/.test(query.text) ? 2 : 1,
      })
    }
    expect(unexpected).toEqual([])
    expect(tally.ordinary).toBeLessThan(count / 2)
    if (process.env.RANDOM_QUERIES) console.log(tally, reasons)
  })

  it('answers many at once as it answers each by itself', { timeout: 60_000 }, async () => {
    const ask = ({ document, variables }: Asked) => read(document, null, variables, contextOf(db))
    const answered: { query: Asked; answer: string | null }[] = []
    for (const query of randomQueries()) {
      if (answered.length === 60) break
      // From its second use on a statement has a name; from the third on it is known how long it takes.
      for (let time = 0; time < 3; time++) await ask(query)
      answered.push({ query, answer: await ask(query) })
    }
    for (let time = 0; time < 5; time++) {
      const answers = await Promise.all(answered.map(({ query }) => ask(query)))
      for (const [i, { query, answer }] of answered.entries())
        expect({ ...shown(query), answer: answers[i] }).toEqual({ ...shown(query), answer })
    }
  })
})
