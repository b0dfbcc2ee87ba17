import { execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '../../src/database/migrate.js'

declare module 'vitest' {
  interface ProvidedContext {
    backend: 'embedded' | 'postgres'
    template: string
  }
}

const migrations = new URL('../../prisma/migrations/', import.meta.url)

export default async function setup(project: TestProject) {
  const dir = mkdtempSync(join(tmpdir(), 'rapporteur-test-'))
  if (process.env.TEST_DB !== 'postgres') {
    const db = await PGlite.create()
    await migrate(
      {
        query: async (s, p = []) => (await db.query(s, p)).rows as never,
        script: async (s) => void (await db.exec(s)),
      },
      migrations,
    )
    const file = join(dir, 'template.tar')
    writeFileSync(file, Buffer.from(await (await db.dumpDataDir('none')).arrayBuffer()))
    await db.close()
    project.provide('backend', 'embedded')
    project.provide('template', file)
    return () => rmSync(dir, { recursive: true, force: true })
  }
  const stop = process.env.TEST_DATABASE_URL ? async () => {} : await cluster(dir)
  const admin = process.env.TEST_DATABASE_URL ?? `postgresql://postgres@127.0.0.1:${process.env.TEST_PGPORT}/postgres`
  const name = `template_${process.pid}`
  const run = async (url: string, fn: (c: pg.Client) => Promise<void>) => {
    const c = new pg.Client({ connectionString: url })
    await c.connect()
    try {
      await fn(c)
    } finally {
      await c.end()
    }
  }
  await run(admin, async (c) => void (await c.query(`CREATE DATABASE ${name}`)))
  const url = new URL(admin)
  url.pathname = `/${name}`
  await run(
    url.href,
    async (c) =>
      void (await migrate(
        {
          query: async (s, p = []) => (await c.query(s, p)).rows as never,
          script: async (s) => void (await c.query(s)),
        },
        migrations,
      )),
  )
  project.provide('backend', 'postgres')
  project.provide('template', url.href)
  return async () => {
    await stop()
    rmSync(dir, { recursive: true, force: true })
  }
}

/** A throw-away PostgreSQL on a free port; Postgres refuses to run as root, so root hands it to another account. */
async function cluster(dir: string) {
  const bin =
    process.env.PG_BIN ??
    ['18', '17', '16', '15'].map((v) => `/usr/lib/postgresql/${v}/bin`).find((p) => existsSync(join(p, 'initdb')))
  if (!bin) throw new Error('No PostgreSQL found: set PG_BIN or TEST_DATABASE_URL')
  const root = process.getuid?.() === 0
  const who = root ? { uid: id('-u'), gid: id('-g') } : {}
  if (root) chownSync(dir, who.uid!, who.gid!)
  const env = { ...process.env, LC_ALL: 'C.UTF-8' }
  execFileSync(
    join(bin, 'initdb'),
    ['-D', join(dir, 'data'), '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'],
    { ...who, env, cwd: dir, stdio: 'pipe' },
  )
  const port = await freePort()
  const server = spawn(
    join(bin, 'postgres'),
    [
      '-D',
      join(dir, 'data'),
      '-p',
      String(port),
      '-k',
      dir,
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'fsync=off',
      '-c',
      'synchronous_commit=off',
      '-c',
      'full_page_writes=off',
    ],
    { ...who, env, cwd: dir, stdio: 'ignore' },
  )
  process.env.TEST_PGPORT = String(port)
  for (let i = 0; ; i++) {
    const c = new pg.Client({ connectionString: `postgresql://postgres@127.0.0.1:${port}/postgres` })
    try {
      await c.connect()
      await c.end()
      break
    } catch (error) {
      if (i > 100) throw error
      await new Promise((r) => setTimeout(r, 100))
    }
  }
  return () =>
    new Promise<void>((resolve) => {
      server.once('exit', () => resolve())
      server.kill('SIGINT')
    }) // SIGINT = fast shutdown
}
const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres']).toString())
const freePort = () =>
  new Promise<number>((resolve) => {
    const s = createServer().listen(0, '127.0.0.1', () => {
      const { port } = s.address() as { port: number }
      s.close(() => resolve(port))
    })
  })
