import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { encodeId } from '../../src/schema/ids.js'
import { type Ask, asking } from '../support/ask.js'
import { type TestDatabase, testDatabase } from '../support/database.js'
import { dredgingRemarks, id, insertArchive } from '../support/fixture.js'
import { handlerOf, operation } from '../support/handler.js'

let db: TestDatabase
let ask: Ask
beforeAll(async () => {
  db = await testDatabase()
  await insertArchive(db.prisma)
  await insertLanguages()
  ask = asking(db)
})

const called = `__typename ... on Remark { id text } ... on Paragraph { number } ... on Person { name }
  ... on Organization { name } ... on Theme { title } ... on Meeting { title }`
const page = `totalCount totalCountIsExact ranked pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  edges { cursor score snippet matches { start end } node { ${called} } }`

interface Node {
  __typename: string
  id?: string
  text?: string
  name?: string
  title?: string
  number?: string
}
interface Edge {
  cursor: string
  score: number
  snippet: string
  matches: { start: number; end: number }[]
  node: Node
}

async function search(query: string, args: Record<string, unknown> = {}) {
  const { at, errors, statements } = await ask(
    `query ($query: String!, $in: [SearchTarget!], $filter: RemarkFilter, $first: Int, $after: String) {
      search(query: $query, in: $in, filter: $filter, first: $first, after: $after) { ${page} } }`,
    { query, ...args },
  )
  expect(errors).toEqual([])
  const found = at('search') as {
    totalCount: number
    totalCountIsExact: boolean
    ranked: string
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null }
    edges: Edge[]
  }
  return { ...found, statements, nodes: found.edges.map(({ node }) => node) }
}

const texts = async (query: string, args: Record<string, unknown> = {}) =>
  (await search(query, { in: ['REMARKS'], ...args })).nodes.map(({ text }) => text)
const names = async (query: string, target: string, args: Record<string, unknown> = {}) =>
  (await search(query, { in: [target], ...args })).nodes.map(({ name, title }) => name ?? title)
/** The words that are marked in the snippets. */
const marked = ({ edges }: { edges: Edge[] }) =>
  edges.map(({ snippet, matches }) => matches.map(({ start, end }) => snippet.slice(start, end)))

const joint = 'The raisers asked whether 100% of small boats pay too much. One participant suggested a yearly cap.'

/** A record in French, one in Japanese. */
async function insertLanguages() {
  for (const [i, [language, title, text]] of [
    ['fr', 'Réunion du port', 'Les navires étaient amarrés près du chenal élargi.'],
    ['ja', '港湾会議', '港湾の料金は2031年度に引き上げられました。漁業者は反対しています。'],
  ].entries()) {
    const meetingId = `00000000-0000-7000-9000-00000000000${i}`
    const utteranceId = `00000000-0000-7000-9000-00000000001${i}`
    await db.prisma.meeting.create({
      data: {
        id: meetingId,
        sequence: 10 + i,
        slug: `meeting-${language}`,
        title: title ?? '',
        sourceId: id.transcript,
        dateCertainty: 'UNKNOWN',
        language: language ?? null,
        sortKey: BigInt(i + 1) << 60n,
      },
    })
    await db.prisma.utterance.create({
      data: { id: utteranceId, meetingId, language: language ?? null, text: text ?? '', pieces: [0, 1] },
    })
    await db.prisma.remark.create({
      data: {
        kind: 'STATEMENT',
        scope: 'WHOLE',
        meetingId,
        utteranceId,
        position: 1,
        sortKey: (BigInt(i + 1) << 60n) + 1n,
        attribution: 'ANONYMOUS',
      },
    })
  }
}

