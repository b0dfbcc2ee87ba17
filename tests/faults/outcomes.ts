import { expect } from 'vitest'
import { meaningOf, type State } from './archives.js'
import { dice } from './runs.js'

interface Left {
  /** What the fault left. */
  left: State
  /** What is there after the same was asked for again. */
  repeated: State
  /** The status with which the ingest ended; null if it was killed. */
  status: number | null
}

/**
 * When each of many faults is due during an ingest that lasts so many milliseconds, and what came of them: the state before, or the
 * one after, and nothing between.
 */
export function outcomesOf(before: State, lasts: number) {
  const { seed, between } = dice()
  const found = { before: 0, after: 0 }
  let after: string | undefined
  let lastsNow = lasts
  return {
    seed,
    found,
    /** A third of the time goes by before anything is written. */
    instant: (): number => between(0.3 * lastsNow, 1.1 * lastsNow),
    note({ left, repeated, status }: Left): void {
      const run = `seed ${seed}, run ${found.before + found.after}`
      const meaning = meaningOf(repeated)
      after ??= meaning
      expect(meaning, `${run}, repeated`).toBe(after)
      expect(meaning).not.toBe(meaningOf(before))
      const isAfter = meaningOf(left) === after
      if (status === 0) expect(isAfter, `${run}: it said that it was written`).toBe(true)
      if (!isAfter) expect(left, run).toEqual(before)
      found[isAfter ? 'after' : 'before']++
      // The machine has more or less to do than when the time was taken: faults stay on both sides of the commit.
      lastsNow *= isAfter ? 0.8 : 1.1
    },
  }
}
