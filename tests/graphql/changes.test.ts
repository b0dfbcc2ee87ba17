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

/** Numbers behind a cursor, or the code of the error. */
const behind = async (after: unknown, more = '') => {
  const { errors, at } = await ask(
    `query ($after: String) { changes(after: $after ${more}) { nodes { sequence } pageInfo { hasNextPage } } }`,
    { after },
  )
  return errors[0]?.extensions ?? at('changes.nodes.*.sequence')
}

describe('Query.changes', () => {
  it('tells what happened, to what, where, why and by whom, oldest first', async () => {
    const { data } = await ask(`{ changes { totalCount nodes { sequence at kind reason by subjectId meeting { slug }
      subject { __typename ... on Meeting { slug } ... on Paragraph { number } ... on Organization { slug } ... on Person { name } } } } }`)
    expect(data).toMatchObject({
      changes: {
        totalCount: 5,
        nodes: [
          {
            sequence: '11',
            at: '2032-05-11T09:11:00.000Z',
            kind: 'CREATED',
            reason: null,
            by: null,
            subjectId: encodeId('Meeting', id.meeting2031),
            meeting: { slug: 'consultation-on-harbour-dues-2031-03-04' },
            subject: { __typename: 'Meeting', slug: 'consultation-on-harbour-dues-2031-03-04' },
          },
          { sequence: '12', kind: 'UPDATED', subject: { __typename: 'Paragraph', number: '1' } },
          { sequence: '13', kind: 'REMOVED', subject: null, meeting: { slug: 'second-consultation-2032-05-10' } },
          { sequence: '14', kind: 'CREATED', subject: { slug: 'norland' }, meeting: null },
          {
            sequence: '15',
            kind: 'MERGED',
            subject: { __typename: 'Person' },
            meeting: null,
            reason: 'One person, printed in two ways.',
            by: 'Archive',
          },
        ],
      },
    })
  })

  it('gives the id of a merge for merges only', async () => {
    const { at } = await ask('{ changes { nodes { merge } } }')
    expect(at('changes.nodes.*.merge')).toEqual([null, null, null, null, expect.any(String)])
  })

  it('reads subjects and meetings of a page in one statement for each table', async () => {
    const { statements } = await ask(
      '{ changes { nodes { meeting { title } subject { id ... on Paragraph { text } } } } }',
    )
    expect(statements.length).toBeLessThanOrEqual(7) // changes, meetings twice, paragraphs, themes, organizations, people
  })

  it('goes on behind a cursor, and behind the number of a change', async () => {
    const { at } = await ask('{ changes(first: 2) { edges { cursor } pageInfo { endCursor } } }')
    expect(await behind(at('changes.pageInfo.endCursor'))).toEqual(['13', '14', '15'])
    expect(await behind('12')).toEqual(['13', '14', '15'])
    expect(await behind('15')).toEqual([])
    expect(await behind(null)).toEqual(['11', '12', '13', '14', '15'])
  })

  it('goes backwards from the newest, and from an instant on', async () => {
    expect((await ask('{ changes(last: 2) { nodes { sequence } } }')).at('changes.nodes.*.sequence')).toEqual([
      '14',
      '15',
    ])
    expect(await behind(null, ', since: "2032-05-11T09:14:00Z"')).toEqual(['14', '15'])
    expect(await behind('14', ', since: "2032-05-11T09:12:00Z"')).toEqual(['15'])
    expect(await behind(null, ', since: "9999-12-31T23:59:59-12:00"')).toEqual([])
    expect(await behind('14', ', since: "0000-01-01T00:00:00Z"')).toEqual(['15'])
  })

  it('refuses a cursor when something that follows it is no longer kept', async () => {
    const expired = { code: 'CURSOR_EXPIRED', argument: ['after'], oldest: '11' }
    expect(await behind('10')).toEqual(['11', '12', '13', '14', '15'])
    expect(await behind('9')).toEqual(expired)
    expect(await behind('0')).toEqual(expired)
    expect(await behind(cursorOf('9'))).toEqual(expired)
  })

  it('refuses a cursor of a feed that has gone another way since, as after putting back an older copy', async () => {
    expect(await behind('16')).toMatchObject({ code: 'CURSOR_EXPIRED' })
    expect(await behind(cursorOf('12'))).toMatchObject({ code: 'CURSOR_EXPIRED' })
  })

  it.each(['', 'x', '-1', '1e3', '9'.repeat(19), '1'.repeat(40), ' 12'])(
    'refuses %j, which is no cursor',
    async (after) => {
      expect(await behind(after)).toMatchObject({ code: 'BAD_USER_INPUT', argument: ['after'] })
    },
  )

  it('refuses the cursor of another list', async () => {
    const { at } = await ask('{ meetings(first: 1) { pageInfo { endCursor } } }')
    expect(await behind(at('meetings.pageInfo.endCursor'))).toMatchObject({ code: 'BAD_USER_INPUT' })
  })
})

/** The cursor of some other change that had this number. */
const cursorOf = (sequence: string) =>
  Buffer.from(JSON.stringify(['changes', sequence, '00000000-0000-7000-8000-999999999999'])).toString('base64url')