describe('a search for texts', () => {
  it('finds any form of a word of its language', async () => {
    expect(await texts('boat')).toEqual([joint])
    expect(await texts('suggesting')).toEqual([joint])
  })

  it('finds words as they are where the language is unknown', async () => {
    expect(await texts('unfair')).toEqual(['The dues were unfair then.'])
    expect(await texts('due')).toEqual(['The dues are fairer now.'])
    expect((await texts('dues')).sort()).toEqual(['The dues are fairer now.', 'The dues were unfair then.'])
  })

  it('shows words that several raised once, as the first that fits the filter', async () => {
    const first = await search('boats', { in: ['REMARKS'] })
    expect(first).toMatchObject({ totalCount: 1, totalCountIsExact: true, ranked: 'ALL' })
    expect(first.nodes.map((node) => node.id)).toEqual([encodeId('Remark', id.lindStatement)])
    const okoro = await search('boats', { in: ['REMARKS'], filter: { person: ['tomas-okoro'] } })
    expect(okoro.nodes.map((node) => node.id)).toEqual([encodeId('Remark', id.okoroStatement)])
  })

  it.each([
    ['all of several words', 'ferries ten', ['Ferries should slow down after ten, as Novak wrote.']],
    ['nothing where one is missing', 'ferries boats', []],
    ['a phrase in its order', '"yearly cap"', [joint]],
    ['no phrase in another', '"cap yearly"', []],
    ['either word', 'ferries or boats', [joint, 'Ferries should slow down after ten, as Novak wrote.']],
    [
      'words without another',
      'cap -boats',
      ['Ms. Valdez answered that the tariff is under review. She agreed that a cap helps.'],
    ],
    ['capitals and typographic signs alike', '“YEARLY cap”', [joint]],
  ])('finds %s', async (_promise, query, expected) => {
    expect((await texts(query)).sort()).toEqual([...expected].sort())
  })

  it('finds letters without their marks, and with them', async () => {
    const french = 'Les navires étaient amarrés près du chenal élargi.'
    expect(await texts('elargi')).toEqual([french])
    expect(await texts('élargis')).toEqual([french])
    expect(marked(await search('navire elargi', { in: ['REMARKS'] }))).toEqual([['navires', 'élargi']])
  })

  it('finds stretches of scripts without spaces', async () => {
    const japanese = '港湾の料金は2031年度に引き上げられました。漁業者は反対しています。'
    expect(await texts('料金')).toEqual([japanese])
    expect(await texts('漁業者 港湾')).toEqual([japanese])
    expect(await texts('料')).toEqual([japanese])
    expect(await texts('金料')).toEqual([])
    expect(await texts('港湾 -漁業者')).toEqual([])
    expect(await texts('港湾 -漁業料')).toEqual([japanese])
    expect(marked(await search('漁業者', { in: ['REMARKS'] }))).toEqual([['漁業者']])
  })

  it('finds paragraphs by all that is said in them', async () => {
    const found = await search('boats tariff', { in: ['PARAGRAPHS'] })
    expect(found.nodes).toEqual([{ __typename: 'Paragraph', number: '1' }])
    expect(marked(found)).toEqual([['boats', 'tariff']])
  })

  it('puts first what has the words more often in fewer others', async () => {
    const [best] = await texts('cap')
    expect(best).toMatch(/^Ms\. Valdez/)
  })

  it('marks the words in the snippet', async () => {
    const { edges } = await search('"small boat" caps', { in: ['REMARKS'] })
    expect(edges).toMatchObject([{ snippet: joint }])
    expect(marked({ edges })).toEqual([['small', 'boats', 'cap']])
  })
})

describe('a search for names', () => {
  it.each([
    ['with diacritics', 'Inés Valdez', 'PEOPLE', ['Inés Valdez']],
    ['without', 'ines valdez', 'PEOPLE', ['Inés Valdez']],
    ['with a wrong letter', 'Mara Lynd', 'PEOPLE', ['Mara Lind']],
    ['with a wrong letter in each word', 'Inez Valdes', 'PEOPLE', ['Inés Valdez']],
    ['with a letter too many', 'Okkoro', 'PEOPLE', ['Tomas Okoro']],
    ['without a letter', 'Brant', 'PEOPLE', ['Olaf Brandt']],
    ['with two letters that changed places', 'Barndt', 'PEOPLE', ['Olaf Brandt']],
    ['by its beginning', 'Vald', 'PEOPLE', ['Inés Valdez']],
    ['in another order', 'okoro tomas', 'PEOPLE', ['Tomas Okoro']],
    ['in a form that was printed', 'M. Lind', 'PEOPLE', ['Mara Lind']],
    ['that no record gives to somebody who speaks', 'Novak', 'PEOPLE', []],
    ['of a body by an alias', 'PA', 'ORGANIZATIONS', ['Port Authority']],
    ['of a body mistyped', 'Maritme Court', 'ORGANIZATIONS', ['Maritime Court']],
    ['of a theme', 'fairnes dues', 'THEMES', ['Fairness of dues']],
    ['of a meeting', 'consultation', 'MEETINGS', ['Second Consultation', 'Consultation on Harbour Dues']],
    ['of a meeting in a script without spaces', '港湾', 'MEETINGS', ['港湾会議']],
    ['without another', 'consultation -second', 'MEETINGS', ['Consultation on Harbour Dues']],
  ])('finds one %s: %s', async (_promise, query, target, expected) => {
    expect(await names(query, target)).toEqual(expected)
  })

  it('puts the words themselves before what begins so, and this before what is mistyped', async () => {
    await db.prisma.theme.createMany({
      data: ['Cranes', 'Crane', 'Crone'].map((title, i) => ({
        id: `00000000-0000-7000-9000-00000000010${i}`,
        slug: title.toLowerCase(),
        title,
        sortTitle: title.toLowerCase(),
      })),
    })
    expect(await names('crane', 'THEMES')).toEqual(['Crane', 'Cranes', 'Crone'])
  })

  it('shows the form that has the words', async () => {
    const { edges } = await search('PA', { in: ['ORGANIZATIONS'] })
    expect(edges).toMatchObject([{ snippet: 'PA', matches: [{ start: 0, end: 2 }] }])
    expect(marked(await search('Lynd', { in: ['PEOPLE'] }))).toEqual([['Lind']])
  })
})

