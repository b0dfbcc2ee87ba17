import type { PrismaClient } from '../generated/prisma/client.js'
import type { Departure } from './departure.js'
import type { DatabaseLimits } from './limits.js'
import type { Sql } from './sql.js'

/** A reading statement. If it has a name, it is prepared once per connection. */
export interface ReadStatement {
  name: string | undefined
  text: string
  values: unknown[]
  /** Aborted when nobody needs the rows any more: Postgres then cancels the statement, and neither database starts it. */
  signal?: Departure | undefined
}

/** Called when a statement has ended, with the time its caller waited, in milliseconds. */
export type OnStatement = (text: string, ms: number) => void

/**
 * A pool's connections to Postgres: how many are open, how many of those are free, and how many callers are waiting. Statements
 * that will share a connection wait as one.
 */
export interface Connections {
  readonly open: number
  readonly free: number
  readonly waiting: number
}

/** Runs a reading statement; each row is an array of its columns. Like `Database.prisma`, not for use inside a transaction. */
export type Rows = (statement: ReadStatement) => Promise<unknown[][]>

/** Stops listening. */
export type Unlisten = () => Promise<void>

/** An open, migrated database: embedded (PGlite, owned by one process) or Postgres. Callers need not know which. */
export interface Database {
  readonly kind: 'embedded' | 'postgres'
  /** For reading through Prisma. Never use it inside `transaction`: the embedded database would deadlock. */
  readonly prisma: PrismaClient
  /** For reading without Prisma. */
  readonly rows: Rows
  /** The names of the migrations that were applied on opening. */
  readonly applied: readonly string[]
  /** Runs `work` in one write transaction; an error rolls it back and is rethrown. */
  transaction<Result>(work: (sql: Sql) => Promise<Result>): Promise<Result>
  /** The number of transactions that have ended in this process. Data read while it was lower may be stale. */
  writes(): number
  /**
   * Calls `wake` at each NOTIFY on the channel, and whenever one may have been missed. Returns a function that stops it; closing
   * the database stops it too.
   */
  listen(channel: string, wake: () => void): Unlisten
  /** The state of the two pools; undefined for the embedded database, which has none. */
  readonly connections?: () => Readonly<Record<'read' | 'write', Connections>>
  /**
   * Resolves with the cause if the database stops answering until the process is restarted, as after a full disk. Undefined for
   * Postgres, which is a separate process.
   */
  readonly stopped?: Promise<unknown>
  /** Throws if the database cannot be reached. */
  ping(): Promise<void>
  close(): Promise<void>
}

/** Which database to open, and who is told of its statements. */
export interface OpenOptions {
  /** A Postgres URL; if undefined, the embedded database is used. */
  url?: string | undefined
  /** The same database without a pooler in between, for migrations; defaults to `url`. */
  directUrl?: string | undefined
  /** The embedded database's folder; if undefined, it is kept in memory. */
  dataDir?: string | undefined
  /** The URL of this process's server, for other processes that find the folder in use. */
  address?: string | undefined
  /** A dump from which to create a new embedded database (tests). */
  template?: Blob | undefined
  /** Defaults to `databaseLimits`. */
  limits?: Partial<DatabaseLimits> | undefined
  /** Called with each statement that Prisma sends. */
  onQuery?: ((sql: string) => void) | undefined
  /** Called for each statement except migrations. */
  onStatement?: OnStatement | undefined
}
