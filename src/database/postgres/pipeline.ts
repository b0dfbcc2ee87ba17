import type pg from 'pg'
import type { ReadStatement, Rows } from '../database.js'
import { GoneError } from '../failure.js'
import { askToCancel, onConnection } from './cancellable.js'
import { isPrepared, runStatement, runTogether, type StatementCall } from './run-statement.js'

/** How many statements one connection is given at once. */
const MOST = 4

/** How many milliseconds a statement may take, on average, for others to wait behind it. */
const QUICK = 10

interface Waiting {
  readonly statement: ReadStatement
  readonly resolve: (rows: unknown[][]) => void
  readonly reject: (error: unknown) => void
}

/**
 * Runs reading statements on the connections of a pool. Quick ones that come together, or while all connections are in use, share
 * a connection and go there in one piece (pipelining; PostgreSQL protocol, 55.2.4). All others have a connection to themselves, so
 * that nobody waits for them: those without a name, and those that are new or have taken longer.
 */
export const pipelined = (pool: pg.Pool): Rows => {
  const pipeline = new Pipeline(pool)
  return (statement) => pipeline.run(statement)
}

class Pipeline {
  readonly #paces = new Paces()
  #waiting: Waiting[] = []
  /** Connections that the pool has been asked for and has not given yet. */
  #asked = 0
  #isSending = false

  constructor(private readonly pool: pg.Pool) {}

  run(statement: ReadStatement): Promise<unknown[][]> {
    if (!this.#paces.isQuick(statement.name)) return this.#alone(statement)
    return new Promise((resolve, reject) => {
      this.#waiting.push({ statement, resolve, reject })
      if (this.#isSending) return
      this.#isSending = true
      // After all requests that have arrived have been read: their statements go together.
      setImmediate(() => {
        this.#isSending = false
        this.#send()
      })
    })
  }

  #alone({ name, text, values, signal }: ReadStatement): Promise<unknown[][]> {
    return onConnection(this.pool, signal, (client, done) => {
      const started = isPrepared(client, name) ? performance.now() : undefined
      runStatement(client, {
        ...{ name, text, values },
        done: (error, rows) => {
          if (started !== undefined) this.#paces.note(name, performance.now() - started)
          done(error, rows)
        },
      })
    })
  }

  #send(): void {
    for (; this.#asked * MOST < this.#waiting.length; this.#asked++)
      this.pool.connect((error, client, release) => {
        this.#asked--
        const some = this.#waiting.splice(0, MOST)
        if (error || !client) for (const { reject } of some) reject(error)
        else this.#together(some, client, release)
      })
  }

  #together(all: readonly Waiting[], client: pg.PoolClient, release: (destroy?: boolean) => void): void {
    const here = all.filter(({ statement, reject }) => {
      if (statement.signal?.aborted) reject(new GoneError())
      return !statement.signal?.aborted
    })
    let isCancelled = false
    const cancel = () => {
      isCancelled = true
      askToCancel(client)
    }
    const calls = here.map(({ statement, resolve, reject }): StatementCall => {
      const { name, text, values, signal } = statement
      signal?.addEventListener('abort', cancel)
      return { name, text, values, done: (error, rows) => (error ? reject(error) : resolve(rows)) }
    })
    const started = performance.now()
    runTogether(client, calls, (error, { length: unanswered }) => {
      release(isCancelled || error !== undefined)
      for (const { statement } of here) {
        statement.signal?.removeEventListener('abort', cancel)
        if (!error) this.#paces.note(statement.name, (performance.now() - started) / here.length)
      }
      const [first, ...others] = unanswered > 0 ? here.slice(-unanswered) : []
      if (first && !isCancelled) first.reject(error)
      for (const one of isCancelled && first ? [first, ...others] : others) this.#again(one)
    })
  }

  /** Once more, alone: what shared a connection with a statement that failed, or whose client has gone. */
  #again({ statement, resolve, reject }: Waiting): void {
    if (statement.signal?.aborted) reject(new GoneError())
    else this.#alone(statement).then(resolve, reject)
  }
}

/** How long named statements take: a moving average of milliseconds, in which the last time counts for a quarter. */
class Paces {
  readonly #paces = new Map<string, number>()

  isQuick(name: string | undefined): boolean {
    return name !== undefined && (this.#paces.get(name) ?? Number.POSITIVE_INFINITY) < QUICK
  }

  note(name: string | undefined, ms: number): void {
    if (name === undefined) return
    const before = this.#paces.get(name) ?? ms
    this.#paces.set(name, before + (ms - before) / 4)
  }
}