describe('a search for everything', () => {
  it('has names before texts, and each kind of row', async () => {
    const { nodes, totalCount } = await search('dues', { first: 100 })
    expect(nodes.map(({ __typename, title }) => title ?? __typename)).toEqual([
      'Fairness of dues',
      'Consultation on Harbour Dues',
      ...nodes.slice(2).map(({ __typename }) => __typename),
    ])
    expect(new Set(nodes.map(({ __typename }) => __typename))).toEqual(
      new Set(['Theme', 'Meeting', 'Statement', 'Motion', 'Decision']), // the paragraphs have nothing that these have not
    )
    expect(totalCount).toBe(nodes.length)
  })

  it.each([
    ['PEOPLE', 'Okoro', { theme: ['dredging-costs'] }, ['Tomas Okoro']],
    ['PEOPLE', 'Okoro', { theme: ['night-traffic'] }, []],
    ['ORGANIZATIONS', 'Institute', { meeting: ['second-consultation-2032-05-10'] }, ['Harbour Institute']],
    ['ORGANIZATIONS', 'Authority', { meeting: ['second-consultation-2032-05-10'] }, []],
    ['THEMES', 'costs', { person: ['tomas-okoro'] }, ['Dredging costs']],
    ['THEMES', 'costs', { person: ['mara-lind'] }, []],
    ['MEETINGS', 'consultation', { date: { from: '2032-01-01' } }, ['Second Consultation']],
  ])('finds %s that have a remark that fits: %s %j', async (target, query, filter, expected) => {
    expect(await names(query, target, { filter })).toEqual(expected)
  })

  it('finds only remarks and paragraphs with remarks that fit', async () => {
    const filter = { date: { from: '2032-01-01' } }
    expect(await texts('dues', { filter })).toEqual(['The dues are fairer now.'])
    const { nodes } = await search('dues', { in: ['PARAGRAPHS'], filter })
    expect(nodes).toHaveLength(1)
  })

  it('finds nothing among no kinds', async () => {
    expect(await search('dues', { in: [] })).toMatchObject({ totalCount: 0, totalCountIsExact: true, edges: [] })
  })
})

describe('a passage that is a remark and a paragraph', () => {
  const kindsOf = async (targets: string[]) =>
    (await search('tabled', { in: targets })).nodes.map(({ __typename }) => __typename)
  const paragraphsWith = async (targets: string[]) =>
    (await search('dues', { in: targets })).nodes.filter(({ __typename }) => __typename === 'Paragraph').length

  it('is found once, as the remark', async () => {
    expect(await paragraphsWith(['PARAGRAPHS'])).toBe(2)
    // One is left: its heading has the word, and none of its remarks.
    expect(await paragraphsWith(['PARAGRAPHS', 'REMARKS'])).toBe(1)
  })

  it('is found as a paragraph where no remark has the words', async () => {
    expect(await kindsOf(['PARAGRAPHS', 'REMARKS'])).toEqual(['Paragraph'])
  })
})

describe('a search in the order of time', () => {
  it('has the newest meeting first, and pages through', async () => {
    const query = `query ($after: String) { search(query: "dues", in: [REMARKS], orderBy: NEWEST, first: 1, after: $after) {
      pageInfo { hasNextPage endCursor } nodes { ... on Remark { text } } } }`
    const seen: (string | undefined)[] = []
    let after: string | null = null
    do {
      const { at, errors } = await ask(query, { after })
      expect(errors).toEqual([])
      const page = at('search') as { pageInfo: { hasNextPage: boolean; endCursor: string }; nodes: Node[] }
      seen.push(...page.nodes.map(({ text }) => text))
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
    } while (after)
    expect(seen).toEqual(['The dues are fairer now.', 'The dues were unfair then.'])
  })
})

