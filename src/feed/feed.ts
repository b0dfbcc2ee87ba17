import { setTimeout as pause } from 'node:timers/promises'
import type { Database } from '../database/database.js'
import { databaseFailure } from '../database/failure.js'
import type { Change } from '../generated/prisma/client.js'
import { changesChannel } from './record-changes.js'
import { wakesOf } from './wakes.js'

/** Changes that were to follow have been removed since: nobody read them for longer than they are kept. */
export class FeedGapError extends Error {
  override readonly name = 'FeedGapError'
}

/** Whoever follows may not any more. */
export class EndedError extends Error {
  override readonly name = 'EndedError'
}

/** The feed of one database, for whoever follows it in this process. */
export interface Feed {
  /**
   * Every change behind a number, each once, in order, as soon as it is there; ends when the signal is aborted. The table is
   * the truth, and a notification says only that it is worth a look. Goes on by itself when the database was away.
   *
   * @param isEnded whether nothing more may be told, asked at every wake.
   * @throws FeedGapError
   * @throws EndedError
   */
  follow(after: bigint, signal: AbortSignal, isEnded?: () => Promise<boolean>): AsyncGenerator<Change, void, void>
}

/** So many changes are read at once. */
const batch = 100
/** While the database is away or busy it is asked again after so many milliseconds. */
const retryPause = 1_000

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
        const changes = await read(last, seen).catch(unlessAway)
        if (await isEnded?.().catch(unlessAway)) throw new EndedError()
        if (changes?.[0] && changes[0].sequence !== last + 1n) throw new FeedGapError()
        for (const change of changes ?? []) {
          if (signal.aborted) return
          yield change
          last = change.sequence
        }
        if (!changes) await pause(retryPause, undefined, { signal }).catch(() => {})
        else if (changes.length === 0) await wakes.after(seen, signal)
      }
    } finally {
      leave()
    }
  }
  return { follow }
}

/** What the database says once it is back is looked at then. */
const unlessAway = (error: unknown): undefined => {
  if (databaseFailure(error) === undefined) throw error
}

/**
 * Reads what follows a number. Those who ask for the same after the same wake share one statement; not those of a later wake,
 * for the statement may have begun before what that tells of was there.
 */
function sharedReads({ prisma }: Database) {
  const underWay = new Map<string, Promise<Change[]>>()
  return (after: bigint, wake: number): Promise<Change[]> => {
    const key = `${after} ${wake}`
    const known = underWay.get(key)
    if (known) return known
    const reading = prisma.change
      .findMany({ where: { sequence: { gt: after } }, orderBy: { sequence: 'asc' }, take: batch })
      .finally(() => underWay.delete(key))
    underWay.set(key, reading)
    return reading
  }
}
