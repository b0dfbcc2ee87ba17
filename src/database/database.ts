import type { PrismaClient } from '../generated/prisma/client.js'
import type { Departure } from './departure.js'
import type { DatabaseLimits } from './limits.js'
import type { Unlisten } from './listener.js'
import type { Sql } from './sql.js'

/** One statement that reads. With a name it is prepared once for each connection. */
export interface ReadStatement {
  name: string | undefined
  text: string
  values: unknown[]
  /** Aborted when nobody waits for the rows any more: Postgres cancels the statement then, and no database begins it. */
  signal?: Departure | undefined
}

/** Is told of a statement that is over, and of how long whoever asked has waited for it, in milliseconds. */
export type OnStatement = (text: string, ms: number) => void

/** Connections to Postgres: how many there are, how many of them are free, and how many wait for one. */
export interface Connections {
  readonly open: number
  readonly free: number
  readonly waiting: number
}

/** Runs a statement that reads; each row is an array of its columns. Used as `Database.prisma` is. */
export type Rows = (statement: ReadStatement) => Promise<unknown[][]>

/** An open, migrated database: embedded (PGlite, one owner) or Postgres. Both behave alike to everything above. */
export interface Database {
  readonly kind: 'embedded' | 'postgres'
  /** Reads, by Prisma. Never used inside `transaction`: on the embedded database it would wait for itself. */
  readonly prisma: PrismaClient
  /** Reads, past Prisma. */
  readonly rows: Rows
  /** Names of the migrations that opening has applied. */
  readonly applied: readonly string[]
  /** Runs `work` in one write transaction; an error rolls it back and is thrown on. */
  transaction<Result>(work: (sql: Sql) => Promise<Result>): Promise<Result>
  /** How many of these transactions have ended in this process: what was read before the last of them may have changed. */
  writes(): number
  /**
   * Calls `wake` at each NOTIFY on the channel, and whenever one could have been missed. Gives what ends that; closing the
   * database ends it too.
   */
  listen(channel: string, wake: () => void): Unlisten
  /** Of the two pools; there are none on the embedded database. */
  readonly connections?: () => Readonly<Record<'read' | 'write', Connections>>
  /**
   * Resolves with the reason when the database answers nothing any more until the process is started again, as after a full disk.
   * There is none on Postgres, which is a process of its own.
   */
  readonly stopped?: Promise<unknown>
  /** Throws when the database cannot be reached. */
  ping(): Promise<void>
  close(): Promise<void>
}

export interface OpenOptions {
  /** A Postgres address; without one, the embedded database. */
  url?: string | undefined
  /** The same database without a pooler between, for migrations; `url` without one. */
  directUrl?: string | undefined
  /** Folder of the embedded database; in memory without one. */
  dataDir?: string | undefined
  /** Where the server of this process listens, for other processes that find the folder in use. */
  address?: string | undefined
  /** A dump that a new embedded database starts from (tests). */
  template?: Blob | undefined
  /** What is not given is as in `databaseLimits`. */
  limits?: Partial<DatabaseLimits> | undefined
  /** Called with each statement that Prisma sends. */
  onQuery?: ((sql: string) => void) | undefined
  /** Is told of each statement, but of no migration. */
  onStatement?: OnStatement | undefined
}
