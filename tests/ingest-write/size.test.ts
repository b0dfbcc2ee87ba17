import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Sql } from '../../src/database/sql.js'
import { newId } from '../../src/database/uuid.js'
import { writeReading } from '../../src/ingest/write/write-reading.js'
import { type TestDatabase, testDatabase } from '../support/database.js'
import { assertDerived } from '../support/derived.js'
import { type Minutes, readingOf } from '../support/record.js'
import { dump } from '../support/rows.js'

const people = Array.from({ length: 40 }, (_, i) => `Given${i} Family${i}`)
const nth = <Item>(items: readonly Item[], i: number): Item[] => items.slice(i % items.length, (i % items.length) + 1)

/** Minutes of this many paragraphs, each with a statement and a response. */
const long = (paragraphs: number, changed = -1): Minutes => ({
  present: people
    .slice(0, paragraphs)
    .map((name, i) => ({ name, posts: [{ title: `Post ${i % 3}`, organization: `Body ${i % 15}` }] })),
  paragraphs: Array.from({ length: paragraphs }, (_, i) => ({
    theme: `Theme number ${i % 50}`,
    text: `Paragraph ${i} tells of the pier, of ${i * 7} lights and what ${i === changed ? 'everymind' : 'everybody'} thought of them.`,
    by: nth(people.slice(0, paragraphs), i),
    replies: nth(people.slice(0, paragraphs), i + 1).map((by) => ({
      by,
      text: `Answer ${i} by ${by}.`,
      acts: ['agreed'],
    })),
    unattributed: i % 5 === 0 ? ['one participant'] : [],
  })),
})

describe('a long record', () => {
  let database: TestDatabase
  beforeEach(async () => {
    database = await testDatabase()
  })
  const counted = async (minutes: Minutes) => {
    let statements = 0
    const reading = readingOf(minutes)
    const written = await database.transaction((sql) => {
      const counting: Sql = {
        ...sql,
        query: (text, parameters) => {
          statements++
          return sql.query(text, parameters)
        },
      }
      return writeReading(counting, reading, { options: {}, series: 'Boards' })
    })
    return { statements, counts: written.counts }
  }

  it('takes as many statements as a short one, the first time and again', async () => {
    const short = await counted(long(2))
    const shortAgain = await counted(long(2, 1))
    await testDatabase()
    const first = await counted(long(2000))
    const again = await counted(long(2000, 1000))
    const unchanged = await counted(long(2000, 1000))
    expect([first.statements, again.statements]).toEqual([short.statements, shortAgain.statements])
    expect(unchanged.statements).toBeLessThan(20)
    expect(first.counts.created).toBeGreaterThan(10_000)
    expect(again.counts).toMatchObject({ created: 0, removed: 0, updated: 44 }) // a paragraph with its words and passage; the meeting and 40 posts stand in another document now
    await assertDerived(database)
  }, 240_000)
})

describe('newId', () => {
  it('gives UUIDs of version 7 that sort in the order in which they were made', () => {
    const ids = Array.from({ length: 10_000 }, newId)
    expect(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(
      true,
    )
    expect([...ids].sort()).toEqual(ids)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('tells the time', async () => {
    vi.resetModules() // another file may have set the clock, which ids remember
    const { newId } = await import('../../src/database/uuid.js')
    const milliseconds = Number.parseInt(newId().replaceAll('-', '').slice(0, 12), 16)
    expect(Math.abs(milliseconds - Date.now())).toBeLessThan(60_000)
  })
})

describe('two ingests at once', () => {
  it('of one meeting: one waits for the other, none fails, and there is one meeting', async () => {
    const database = await testDatabase()
    const copies = [long(30), long(30, 3), long(30, 7), long(31)].map((minutes) => readingOf(minutes))
    const written = await Promise.all(
      copies.map((reading) =>
        database.transaction((sql) => writeReading(sql, reading, { options: {}, series: 'Boards' })),
      ),
    )
    expect(written.map(({ status }) => status).sort()).toEqual(['CREATED', 'UPDATED', 'UPDATED', 'UPDATED'])
    expect(await database.prisma.meeting.count()).toBe(1)
    await assertDerived(database)
  })

  it('of the same bytes: the second finds nothing to do', async () => {
    const database = await testDatabase()
    const reading = readingOf(long(30))
    const write = () => database.transaction((sql) => writeReading(sql, reading, { options: {} }))
    const written = await Promise.all([write(), write(), write()])
    expect(written.map(({ status }) => status).sort()).toEqual(['CREATED', 'UNCHANGED', 'UNCHANGED'])
    expect((await dump(database)).Meeting).toHaveLength(1)
  })
})
