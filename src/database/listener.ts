import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { connectionTo } from './session.js'

/** Stops listening. */
export type Unlisten = () => Promise<void>

export interface ListenerOptions {
  /** Past any pooler: one in transaction mode would drop LISTEN. */
  url: string
  /** How long connecting, or an answer, may take, in milliseconds. */
  patience: number
}

/** How often the connection is asked whether it still lives, in milliseconds: one that breaks in between says nothing. */
const heartbeat = 15_000
const firstPause = 100
const longestPause = 5_000

/**
 * Listens on a channel by one connection of its own, which is made again for as long as it takes when it is lost. `wake` is
 * called at each notification, and at each connection: something may have been sent before it was there.
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
  for (let delay = firstPause; !signal.aborted; delay = Math.min(delay * 2, longestPause)) {
    const lived = await listenOnce(signal, options, channel, wake)
    if (lived) delay = firstPause
    await pause(delay, undefined, { signal }).catch(() => {})
  }
}

/** One connection, until it is lost or the signal stops it. Gives whether it listened at all. */
async function listenOnce(
  signal: AbortSignal,
  { url, patience }: ListenerOptions,
  channel: string,
  wake: () => void,
): Promise<boolean> {
  const client = new pg.Client({
    ...connectionTo(url, {}),
    application_name: 'rapporteur listen',
    connectionTimeoutMillis: patience,
    query_timeout: patience,
    keepAlive: true,
  })
  let listened = false
  const lost = new AbortController()
  const end = () => client.end().catch(() => {})
  signal.addEventListener('abort', end)
  client.on('error', () => lost.abort()) // unheard, it would end the process
  client.on('end', () => lost.abort())
  client.on('notification', wake)
  try {
    await client.connect()
    await client.query(`LISTEN ${client.escapeIdentifier(channel)}`)
    listened = true
    wake()
    const either = AbortSignal.any([signal, lost.signal])
    while (!either.aborted) {
      await pause(heartbeat, undefined, { signal: either }).catch(() => {})
      if (!either.aborted) await client.query('SELECT 1')
    }
  } catch {
    // The next connection is tried after a pause.
  } finally {
    signal.removeEventListener('abort', end)
    await Promise.race([end(), pause(firstPause)]) // a connection that is gone without a word never ends
  }
  return listened
}
