/** How many connections to Postgres are opened, and how long anything waits there. Times in milliseconds. */
export interface DatabaseLimits {
  /** Connections for reading. */
  readonly readConnections: number
  /** How long a read waits for one of them. */
  readonly readWait: number
  /** How long a statement that reads may run. */
  readonly readStatement: number
  /** Connections for writing. */
  readonly writeConnections: number
  /** How long a write waits for a lock, so that one of two ingests of a meeting waits and none fails. */
  readonly writeLock: number
  /** How long the first connection may take, at start. */
  readonly connect: number
}

export const databaseLimits: DatabaseLimits = {
  readConnections: 8,
  readWait: 2_000,
  readStatement: 5_000,
  writeConnections: 4,
  writeLock: 60_000,
  connect: 4_000,
}
