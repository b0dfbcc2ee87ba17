import { AsyncLocalStorage } from 'node:async_hooks'

const waiting = new AsyncLocalStorage<AbortSignal>()

/** Runs work that somebody waits for, until `signal` is aborted: statements that it sends to read are not needed after that. */
export const whileWaited = <Result>(signal: AbortSignal, work: () => Result): Result => waiting.run(signal, work)

/** The signal of the work that is under way; undefined for work that goes to its end whoever waits. */
export const waited = (): AbortSignal | undefined => waiting.getStore()
