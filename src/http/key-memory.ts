import type { Access } from '../access/access.js'
import { authenticate } from '../access/authenticate.js'
import type { Database } from '../database/database.js'
import { TRUSTED_FOR, type Writes } from './archive-version.js'

/** So many keys are remembered, those that were used last. */
const MAX_KEYS = 1_000

interface Remembered {
  readonly at: number
  readonly stamp: string
  readonly access: Promise<Access>
}

/**
 * Whose keys are, without a look into the database at each request: for a second, and not beyond a write. So a key that is
 * revoked here, or elsewhere with NOTIFY to tell of it, counts no more at once, and after a second in any case.
 */
export class KeyMemory {
  readonly #remembered = new Map<string, Remembered>()

  constructor(
    private readonly database: Database,
    private readonly writes: Writes,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** By the Authorization header; throws as `authenticate` does. */
  find(header: string): Promise<Access> {
    const stamp = this.writes.stamp()
    const before = this.#remembered.get(header)
    this.#remembered.delete(header)
    const isTrue = before !== undefined && before.stamp === stamp && this.now() - before.at < TRUSTED_FOR
    const remembered = isTrue ? before : { at: this.now(), stamp, access: authenticate(this.database, header) }
    this.#remembered.set(header, remembered)
    for (const oldest of this.#remembered.keys()) if (this.#remembered.size > MAX_KEYS) this.#remembered.delete(oldest)
    remembered.access.catch(() => this.#remembered.delete(header)) // failures are not cached
    return remembered.access
  }
}
