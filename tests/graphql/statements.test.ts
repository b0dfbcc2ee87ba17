import { beforeAll, describe, expect, it } from 'vitest'
import { encodeId } from '../../src/schema/ids.js'
import { type Ask, asking } from '../support/ask.js'
import { testDatabase } from '../support/database.js'
import { dredgingRemarks, id, insertArchive } from '../support/fixture.js'

let ask: Ask
beforeAll(async () => {
  const db = await testDatabase()
  await insertArchive(db.prisma)
  ask = asking(db)
})

const whole = `id text attribution speakerMatch speakerAsPrinted speakerRole position permalink citation
  speaker { name } party { name } onBehalfOf { name } affiliations { title organization { name } } organization { name }
  paragraph { number } section { heading } theme { title } meeting { title }
  span { start end pieces { start end } document { id } } responses { id text }
  ... on Statement { scope coSpeakers { name } jointWith { id party { name } } unattributed { wording } }
  ... on Response { stance acts { kind verb span { start document { sha256 } } } inResponseTo { speaker { name } } }`

/** What is asked, and how many statements of SQL it takes, on either database. */
const promises: [promise: string, statements: number, query: string, variables?: Record<string, unknown>][] = [
  [
    'a theme and its remarks with every field of both kinds',
    1,
    `{ theme(slug: "fairness-of-dues") { remarks { nodes { ${whole} } } } }`,
  ],
  ['the first hundred', 1, '{ theme(slug: "dredging-costs") { remarks(first: 100) { nodes { text } } } }'],
  ['the last ones', 1, '{ theme(slug: "dredging-costs") { remarks(last: 5) { nodes { text } } } }'],
  [
    'a count beside the nodes',
    1,
    '{ theme(slug: "dredging-costs") { remarks(first: 5) { totalCount nodes { text } } } }',
  ],
  ['a count alone', 1, '{ theme(slug: "dredging-costs") { remarks { totalCount } } }'],
  [
    'all filters at once, and the count under them',
    1,
    `query ($meeting: String!) { theme(slug: "fairness-of-dues") { remarks(filter: { kind: [STATEMENT], attribution: [NAMED],
      series: ["harbour-council"], meeting: [$meeting, "second-consultation-2032-05-10"], theme: ["fairness-of-dues"],
      person: ["mara-lind"], organization: ["port-authority"], date: { from: "2031-01-01", to: "2031-12-31" },
      language: ["en"], text: "boats" }) { totalCount nodes { id } } } }`,
    { meeting: encodeId('Meeting', id.meeting2031) },
  ],
  [
    'nodes and edges with different fields',
    1,
    '{ theme(slug: "night-traffic") { remarks { nodes { text } edges { cursor node { speaker { name } } } } } }',
  ],
  ['nothing but the type', 1, '{ theme(slug: "night-traffic") { remarks { nodes { __typename } } } }'],
  ['only the type of a row', 1, '{ theme(slug: "night-traffic") { __typename } }'],
  [
    'lists in lists',
    1,
    '{ theme(slug: "night-traffic") { remarks { nodes { speaker { remarks { nodes { theme { remarks { nodes { text } } } } } } } } } }',
  ],
  [
    "an organization's remarks below a remark, with their count",
    1,
    '{ theme(slug: "fairness-of-dues") { remarks { nodes { organization { remarks { totalCount nodes { text } } } } } } }',
  ],
  ['a theme with its meetings', 1, '{ theme(slug: "fairness-of-dues") { meetings { totalCount nodes { title } } } }'],
  [
    'a theme with its meetings by title',
    1,
    '{ theme(slug: "fairness-of-dues") { meetings(orderBy: { field: TITLE, direction: ASC }) { nodes { title } } } }',
  ],
  ['a theme with its speakers', 1, '{ theme(slug: "fairness-of-dues") { speakers { totalCount nodes { name } } } }'],
  [
    'a meeting with its themes',
    1,
    '{ meeting(slug: "second-consultation-2032-05-10") { themes { nodes { title } } } }',
  ],
  [
    'a person with meetings and themes',
    1,
    '{ person(slug: "mara-lind") { meetings { nodes { title } } themes { nodes { title } } } }',
  ],
  [
    'a person with what held on a day',
    1,
    '{ person(slug: "mara-lind") { affiliations(asOf: "2031-06-01") { title span { start document { id } } } } }',
  ],
  [
    'an organization with its people',
    1,
    '{ organization(slug: "harbour-institute") { people { nodes { name affiliations { title } } } } }',
  ],
  [
    'a meeting with all its lists',
    1,
    `{ meeting(slug: "consultation-on-harbour-dues-2031-03-04") { series { title } source { fileName } permalink
      sections { heading parent { heading } span { start } } paragraphs { nodes { number span { start } } }
      attendances { nodes { nameAsPrinted person { name } affiliations { title } span { start } } }
      themes { nodes { title } } remarks { nodes { text } } mentions { nodes { nameAsPrinted person { name } span { start } } }
      unattributed { nodes { wording span { start } } } findings { totalCount nodes { code span { start } } } } }`,
  ],
  [
    'paragraphs with their remarks',
    1,
    '{ theme(slug: "fairness-of-dues") { paragraphs { nodes { remarks { nodes { text } } } } } }',
  ],
  [
    'paragraphs with remarks, responses and passages',
    2,
    '{ theme(slug: "fairness-of-dues") { paragraphs { nodes { remarks { nodes { text } } responses { text } unattributed { wording } } } } }',
  ],
  [
    'paragraphs with speakers, remarks and responses',
    3,
    '{ theme(slug: "fairness-of-dues") { paragraphs { nodes { speakers { name } remarks { nodes { text } } responses { text } } } } }',
  ],
  [
    'paragraphs with those before and behind them',
    2,
    '{ meeting(slug: "consultation-on-harbour-dues-2031-03-04") { paragraphs { nodes { previous { number } next { number } } } } }',
  ],
  [
    'one list under two aliases',
    2,
    '{ theme(slug: "fairness-of-dues") { a: remarks(first: 1) { nodes { text } } b: remarks(last: 1) { nodes { text } } } }',
  ],
  [
    'affiliations on two days',
    2,
    '{ theme(slug: "fairness-of-dues") { speakers { nodes { a: affiliations(asOf: "2031-03-04") { title } b: affiliations(asOf: "2032-05-10") { title } } } } }',
  ],
  [
    'a node with fields below it',
    1,
    'query ($id: ID!) { node(id: $id) { __typename ... on Response { inResponseTo { speaker { name } } } } }',
    { id: encodeId('Remark', id.valdezResponse) },
  ],
  [
    'many nodes of one table',
    1,
    'query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Remark { text speaker { name } } } }',
    { ids: dredgingRemarks.map((remark) => encodeId('Remark', remark)) },
  ],
  [
    'nodes of two tables',
    2,
    'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
    { ids: [encodeId('Person', id.lind), encodeId('Theme', id.night), encodeId('Person', id.okoro)] },
  ],
  ['all remarks', 1, '{ remarks(first: 3) { nodes { text speaker { name } } pageInfo { hasNextPage } } }'],
  ['all remarks and their count', 2, '{ remarks(first: 3) { totalCount nodes { text } } }'],
  ['the count of all remarks', 1, '{ remarks { totalCount } }'],
  [
    'a paragraph by its number',
    1,
    '{ paragraph(meeting: "consultation-on-harbour-dues-2031-03-04", number: "2") { text section { heading } } }',
  ],
  [
    'a document with its findings',
    1,
    `{ document(sha256: "${'a'.repeat(64)}") { fileName findings { nodes { code } } meetings { title } } }`,
  ],
  [
    'findings with candidates of two tables',
    3,
    `{ document(sha256: "${'a'.repeat(64)}") { findings { nodes { candidates { ... on Person { name } ... on Organization { name } } } } } }`,
  ],
]

