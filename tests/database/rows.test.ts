import { beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../support/database.js'

describe('a statement that reads', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await testDatabase()
  })

  const text =
    'SELECT $1::int + 1, $2::text, $3::text[], $4::uuid::text, $5::bool, NULL, ARRAY[1, 2], $6::"KeyScope"::text'
  const id = '018f7e9e-6a6e-7cc0-98ff-6f5ac1bd1a11'
  const values = [2, `it's "so", \\ {NULL}`, ['a,b', '', 'NULL', '"', 'é'], id, true, 'READ']
  const row = [3, values[1], values[2], id, true, null, [1, 2], 'READ']

  it.each([undefined, 'read_named'])('gives the same whether it has a name or not (%s)', async (name) => {
    for (const _time of [1, 2, 3]) expect(await database.rows({ name, text, values })).toEqual([row])
  })

  it('with a name is of use after one that failed, and gives each error as it is', async () => {
    const failing = { name: 'read_number', text: 'SELECT $1::text::int' }
    for (const _time of [1, 2]) {
      await expect(database.rows({ ...failing, values: ['x'] })).rejects.toMatchObject({ code: '22P02' })
      expect(await database.rows({ ...failing, values: ['7'] })).toEqual([[7]])
    }
    await expect(
      database.rows({ name: 'read_nothing', text: 'SELECT nothing FROM nowhere', values: [] }),
    ).rejects.toMatchObject({ code: '42P01' })
    expect(await database.rows({ name: 'read_named', text, values })).toEqual([row])
  })

  it('sees nothing of a transaction that is not over, and waits for none for ever', async () => {
    const count = () =>
      database.rows({
        name: 'read_series',
        text: 'SELECT count(*)::int FROM "Series" WHERE "title" = $1',
        values: ['Open'],
      })
    expect(await count()).toEqual([[0]])
    let during: Promise<unknown> | undefined
    await database
      .transaction(async (sql) => {
        await sql.query(`INSERT INTO "Series" ("id", "slug", "title") VALUES (gen_random_uuid(), 'open', 'Open')`)
        during = count()
        throw new Error('taken back')
      })
      .catch(() => {})
    expect(await during).toEqual([[0]])
  })
})
