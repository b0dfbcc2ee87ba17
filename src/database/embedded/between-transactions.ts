import type { PGlite } from '@electric-sql/pglite'

/**
 * Does `work` on the embedded database while neither a transaction nor another statement is under way; those that come meanwhile
 * wait for it. `work` may send messages of the wire protocol, which `PGlite.execProtocol` itself runs at once, whatever else is
 * under way.
 *
 * PGlite offers half of this: `runExclusive` keeps statements out, but comes in between those of an open transaction. What keeps
 * transactions out, as in `PGlite.query`, has no public name, so this is the one place that knows it.
 */
export const betweenTransactions = <Result>(pglite: PGlite, work: () => Promise<Result>): Promise<Result> =>
  pglite._runExclusiveTransaction(() => pglite.runExclusive(work))
