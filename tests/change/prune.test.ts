import { beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../../src/database/open-database.js'
import { newId } from '../../src/database/uuid.js'
import { FeedGapError, feedOf } from '../../src/feed/feed.js'
import { pruneChanges } from '../../src/feed/prune-changes.js'
import { recordChanges } from '../../src/feed/record-changes.js'
import { asking } from '../support/ask.js'
import { type TestDatabase, testDatabase } from '../support/database.js'
import { programInPlaces } from '../support/program.js'
import { until } from '../support/until.js'

const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 3_600_000)

/** Changes from 1 on, each so many days old. */
const changes = (...days: number[]) =>
  days.map((age, i) => ({
    sequence: BigInt(i + 1),
    at: daysAgo(age),
    kind: 'REMOVED' as const,
    subjectKind: 'PERSON' as const,
    subjectId: newId(),
  }))

let database: TestDatabase
beforeEach(async () => {
  database = await testDatabase()
})
const kept = async () =>
  (await database.prisma.change.findMany({ orderBy: { sequence: 'asc' } })).map(({ sequence }) => Number(sequence))

describe('removing old changes', () => {
  it('removes those from before the instant, and nothing behind the first that is newer', async () => {
    await database.prisma.change.createMany({ data: changes(40, 30, 5, 30, 1) })
    expect(await pruneChanges(database, daysAgo(20))).toBe(2)
    expect(await kept()).toEqual([3, 4, 5]) // the fourth was written by a clock that was set back
    expect(await pruneChanges(database, daysAgo(20))).toBe(0)
  })

  it('leaves the newest, from which the numbers go on', async () => {
    await database.prisma.change.createMany({ data: changes(40, 30) })
    expect(await pruneChanges(database, new Date())).toBe(1)
    expect(await kept()).toEqual([2])
    await database.transaction((sql) =>
      recordChanges(sql, [{ kind: 'REMOVED', subjectKind: 'PERSON', subjectId: newId() }], null),
    )
    expect(await kept()).toEqual([2, 3])
    expect(await pruneChanges(await testDatabase(), new Date())).toBe(0)
  })

  it('removes more than go into one transaction', async () => {
    await database.prisma.$executeRaw`
      INSERT INTO "Change" ("sequence", "id", "at", "kind", "subjectKind", "subjectId")
      SELECT n, gen_random_uuid(), now() - interval '9 days', 'REMOVED', 'PERSON', gen_random_uuid() FROM generate_series(1, 20001) n`
    expect(await pruneChanges(database, daysAgo(1))).toBe(20_000)
    expect(await kept()).toEqual([20_001])
  })

  it('makes cursors expire that what was removed would have followed', async () => {
    await database.prisma.change.createMany({ data: changes(40, 30, 5) })
    const ask = asking(database)
    const codes = async (after: string) =>
      (await ask('query ($after: String) { changes(after: $after) { nodes { sequence } } }', { after })).errors.map(
        ({ extensions }) => [extensions.code, extensions.oldest],
      )
    expect(await codes('1')).toEqual([])
    await pruneChanges(database, daysAgo(20))
    expect(await codes('1')).toEqual([['CURSOR_EXPIRED', '3']])
    expect(await codes('2')).toEqual([])
  })

  it('ends who follows the feed and is that far behind', async () => {
    await database.prisma.change.createMany({ data: changes(40, 30, 5) })
    await pruneChanges(database, daysAgo(20))
    const following = feedOf(database).follow(1n, new AbortController().signal)
    await expect(following.next()).rejects.toThrow(FeedGapError)
  })
})

describe('a server', () => {
  const at = programInPlaces()

  it('removes what is older than it is set to keep when it starts', async () => {
    const { cwd, env } = await at.places.archive()
    const own = await openDatabase(env.DATABASE_URL ? { url: env.DATABASE_URL } : { dataDir: `${cwd}/.rapporteur` })
    await own.prisma.change.createMany({ data: changes(40, 30, 5) })
    await own.close()
    const server = await at.rapporteur.serve({ cwd, env: { ...env, RAPPORTEUR_CHANGES_DAYS: '20' } }, '--no-sample')
    const listed = async () => (await fetch(`${server.url}/graphql?query={changes{nodes{sequence}}}`)).text()
    const left = await until(listed, (text) => !text.includes('"1"'))
    expect(left).toBe('{"data":{"changes":{"nodes":[{"sequence":"3"}]}}}')
    server.signal('SIGTERM')
    expect(await server.ended).toMatchObject({ status: 0, stderr: '' })
  })
})
