import { beforeAll, describe, expect, it } from 'vitest'
import { encodeId } from '../../src/schema/ids.js'
import { type Ask, asking } from '../support/ask.js'
import { type TestDatabase, testDatabase } from '../support/database.js'
import { id, insertArchive } from '../support/fixture.js'

let db: TestDatabase
let ask: Ask
beforeAll(async () => {
  db = await testDatabase()
  await insertArchive(db.prisma)
  ask = asking(db)
})

describe('Query.merges', () => {
  it('says what was merged into what, why, by whom, and whether it was undone, the newest first', async () => {
    const { data } =
      await ask(`{ merges { totalCount nodes { id kind fromIds intoId reason by at undoneAt undoneBy undoneReason
      from { __typename ... on Person { slug } ... on Theme { slug } } into { ... on Person { slug } } } } }`)
    expect(data).toEqual({
      merges: {
        totalCount: 2,
        nodes: [
          {
            id: expect.any(String),
            kind: 'THEME',
            from: [{ __typename: 'Theme', slug: 'night-traffic' }],
            fromIds: [expect.any(String), encodeId('Theme', id.night)],
            into: null,
            intoId: expect.any(String),
            reason: 'One theme.',
            by: 'Archive',
            at: '2032-05-10T09:15:00.000Z',
            undoneAt: '2032-05-12T09:15:00.000Z',
            undoneBy: 'Olaf Brandt',
            undoneReason: 'They are two.',
          },
          {
            id: encodeId('Merge', id.merge),
            kind: 'PERSON',
            from: [{ __typename: 'Person', slug: 'm-lindt' }],
            fromIds: [encodeId('Person', id.lindt)],
            into: { slug: 'mara-lind' },
            intoId: encodeId('Person', id.lind),
            reason: 'One person, printed in two ways.',
            by: 'Archive',
            at: '2032-05-11T09:15:00.000Z',
            undoneAt: null,
            undoneBy: null,
            undoneReason: null,
          },
        ],
      },
    })
  })

  it.each([
    ['kind: PERSON', ['PERSON']],
    ['kind: ORGANIZATION', []],
    ['inForce: true', ['PERSON']],
    ['inForce: false', ['THEME']],
    ['inForce: false, kind: PERSON', []],
    ['inForce: null', ['THEME', 'PERSON']],
  ])('has those of (%s) only', async (args, kinds) => {
    expect((await ask(`{ merges(${args}) { nodes { kind } } }`)).at('merges.nodes.*.kind')).toEqual(kinds)
  })

  it('goes on behind a cursor, and refuses that of another list', async () => {
    const { at } = await ask('{ merges(first: 1) { pageInfo { endCursor hasNextPage } } }')
    const behind = (after: unknown) =>
      ask('query ($after: String) { merges(after: $after) { nodes { kind } } }', { after })
    expect((await behind(at('merges.pageInfo.endCursor'))).at('merges.nodes.*.kind')).toEqual(['PERSON'])
    const other = await ask('{ people(first: 1) { pageInfo { endCursor } } }')
    for (const cursor of [other.at('people.pageInfo.endCursor'), cursorOf('x'), cursorOf(7)])
      expect((await behind(cursor)).errors[0]?.extensions).toMatchObject({
        code: 'BAD_USER_INPUT',
        argument: ['after'],
      })
  })

  it('leads from a change of the feed to its merge', async () => {
    const { at } = await ask('{ changes(last: 1) { nodes { merge } } }')
    const [merge] = at('changes.nodes.*.merge') as string[]
    const { data } = await ask('query ($id: ID!) { node(id: $id) { ... on Merge { reason } } }', { id: merge })
    expect(data).toEqual({ node: { reason: 'One person, printed in two ways.' } })
  })
})

/** A cursor of this list that names no row. */
const cursorOf = (value: unknown) => Buffer.from(JSON.stringify(['merges', value, id.merge])).toString('base64url')
