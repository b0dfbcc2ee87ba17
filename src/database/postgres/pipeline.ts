import type pg from 'pg'
import type { ReadStatement, Rows } from '../database.js'
import { GoneError } from '../failure.js'
import { askToCancel, isSpoilt, onConnection } from './cancellable.js'
import { Paces } from './paces.js'
import { isPlain, isPrepared, runStatement, runTogether } from './run-statement.js'
import type { StatementCall } from './statement-call.js'

/** How many statements one connection is given at once. */
const MOST = 4

interface Waiting {
  readonly statement: ReadStatement
  readonly resolve: (rows: unknown[][]) => void
  readonly reject: (error: unknown) => void
}

type Release = (destroy?: boolean) => void

/**
 * Runs reading statements on the connections of a pool. Quick ones that come together, or while all connections are in use, share
 * a connection and go there in one piece (pipelining; PostgreSQL protocol, 55.2.4). All others have a connection to themselves, so
 * that nobody waits for them: those without a name, and those that are new or have taken longer.
 */
export const pipelined = (pool: pg.Pool, paces: Pick<Paces, keyof Paces> = new Paces()): Rows => {
  const pipeline = new Pipeline(pool, paces)
  return (statement) => pipeline.run(statement)
}

class Pipeline {
  readonly #waiting: Waiting[] = []
  /** Connections that the pool has been asked for and has not given yet. */
  #asked = 0
  #isSending = false

  constructor(
    private readonly pool: pg.Pool,
    private readonly paces: Pick<Paces, keyof Paces>,
  ) {}

  run(statement: ReadStatement): Promise<unknown[][]> {
    const sharesWithOthers = this.paces.isQuick(statement.name) && statement.values.every(isPlain)
    if (!sharesWithOthers) return this.#alone(statement)
    return new Promise((resolve, reject) => {
      this.#waiting.push({ statement, resolve, reject })
      if (this.#isSending) return
      this.#isSending = true
      // After all requests that have arrived have been read: their statements go together.
      this.#afterThisTurn(() => {
        this.#isSending = false
        this.#send()
      })
    })
  }

  #afterThisTurn(work: () => void): void {
    const due = performance.now()
    setImmediate(() => {
      this.paces.noteTurn(performance.now() - due)
      work()
    })
  }

  #alone({ name, text, values, signal }: ReadStatement): Promise<unknown[][]> {
    return onConnection(this.pool, signal, (client, done) => {
      const sent = isPrepared(client, name) ? performance.now() : undefined
      this.#afterThisTurn(() => {}) // only to know how long a turn takes
      runStatement(client, {
        ...{ name, text, values },
        done: (error, rows) => {
          if (sent !== undefined) this.paces.note([name], sent)
          done(error, rows)
        },
      })
    })
  }

  #send(): void {
    while (this.#asked * MOST < this.#waiting.length) this.#ask()
  }

  #ask(): void {
    const last = this.#waiting.at(-1)
    this.#asked++
    this.pool.connect((error, client, release) => {
      this.#asked--
      if (client) {
        const next = this.#next()
        if (next.length > 0) this.#together(next, client, release)
        else release()
        return
      }
      // Who came later has not waited as long for a connection, and asks again.
      const waited = last ? this.#waiting.indexOf(last) + 1 : 0
      for (const { reject } of this.#waiting.splice(0, Math.min(waited, MOST))) reject(error)
      this.#send()
    })
  }

  /** Those who have waited longest and are still there. */
  #next(): readonly Waiting[] {
    const next: Waiting[] = []
    while (next.length < MOST) {
      const one = this.#waiting.shift()
      if (!one) break
      if (one.statement.signal?.aborted) one.reject(new GoneError())
      else next.push(one)
    }
    return next
  }

  #together(all: readonly Waiting[], client: pg.PoolClient, release: Release): void {
    let isCancelled = false
    const cancel = () => {
      isCancelled = true
      askToCancel(client)
    }
    const calls = all.map(({ statement: { name, text, values, signal }, resolve, reject }) => {
      signal?.addEventListener('abort', cancel)
      const leave = () => signal?.removeEventListener('abort', cancel)
      const done: StatementCall['done'] = (error, rows) => {
        leave()
        if (error) reject(error)
        else resolve(rows)
      }
      return { name, text, values, done, leave }
    })
    const sent = performance.now()
    runTogether(client, calls, (error, { length: left }) => {
      const [first, ...others] = left > 0 ? all.slice(-left) : []
      for (const { leave } of calls) leave()
      release(isCancelled || isSpoilt(error))
      this.paces.note(first ? [first.statement.name] : calls.map(({ name }) => name), sent)
      if (first && !isCancelled && !isDeadlock(error)) first.reject(error)
      else if (first) this.#again(first)
      for (const one of others) this.#again(one)
    })
  }

  /** Once more, alone: what shared a connection with a statement that failed, or whose client has gone. */
  #again({ statement, resolve, reject }: Waiting): void {
    if (statement.signal?.aborted) reject(new GoneError())
    else this.#alone(statement).then(resolve, reject)
  }
}

/** By itself a statement holds the locks of its own tables only, and not for longer than it runs. */
const isDeadlock = (error: (Error & { code?: unknown }) | undefined) => error?.code === '40P01'
