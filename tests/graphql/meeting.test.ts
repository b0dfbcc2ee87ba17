import { beforeAll, describe, expect, it } from 'vitest'
import { encodeId } from '../../src/schema/ids.js'
import { type Ask, asking } from '../support/ask.js'
import { testDatabase } from '../support/database.js'
import { id, insertArchive } from '../support/fixture.js'

let ask: Ask
beforeAll(async () => {
  const db = await testDatabase()
  await insertArchive(db.prisma)
  ask = asking(db)
})

const first = 'consultation-on-harbour-dues-2031-03-04'

describe('a meeting', () => {
  it('tells what its record tells', async () => {
    const { at } =
      await ask(`{ meeting(slug: "${first}") { title date endDate dateText dateCertainty startTime endTime venue
      language permalink series { title } source { fileName } } }`)
    expect(at('meeting')).toEqual({
      title: 'Consultation on Harbour Dues',
      date: '2031-03-04',
      endDate: null,
      dateText: 'Monday 4 March',
      dateCertainty: 'INFERRED_YEAR',
      startTime: '09:30',
      endTime: null,
      venue: 'Customs House',
      language: 'en-GB',
      permalink: `https://archive.example/meetings/${first}`,
      series: { title: 'Harbour Council' },
      source: { fileName: 'dues.txt' },
    })
  })

  it('has its sections in order, with their parents and introductions', async () => {
    const { at } =
      await ask(`{ meeting(slug: "${first}") { sections { position level heading introduction date parent { heading }
      paragraphs { totalCount nodes { number } } span { start end document { text } } } } }`)
    expect(at('meeting.sections')).toMatchObject([
      {
        position: 1,
        level: 1,
        heading: 'Opening',
        introduction: 'The consultation was opened at 09:30.',
        date: null,
        parent: null,
        paragraphs: { totalCount: 0, nodes: [] },
      },
      {
        heading: 'Discussion',
        introduction: null,
        parent: null,
        paragraphs: { totalCount: 3, nodes: [{ number: '1' }, { number: '2' }, { number: '3' }] },
      },
      { level: 2, heading: 'Dues', parent: { heading: 'Discussion' }, paragraphs: { totalCount: 1 } },
    ])
    const text = at('meeting.sections.1.span.document.text') as string
    expect(text.slice(Number(at('meeting.sections.1.span.start')), Number(at('meeting.sections.1.span.end')))).toBe(
      'Discussion',
    )
  })

  it('has the list of those present as printed', async () => {
    const { at } =
      await ask(`{ meeting(slug: "${first}") { attendances { totalCount nodes { position honorific nameAsPrinted role mode
      person { name } affiliations { title status note organization { name } } span { start } } } } }`)
    expect(at('meeting.attendances')).toMatchObject({
      totalCount: 3,
      nodes: [
        {
          position: 1,
          honorific: 'Ms.',
          nameAsPrinted: 'Mara Lind',
          role: 'Rapporteur',
          mode: 'PRESENT',
          affiliations: [{ title: 'Director' }, { title: 'Harbour Master' }],
        },
        {
          honorific: null,
          mode: 'REMOTE',
          affiliations: [
            {
              title: 'Senior Fellow',
              status: 'INCOMING',
              note: 'from April',
              organization: { name: 'Harbour Institute' },
            },
            { title: 'Judge', status: 'FORMER', note: null, organization: { name: 'Maritime Court' } },
          ],
        },
        { nameAsPrinted: 'Ines Valdez', mode: 'UNKNOWN', person: { name: 'Inés Valdez' } },
      ],
    })
  })

  it('has its themes in the order of the record, and its remarks, passages and mentions', async () => {
    const { at } = await ask(`{ meeting(slug: "${first}") { themes { totalCount nodes { title } }
      remarks(filter: { kind: [RESPONSE] }) { totalCount nodes { position } }
      unattributed { nodes { wording } } mentions { nodes { kind nameAsPrinted person { name } paragraph { number } } } } }`)
    expect(at('meeting')).toEqual({
      themes: { totalCount: 2, nodes: [{ title: 'Fairness of dues' }, { title: 'Night traffic' }] },
      remarks: { totalCount: 2, nodes: [{ position: 4 }, { position: 6 }] },
      unattributed: { nodes: [{ wording: 'One participant' }] },
      mentions: {
        nodes: [{ kind: 'CITED', nameAsPrinted: 'Novak', person: { name: 'Novak' }, paragraph: { number: '2' } }],
      },
    })
  })

  it('has the findings of its reading, by severity', async () => {
    const { at } =
      await ask(`{ meeting(slug: "${first}") { findings { totalCount nodes { severity code message span { start } } }
      warnings: findings(severity: WARNING) { totalCount nodes { code span { start } candidates { __typename ... on Person { name } } } } } }`)
    expect(at('meeting.findings')).toMatchObject({
      totalCount: 2,
      nodes: [
        {
          severity: 'INFO',
          code: 'YEAR_INFERRED',
          message: 'The year 2031 follows from the weekday.',
          span: { start: 29 },
        },
        { severity: 'WARNING', code: 'POSSIBLE_SAME_PERSON', span: null },
      ],
    })
    expect(at('meeting.warnings')).toEqual({
      totalCount: 1,
      nodes: [
        {
          code: 'POSSIBLE_SAME_PERSON',
          span: null,
          candidates: [
            { __typename: 'Person', name: 'Mara Lind' },
            { __typename: 'Person', name: 'Tomas Okoro' },
            { __typename: 'Organization' },
          ],
        },
      ],
    })
  })

  it('without a date has none', async () => {
    const { at } = await ask(
      '{ meeting(slug: "a-talk-at-the-quay") { date dateText dateCertainty language sections { id } paragraphs { totalCount } } }',
    )
    expect(at('meeting')).toEqual({
      date: null,
      dateText: null,
      dateCertainty: 'UNKNOWN',
      language: null,
      sections: [],
      paragraphs: { totalCount: 0 },
    })
  })
})

