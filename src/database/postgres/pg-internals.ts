import type pg from 'pg'
import type { StatementCall } from './statement-call.js'

// What is used of pg beside what its documentation promises. Nothing else uses more. Where a version of pg lacks a part, whoever
// asks for it here goes the documented way: statements go one by one, and nothing is cancelled before its timeout.

/** A column whose type is not text, and its parser for the text that Postgres sends. */
export type ParsedColumn = readonly [column: number, parse: (text: string) => unknown]

/** Called when a connection is free again: with the error that ended the work on it, and the calls that had no answer by then. */
export type Ended = (error: Error | undefined, unanswered: readonly StatementCall[]) => void

/** What a connection knows about its server process. */
export interface Backend {
  readonly processID: number
  readonly secretKey: number
  readonly host: string
  readonly port: number
}

/** Undefined where pg does not tell. */
export function backendOf(client: pg.PoolClient): Backend | undefined {
  const { processID, secretKey, host, port } = client as unknown as Partial<Backend>
  if (typeof processID !== 'number' || typeof secretKey !== 'number') return undefined
  return typeof host === 'string' && typeof port === 'number' ? { processID, secretKey, host, port } : undefined
}

/** Whether statements can be sent on this connection by `Executions`. */
export function canPipeline(client: pg.PoolClient): boolean {
  const { connection } = client as unknown as { connection?: Partial<pg.Connection> }
  const methods = [connection?.bind, connection?.execute, connection?.sync, connection?.stream?.cork]
  return methods.every((method) => typeof method === 'function')
}

const serialized = (value: unknown) => (value === null || value === undefined ? null : String(value))

/** Sends Bind and Execute of each statement and one Sync (PostgreSQL protocol, 55.2.4) as a query object of pg. */
export class Executions implements pg.Submittable {
  #at = 0
  #rows: unknown[][] = []
  #failure: Error | undefined
  #isOver = false

  constructor(
    private readonly calls: readonly StatementCall[],
    private readonly columns: readonly (readonly ParsedColumn[])[],
    private readonly ended: Ended,
  ) {}

  submit(connection: pg.Connection): void {
    connection.stream.cork()
    try {
      for (const { name, values } of this.calls) {
        connection.bind({ statement: name ?? '', values: values.map(serialized) }, true)
        connection.execute({}, true)
      }
      connection.sync()
    } finally {
      connection.stream.uncork()
    }
  }

  handleDataRow({ fields: row }: { fields: unknown[] }): void {
    try {
      for (const [i, parse] of this.columns[this.#at] ?? []) if (row[i] !== null) row[i] = parse(row[i] as string)
      this.#rows.push(row)
    } catch (error) {
      this.#failure ??= error instanceof Error ? error : new Error(String(error))
    }
  }

  handleCommandComplete(): void {
    this.calls[this.#at++]?.done(this.#failure, this.#rows)
    this.#rows = []
    this.#failure = undefined
  }

  handleError(error: Error): void {
    this.#end(error)
  }

  handleReadyForQuery(): void {
    this.#end(undefined)
  }

  /** Called by pg where a `query_timeout` of the address has passed; pg makes of it what has to be called to stop its clock. */
  callback(): void {}

  #end(error: Error | undefined): void {
    if (this.#isOver) return
    this.#isOver = true
    this.callback()
    this.ended(error, error ? this.calls.slice(this.#at) : [])
  }
}
