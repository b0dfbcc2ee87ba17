import { LRUCache } from 'lru-cache'
import type { Access } from '../../access/access.js'
import { authenticate } from '../../access/authenticate.js'
import type { Database } from '../../database/database.js'
import { TRUSTED_FOR, type Writes } from '../graphql/archive-version.js'

/** The most keys that are remembered: those that were used last. */
const MAX_KEYS = 1_000

interface Remembered {
  readonly at: number
  readonly stamp: string
  readonly access: Promise<Access>
}

/**
 * Remembers whose keys are, so that not every request looks into the database: for a second, and only until the next write. A key
 * that is revoked here, or elsewhere with NOTIFY to tell of it, is refused at once, and after a second in any case.
 */
export class KeyMemory {
  readonly #remembered = new LRUCache<string, Remembered>({ max: MAX_KEYS })

  constructor(
    private readonly database: Database,
    private readonly writes: Writes,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** By the Authorization header; throws as `authenticate` does. */
  find(header: string): Promise<Access> {
    const stamp = this.writes.stamp()
    const before = this.#remembered.get(header)
    const isCurrent = before !== undefined && before.stamp === stamp && this.now() - before.at < TRUSTED_FOR
    if (isCurrent) return before.access
    const access = authenticate(this.database, header)
    this.#remembered.set(header, { at: this.now(), stamp, access })
    access.catch(() => this.#remembered.delete(header)) // failures are not cached
    return access
  }
}
