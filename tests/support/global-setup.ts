import { mkdtempSync, openAsBlob, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { sqlOn as sqlOnPGlite } from '../../src/database/embedded/open-embedded.js'
import { migrate, migrationsFolder } from '../../src/database/migrate.js'
import { sqlOn as sqlOnPostgres } from '../../src/database/postgres/session.js'
import { packedDatabase } from './packed-database.js'
import { startCluster } from './postgres-cluster.js'

declare module 'vitest' {
  interface ProvidedContext {
    /** What the tests run on: TEST_DB, "embedded" or "postgres". */
    backend: 'embedded' | 'postgres'
    /** A migrated, empty database to copy: a dump in a file, or the address of one in Postgres. */
    template: string
    /** For what is made once for all test files; gone when they are done. */
    folder: string
  }
}

/** Migrates one database, of which each worker then takes a copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-test-'))
  const backend = process.env.TEST_DB === 'postgres' ? 'postgres' : 'embedded'
  const { template, stop } = backend === 'postgres' ? await postgresTemplate(folder) : await embeddedTemplate(folder)
  project.provide('backend', backend)
  project.provide('template', template)
  project.provide('folder', folder)
  return async () => {
    await stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Template {
  template: string
  stop: () => Promise<void>
}

async function embeddedTemplate(folder: string): Promise<Template> {
  const pglite = await PGlite.create(packedDatabase ? { loadDataDir: await openAsBlob(packedDatabase) } : {})
  await migrate(sqlOnPGlite(pglite), migrationsFolder)
  const template = join(folder, 'template.tar')
  const dump = await pglite.dumpDataDir('none')
  writeFileSync(template, Buffer.from(await dump.arrayBuffer()))
  await pglite.close()
  return { template, stop: async () => {} }
}

async function postgresTemplate(folder: string): Promise<Template> {
  const given = process.env.TEST_DATABASE_URL
  const server = given ? { url: given, stop: async () => {} } : await startCluster(folder)
  const name = `rapporteur_template_${process.pid}`
  await onConnection(server.url, (client) => client.query(`CREATE DATABASE ${name}`))
  const template = new URL(server.url)
  template.pathname = `/${name}`
  await onConnection(template.href, (client) => migrate(sqlOnPostgres(client), migrationsFolder))
  const drop = () =>
    onConnection(server.url, async (client) => {
      const made = await client.query<{ datname: string }>(
        'SELECT datname FROM pg_database WHERE datname = $1 OR datname LIKE $2',
        [name, `rapporteur_test_${process.pid}_%`],
      )
      for (const { datname } of made.rows) await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`)
    })
  return { template: template.href, stop: given ? drop : server.stop }
}

async function onConnection(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
