import { connect } from 'node:net'
import type pg from 'pg'
import type { ReadStatement } from '../database.js'
import { GoneError } from '../failure.js'
import { runStatement } from './run-statement.js'

/** What a pg connection knows about its server process; pg's types leave it out. */
interface Backend {
  processID: number
  secretKey: number
  host: string
  port: number
}

/** Runs a reading statement on a connection of the pool. @throws GoneError as `onConnection` does */
export const cancellable = (pool: pg.Pool, { name, text, values, signal }: ReadStatement): Promise<unknown[][]> =>
  onConnection(pool, signal, (client, done) => runStatement(client, { name, text, values, done }))

/** The same for a statement that a library sends, and whose result it reads. */
export const cancellableQuery = (
  pool: pg.Pool,
  query: pg.QueryArrayConfig,
  signal: AbortSignal,
): Promise<pg.QueryArrayResult> => onConnection(pool, signal, (client, done) => client.query(query, done))

type Done<Result> = (failure: Error | null | undefined, result: Result) => void

/**
 * Sends a statement on a connection of the pool. If the signal is aborted meanwhile, the server is asked to cancel the
 * statement by a CancelRequest (PostgreSQL protocol, 55.2.8). The connection is then closed: a late cancel request would otherwise
 * hit the next statement on it.
 *
 * @throws GoneError if the signal is aborted before the statement ends
 */
function onConnection<Result>(
  pool: pg.Pool,
  signal: ReadStatement['signal'],
  send: (client: pg.PoolClient, done: Done<Result>) => void,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    pool.connect((error, client, release) => {
      if (error || !client) return reject(error)
      if (signal?.aborted) {
        release()
        return reject(new GoneError())
      }
      let asked = false
      const cancel = () => {
        asked = true
        askToCancel(client as unknown as Backend)
      }
      signal?.addEventListener('abort', cancel)
      send(client, (failure, result) => {
        signal?.removeEventListener('abort', cancel)
        release(asked || failure != null) // as the pool's own `query` does it
        if (failure) reject(asked ? new GoneError() : failure)
        else resolve(result)
      })
    })
  })
}

/** Best effort: the server sends no reply. */
function askToCancel({ processID, secretKey, host, port }: Backend): void {
  const message = Buffer.alloc(16)
  for (const [i, value] of [16, 80_877_102, processID, secretKey].entries()) message.writeInt32BE(value, 4 * i)
  const socket = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host)
  socket.on('error', () => {}) // then the statement runs until its timeout
  socket.end(message)
}
