import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { Database } from '../../src/database/database.js'
import { openDatabase } from '../../src/database/open-database.js'
import { newId } from '../../src/database/uuid.js'
import { type NewChange, recordChanges } from '../../src/feed/record-changes.js'
import { newDatabase, testDatabase } from '../support/database.js'

const changes = (count: number): NewChange[] =>
  Array.from({ length: count }, () => ({ kind: 'UPDATED', subjectKind: 'PERSON', subjectId: newId() }))

/** Several pools on one Postgres, as several servers have; the embedded database has one owner. */
async function openSeveral(): Promise<Database[]> {
  const where = await newDatabase()
  return Promise.all(Array.from({ length: where.url ? 3 : 1 }, () => openDatabase(where)))
}

/** Sixty writers that end in another order than they began, some of them by taking all back; each begins at its turn. */
async function write(databases: readonly Database[], turn: (n: number) => Promise<void>): Promise<bigint[]> {
  const given: bigint[] = []
  const one = async (n: number) => {
    await turn(n)
    const database = databases[n % databases.length]
    await database?.transaction(async (sql) => {
      await sql.query(`SELECT pg_sleep(${(n % 3) / 200})::text`)
      const last = await recordChanges(sql, changes(1 + (n % 4)), null)
      if (n % 5 === 0) throw new Error('Taken back')
      given.push(last ?? 0n)
    })
  }
  await Promise.allSettled(Array.from({ length: 60 }, (_, n) => one(n)))
  return given
}

describe('the numbers of the feed', () => {
  it('have no gap, and no reader sees a later one before an earlier one, whoever writes at once', async () => {
    const databases = await openSeveral()
    let done = false
    let reads = 0
    // However slow the reader is, it reads before, between and after.
    const turn = async (n: number) => {
      while (reads < Math.floor(n / 20)) await pause(1)
    }
    const writing = write(databases, turn).finally(() => {
      done = true
    })
    while (!done) {
      const rows = await databases[0]?.prisma.change.findMany({ orderBy: { sequence: 'asc' } })
      expect(rows?.map(({ sequence }) => Number(sequence))).toEqual(rows?.map((_, i) => i + 1))
      reads++
      await pause(1)
    }
    const given = await writing
    expect(given).toHaveLength(48)
    const rows = (await databases[0]?.prisma.change.findMany({ orderBy: { sequence: 'asc' } })) ?? []
    expect(rows.map(({ sequence }) => Number(sequence))).toEqual(rows.map((_, i) => i + 1))
    expect(rows).toHaveLength(Number(given.reduce((most, last) => (last > most ? last : most), 0n)))
    const times = rows.map(({ at }) => at.getTime())
    expect(times).toEqual([...times].sort((one, other) => one - other))
    await Promise.all(databases.map((database) => database.close()))
  })

  it('are not used up by a transaction that changes nothing', async () => {
    const database = await testDatabase()
    await database.transaction(async (sql) => expect(await recordChanges(sql, [], null)).toBeNull())
    await database.transaction(async (sql) => expect(await recordChanges(sql, changes(2), null)).toBe(2n))
  })

  it('belong to a merge exactly where it is one', async () => {
    const database = await testDatabase()
    const record = ({ by = null, ...change }: Partial<NewChange> & { by?: string | null }) =>
      database.transaction((sql) =>
        recordChanges(
          sql,
          changes(1).map((row) => ({ ...row, ...change })),
          by,
        ),
      )
    await expect(record({ kind: 'MERGED' })).rejects.toThrow('Change_merge_check')
    await expect(record({ mergeId: newId() })).rejects.toThrow('Change_merge_check')
    const act = { kind: 'UNMERGED', mergeId: newId(), reason: 'Two people after all.', by: 'Archive' } as const
    await record(act)
    expect(await database.prisma.change.findMany()).toMatchObject([act])
  })
})
