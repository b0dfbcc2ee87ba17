import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { decodeCursor, encodeCursor } from '../../src/schema/cursor.js'
import { byKey, byLargest, byText, reversed } from '../../src/schema/order.js'
import { pageOfArgs } from '../../src/schema/page.js'
import { type Ask, asking } from '../support/ask.js'
import { type TestDatabase, testDatabase } from '../support/database.js'
import { dredgingRemarks, id, insertArchive } from '../support/fixture.js'

let db: TestDatabase
let ask: Ask
const renew = async () => {
  db = await testDatabase()
  await insertArchive(db.prisma)
  ask = asking(db)
}
beforeAll(renew)

const dredging = `query ($first: Int, $after: String, $last: Int, $before: String) {
  theme(slug: "dredging-costs") { remarks(first: $first, after: $after, last: $last, before: $before) {
    totalCount nodes { text } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }`
const texts = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => `Dredging sentence ${from + i}.`)

describe('a connection', () => {
  it('gives 20 rows where nothing is said, and says that there are more', async () => {
    const { at } = await ask(dredging)
    expect(at('theme.remarks.nodes.*.text')).toEqual(texts(1, 20))
    expect(at('theme.remarks.totalCount')).toBe(45)
    expect(at('theme.remarks.pageInfo')).toMatchObject({ hasNextPage: true, hasPreviousPage: false })
    expect(at('theme.remarks.pageInfo.startCursor')).toBe(at('theme.remarks.edges.0.cursor'))
    expect(at('theme.remarks.pageInfo.endCursor')).toBe(at('theme.remarks.edges.19.cursor'))
  })

  it('gives every row once, from page to page, and ends', async () => {
    const seen: unknown[] = []
    let after: unknown = null
    let pages = 0
    for (let more: unknown = true; more; pages++) {
      const { at } = await ask(dredging, { first: 10, after })
      seen.push(...(at('theme.remarks.nodes.*.text') as unknown[]))
      more = at('theme.remarks.pageInfo.hasNextPage')
      after = at('theme.remarks.pageInfo.endCursor')
    }
    expect(seen).toEqual(texts(1, 45))
    expect(pages).toBe(5)
  })

  it('gives the last rows in the same order, and those before a cursor', async () => {
    const last = await ask(dredging, { last: 3 })
    expect(last.at('theme.remarks.nodes.*.text')).toEqual(texts(43, 45))
    expect(last.at('theme.remarks.pageInfo')).toMatchObject({ hasNextPage: false, hasPreviousPage: true })
    const before = await ask(dredging, { last: 3, before: last.at('theme.remarks.pageInfo.startCursor') })
    expect(before.at('theme.remarks.nodes.*.text')).toEqual(texts(40, 42))
    expect(before.at('theme.remarks.pageInfo')).toMatchObject({ hasNextPage: true, hasPreviousPage: true })
  })

  it('gives what lies between two cursors', async () => {
    const { at } = await ask(dredging, { first: 10 })
    const [after, before] = [at('theme.remarks.edges.2.cursor'), at('theme.remarks.edges.6.cursor')]
    const between = await ask(dredging, { first: 10, after, before })
    expect(between.at('theme.remarks.nodes.*.text')).toEqual(texts(4, 6))
  })

  it('gives no row for first: 0, and still the count', async () => {
    const { at, errors } = await ask(dredging, { first: 0 })
    expect(errors).toEqual([])
    expect(at('theme.remarks')).toEqual({
      totalCount: 45,
      nodes: [],
      edges: [],
      pageInfo: { hasNextPage: true, hasPreviousPage: false, startCursor: null, endCursor: null },
    })
  })

  it('pages rows of one sort value by their ids, both ways', async () => {
    const query = `query ($first: Int, $last: Int, $after: String, $before: String) {
      organizations(first: $first, last: $last, after: $after, before: $before, orderBy: { field: REMARKS, direction: DESC }) {
        nodes { name } pageInfo { startCursor endCursor } } }`
    const all = await ask(query)
    expect(all.at('organizations.nodes.*.name')).toEqual([
      'Harbour Institute',
      'Port Authority',
      'Norland',
      'Maritime Court',
    ])
    const first = await ask(query, { first: 2 })
    expect(first.at('organizations.nodes.*.name')).toEqual(['Harbour Institute', 'Port Authority'])
    const next = await ask(query, { first: 2, after: first.at('organizations.pageInfo.endCursor') })
    expect(next.at('organizations.nodes.*.name')).toEqual(['Norland', 'Maritime Court'])
    const back = await ask(query, { last: 2, before: next.at('organizations.pageInfo.startCursor') })
    expect(back.at('organizations.nodes.*.name')).toEqual(['Harbour Institute', 'Port Authority'])
  })

  it('gives the reverse of an order in its other direction', async () => {
    const names = (field: string, direction: string) =>
      ask(`{ organizations(orderBy: { field: ${field}, direction: ${direction} }) { nodes { name } } }`)
    for (const field of ['REMARKS', 'NAME']) {
      const [up, down] = [await names(field, 'ASC'), await names(field, 'DESC')]
      const reverse = [...(down.at('organizations.nodes.*.name') as string[])].reverse()
      expect(up.at('organizations.nodes.*.name')).toEqual(reverse)
    }
  })
})

