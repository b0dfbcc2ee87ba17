import { beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../support/database.js'

describe('an open database', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await testDatabase()
  })

  it('is migrated and empty', async () => {
    expect(await database.prisma.meeting.count()).toBe(0)
  })

  it('rolls a transaction back when its work throws', async () => {
    const failing = database.transaction(async (sql) => {
      await sql.query(`INSERT INTO "Series" (id, slug, title) VALUES (gen_random_uuid(), 'a', 'A')`)
      throw new Error('stop')
    })
    await expect(failing).rejects.toThrow('stop')
    expect(await database.prisma.series.count()).toBe(0)
  })
})
