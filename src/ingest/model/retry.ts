import { setTimeout as wait } from 'node:timers/promises'

/** How long to wait before a question is asked again. */
export interface Backoff {
  /** How often one question is asked again at most. */
  readonly tries: number
  /** Milliseconds before the second try; doubled for each further one. */
  readonly firstMs: number
  /** The longest wait that an endpoint may ask for, in milliseconds; what asks for a longer one is given up. */
  readonly longestMs: number
}

export const usualBackoff: Backoff = { tries: 4, firstMs: 1_000, longestMs: 120_000 }

/** What Retry-After says (RFC 9110, 10.2.3), in milliseconds from `now`; null where it says nothing. */
export const retryAfterMs = (header: string | null | undefined, now: number): number | null => {
  if (!header) return null
  const seconds = Number(header)
  const ms = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(header) - now
  return Number.isNaN(ms) ? null : Math.max(0, ms)
}

/** Milliseconds to wait before try `n` (from 1); null where asking again cannot help. */
export const waitBefore = (n: number, asked: number | null, { tries, firstMs, longestMs }: Backoff): number | null => {
  const ms = asked ?? firstMs * 2 ** (n - 1)
  return n > tries || ms > longestMs ? null : ms
}

/** Waits; ends early, without an error, where the signal is aborted. */
export const pause = async (ms: number, signal: AbortSignal | undefined): Promise<void> =>
  wait(ms, undefined, signal ? { signal } : {}).catch(() => undefined)