describe('a connection whose rows change between two pages', () => {
  afterEach(renew)

  it('goes on behind a row that is gone meanwhile', async () => {
    const { at } = await ask(dredging, { first: 10 })
    await db.prisma.remark.delete({ where: { id: dredgingRemarks[9] ?? '' } })
    const next = await ask(dredging, { first: 2, after: at('theme.remarks.pageInfo.endCursor') })
    expect(next.at('theme.remarks.nodes.*.text')).toEqual(texts(11, 12))
  })

  it('neither repeats nor skips a row when a newer meeting comes in between two pages', async () => {
    const query = `query ($after: String) { theme(slug: "fairness-of-dues") { remarks(first: 3, after: $after) {
      nodes { meeting { title } position } pageInfo { endCursor } } } }`
    const before = await ask(query)
    await db.prisma.remark.create({
      data: {
        kind: 'STATEMENT',
        scope: 'WHOLE',
        meetingId: id.meeting2032,
        position: 60,
        sortKey: 1n,
        themeId: id.fairness,
        themeReadId: id.fairness,
        utteranceId: id.laterWords,
        attribution: 'ANONYMOUS',
      },
    })
    const after = await ask(query, { after: before.at('theme.remarks.pageInfo.endCursor') })
    expect(before.at('theme.remarks.nodes.*.position')).toEqual([1, 1, 2])
    expect(after.at('theme.remarks.nodes.*.position')).toEqual([3, 4, 1])
  })
})

describe('a page that cannot be given', () => {
  const wrong: [what: string, variables: object, argument: string][] = [
    ['more than 100', { first: 101 }, 'first'],
    ['more than 100 from the end', { last: 101 }, 'last'],
    ['a negative number', { first: -1 }, 'first'],
    ['first with last', { first: 1, last: 1 }, 'last'],
    ['a cursor that is none', { after: 'nonsense' }, 'after'],
    ['a cursor that is none, before', { last: 2, before: '' }, 'before'],
    ['a cursor of JSON that is none', { after: Buffer.from('{"a":1}').toString('base64url') }, 'after'],
  ]
  it.each(wrong)('is an error in its place, with the path of the argument: %s', async (_what, variables, argument) => {
    const { data, errors } = await ask(dredging, { ...variables })
    expect(errors).toHaveLength(1)
    expect(errors[0]?.path).toEqual(['theme', 'remarks'])
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: [argument] })
    expect(data).toEqual({ theme: null })
  })

  it('is an error at the root too', async () => {
    const { errors } = await ask('{ people(first: 101) { nodes { name } } }')
    expect(errors[0]?.path).toEqual(['people'])
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: ['first'] })
  })

  it('is an error with a cursor of another order or another list', async () => {
    const query = `query ($after: String, $direction: OrderDirection!) {
      people(first: 1, after: $after, orderBy: { field: NAME, direction: $direction }) { pageInfo { endCursor } } }`
    const after = (await ask(query, { direction: 'ASC' })).at('people.pageInfo.endCursor')
    expect((await ask(query, { direction: 'ASC', after })).errors).toEqual([])
    const other = await ask(query, { direction: 'DESC', after })
    expect(other.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: ['after'] })
    const list = await ask('query ($after: String) { themes(after: $after) { nodes { title } } }', { after })
    expect(list.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: ['after'] })
  })
})

describe('a cursor', () => {
  const uuid = '00000000-0000-7000-8000-000000000001'
  const key = byKey('remarks', 'sortKey')
  const name = byText('people by name', 'sortName')
  const total = byLargest('people by remarks', 'remarkTotal')

  it('brings back what it was made of, exactly', () => {
    for (const [order, value] of [
      [key, 9223372036854775807n],
      [key, -9223372036854775808n],
      [name, 'ångström "\\ \u2028 😀'],
      [total, 0],
    ] as const)
      expect(decodeCursor(order, encodeCursor(order, { value, id: uuid }), ['after'])).toEqual({ value, id: uuid })
  })

  it.each([
    ['of another order', ['people by name', 1, uuid]],
    ['of the same order backwards', [reversed(key).name, '1', uuid]],
    ['with a number beyond 64 bits', ['remarks', '9223372036854775808', uuid]],
    ['with a value of another kind', ['remarks', 1, uuid]],
    ['without an id', ['remarks', '1']],
    ['with an id that is none', ['remarks', '1', "'; --"]],
    ['with more behind it', ['remarks', '1', uuid, 1]],
  ])('is refused where it is one %s', (_what, parts) => {
    const cursor = Buffer.from(JSON.stringify(parts)).toString('base64url')
    expect(() => decodeCursor(key, cursor, ['after'])).toThrow(
      'This cursor does not belong to this list in this order.',
    )
  })

  it('is refused with a text that the database could not take', () => {
    const cursor = encodeCursor(name, { value: 'a\0', id: uuid })
    expect(() => pageOfArgs(name, { before: cursor })).toThrow('does not belong to this list')
  })
})
