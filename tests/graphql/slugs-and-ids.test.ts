import { beforeAll, describe, expect, it } from 'vitest'
import { decodeId, encodeId, type NodeTable, nodeTables } from '../../src/schema/ids.js'
import { type Ask, asking } from '../support/ask.js'
import { testDatabase } from '../support/database.js'
import { id, insertArchive } from '../support/fixture.js'
import { outcomeId } from '../support/fixture-outcomes.js'

let ask: Ask
beforeAll(async () => {
  const db = await testDatabase()
  await insertArchive(db.prisma)
  ask = asking(db)
})

describe('a slug', () => {
  it('leads to its row', async () => {
    const { data } =
      await ask(`{ series(slug: "harbour-council") { title } meeting(slug: "a-talk-at-the-quay") { title }
      theme(slug: "night-traffic") { title } person(slug: "olaf-brandt") { name } organization(slug: "norland") { name } }`)
    expect(data).toEqual({
      series: { title: 'Harbour Council' },
      meeting: { title: 'A talk at the quay' },
      theme: { title: 'Night traffic' },
      person: { name: 'Olaf Brandt' },
      organization: { name: 'Norland' },
    })
  })

  it('leads, once former, to what it means now', async () => {
    const { data } = await ask(
      '{ theme(slug: "fair-dues") { slug title } person(slug: "m-lindt") { slug formerSlugs } }',
    )
    expect(data).toEqual({
      theme: { slug: 'fairness-of-dues', title: 'Fairness of dues' },
      person: { slug: 'mara-lind', formerSlugs: ['m-lindt'] },
    })
  })

  it('that is unknown, or of a row that is gone, or no slug at all, gives null and no error', async () => {
    const { data, errors } = await ask(`{ a: person(slug: "nobody") { name } b: person(slug: "nobody-any-more") { name }
      c: theme(slug: "Not a Slug!") { title } d: meeting(slug: "") { title } e: series(slug: "${'x'.repeat(500)}") { title }
      f: organization(slug: "mara-lind") { name } g: document(sha256: "abc") { fileName } }`)
    expect(errors).toEqual([])
    expect(data).toEqual({ a: null, b: null, c: null, d: null, e: null, f: null, g: null })
  })
})

const rows: Record<NodeTable, [uuid: string, type: string]> = {
  Series: [id.series, 'Series'],
  Meeting: [id.meeting2031, 'Meeting'],
  Section: [id.dues, 'Section'],
  Paragraph: [id.firstThree, 'Paragraph'],
  Theme: [id.night, 'Theme'],
  Remark: [id.valdezResponse, 'Response'],
  Outcome: [outcomeId.rollCall, 'VoteEvent'],
  Vote: [outcomeId.lindVote, 'Vote'],
  UnattributedPassage: [id.capPassage, 'UnattributedPassage'],
  Mention: [id.novakMention, 'Mention'],
  Person: [id.lind, 'Person'],
  Organization: [id.court, 'Organization'],
  Affiliation: [id.judge, 'Affiliation'],
  Attendance: [id.okoroAttends, 'Attendance'],
  SourceDocument: [id.document2031, 'SourceDocument'],
  Finding: [id.yearFinding, 'Finding'],
  Correction: [id.correction, 'Correction'],
  Merge: [id.merge, 'Merge'],
  Change: [id.mergeChange, 'Change'],
}

describe('an id', () => {
  it.each(nodeTables)('finds a row of %s, which gives the same id again', async (table) => {
    const [uuid, type] = rows[table]
    const nodeId = encodeId(table, uuid)
    const { data } = await ask('query ($id: ID!) { node(id: $id) { __typename id } }', { id: nodeId })
    expect(data).toEqual({ node: { __typename: type, id: nodeId } })
  })

  it('names the table, so that it holds when a statement turns out to be a response', async () => {
    const { at } = await ask('query ($ids: [ID!]!) { nodes(ids: $ids) { __typename } }', {
      ids: [encodeId('Remark', id.lindStatement), encodeId('Remark', id.valdezResponse)],
    })
    expect(at('nodes.*.__typename')).toEqual(['Statement', 'Response'])
  })

  it('gives null where its row is gone, at its place in a list', async () => {
    const gone = encodeId('Person', '00000000-0000-7000-8000-999999999999')
    const { data } = await ask(
      'query ($gone: ID!, $ids: [ID!]!) { node(id: $gone) { id } nodes(ids: $ids) { __typename } }',
      {
        gone,
        ids: [encodeId('Theme', id.night), gone, encodeId('Person', id.lind), encodeId('Theme', id.night)],
      },
    )
    expect(data).toEqual({
      node: null,
      nodes: [{ __typename: 'Theme' }, null, { __typename: 'Person' }, { __typename: 'Theme' }],
    })
  })

  it.each([
    ['nonsense', 'nonsense'],
    ['a slug', 'mara-lind'],
    ['of no table', Buffer.from(`Nothing:${id.lind}`).toString('base64url')],
    ['of a table that is no Node', Buffer.from(`Utterance:${id.jointWords}`).toString('base64url')],
    ['without a uuid', Buffer.from('Person:1').toString('base64url')],
    ['padded', `${encodeId('Person', id.lind)}=`],
  ])('that is none is null by itself, and in a list an error with its path: %s', async (_what, text) => {
    const one = await ask('query ($id: ID!) { node(id: $id) { id } }', { id: text })
    expect([one.data, one.errors]).toEqual([{ node: null }, []])
    const many = await ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
      ids: [encodeId('Person', id.lind), text],
    })
    expect(many.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: ['ids', 1] })
  })

  it('is told from any slug', () => {
    expect(decodeId('mara-lind')).toBeUndefined()
    for (const table of nodeTables) expect(encodeId(table, id.lind)).toMatch(/^[A-Z]/)
  })
})
