import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { type Cluster, startCluster } from '../support/postgres-cluster.js'
import { type Program, program, type Running } from '../support/program.js'
import { archivesOf, stateOf, versions } from './archives.js'
import { outcomesOf } from './outcomes.js'
import { isLong, report, runs } from './runs.js'

const isPostgres = inject('backend') === 'postgres'

describe.runIf(isLong && isPostgres)('Postgres that is stopped at once', { timeout: 3_600_000 }, () => {
  let rapporteur: Program
  let cluster: Cluster
  let folder: string
  let server: Running
  beforeAll(async () => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'rapporteur-crash-')))
    cluster = await startCluster(folder, true)
    rapporteur = await program()
    return async () => {
      await rapporteur.remove()
      await cluster.stop()
      rmSync(folder, { recursive: true, force: true })
    }
  })

  const status = (path: string) => fetch(server.url + path).then((response) => response.status)

  it('loses nothing and leaves nothing half there; a server says so, stays, and is ready again by itself', async () => {
    const { first, second: text } = versions(60)
    const archives = await archivesOf(rapporteur, first, { base: await emptyDatabase(cluster.url) })
    const second = join(archives.folder, 'again.txt')
    writeFileSync(second, text)
    const lasts = await archives.timeOf(second)
    const before = await stateOf(archives.base)
    const { seed, found, instant, note } = outcomesOf(before, lasts)
    let slowest = 0
    const times = runs(0, 20)
    for (let i = 0; i < times; i++) {
      const archive = await archives.copy()
      // On a busy machine a connection may take longer than a request waits for one.
      server = await rapporteur.serve({ ...archive, env: { ...archive.env, RAPPORTEUR_READ_WAIT_MS: '60000' } })
      expect(await status('/ready')).toBe(200)
      const { ended } = rapporteur.start(['ingest', second, '--series', 'Board'], archive)
      await Promise.race([pause(instant()), ended])
      await cluster.crash()
      const { status: code, stderr } = await ended
      if (code !== 0) expect(stderr).toMatch(/^[^\n]+\.\n$/)
      expect([await status('/ready'), await status('/health')]).toEqual([503, 200])
      await cluster.start()
      const back = performance.now()
      while ((await status('/ready')) !== 200) await pause(20)
      slowest = Math.max(slowest, performance.now() - back)
      server.signal('SIGTERM')
      expect((await server.ended).status).toBe(0)
      const left = await stateOf(archive)
      expect((await archives.ingest(archive, second)).status).toBe(0)
      note({ left, repeated: await stateOf(archive), status: code })
    }
    report(`immediate stop of Postgres during an ingest, seed ${seed}`, {
      ...{ runs: times, ...found, other: 0 },
      'ms until ready again, at most': Math.round(slowest),
    })
    archives.remove()
  })
})

async function emptyDatabase(admin: string): Promise<string> {
  const client = new pg.Client({ connectionString: admin })
  await client.connect()
  await client.query('CREATE DATABASE base')
  await client.end()
  const url = new URL(admin)
  url.pathname = '/base'
  return url.href
}
