import { connect } from 'node:net'
import type pg from 'pg'
import type { Departure } from '../departure.js'
import { GoneError } from '../failure.js'
import { backendOf } from './pg-internals.js'

/** Runs a statement that a library sends, and whose result it reads. @throws GoneError as `onConnection` does */
export const cancellableQuery = (
  pool: pg.Pool,
  query: pg.QueryArrayConfig,
  signal: AbortSignal,
): Promise<pg.QueryArrayResult> => onConnection(pool, signal, (client, done) => client.query(query, done))

type Done<Result> = (failure: Error | null | undefined, result: Result) => void

/**
 * Sends a statement on a connection of the pool. If the signal is aborted meanwhile, the server is asked to cancel the
 * statement. The connection is then closed: a late cancel request would otherwise hit the next statement on it.
 *
 * @throws GoneError if the signal is aborted before the statement ends
 */
export function onConnection<Result>(
  pool: pg.Pool,
  signal: Departure | undefined,
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
        askToCancel(client)
      }
      signal?.addEventListener('abort', cancel)
      send(client, (failure, result) => {
        signal?.removeEventListener('abort', cancel)
        release(asked || isSpoilt(failure))
        if (failure) reject(asked ? new GoneError() : failure)
        else resolve(result)
      })
    })
  })
}

/**
 * Whether a connection on which a statement ended with this is to be closed, as the pool's own `query` does it for all errors: for
 * all but values that the database does not take (SQLSTATE class 22), which come with honest requests.
 */
export const isSpoilt = (failure: (Error & { code?: unknown }) | null | undefined): boolean =>
  failure != null && !(typeof failure.code === 'string' && failure.code.startsWith('22'))

/**
 * Asks the server to cancel what the connection runs, by a CancelRequest (PostgreSQL protocol, 55.2.8). Best effort: there is no
 * reply, and it may come late.
 */
export function askToCancel(client: pg.PoolClient): void {
  const backend = backendOf(client)
  if (!backend) return
  const { processID, secretKey, host, port } = backend
  const message = Buffer.alloc(16)
  for (const [i, value] of [16, 80_877_102, processID, secretKey].entries()) message.writeInt32BE(value, 4 * i)
  const socket = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host)
  socket.on('error', () => {}) // then the statement runs until its timeout
  socket.end(message)
}