describe('the counts of a search', () => {
  const counts = async (query: string, filter?: object) => {
    const { at, errors } = await ask(
      `query ($query: String!, $filter: RemarkFilter) { searchCounts(query: $query, filter: $filter) { total isExact
        byKind { value results } bySeries { value name results } byPerson { value results } byOrganization { value results }
        byTheme { value results } byYear { value results } } }`,
      { query, filter },
    )
    expect(errors).toEqual([])
    return at('searchCounts')
  }

  it('are by kind, series, speaker, body, theme and year, and joint words count once for each who raised them', async () => {
    expect(await counts('boats')).toMatchObject({
      isExact: true,
      byKind: [
        { value: 'Statement', results: 1 },
        { value: 'Motion', results: 1 },
      ],
      bySeries: [{ value: 'harbour-council', name: 'Harbour Council', results: 1 }],
      byPerson: [
        { value: 'mara-lind', results: 1 },
        { value: 'tomas-okoro', results: 1 },
      ],
      byTheme: [{ value: 'fairness-of-dues', results: 1 }],
      byYear: [{ value: '2031', results: 1 }],
    })
  })

  it('are those of what a filter leaves, and none of words that nobody said', async () => {
    expect(await counts('boats', { person: ['ines-valdez'] })).toMatchObject({ byPerson: [], byYear: [] })
    expect(await counts('nothingofthekind')).toMatchObject({ total: 0, byKind: [] })
  })
})

describe('the pages of a search', () => {
  const dredging = { in: ['REMARKS', 'PARAGRAPHS', 'THEMES'] }

  it('are together what one page has, in the same order', async () => {
    const whole = await search('dredging', { ...dredging, first: 100 })
    expect(whole.totalCount).toBe(whole.edges.length)
    const cursors: string[] = []
    let after: string | null = null
    do {
      const part: Awaited<ReturnType<typeof search>> = await search('dredging', { ...dredging, first: 7, after })
      cursors.push(...part.edges.map(({ cursor }) => cursor))
      expect(part.pageInfo.hasPreviousPage).toBe(after !== null)
      expect(part.totalCount).toBe(whole.totalCount)
      after = part.pageInfo.hasNextPage ? part.pageInfo.endCursor : null
    } while (after)
    expect(cursors).toEqual(whole.edges.map(({ cursor }) => cursor))
    expect(new Set(cursors).size).toBe(dredgingRemarks.length + 1) // the paragraph of these is not found beside them
  })

  it('can be empty', async () => {
    expect(await search('dredging', { first: 0 })).toMatchObject({ edges: [], pageInfo: { hasNextPage: true } })
    expect(await search('nothingofthekind')).toMatchObject({
      totalCount: 0,
      edges: [],
      pageInfo: { hasNextPage: false, startCursor: null, endCursor: null },
    })
  })

  it('begin behind a cursor of the same search only', async () => {
    const { pageInfo } = await search('dredging', { ...dredging, first: 1 })
    const others = [
      ['sentence', { ...dredging, after: pageInfo.endCursor }],
      ['dredging', { in: ['REMARKS'], after: pageInfo.endCursor }],
      ['dredging', { ...dredging, filter: { kind: 'STATEMENT' }, after: pageInfo.endCursor }],
      ['dredging', { ...dredging, after: 'nonsense' }],
      [
        'dredging',
        {
          ...dredging,
          after: (await ask('{ remarks(first: 1) { pageInfo { endCursor } } }')).at('remarks.pageInfo.endCursor'),
        },
      ],
    ] as const
    for (const [query, args] of others) expect(await refusal(query, args)).toEqual(['after'])
  })
})

/** Where a refused search says that the fault lies. */
async function refusal(query: string, args: Record<string, unknown> = {}) {
  const { errors } = await ask(
    `query ($query: String!, $in: [SearchTarget!], $filter: RemarkFilter, $first: Int, $after: String) {
      search(query: $query, in: $in, filter: $filter, first: $first, after: $after) { totalCount } }`,
    { query, ...args },
  )
  expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT')
  return errors[0]?.extensions.argument
}

