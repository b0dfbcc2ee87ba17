import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { createKey, revokeKey } from '../../src/access/keys.js'
import type { Database } from '../../src/database/database.js'
import { migrationsFolder } from '../../src/database/migrate.js'
import { openDatabase } from '../../src/database/open-database.js'
import { isLong, report, runs } from '../faults/runs.js'
import { balancerOf } from '../support/balancer.js'
import { copyOf } from '../support/database.js'
import { subscribe } from '../support/events.js'
import { operation } from '../support/handler.js'
import { programInPlaces, type Running } from '../support/program.js'
import { sample } from '../support/server.js'
import { until } from '../support/until.js'

const at = programInPlaces()

const bearer = (key: string) => ({ authorization: `Bearer ${key}` })
const titles = '{ meetings { nodes { title } } }'

describe.runIf(inject('backend') === 'postgres')('two servers on one Postgres', { timeout: 3_600_000 }, () => {
  let env: Record<string, string>
  let database: Database
  const servers: Running[] = []
  const keyOf = async (name: string) => createKey(database, { name, scope: 'WRITE' })
  const serve = () => at.rapporteur.serve({ cwd: at.places.empty(), env })
  beforeAll(async () => {
    const none = new URL(inject('template'))
    none.pathname = '/template0'
    const url = await copyOf(none.href)
    env = { DATABASE_URL: url, RAPPORTEUR_RATE_BY_KEY: '5', RAPPORTEUR_STOP_DELAY_MS: '300' }
    servers.push(...(await Promise.all([serve(), serve()])))
    database = await openDatabase({ url })
  })
  afterAll(() => database.close())

  const [first, second] = [0, 1].map((i) => (init: RequestInit) => fetch(`${servers[i]?.url}/graphql`, init))
  if (!first || !second) throw new Error('There are two.')

  it('migrate it once, though both find it empty', async () => {
    const rows = await database.prisma.$queryRaw<
      { migration_name: string }[]
    >`SELECT migration_name FROM _prisma_migrations`
    const files = readdirSync(migrationsFolder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    expect(rows.map(({ migration_name }) => migration_name).toSorted()).toEqual(
      files.map(({ name }) => name).toSorted(),
    )
    expect(database.applied).toEqual([])
  })

  it('tell each other of changes, and of keys that count no more', async () => {
    const { id, key } = await keyOf('writer')
    const events = await subscribe(`${servers[1]?.url}/graphql`, 'subscription { changes { kind } }')
    const query = `mutation ($text: String!) { ingestDocument(input: { text: $text, series: "Board" }) { __typename } }`
    const written = await first(operation(query, { text: readFileSync(sample, 'utf8') }, bearer(key)))
    expect(await written.json()).toEqual({ data: { ingestDocument: { __typename: 'IngestDocumentSuccess' } } })
    expect(await events.next()).toEqual({ data: { changes: { kind: 'CREATED' } } })
    events.leave()
    expect(await (await second(operation(titles))).text()).toContain('Marrowick')
    expect((await second(operation(titles, {}, bearer(key)))).status).toBe(200)
    await revokeKey(database, id)
    for (const ask of [first, second])
      await until(
        async () => (await ask(operation(titles, {}, bearer(key)))).status,
        (status) => status === 401,
      )
  })

  it('each limit how often a key asks, whoever else does', async () => {
    const [busy, other] = [await keyOf('busy'), await keyOf('other')]
    for (const ask of [first, second]) {
      const statuses = await until(
        async () => (await ask(operation(titles, {}, bearer(busy.key)))).status,
        (status) => status !== 200,
      )
      expect(statuses).toBe(429)
      expect((await ask(operation(titles, {}, bearer(other.key)))).status).toBe(200)
    }
  })

  const ways = [
    { keepAlive: false, checkEvery: 20 },
    { keepAlive: true, checkEvery: 20 },
    { keepAlive: false },
    { keepAlive: true },
  ]
  // Who never asks whether a server is ready may meet one that closes its port at that instant: that is counted, not promised.
  it.each(isLong ? ways : ways.slice(0, 1))('are restarted in turn under load, behind a balancer: %o', async (way) => {
    const addresses = servers.map(({ url }) => url)
    const balancer = await balancerOf(addresses, way)
    const load = loadOn(balancer.url, 6)
    const times = runs(1, 10)
    for (let i = 0; i < 2 * times; i++) {
      await load.more(30)
      const server = servers[i % 2] as Running
      server.signal('SIGTERM')
      expect(await server.ended).toMatchObject({ status: 0 })
      await load.more(30)
      const next = await serve()
      servers[i % 2] = next
      addresses[i % 2] = next.url
    }
    await load.more(30)
    const { answered, lost } = await load.end()
    await balancer.close()
    report(`two servers restarted in turn, ${JSON.stringify(way)}`, {
      ...{ restarts: 2 * times, requests: answered + lost.length, lost: lost.length },
      'passed on': balancer.passedOn(),
    })
    if (way.checkEvery !== undefined) expect(lost).toEqual([])
  })
})

/** So many clients that ask without a pause; `lost` has what they got instead of an answer. */
function loadOn(url: string, clients: number) {
  const lost: string[] = []
  let [answered, isOver] = [0, false]
  const client = async () => {
    while (!isOver) {
      try {
        const response = await fetch(`${url}/graphql`, operation(titles))
        const text = await response.text()
        if (response.status === 200 && text.includes('Marrowick')) answered++
        else lost.push(`${response.status}: ${text}`)
      } catch (error) {
        lost.push(String(error))
      }
    }
  }
  const all = Array.from({ length: clients }, client)
  return {
    /** Resolves when so many more are answered. */
    more: async (count: number) => {
      const enough = answered + lost.length + count
      await until(
        async () => answered + lost.length,
        (seen) => seen >= enough,
      )
    },
    end: async () => {
      isOver = true
      await Promise.all(all)
      return { answered, lost }
    },
  }
}
