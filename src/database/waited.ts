import { AsyncLocalStorage } from 'node:async_hooks'

const waiting = new AsyncLocalStorage<AbortSignal>()

/** Runs work for a client, who has gone away once `signal` is aborted; reading statements of the work are then cancelled. */
export const whileWaited = <Result>(signal: AbortSignal, work: () => Result): Result => waiting.run(signal, work)

/** The client's signal of the current work; undefined for work that is always completed. */
export const waited = (): AbortSignal | undefined => waiting.getStore()
