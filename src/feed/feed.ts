import { setTimeout as pause } from 'node:timers/promises'
import type { Database } from '../database/database.js'
import { databaseFailure } from '../database/failure.js'
import type { Change } from '../generated/prisma/client.js'
import { changesChannel } from './record-changes.js'
import { wakesOf } from './wakes.js'

/** The changes to be sent next have been deleted: the subscriber was away for longer than changes are kept. */
export class FeedGapError extends Error {
  override readonly name = 'FeedGapError'
}

/** The subscriber is no longer allowed to follow the feed. */
export class EndedError extends Error {
  override readonly name = 'EndedError'
}

/** The change feed of one database, for subscribers in this process. */
export interface Feed {
  /**
   * Yields every change after a sequence number, each once, in order, as soon as it is committed; ends when the signal is aborted.
   * Changes are read from the table; notifications only trigger the reading. Continues by itself after a database outage.
   *
   * @param isEnded whether to stop the subscriber; checked at every wake-up
   * @throws FeedGapError
   * @throws EndedError if `isEnded` is true
   */
  follow(after: bigint, signal: AbortSignal, isEnded?: () => Promise<boolean>): AsyncGenerator<Change, void, void>
}

/** How many changes are read at once. */
const BATCH_SIZE = 100
/** How long to wait, in milliseconds, before asking an unavailable database again. */
const RETRY_MS = 1_000

export function feedOf(database: Database): Feed {
  const wakes = wakesOf((wake) => database.listen(changesChannel, wake))
  const read = sharedReads(database)

  async function* follow(
    after: bigint,
    signal: AbortSignal,
    isEnded?: () => Promise<boolean>,
  ): AsyncGenerator<Change, void, void> {
    const leave = wakes.join()
    try {
      for (let last = after; !signal.aborted; ) {
        const seen = wakes.count()
        const changes = await read(last, seen).catch(ignoreOutage)
        if (await isEnded?.().catch(ignoreOutage)) throw new EndedError()
        if (changes?.[0] && changes[0].sequence !== last + 1n) throw new FeedGapError()
        for (const change of changes ?? []) {
          if (signal.aborted) return
          yield change
          last = change.sequence
        }
        if (!changes) await pause(RETRY_MS, undefined, { signal }).catch(() => {})
        else if (changes.length === 0) await wakes.after(seen, signal)
      }
    } finally {
      leave()
    }
  }
  return { follow }
}

/** Rethrows all errors but those of an unavailable database, which is asked again later. */
const ignoreOutage = (error: unknown): undefined => {
  if (databaseFailure(error) === undefined) throw error
}

/**
 * Reads the changes after a sequence number. Subscribers at the same position after the same wake-up share one statement. Those of
 * a later wake-up must not: the statement may have started before the changes it announces were committed.
 */
function sharedReads({ prisma }: Database) {
  const inFlight = new Map<string, Promise<Change[]>>()
  return (after: bigint, wake: number): Promise<Change[]> => {
    const key = `${after} ${wake}`
    const shared = inFlight.get(key)
    if (shared) return shared
    const reading = prisma.change
      .findMany({ where: { sequence: { gt: after } }, orderBy: { sequence: 'asc' }, take: BATCH_SIZE })
      .finally(() => inFlight.delete(key))
    inFlight.set(key, reading)
    return reading
  }
}
