/** Limits on connections to the database and on waiting for them. Times in milliseconds. */
export interface DatabaseLimits {
  /** Connections for reading. */
  readonly readConnections: number
  /** How long a read waits for one of them. */
  readonly readWait: number
  /**
   * How long a read waits for its turn on the embedded database, which does one thing at a time: long enough for a document to be
   * written.
   */
  readonly embeddedReadWait: number
  /** How long a reading statement may run. */
  readonly readStatement: number
  /** Connections for writing. */
  readonly writeConnections: number
  /** How long a write waits for a lock. Long enough that of two ingests of one meeting, the second waits rather than fails. */
  readonly writeLock: number
  /** How long the first connection may take, at start. */
  readonly connect: number
}

/** What holds unless settings say otherwise. */
export const databaseLimits: DatabaseLimits = {
  readConnections: 8,
  readWait: 2_000,
  embeddedReadWait: 30_000,
  readStatement: 5_000,
  writeConnections: 4,
  writeLock: 60_000,
  connect: 4_000,
}
