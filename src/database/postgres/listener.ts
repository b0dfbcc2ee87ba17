import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Unlisten } from '../database.js'
import { connectionTo } from './session.js'

export interface ListenerOptions {
  /** Must bypass any pooler: in transaction mode it would drop LISTEN. */
  url: string
  /** How long connecting, or an answer, may take, in milliseconds. */
  timeout: number
}

/** In milliseconds. The connection is probed at this interval, because an idle one may break without an error. */
const HEARTBEAT_MS = 15_000
const FIRST_RETRY_MS = 100
const MAX_RETRY_MS = 5_000

/**
 * Listens on a channel over a connection of its own, and reconnects indefinitely if it is lost. Calls `wake` at each
 * notification, and after each (re)connection, because notifications may have been missed before it.
 */
export function listenOnPostgres(options: ListenerOptions, channel: string, wake: () => void): Unlisten {
  const stop = new AbortController()
  const ended = listenUntil(stop.signal, options, channel, wake)
  return () => {
    stop.abort()
    return ended
  }
}

async function listenUntil(
  signal: AbortSignal,
  options: ListenerOptions,
  channel: string,
  wake: () => void,
): Promise<void> {
  for (let delay = FIRST_RETRY_MS; !signal.aborted; delay = Math.min(delay * 2, MAX_RETRY_MS)) {
    const listened = await listenOnce(signal, options, channel, wake)
    if (listened) delay = FIRST_RETRY_MS
    await pause(delay, undefined, { signal }).catch(() => {})
  }
}

/** Listens over one connection until it is lost or the signal is aborted. Returns whether it ever listened. */
async function listenOnce(
  signal: AbortSignal,
  { url, timeout }: ListenerOptions,
  channel: string,
  wake: () => void,
): Promise<boolean> {
  const client = new pg.Client({
    ...connectionTo(url, {}),
    application_name: 'rapporteur listen',
    connectionTimeoutMillis: timeout,
    query_timeout: timeout,
    keepAlive: true,
  })
  let listened = false
  const lost = new AbortController()
  const end = () => client.end().catch(() => {})
  signal.addEventListener('abort', end)
  client.on('error', () => lost.abort()) // without a listener it would end the process
  client.on('end', () => lost.abort())
  client.on('notification', wake)
  try {
    // A connection that is ended while it is being made never says that it was made.
    await Promise.race([client.connect(), once(signal, 'abort', { signal: lost.signal })])
    if (signal.aborted) return false
    await client.query(`LISTEN ${client.escapeIdentifier(channel)}`)
    listened = true
    wake()
    const either = AbortSignal.any([signal, lost.signal])
    while (!either.aborted) {
      await pause(HEARTBEAT_MS, undefined, { signal: either }).catch(() => {})
      if (!either.aborted) await client.query('SELECT 1')
    }
  } catch {
    // The caller reconnects after a pause.
  } finally {
    signal.removeEventListener('abort', end)
    lost.abort() // nothing listens any more for what ends all connections
    await Promise.race([end(), pause(FIRST_RETRY_MS)]) // `end` never resolves if the connection vanished silently
  }
  return listened
}