describe('a search refuses', () => {
  it.each([
    ['an empty query', ''],
    ['spaces', ' \n\t '],
    ['punctuation', '!?… -- "" &|()'],
    ['only what is not to be found', '-boats -cap'],
    ['either a word or not another', 'boats or -cap'],
    ['10,000 characters', 'boats '.repeat(1667)],
  ])('%s', async (_promise, query) => {
    expect(await refusal(query)).toEqual(['query'])
    expect(await refusal(query, { in: ['REMARKS'] })).toEqual(['query'])
  })

  it('pages that are too long', async () => {
    expect(await refusal('boats', { first: 101 })).toEqual(['first'])
    expect(await refusal('boats', { first: -1 })).toEqual(['first'])
  })

  it('a NUL, which the database cannot take', async () => {
    const response = await handlerOf(db)('/graphql', operation('{ search(query: "bo\\u0000ats") { totalCount } }'))
    const { errors } = (await response.json()) as { errors: { extensions: unknown }[] }
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: ['query'] })
  })

  it('nothing else: any other text is searched for', async () => {
    const unit = fc.constantFrom(...`ab1 "'-:*&|!()<>\\%_@#/.,;~…—–’“𐒰💬éßﷺ料金あ한กा`, ' or ')
    await fc.assert(
      fc.asyncProperty(fc.string({ unit, maxLength: 30 }), async (query) => {
        const { errors } = await ask(
          'query ($query: String!) { search(query: $query) { totalCount edges { snippet matches { start } } } }',
          { query },
        )
        for (const { extensions } of errors) expect(extensions).toEqual({ code: 'BAD_USER_INPUT', argument: ['query'] })
      }),
      { numRuns: 150 },
    )
    for (const long of ['𐒰', 'a', '料', 'ﷺ', 'ก', 'a-', '"a" '])
      await search(long.repeat(Math.floor(500 / long.length)))
  })
})

describe('a search for what very much has', () => {
  const [old, recent] = ['00000000-0000-7000-9000-000000000200', '00000000-0000-7000-9000-000000000201']

  beforeAll(async () => {
    for (const [i, [meetingId, slug, utterances, sortKey]] of [
      [old, 'crowded-long-ago', 1200, 8n << 59n],
      [recent, 'crowded-lately', 400, 1n],
    ].entries() as unknown as [number, [string, string, number, bigint]][]) {
      const meeting = { title: slug, slug, sourceId: id.transcript, dateCertainty: 'UNKNOWN' as const, language: 'en' }
      await db.prisma.meeting.create({ data: { ...meeting, id: meetingId, sequence: 20 + i, sortKey } })
      await db.prisma.$executeRawUnsafe(`with words as (
        insert into "Utterance" ("id", "meetingId", "text", "language", "pieces")
        select gen_random_uuid(), '${meetingId}', 'A crowded pier ' || i, 'en', '{0,1}' from generate_series(1, ${utterances}) as i returning "id")
        insert into "Remark" ("id", "kind", "scope", "meetingId", "utteranceId", "position", "sortKey", "attribution")
        select gen_random_uuid(), 'STATEMENT', 'WHOLE', '${meetingId}', "id", row_number() over (), ${sortKey} + row_number() over (), 'ANONYMOUS' from words`)
    }
    await db.prisma.$executeRawUnsafe(`insert into "Utterance" ("id", "meetingId", "text", "language", "pieces")
      select gen_random_uuid(), '${old}', 'The tide was crowded ' || i, 'en', '{0,1}' from generate_series(1, 4000) as i`)
    await db.prisma.$executeRawUnsafe(`insert into "Theme" ("id", "slug", "title", "sortTitle", "remarkTotal")
      select gen_random_uuid(), 'berth-' || i, 'Berth ' || i, 'berth ' || i, i from generate_series(1, 1010) as i`)
  })

  it.each([
    'crowded pier',
    'crowded', // which more have than are all read
  ])('ranks the newest, counts to 1,000, and says so: %s', async (words) => {
    const meetings = new Set<unknown>()
    let [after, results]: [string | null, number] = [null, 0]
    do {
      const { at, errors } = await ask(
        `query ($words: String!, $after: String) { search(query: $words, in: [REMARKS], first: 100, after: $after) { totalCount totalCountIsExact ranked
          nodes { ... on Remark { meeting { slug } } } pageInfo { hasNextPage endCursor } } }`,
        { words, after },
      )
      expect(errors).toEqual([])
      expect(at('search')).toMatchObject({ totalCount: 1000, totalCountIsExact: false, ranked: 'NEWEST' })
      const slugs = at('search.nodes.*.meeting.slug') as string[]
      for (const slug of slugs) meetings.add(slug)
      results += slugs.length
      after = at('search.pageInfo.hasNextPage') ? (at('search.pageInfo.endCursor') as string) : null
    } while (after)
    expect([...meetings]).toEqual(['crowded-lately'])
    expect(results).toBe(300)
  })

  it('ranks all where a filter leaves few', async () => {
    const few = await search('crowded', { in: ['REMARKS'], filter: { meeting: ['crowded-lately'] } })
    expect(few).toMatchObject({ totalCount: 0 }) // nobody has been given this slug
    const found = await search('crowded', { in: ['REMARKS'], filter: { meeting: [encodeId('Meeting', recent)] } })
    expect(found).toMatchObject({ totalCount: 400, totalCountIsExact: true, ranked: 'ALL' })
  })

  it('ranks themes with most remarks', async () => {
    const found = await search('berth', { in: ['THEMES'], first: 100 })
    expect(found).toMatchObject({ totalCount: 1000, totalCountIsExact: false, ranked: 'NEWEST' })
    const numbers = found.nodes.map(({ title }) => Number(title?.split(' ')[1]))
    expect(Math.min(...numbers)).toBeGreaterThan(1010 - 300)
  })

  it('counts what several kinds of rows have, each to 1,000', async () => {
    const found = await search('crowded or berth', { in: ['REMARKS', 'THEMES', 'MEETINGS'] })
    expect(found).toMatchObject({ totalCount: 2002, totalCountIsExact: false })
  })
})