describe('SQL statements for one operation', () => {
  it.each(promises)('%s: %i', async (_promise, expected, query, variables) => {
    const { errors, statements } = await ask(query, variables)
    expect(errors).toEqual([])
    expect(statements.map((sql) => sql.slice(0, 200))).toHaveLength(expected)
  })

  it('counts only where a count is asked for', async () => {
    const { statements } = await ask('{ theme(slug: "dredging-costs") { remarks { nodes { text } } } }')
    expect(statements.join()).not.toMatch(/COUNT\(/i)
  })

  it('reads of a document only what is asked for', async () => {
    const { statements } = await ask(
      '{ theme(slug: "night-traffic") { remarks { nodes { span { start document { id } } } } } }',
    )
    expect(statements.join()).not.toMatch(/"bytes"|SourceDocument"\."text"/)
  })

  it('joins the document of a span only where it is asked for', async () => {
    const { statements } = await ask('{ theme(slug: "night-traffic") { remarks { nodes { span { start } } } } }')
    expect(statements.join()).not.toContain('SourceDocument')
  })

  it('sends the limit of a page to the database', async () => {
    const { statements } = await ask('{ theme(slug: "dredging-costs") { remarks(first: 7) { nodes { text } } } }')
    expect(statements.join()).toMatch(/LIMIT \$\d/)
  })
})
