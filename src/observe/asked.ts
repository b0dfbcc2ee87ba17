import { AsyncLocalStorage } from 'node:async_hooks'

/** What becomes known of a request while it is answered: nothing of what its variables hold, and no secret. */
export interface Asked {
  readonly id: string
  /**
   * Which way an operation went: before Yoga, by the compiled read path, by the ordinary executor, or as a stream; "none" for
   * what is no operation that was executed.
   */
  way: 'short' | 'compiled' | 'ordinary' | 'unchanged' | 'stream' | 'none'
  /** The operation's name, as its sender wrote it. */
  operation?: string | undefined
  price?: number
  /** Statements that the database was asked for it. */
  statements: number
  /** The name of the key. */
  key?: string
  /** The code of the first error. */
  code?: string
}

const storage = new AsyncLocalStorage<Asked>()

/** Runs what answers a request, so that `asked` knows it wherever that leads. */
export const whileAsked = <Result>(record: Asked, run: () => Result): Result => storage.run(record, run)

/** The request that is being answered here; undefined outside of one, and on the short way, which has no need of it. */
export const asked = (): Asked | undefined => storage.getStore()
