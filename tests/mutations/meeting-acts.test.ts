import { beforeEach, describe, expect, it } from 'vitest'
import { createKey } from '../../src/access/keys.js'
import type { KeyScope } from '../../src/generated/prisma/enums.js'
import { board } from '../ingest-write/board.js'
import { type TestDatabase, testDatabase } from '../support/database.js'
import { codesOf, handlerOf, operation } from '../support/handler.js'
import { ingest } from '../support/ingest.js'

const slug = 'harbour-board-2021-03-04'
const failed = '... on UserError { message } ... on InvalidInputError { fields { path } }'
const retract = `mutation ($input: MeetingActInput!) { retractMeeting(input: $input) {
  __typename ... on RetractMeetingSuccess { slug } ${failed} } }`
const restore = `mutation ($input: MeetingActInput!) { restoreMeeting(input: $input) {
  __typename ... on RestoreMeetingSuccess { meeting { id slug remarks { totalCount } } } ${failed} } }`

describe('retractMeeting and restoreMeeting', () => {
  let database: TestDatabase
  beforeEach(async () => {
    database = await testDatabase()
    await ingest(database, board, { series: 'Harbour board' })
  })
  const ask = async (query: string, input: object, scope: KeyScope) => {
    const { key } = await createKey(database, { name: 'kay', scope })
    return handlerOf(database)('/graphql', operation(query, { input }, { authorization: `Bearer ${key}` }))
  }
  const json = async (response: Response) => (await response.json()) as { data: object; errors?: unknown }
  const read = async (query: string) => (await json(await handlerOf(database)('/graphql', operation(query)))).data

  it('take a meeting out of every answer, and bring back the same', async () => {
    const all = `{ meeting(slug: "${slug}") { id } remarks { nodes { id speaker { name } } } people { totalCount }
      themes { totalCount } organizations { totalCount } allSeries { nodes { slug } } statistics { remarks people byYear { remarks } } }`
    const before = await read(all)
    expect(await json(await ask(retract, { meeting: slug, reason: 'A draft.' }, 'WRITE'))).toEqual({
      data: { retractMeeting: { __typename: 'RetractMeetingSuccess', slug } },
    })
    const none = { totalCount: 0 }
    expect(await read(all)).toEqual({
      ...{ meeting: null, remarks: { nodes: [] }, people: none, themes: none, organizations: none },
      ...{ allSeries: { nodes: [] }, statistics: { remarks: 0, people: 0, byYear: [] } },
    })
    expect(await json(await ask(restore, { meeting: slug, reason: 'The real one.' }, 'ADMIN'))).toMatchObject({
      data: { restoreMeeting: { __typename: 'RestoreMeetingSuccess', meeting: { slug, remarks: { totalCount: 5 } } } },
    })
    expect(await read(all)).toEqual(before)
  })

  it('need keys of scope write and admin', async () => {
    const input = { meeting: slug, reason: 'A draft.' }
    expect(await codesOf(await ask(retract, input, 'READ'))).toEqual(['FORBIDDEN'])
    expect(await codesOf(await ask(restore, input, 'WRITE'))).toEqual(['FORBIDDEN'])
  })

  it('give what contradicts the archive back as data', async () => {
    const nothing = { meeting: 'nothing', reason: 'A draft.' }
    expect(await json(await ask(retract, nothing, 'WRITE'))).toMatchObject({
      data: { retractMeeting: { __typename: 'NotFoundError' } },
    })
    expect(await json(await ask(restore, nothing, 'ADMIN'))).toMatchObject({
      data: { restoreMeeting: { __typename: 'NotFoundError' } },
    })
    expect(await json(await ask(restore, { ...nothing, meeting: slug }, 'ADMIN'))).toMatchObject({
      data: { restoreMeeting: { __typename: 'ConflictError' } },
    })
    expect(await json(await ask(retract, { meeting: slug, reason: '' }, 'WRITE'))).toMatchObject({
      data: { retractMeeting: { __typename: 'InvalidInputError', fields: [{ path: ['reason'] }] } },
    })
  })
})
