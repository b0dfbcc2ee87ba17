import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { openCluster } from '../../src/database/embedded/cluster.js'
import { dataFolder, makeDataFolder } from '../../src/database/embedded/data-folder.js'
import { pendingInFolder } from '../../src/database/embedded/open-embedded.js'
import { stoppedInWords } from '../../src/database/failure.js'
import { openDatabase } from '../../src/database/open-database.js'
import { newDatabase } from '../support/database.js'

// They say nothing about Postgres. From the template, for making one takes seconds.
describe.runIf(inject('backend') === 'embedded')('a data folder', () => {
  let dataDir: string
  beforeEach(() => {
    dataDir = join(mkdtempSync(join(tmpdir(), 'rapporteur-folder-')), 'data')
  })
  afterEach(() => rmSync(join(dataDir, '..'), { recursive: true }))

  it('is for its owner alone, keeps what was written, and takes one process at a time', async () => {
    const first = await openDatabase({ ...(await newDatabase()), dataDir, address: 'http://127.0.0.1:4000' })
    expect(statSync(dataDir).mode & 0o777).toBe(0o700)
    await expect(openDatabase({ dataDir })).rejects.toThrow(
      `is in use by process ${process.pid} (http://127.0.0.1:4000)`,
    )
    await first.transaction((sql) =>
      sql.query(`INSERT INTO "Series" (id, slug, title) VALUES (gen_random_uuid(), 'a', 'A')`),
    )
    await first.close()
    const second = await openDatabase({ dataDir })
    expect(second.applied).toEqual([])
    expect(await second.prisma.series.findMany({ select: { title: true } })).toEqual([{ title: 'A' }])
    await second.close()
  })

  it('is unpacked from the database that the build packed, where there is one', async () => {
    const folder = dataFolder(dataDir)
    await makeDataFolder(folder)
    const pglite = await openCluster(folder, undefined, pathToFileURL(inject('template')))
    const { rows } = await pglite.query('SELECT FROM "_prisma_migrations"')
    await pglite.close()
    expect(rows.length).toBeGreaterThan(0)
    expect(existsSync(folder.unfinished)).toBe(false)
  })

  it('tells when it has stopped, and answers nothing after that', async () => {
    const database = await openDatabase({ ...(await newDatabase()), dataDir })
    const panic = Object.assign(new Error('could not write'), { severity: 'PANIC', code: '53100' })
    await expect(database.transaction(() => Promise.reject(panic))).rejects.toBe(panic)
    expect(stoppedInWords(await database.stopped)).toMatch(/^The disk is full, and .+ start the server again\. .+\.$/)
    await expect(database.ping()).rejects.toThrow('The embedded database has stopped.')
    await database.close()
  })

  it('that a process left half made is made anew', async () => {
    mkdirSync(join(dataDir, 'database'), { recursive: true })
    writeFileSync(join(dataDir, 'database', 'PG_VERSION'), '18\n')
    writeFileSync(join(dataDir, 'unfinished'), '')
    const database = await openDatabase({ ...(await newDatabase()), dataDir })
    expect(await database.prisma.meeting.count()).toBe(0)
    await database.close()
    expect(existsSync(join(dataDir, 'unfinished'))).toBe(false)
  })

  it('of another version of PostgreSQL is left as it is', async () => {
    mkdirSync(join(dataDir, 'database'), { recursive: true })
    writeFileSync(join(dataDir, 'database', 'PG_VERSION'), '17\n')
    await expect(openDatabase({ dataDir })).rejects.toThrow('was made by PostgreSQL 17')
    await expect(openDatabase({ dataDir })).rejects.toThrow('was made by PostgreSQL 17') // and the lock was given back
  })

  it('whose place a file has is refused in a sentence', async () => {
    writeFileSync(dataDir, '')
    await expect(openDatabase({ dataDir })).rejects.toThrow(
      `Cannot use the data folder ${dataDir}: a file is in its place.`,
    )
  })

  it('that is not there yet lacks every migration, and is not made by asking', async () => {
    expect((await pendingInFolder(dataDir)).length).toBeGreaterThan(0)
    expect(existsSync(dataDir)).toBe(false)
  })
})