describe('SQL statements for one search', () => {
  const tableOf: Record<string, string> = {
    Statement: 'Remark',
    Response: 'Remark',
    Decision: 'Outcome',
    Motion: 'Outcome',
  }
  it('are two, and one for each type of which something is asked', async () => {
    const of = async (query: string) => (await ask(query)).statements.length
    expect(await of('{ search(query: "dues") { totalCount edges { snippet node { __typename } } } }')).toBe(2)
    expect(await of('{ search(query: "dues", in: [REMARKS]) { nodes { ... on Remark { id } } } }')).toBe(2)
    expect(
      await of(`{ search(query: "dues", in: [REMARKS]) { nodes { ... on Remark { text speaker { name organization { name } } paragraph { number } }
        ... on Statement { coSpeakers { name } } ... on Response { acts { verb } inResponseTo { text } } }
        edges { node { ... on Remark { meeting { title } } } } } }`),
    ).toBe(3)
    const { nodes, statements } = await search('dues', { first: 100 })
    const kinds = new Set(nodes.map(({ __typename }) => tableOf[String(__typename)] ?? __typename))
    expect(kinds.size).toBe(4)
    kinds.delete('Outcome') // of which nothing is asked
    expect(statements).toHaveLength(2 + kinds.size)
  })
})

describe('a search of an archive in one language', () => {
  beforeAll(async () => {
    const empty = await testDatabase()
    await insertArchive(empty.prisma)
    await empty.prisma.meeting.updateMany({ data: { language: 'en' } })
    await empty.prisma.utterance.updateMany({ data: { language: 'en' } })
  })

  it('refuses words that are in every text', async () => {
    expect(await refusal('the of and', { in: ['REMARKS', 'PARAGRAPHS'] })).toEqual(['query'])
    expect(await names('the of', 'THEMES')).toEqual([])
  })

  it('leaves them out beside others', async () => {
    expect(await texts('the ferries')).toEqual(['Ferries should slow down after ten, as Novak wrote.'])
  })

  it('finds each text by each of its other words, and marks it', async () => {
    const utterances = await db.prisma.utterance.findMany({ where: { NOT: { text: { startsWith: 'Dredging' } } } })
    for (const { text } of utterances)
      for (const word of new Set(text.match(/\p{L}{3,}/gu))) {
        const [{ common } = { common: true }] = await db.prisma.$queryRaw<{ common: boolean }[]>`
          select to_tsvector('english', ${word}) = '' as common`
        if (common) continue
        const found = await search(word, { in: ['REMARKS'], first: 100 })
        expect(
          found.nodes.map((node) => node.text),
          word,
        ).toContain(text)
        for (const marks of marked(found)) expect(marks.length, word).toBeGreaterThan(0)
      }
  })

  it('of an empty archive finds nothing', async () => {
    await testDatabase()
    expect(await search('ferries')).toMatchObject({ totalCount: 0, totalCountIsExact: true, edges: [] })
  })
})
