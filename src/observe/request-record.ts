import { AsyncLocalStorage } from 'node:async_hooks'

/** What is learnt about a request while it is answered. Contains no variables and no secrets. */
export interface RequestRecord {
  readonly id: string
  /**
   * How an operation was executed: "memory" from the answers that are kept, "direct" by the compiled read path without Yoga,
   * "compiled" by it behind Yoga, "ordinary" by GraphQL's executor, "unchanged" with a 304, "stream" as a subscription; "none" if no
   * operation was executed.
   */
  way: 'memory' | 'direct' | 'compiled' | 'ordinary' | 'unchanged' | 'stream' | 'none'
  /** The operation's name in the document. */
  operation?: string | undefined
  price?: number
  /** How many SQL statements it took. */
  statements: number
  /** The name of the API key. */
  key?: string
  /** The code of the first error. */
  code?: string
}

const storage = new AsyncLocalStorage<RequestRecord>()

/** Runs the code that answers a request, so that `currentRequestRecord` returns its record everywhere in it. */
export const withRequestRecord = <Result>(record: RequestRecord, run: () => Result): Result => storage.run(record, run)

/** The record of the request being answered; undefined outside of one, and where Yoga has no part in it. */
export const currentRequestRecord = (): RequestRecord | undefined => storage.getStore()