describe('a list of meetings', () => {
  const titles = async (args: string) => {
    const { at, errors } = await ask(`{ meetings${args} { nodes { title } } }`)
    expect(errors).toEqual([])
    return at('meetings.nodes.*.title')
  }
  const [talk, dues, second] = ['A talk at the quay', 'Consultation on Harbour Dues', 'Second Consultation']

  it('has the newest first and the undated last, and the reverse', async () => {
    expect(await titles('')).toEqual([second, dues, talk])
    expect(await titles('(orderBy: { field: DATE, direction: DESC })')).toEqual([second, dues, talk])
    expect(await titles('(orderBy: { field: DATE, direction: ASC })')).toEqual([talk, dues, second])
  })

  it('can be by title', async () => {
    expect(await titles('(orderBy: { field: TITLE, direction: ASC })')).toEqual([talk, dues, second])
    expect(await titles('(orderBy: { field: TITLE, direction: DESC })')).toEqual([second, dues, talk])
  })

  it('pages the same below a theme, a person and a series, whatever the order', async () => {
    const list =
      'meetings(first: 1, after: $after, orderBy: $orderBy) { nodes { title } pageInfo { endCursor hasNextPage } }'
    const parents = { series: 'harbour-council', theme: 'fairness-of-dues', person: 'mara-lind' }
    for (const [field, slug] of Object.entries(parents))
      for (const [orderBy, expected] of [
        [null, [second, dues, talk]],
        [{ field: 'TITLE', direction: 'DESC' }, [second, dues, talk]],
        [{ field: 'DATE', direction: 'ASC' }, [talk, dues, second]],
      ] as const) {
        const query = `query ($after: String, $orderBy: MeetingOrder) { parent: ${field}(slug: "${slug}") { ${list} } }`
        const seen: unknown[] = []
        let after: unknown = null
        for (let more: unknown = true; more; ) {
          const { at } = await ask(query, { after, orderBy })
          seen.push(at('parent.meetings.nodes.0.title'))
          more = at('parent.meetings.pageInfo.hasNextPage')
          after = at('parent.meetings.pageInfo.endCursor')
        }
        expect(seen).toEqual(expected)
      }
  })

  it.each([
    ['{ series: ["harbour-council"] }', [second, dues, talk]],
    ['{ theme: ["night-traffic"] }', [dues]],
    ['{ theme: ["night-traffic", "dredging-costs"] }', [second, dues]],
    ['{ person: ["olaf-brandt"] }', [dues]],
    ['{ person: ["novak"] }', []],
    ['{ organization: ["norland"] }', [dues]],
    ['{ organization: ["harbour-institute"] }', [second, dues]],
    ['{ date: { from: "2032-05-11", to: "2032-05-11" } }', [second]],
    ['{ date: { from: "2031-03-04", to: "2031-03-04" } }', [dues]],
    ['{ date: {} }', [second, dues, talk]],
    ['{ language: ["en"] }', [second, dues]],
    ['{ text: "HARBOUR DUES" }', [dues]],
    ['{ text: "hear, hear" }', [talk]],
    ['{ text: "tariff was tabled" }', [dues]],
    ['{ person: ["mara-lind"], theme: ["fairness-of-dues"], date: { from: "2032-01-01" } }', [second]],
  ])('can be filtered: %s', async (filter, expected) => {
    expect(await titles(`(filter: ${filter})`)).toEqual(expected)
    const { at } = await ask(`{ meetings(filter: ${filter}) { totalCount } }`)
    expect(at('meetings.totalCount')).toBe(expected.length)
  })

  it('takes ids in filters', async () => {
    expect(
      await titles(
        `(filter: { series: ["${encodeId('Series', id.series)}"], person: ["${encodeId('Person', id.brandt)}"] })`,
      ),
    ).toEqual([dues])
    expect(
      await titles(
        `(filter: { organization: ["${encodeId('Organization', id.court)}"], theme: ["${encodeId('Theme', id.night)}"] })`,
      ),
    ).toEqual([dues])
  })
})

describe('series', () => {
  it('are listed by slug, with their meetings', async () => {
    const { data } = await ask('{ allSeries { totalCount nodes { slug title meetings { totalCount } } } }')
    expect(data).toEqual({
      allSeries: {
        totalCount: 1,
        nodes: [{ slug: 'harbour-council', title: 'Harbour Council', meetings: { totalCount: 3 } }],
      },
    })
  })
})
