import { existsSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { prismaClient, timed, timedSql } from '../client.js'
import type { Database, OpenOptions } from '../database.js'
import { UnavailableError } from '../failure.js'
import { databaseLimits } from '../limits.js'
import { migrate, migrationsFolder, pendingMigrations } from '../migrate.js'
import type { Sql } from '../sql.js'
import { openCluster } from './cluster.js'
import { cannotUse, dataFolder, makeDataFolder } from './data-folder.js'
import { embeddedRows } from './embedded-rows.js'
import { type FolderLock, lockFolder } from './lock.js'

type Runner = Pick<PGlite, 'query' | 'exec'>

/** Runs SQL on PGlite, or in one of its transactions. */
export const sqlOn = (runner: Runner): Sql => ({
  query: async <Row>(text: string, parameters: unknown[] = []) => (await runner.query<Row>(text, parameters)).rows,
  script: async (text) => void (await runner.exec(text)), // not the adapter's executeScript: it drops errors
  copy: async (into, lines) =>
    void (await runner.query(`COPY ${into} FROM '/dev/blob'`, [], { blob: new Blob([lines]) })),
})

/**
 * Opens the embedded database, created and migrated if necessary. @throws DatabaseInUseError, or ReportedError if the folder cannot be
 * used
 */
export async function openEmbedded({
  dataDir,
  address,
  template,
  limits,
  onQuery,
  onStatement,
}: OpenOptions): Promise<Omit<Database, 'writes'>> {
  const folder = dataDir ? dataFolder(dataDir) : undefined
  if (folder) await makeDataFolder(folder)
  const lock = folder ? await lockFolder(folder.path, address ?? null) : undefined
  let pglite: PGlite | undefined
  try {
    pglite = folder
      ? await openCluster(folder, template)
      : await PGlite.create(template ? { loadDataDir: template } : {})
    const applied = await migrate(sqlOn(pglite), migrationsFolder)
    const { embeddedReadWait } = { ...databaseLimits, ...limits }
    return embeddedDatabase(pglite, { applied, lock, embeddedReadWait, onQuery, onStatement })
  } catch (error) {
    await pglite?.close().catch(() => {})
    await lock?.release()
    throw folder ? cannotUse(folder.path, error) : error
  }
}

/** The names of the migrations that the database in a folder lacks; all of them if there is no database. Changes nothing. */
export async function pendingInFolder(dataDir: string): Promise<string[]> {
  const folder = dataFolder(dataDir)
  if (!existsSync(folder.cluster) || existsSync(folder.unfinished))
    return pendingMigrations({ query: async () => [], script: async () => {} }, migrationsFolder)
  const lock = await lockFolder(folder.path, null)
  try {
    const pglite = await openCluster(folder, undefined)
    try {
      return await pendingMigrations(sqlOn(pglite), migrationsFolder)
    } finally {
      await pglite.close()
    }
  } finally {
    await lock.release()
  }
}

interface OpenedParts {
  applied: string[]
  lock: FolderLock | undefined
  embeddedReadWait: number
  onQuery: OpenOptions['onQuery']
  onStatement: OpenOptions['onStatement']
}

function embeddedDatabase(
  pglite: PGlite,
  { applied, lock, embeddedReadWait, onQuery, onStatement }: OpenedParts,
): Omit<Database, 'writes'> {
  const { prisma, disconnect } = prismaClient(new PrismaPGlite(pglite), { onQuery, onStatement })
  const rows = embeddedRows(pglite, { embeddedReadWait })
  const guard = panicGuard()
  return {
    kind: 'embedded',
    prisma,
    rows: (statement) => {
      onQuery?.(statement.text)
      return guard.run(() => timed(statement.text, () => rows(statement), onStatement))
    },
    applied,
    stopped: guard.stopped,
    transaction: (work) => guard.run(() => inTransaction(pglite, (sql) => work(timedSql(sql, onStatement)))),
    listen: (channel, wake) => {
      const listening = pglite.listen(channel, wake)
      listening.then(wake, () => {}) // fails only if the database is closed
      return async () => {
        const unlisten = await listening.catch(() => undefined)
        await unlisten?.().catch(() => {}) // fails only if the database is closed, which ends the listening too
      }
    },
    ping: () => guard.run(async () => void (await pglite.query('SELECT 1'))),
    close: async () => {
      await disconnect()
      await (guard.isStopped() ? pglite.close().catch(() => {}) : pglite.close()) // disconnect() does not
      await lock?.release()
    },
  }
}

/** Runs work on the database until a PANIC has stopped it; after that every `run` throws UnavailableError. */
function panicGuard() {
  let broken: unknown
  let stop: (cause: unknown) => void = () => {}
  return {
    /** Resolves with the cause, once it has stopped. */
    stopped: new Promise<unknown>((resolve) => {
      stop = resolve
    }),
    isStopped: () => broken !== undefined,
    async run<Result>(work: () => Promise<Result>): Promise<Result> {
      if (broken) throw new UnavailableError('The embedded database has stopped.', { cause: broken })
      try {
        return await work()
      } catch (error) {
        if (isPanic(error)) {
          broken = error
          stop(error)
        }
        throw error
      }
    },
  }
}

/** After a PANIC, a Postgres server process exits; PGlite lives on but answers nothing any more. */
const isPanic = (error: unknown) => error instanceof Error && 'severity' in error && error.severity === 'PANIC'

/** Rethrows the original error: a broken database also fails to roll back, and would report only that. */
async function inTransaction<Result>(pglite: PGlite, work: (sql: Sql) => Promise<Result>): Promise<Result> {
  let cause: unknown
  try {
    return await pglite.transaction((transaction) =>
      work(sqlOn(transaction)).catch((error: unknown) => {
        cause = error
        throw error
      }),
    )
  } catch (error) {
    throw cause ?? error
  }
}
