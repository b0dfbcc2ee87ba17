import { beforeEach, describe, expect, it } from 'vitest'
import { createKey } from '../../src/access/keys.js'
import { encodeId } from '../../src/schema/ids.js'
import { type TestDatabase, testDatabase } from '../support/database.js'
import { handlerOf, operation } from '../support/handler.js'
import { ingest } from '../support/ingest.js'
import type { Minutes } from '../support/record.js'

const spring: Minutes = {
  title: 'Spring',
  present: [{ name: 'Ada Moss', posts: [{ organization: 'Port Authority' }] }, { name: 'A. B. Moss' }],
  paragraphs: [
    { theme: 'Dredging', text: 'The basin is full.', by: ['Ada Moss', 'A. B. Moss'] },
    { theme: 'Dredging works', text: 'The guild agrees.', party: 'Harbour Authority' },
  ],
}
const failed = '... on UserError { message } ... on InvalidInputError { fields { path } }'

describe('a mutation', () => {
  let database: TestDatabase
  let authorization: string
  beforeEach(async () => {
    database = await testDatabase()
    await ingest(database, spring, { series: 'Boards' })
    authorization = `Bearer ${(await createKey(database, { name: 'kay', scope: 'ADMIN' })).key}`
  })
  const ask = async (field: string, type: string, input: object, fields = '') => {
    const query = `mutation ($input: ${type}!) { ${field}(input: $input) { __typename ${fields} ${failed} } }`
    const response = await handlerOf(database)('/graphql', operation(query, { input }, { authorization }))
    const { data, errors } = (await response.json()) as { data: Record<string, object>; errors?: unknown }
    expect(errors).toBeUndefined()
    return data[field]
  }
  const reason = 'They are one.'

  it('takes the slugs of people, bodies and themes', async () => {
    const person = '... on MergePeopleSuccess { person { slug } }'
    expect(await ask('mergePeople', 'MergeInput', { from: ['a-b-moss'], into: 'ada-moss', reason }, person)).toEqual({
      __typename: 'MergePeopleSuccess',
      person: { slug: 'ada-moss' },
    })
    const bodies = { from: ['harbour-authority'], into: 'port-authority', reason }
    expect(await ask('mergeOrganizations', 'MergeInput', bodies)).toEqual({ __typename: 'MergeOrganizationsSuccess' })
    const themes = { from: ['dredging-works'], into: 'dredging', reason }
    expect(await ask('mergeThemes', 'MergeInput', themes)).toEqual({ __typename: 'MergeThemesSuccess' })
    const renamed = '... on RenamePersonSuccess { person { slug name } }'
    // The slug of somebody who was merged leads to whom they were merged into.
    const input = { person: 'a-b-moss', name: 'Ada Fern', reason: 'So she signs.' }
    expect(await ask('renamePerson', 'RenamePersonInput', input, renamed)).toEqual({
      __typename: 'RenamePersonSuccess',
      person: { slug: 'ada-moss', name: 'Ada Fern' },
    })
    expect(await ask('erasePerson', 'ErasePersonInput', { person: 'ada-moss', reason })).toEqual({
      __typename: 'ErasePersonSuccess',
    })
  })

  it('takes the slug of a person whom a correction is about', async () => {
    const slug = (await database.prisma.meeting.findFirstOrThrow()).slug
    const corrections = [{ present: { person: { person: 'ada-moss' }, mode: 'REMOTE' } }]
    const input = { meeting: slug, corrections, reason: 'She phoned.' }
    expect(await ask('correct', 'CorrectInput', input)).toEqual({ __typename: 'CorrectSuccess' })
    const { mode } = await database.prisma.attendance.findFirstOrThrow({ where: { nameAsPrinted: 'Ada Moss' } })
    expect(mode).toBe('REMOTE')
  })

  it('takes the id of a meeting', async () => {
    const { id, slug } = await database.prisma.meeting.findFirstOrThrow()
    const input = { meeting: encodeId('Meeting', id), reason: 'A draft.' }
    expect(await ask('retractMeeting', 'MeetingActInput', input, '... on RetractMeetingSuccess { slug }')).toEqual({
      __typename: 'RetractMeetingSuccess',
      slug,
    })
    expect(await ask('restoreMeeting', 'MeetingActInput', input)).toEqual({ __typename: 'RestoreMeetingSuccess' })
  })

  it('says of a slug that it leads nowhere, and of an id that it is of something else', async () => {
    expect(
      await ask('renamePerson', 'RenamePersonInput', { person: 'nobody', name: 'Ada Fern', reason }),
    ).toMatchObject({ __typename: 'NotFoundError' })
    const meeting = encodeId('Person', (await database.prisma.person.findFirstOrThrow()).id)
    expect(await ask('retractMeeting', 'MeetingActInput', { meeting, reason })).toMatchObject({
      __typename: 'InvalidInputError',
      fields: [{ path: ['meeting'] }],
    })
    const unknown = encodeId('Meeting', '00000000-0000-7000-8000-000000000000')
    expect(await ask('retractMeeting', 'MeetingActInput', { meeting: unknown, reason })).toMatchObject({
      __typename: 'NotFoundError',
    })
  })
})
