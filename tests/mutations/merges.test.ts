import { beforeEach, describe, expect, it } from 'vitest'
import { createKey } from '../../src/access/keys.js'
import { type TestDatabase, testDatabase } from '../support/database.js'
import { codesOf, handlerOf, operation } from '../support/handler.js'
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

describe('the mutations of a curator', () => {
  let database: TestDatabase
  const ids: Record<string, string> = {}
  const ask = async (query: string, input: object, scope: 'READ' | 'WRITE' | null = 'WRITE') => {
    const key = scope && (await createKey(database, { name: 'kay', scope })).key
    const headers: Record<string, string> = key ? { authorization: `Bearer ${key}` } : {}
    return handlerOf(database)('/graphql', operation(query, { input }, headers))
  }
  const dataOf = async (response: Response): Promise<Record<string, Record<string, never>>> => {
    const { data, errors } = (await response.json()) as {
      data: Record<string, Record<string, never>>
      errors?: unknown
    }
    expect(errors).toBeUndefined()
    return data
  }
  const read = async (query: string) => dataOf(await handlerOf(database)('/graphql', operation(query)))
  beforeEach(async () => {
    database = await testDatabase()
    await ingest(database, spring, { series: 'Boards' })
    const found = await read(`{
      ada: person(slug: "ada-moss") { id } ab: person(slug: "a-b-moss") { id }
      port: organization(slug: "port-authority") { id } harbour: organization(slug: "harbour-authority") { id }
      dredging: theme(slug: "dredging") { id } works: theme(slug: "dredging-works") { id } }`)
    for (const [name, row] of Object.entries(found)) ids[name] = row.id ?? ''
  })

  const mergePeople = `mutation ($input: MergeInput!) { mergePeople(input: $input) {
    __typename ... on MergePeopleSuccess { merge person { id formerSlugs remarks { totalCount } } } ${failed} } }`
  const undoMerge = `mutation ($input: UndoMergeInput!) { undoMerge(input: $input) {
    __typename ... on UndoMergeSuccess { restored { id ... on Person { slug remarks { totalCount } } } } ${failed} } }`

  it('join people under one slug, in the name of the key, and undo it', async () => {
    const { mergePeople: done } = await dataOf(
      await ask(mergePeople, { from: [ids.ab], into: ids.ada, reason: 'One.' }),
    )
    expect(done).toMatchObject({
      __typename: 'MergePeopleSuccess',
      person: { id: ids.ada, formerSlugs: ['a-b-moss'], remarks: { totalCount: 2 } },
    })
    expect(await read('{ person(slug: "a-b-moss") { id } people { nodes { slug } } }')).toEqual({
      person: { id: ids.ada },
      people: { nodes: [{ slug: 'ada-moss' }] },
    })
    expect(
      await read(`{ node(id: "${ids.ab}") { id ... on Person { mergedInto { slug mergedInto { id } } } } }`),
    ).toEqual({
      node: { id: ids.ab, mergedInto: { slug: 'ada-moss', mergedInto: null } },
    })
    expect(await database.prisma.merge.findMany()).toMatchObject([{ by: 'kay', reason: 'One.' }])
    const { undoMerge: undone } = await dataOf(await ask(undoMerge, { merge: done?.merge, reason: 'Two.' }))
    expect(undone).toEqual({
      __typename: 'UndoMergeSuccess',
      restored: [{ id: ids.ab, slug: 'a-b-moss', remarks: { totalCount: 1 } }],
    })
  })

  it('join bodies and themes', async () => {
    const bodies = `mutation ($input: MergeInput!) { mergeOrganizations(input: $input) {
      ... on MergeOrganizationsSuccess { organization { slug aliases remarks { totalCount } } } } }`
    const themes = `mutation ($input: MergeInput!) { mergeThemes(input: $input) {
      ... on MergeThemesSuccess { theme { slug remarks { totalCount } } } } }`
    expect(await dataOf(await ask(bodies, { from: [ids.harbour], into: ids.port, reason: 'One.' }))).toEqual({
      mergeOrganizations: {
        organization: { slug: 'port-authority', aliases: ['Harbour Authority'], remarks: { totalCount: 2 } },
      },
    })
    expect(await dataOf(await ask(themes, { from: [ids.works], into: ids.dredging, reason: 'One.' }))).toEqual({
      mergeThemes: { theme: { slug: 'dredging', remarks: { totalCount: 3 } } },
    })
  })

  it('rename a person', async () => {
    const query = `mutation ($input: RenamePersonInput!) { renamePerson(input: $input) {
      __typename ... on RenamePersonSuccess { person { slug name sortName printedNames } } ${failed} } }`
    expect(await dataOf(await ask(query, { person: ids.ab, name: 'Augusta Moss', reason: 'Full name.' }))).toEqual({
      renamePerson: {
        __typename: 'RenamePersonSuccess',
        person: { slug: 'a-b-moss', name: 'Augusta Moss', sortName: 'moss augusta', printedNames: ['A. B. Moss'] },
      },
    })
    expect(await dataOf(await ask(query, { person: ids.ab, name: '?', reason: 'Why.' }))).toMatchObject({
      renamePerson: { __typename: 'InvalidInputError', fields: [{ path: ['name'] }] },
    })
  })

  it.each<[string, () => object, object]>([
    ['no id', () => ({ from: ['Nobody!'] }), { __typename: 'InvalidInputError', fields: [{ path: ['from', '0'] }] }],
    [
      'an id of another table',
      () => ({ into: ids.port }),
      { __typename: 'InvalidInputError', fields: [{ path: ['into'] }] },
    ],
    ['no reason', () => ({ reason: ' ' }), { __typename: 'InvalidInputError', fields: [{ path: ['reason'] }] }],
    [
      'a person with itself',
      () => ({ from: [ids.ada] }),
      { __typename: 'InvalidInputError', fields: [{ path: ['from', '0'] }] },
    ],
    [
      'somebody who is not there',
      () => ({ from: [Buffer.from('Person:019a0000-0000-7000-8000-000000000000').toString('base64url')] }),
      { __typename: 'NotFoundError', message: expect.stringContaining('There is no person') },
    ],
  ])('give %s back as data', async (_, wrong, error) => {
    const input = { from: [ids.ab], into: ids.ada, reason: 'One.', ...wrong() }
    expect(await dataOf(await ask(mergePeople, input))).toMatchObject({ mergePeople: error })
    expect(await database.prisma.merge.count()).toBe(0)
  })

  it('give a merge of somebody merged, and an undo of no merge, back as data', async () => {
    const input = { from: [ids.ab], into: ids.ada, reason: 'One.' }
    const { mergePeople: done } = await dataOf(await ask(mergePeople, input))
    expect(await dataOf(await ask(mergePeople, input))).toMatchObject({ mergePeople: { __typename: 'ConflictError' } })
    await ask(undoMerge, { merge: done?.merge, reason: 'Two.' })
    expect(await dataOf(await ask(undoMerge, { merge: done?.merge, reason: 'Two.' }))).toMatchObject({
      undoMerge: { __typename: 'ConflictError' },
    })
    expect(await dataOf(await ask(undoMerge, { merge: ids.ada, reason: 'Two.' }))).toMatchObject({
      undoMerge: { __typename: 'InvalidInputError', fields: [{ path: ['merge'] }] },
    })
  })

  it('need a key of scope write', async () => {
    const input = { from: [ids.ab], into: ids.ada, reason: 'One.' }
    expect(await codesOf(await ask(mergePeople, input, null))).toEqual(['UNAUTHENTICATED'])
    expect(await codesOf(await ask(mergePeople, input, 'READ'))).toEqual(['FORBIDDEN'])
    expect(await database.prisma.merge.count()).toBe(0)
  })
})
