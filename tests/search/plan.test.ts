import { beforeAll, describe, expect, it } from 'vitest'
import type { ReadStatement } from '../../src/database/database.js'
import { find } from '../../src/search/find.js'
import type { SearchTarget } from '../../src/search/target-sql.js'
import { termsOf } from '../../src/search/terms.js'
import { type TestDatabase, testDatabase } from '../support/database.js'
import { id, insertArchive } from '../support/fixture.js'

const rows = 3000
const uuid = 'gen_random_uuid()'
const each = `from generate_series(1, ${rows}) as i`
/** Rows of each table that is searched, so many that their words are worth an index. */
const many = [
  `insert into "Meeting" ("id", "sequence", "slug", "title", "sourceId", "dateCertainty", "language", "sortKey")
    select ${uuid}, 100 + i, 'council-' || i, 'Council ' || i, '${id.transcript}', 'UNKNOWN', case when i % 2 = 0 then 'en' end, i ${each}`,
  `insert into "Utterance" ("id", "meetingId", "text", "language", "pieces")
    select ${uuid}, '${id.meeting2032}', 'Somebody spoke of matter' || i, 'en', '{0,1}' ${each}`,
  `insert into "Paragraph" ("id", "meetingId", "position", "text", "language", "pieces", "sortKey")
    select ${uuid}, '${id.meeting2032}', 100 + i, 'A paragraph on matter' || i, 'en', '{0,1}', i ${each}`,
  'vacuum analyze',
]

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
  await insertArchive(db.prisma)
  for (const statement of many) await db.prisma.$executeRawUnsafe(statement)
})

/** How Postgres searches tables that are too large to be read whole. */
async function planOf(target: SearchTarget, query: string): Promise<string> {
  const sent: ReadStatement[] = []
  const watched = (statement: ReadStatement) => db.rows(sent[sent.push(statement) - 1] ?? statement)
  const [terms] = await termsOf(watched, [{ query, texts: true, names: true }])
  if (!terms) throw new Error('The query was not read.')
  await find(watched, { terms, targets: [target], where: undefined, order: 'RELEVANCE', after: undefined, size: 20 })
  const [, statement] = sent
  if (!statement) throw new Error('The search was refused.')
  return db.transaction(async (sql) => {
    await sql.query('set local enable_seqscan = off')
    const lines = await sql.query<Record<string, string>>(`explain (costs off) ${statement.text}`, statement.values)
    return lines.flatMap((line) => Object.values(line)).join('\n')
  })
}

describe('the plan of a search', () => {
  it.each([
    ['REMARKS', 'Utterance'],
    ['PARAGRAPHS', 'Paragraph'],
    ['MEETINGS', 'Meeting'],
  ] as const)('finds %s by the index of their words, of each language that the archive has', async (target, table) => {
    for (const query of ['dues', '"yearly cap" or dues -boats', 'Lynd'])
      expect(await planOf(target, query), query).toContain(`Bitmap Index Scan on "${table}_search_idx"`)
  })

  it('looks remarks up once, whether few or many have the words', async () => {
    expect(await planOf('REMARKS', 'dues')).toMatch(/CTE remarks_few\n +-> +Limit\n +-> +CTE Scan on remarks_hits\n/)
  })
})
