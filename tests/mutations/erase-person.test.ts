import { beforeEach, describe, expect, it } from 'vitest'
import { createKey } from '../../src/access/keys.js'
import type { KeyScope } from '../../src/generated/prisma/enums.js'
import { board } from '../ingest-write/board.js'
import { type TestDatabase, testDatabase } from '../support/database.js'
import { codesOf, handlerOf, operation } from '../support/handler.js'
import { ingest } from '../support/ingest.js'

const erase = `mutation ($input: ErasePersonInput!) { erasePerson(input: $input) {
  __typename ... on ErasePersonSuccess { erased } ... on UserError { message } ... on InvalidInputError { fields { path } } } }`

describe('erasePerson', () => {
  let database: TestDatabase
  let person: string
  const read = async (query: string) =>
    (await (await handlerOf(database)('/graphql', operation(query))).json()) as {
      data: { person: { id: string } | null }
    }
  beforeEach(async () => {
    database = await testDatabase()
    await ingest(database, board)
    person = (await read('{ person(slug: "ada-moss") { id } }')).data.person?.id ?? ''
  })
  const ask = async (input: object, scope: KeyScope) => {
    const { key } = await createKey(database, { name: 'kay', scope })
    return handlerOf(database)('/graphql', operation(erase, { input }, { authorization: `Bearer ${key}` }))
  }

  it('leaves the person nameless, under the same id', async () => {
    expect(await (await ask({ person, reason: 'It was asked for.' }, 'ADMIN')).json()).toEqual({
      data: { erasePerson: { __typename: 'ErasePersonSuccess', erased: person } },
    })
    expect(await read('{ person(slug: "ada-moss") { id } }')).toEqual({ data: { person: null } })
    expect(await read(`{ node(id: "${person}") { ... on Person { name remarks { totalCount } } } }`)).toEqual({
      data: { node: { name: '█████', remarks: { totalCount: 2 } } },
    })
  })

  it('needs a key of scope admin', async () => {
    expect(await codesOf(await ask({ person, reason: 'It was asked for.' }, 'WRITE'))).toEqual(['FORBIDDEN'])
  })

  it('gives what cannot be done back as data', async () => {
    const nobody = Buffer.from('Person:019a0000-0000-7000-8000-000000000000').toString('base64url')
    const reason = 'It was asked for.'
    for (const [input, error] of [
      [{ person: nobody, reason }, 'NotFoundError'],
      [{ person: 'X', reason }, 'InvalidInputError'],
      [{ person: 'x', reason }, 'NotFoundError'],
      [{ person, reason: '' }, 'InvalidInputError'],
    ] as const)
      expect(await (await ask(input, 'ADMIN')).json()).toMatchObject({ data: { erasePerson: { __typename: error } } })
  })
})
