import { describe, expect, it } from 'vitest'
import { copyLine } from '../../src/database/copy-text.js'
import { testDatabase } from '../support/database.js'

const texts = [
  '',
  'plain',
  '\\N',
  '\\.',
  'NULL',
  'a\tb',
  'a\nb\r\nc',
  'back\\slash\\',
  '"quoted"',
  '{a,b}',
  "it's",
  '🜲 é \u2028',
  ' ',
]

describe('rows by COPY', () => {
  it('come back as they were given, whatever is in them', async () => {
    const database = await testDatabase()
    const rows = [
      ...texts.map(
        (text, i) => [i, text, [text, 'b'], [i, i + 1], i % 2 === 0, 9007199254740993n + BigInt(i)] as const,
      ),
      [99, null, [], [], null, null] as const,
    ]
    const found = await database.transaction(async (sql) => {
      await sql.script(
        'CREATE TEMP TABLE copied (i int, t text, ts text[], "is" int[], b boolean, n bigint) ON COMMIT DROP',
      )
      await sql.copy('copied ("i", "t", "ts", "is", "b", "n")', rows.map(copyLine).join(''))
      return sql.query<Record<string, unknown>>('SELECT i, t, ts, "is", b, n::text FROM copied ORDER BY i')
    })
    expect(found).toEqual(
      rows.map(([i, t, ts, is, b, n]) => ({ i, t, ts: [...ts], is: [...is], b, n: n === null ? null : String(n) })),
    )
  })

  it('that the table refuses fail, and the connection goes on', async () => {
    const database = await testDatabase()
    const write = database.transaction((sql) =>
      sql.copy('"Series" ("id", "slug", "title")', copyLine(['no id', 's', 't'])),
    )
    await expect(write).rejects.toThrow('invalid input syntax for type uuid')
    expect(await database.transaction((sql) => sql.query('SELECT 1 AS one'))).toEqual([{ one: 1 }])
  })
})
