import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest'
import { createKey, listKeys } from '../../src/access/keys.js'
import { lockFolder } from '../../src/database/embedded/lock.js'
import { newId } from '../../src/database/uuid.js'
import { Buckets } from '../../src/http/checks/rate-limit.js'
import { ingestDocument } from '../../src/ingest/ingest.js'
import { openReader } from '../../src/ingest-document/ingester.js'
import { type TestDatabase, testDatabase } from '../support/database.js'
import { handlerOf, operation } from '../support/handler.js'
import { sampleFile } from '../support/sample.js'

const hour = 3_600_000
const jumps = [5 * hour, -9 * hour, 30 * hour, -26 * hour]

describe('a clock that is set', () => {
  let database: TestDatabase
  beforeEach(async () => {
    database = await testDatabase()
    vi.useFakeTimers({ toFake: ['Date'] }) // it stands still, and jumps
  })
  afterEach(() => void vi.useRealTimers())
  const jump = (by: number) => vi.setSystemTime(Date.now() + by)
  const read = (round: number) => {
    const text = Buffer.from(sampleFile.bytes)
      .toString()
      .replace(/^(- 14\..+)$/m, `$1 It was round ${round}.`)
    return ingestDocument(database, openReader(), { ...sampleFile, bytes: Buffer.from(text) }, { series: 'Board' })
  }

  it('leaves ids in the order in which they were made', () => {
    const ids = [newId()]
    for (const by of jumps) {
      jump(by)
      ids.push(newId(), newId())
    }
    expect(ids.toSorted()).toEqual(ids)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('leaves the feed in order, and tags of answers that tell what is new from what is not', async () => {
    const handle = handlerOf(database)
    const path = `/graphql?${new URLSearchParams({ query: '{ changes(last: 100) { nodes { sequence } } meetings { nodes { title } } }' })}`
    const tags = new Set<string>()
    for (const [round, by] of [0, ...jumps].entries()) {
      jump(by)
      await read(round)
      const answer = await handle(path, { headers: { 'if-none-match': '"another"' } }) // who asks so gets the newest
      const tag = answer.headers.get('etag') ?? ''
      tags.add(tag)
      const { data } = (await answer.json()) as { data: { changes: { nodes: { sequence: string }[] } } }
      const numbers = data.changes.nodes.map(({ sequence }) => Number(sequence))
      expect(numbers).toEqual(numbers.map((_, i) => (numbers[0] ?? 0) + i))
      jump(-by)
      expect((await handle(path, { headers: { 'if-none-match': tag } })).status).toBe(304)
      jump(by)
    }
    expect(tags.size).toBe(1 + jumps.length)
  })

  it('gives nobody more requests, and takes none away', () => {
    const buckets = new Buckets(2, () => performance.now() / 1e9) // no time passes
    expect([buckets.take('a'), buckets.take('a'), buckets.take('a')]).toEqual([0, 0, 30])
    for (const by of jumps) {
      jump(by)
      expect([buckets.wait('a'), buckets.wait('b')]).toEqual([30, 0])
    }
  })

  it('has the use of a key noted once after each jump, and not at each request', async () => {
    const { key } = await createKey(database, { name: 'a', scope: 'READ' })
    for (const by of [0, ...jumps]) {
      jump(by)
      const handle = handlerOf(database) // one that does not remember the key, as none does after a second
      const before = database.writes()
      for (let i = 0; i < 3; i++) {
        const answer = await handle('/graphql', operation('{ __typename }', {}, { authorization: `Bearer ${key}` }))
        expect(answer.status).toBe(200)
      }
      expect(database.writes() - before).toBe(1)
    }
    expect((await listKeys(database))[0]?.lastUsedAt).toBeInstanceOf(Date)
  })

  it.runIf(inject('backend') === 'embedded')(
    'leaves nobody waiting for a lock that a dead process was taking',
    async () => {
      vi.useRealTimers()
      const folder = mkdtempSync(join(tmpdir(), 'rapporteur-clock-'))
      const taking = join(folder, 'lock.taking')
      writeFileSync(taking, '')
      const later = new Date(Date.now() + 5 * hour)
      utimesSync(taking, later, later)
      await (await lockFolder(folder, null)).release()
      expect(existsSync(taking)).toBe(false)
      rmSync(folder, { recursive: true })
    },
  )
})
