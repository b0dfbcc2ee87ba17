import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { prismaClient } from './client.js'
import { type Database, migrationsFolder, type OpenOptions } from './database.js'
import { lockDirectory } from './lock.js'
import { migrate } from './migrate.js'
import type { Sql } from './sql.js'

type Runner = Pick<PGlite, 'query' | 'exec'>

const sqlOn = (runner: Runner): Sql => ({
  query: async <Row>(text: string, parameters: unknown[] = []) => (await runner.query<Row>(text, parameters)).rows,
  script: async (text) => void (await runner.exec(text)), // not the adapter's executeScript: it drops errors
})

export async function openEmbedded({ dataDir, template, onQuery }: OpenOptions): Promise<Database> {
  if (dataDir) await mkdir(dataDir, { recursive: true })
  const unlock = dataDir ? await lockDirectory(dataDir) : undefined
  const fresh = !dataDir || !existsSync(join(dataDir, 'PG_VERSION'))
  let opened: PGlite | undefined
  try {
    const pglite = await PGlite.create({
      ...(dataDir ? { dataDir } : {}),
      ...(template && fresh ? { loadDataDir: template } : {}), // refused on a folder that holds a database
    })
    opened = pglite
    const applied = await migrate(sqlOn(pglite), migrationsFolder)
    const prisma = prismaClient(new PrismaPGlite(pglite), onQuery)
    return {
      kind: 'embedded',
      prisma,
      applied,
      transaction: (work) => pglite.transaction((transaction) => work(sqlOn(transaction))),
      ping: async () => void (await pglite.query('SELECT 1')),
      close: async () => {
        await prisma.$disconnect()
        await pglite.close() // $disconnect does not
        await unlock?.()
      },
    }
  } catch (error) {
    await opened?.close()
    await unlock?.()
    throw error
  }
}
