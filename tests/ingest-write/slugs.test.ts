import { beforeEach, describe, expect, it } from 'vitest'
import { cutSlug, giveSlugs } from '../../src/ingest/write/slugs.js'
import { type TestDatabase, testDatabase } from '../support/database.js'
import { ingest } from '../support/ingest.js'
import { readingOf } from '../support/record.js'

const long = 'a-consultation-on-the-reopening-of-the-northern-harbour-and-of-all-its-old-piers'

describe('slugs', () => {
  let database: TestDatabase
  beforeEach(async () => {
    database = await testDatabase()
  })

  it('of meetings are the title, cut at a word, and the whole date; numbered where they were given before', async () => {
    const title = long.replaceAll('-', ' ')
    const slugs: string[] = []
    // Files of other names: one of the same name is taken for a corrected copy.
    for (const section of ['One', 'Two', 'Three']) {
      const reading = readingOf({ title, sections: [section] })
      const source = { ...reading.source, fileName: `${section}.txt` }
      slugs.push((await ingest(database, { ...reading, source })).meeting.slug)
    }
    expect(slugs).toEqual([
      'a-consultation-on-the-reopening-of-the-northern-harbour-and-of-all-2021-03-04',
      'a-consultation-on-the-reopening-of-the-northern-harbour-and-of-all-2021-03-04-2',
      'a-consultation-on-the-reopening-of-the-northern-harbour-and-of-all-2021-03-04-3',
    ])
    expect((await ingest(database, { title: 'Undated', date: null })).meeting.slug).toBe('undated')
  })

  it('never have more than 80 characters, and each is given once in a batch too', async () => {
    const wishes = Array.from({ length: 120 }, (_, i) => ({
      kind: 'THEME' as const,
      ownerId: String(i),
      text: long.slice(0, 80),
    }))
    const given = [...(await database.transaction((sql) => giveSlugs(sql, wishes))).values()]
    expect(new Set(given).size).toBe(120)
    expect(Math.max(...given.map(({ length }) => length))).toBeLessThanOrEqual(80)
    expect(given.every((slug) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))).toBe(true)
  })

  it('exist for names without a Latin letter', async () => {
    await ingest(database, { present: [{ name: '王小明' }, { name: '李小红' }] })
    expect(await database.prisma.person.findMany({ select: { slug: true }, orderBy: { slug: 'asc' } })).toEqual([
      { slug: 'person' },
      { slug: 'person-2' },
    ])
  })

  it('are cut at a word, or within the first one', () => {
    expect(cutSlug('one-two-three', 7)).toBe('one-two')
    expect(cutSlug('one-two-three', 9)).toBe('one-two')
    expect(cutSlug('one', 9)).toBe('one')
    expect(cutSlug('onetwothree', 4)).toBe('onet')
  })
})
