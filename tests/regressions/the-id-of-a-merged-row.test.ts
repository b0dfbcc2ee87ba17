import { beforeAll, describe, expect, it } from 'vitest'
import type { MergeKind } from '../../src/generated/prisma/enums.js'
import { encodeId } from '../../src/schema/ids.js'
import { type Ask, asking } from '../support/ask.js'
import { merged } from '../support/curate.js'
import { testDatabase } from '../support/database.js'
import { ingest } from '../support/ingest.js'
import type { Minutes } from '../support/record.js'

const minutes: Minutes = {
  title: 'Spring',
  present: [
    { name: 'Ada Moss', posts: [{ title: 'Director', organization: 'Port Authority' }] },
    { name: 'Adela Moss', posts: [{ title: 'Director', organization: 'Port Office' }] },
    { name: 'A. B. Moss', posts: [{ title: 'Director', organization: 'Harbour Office' }] },
  ],
  paragraphs: [
    { theme: 'Dredging', text: 'The basin is full.', by: ['Ada Moss'] },
    { theme: 'Dredging works', text: 'Start before winter.', by: ['Adela Moss'] },
    { theme: 'The basin', text: 'It is deep enough.', by: ['A. B. Moss'] },
  ],
}

const filters = [
  ['PERSON', 'person', ['remarks', 'meetings', 'themes', 'decisions', 'actionItems', 'motions']],
  ['ORGANIZATION', 'organization', ['remarks', 'meetings', 'people']],
  ['THEME', 'theme', ['remarks', 'meetings', 'people', 'decisions']],
] as const

describe('the id of a row that was merged, and merged once more, finds as its slug does', () => {
  let ask: Ask
  const slugs = {
    PERSON: ['a-b-moss', 'adela-moss', 'ada-moss'],
    ORGANIZATION: ['harbour-office', 'port-office', 'port-authority'],
    THEME: ['the-basin', 'dredging-works', 'dredging'],
  } as const
  const ids = new Map<string, string>()
  beforeAll(async () => {
    const database = await testDatabase()
    await ingest(database, minutes, { series: 'Boards' })
    for (const kind of ['PERSON', 'ORGANIZATION', 'THEME'] as const satisfies MergeKind[]) {
      for (const slug of slugs[kind]) {
        const { ownerId } = await database.prisma.slug.findUniqueOrThrow({ where: { kind_text: { kind, text: slug } } })
        ids.set(slug, ownerId)
      }
      const [first, second, last] = slugs[kind].map((slug) => ids.get(slug) ?? '')
      await merged(database, kind, [first ?? ''], second ?? '')
      await merged(database, kind, [second ?? ''], last ?? '')
    }
    ask = asking(database)
  })

  for (const [kind, key, lists] of filters)
    it.each(lists)(`${key} of %s`, async (list) => {
      const counted = async (values: string[]) => {
        const result = await ask(
          `query ($values: [String!]) { ${list}(filter: { ${key}: $values }) { totalCount nodes { id } } }`,
          { values },
        )
        expect(result.errors).toEqual([])
        return result.at(list)
      }
      const table = `${kind[0]}${kind.slice(1).toLowerCase()}` as 'Person' | 'Organization' | 'Theme'
      const [first, , last] = slugs[kind]
      const expected = await counted([last])
      if (list === 'remarks') expect(expected).toMatchObject({ totalCount: 3 })
      for (const slug of slugs[kind]) expect(await counted([encodeId(table, ids.get(slug) ?? '')])).toEqual(expected)
      expect(await counted([first, encodeId(table, ids.get(first) ?? '')])).toEqual(expected)
    })
})
