import type { Access } from '../access/access.js'
import { authenticate } from '../access/authenticate.js'
import type { Database } from '../database/database.js'
import { TRUSTED_FOR, type Writes } from './archive-version.js'

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
    const isCurrent = before !== undefined && before.stamp === stamp && this.now() - before.at < TRUSTED_FOR
    const remembered = isCurrent ? before : { at: this.now(), stamp, access: authenticate(this.database, header) }
    this.#remembered.set(header, remembered)
    for (const oldest of this.#remembered.keys()) if (this.#remembered.size > MAX_KEYS) this.#remembered.delete(oldest)
    remembered.access.catch(() => this.#remembered.delete(header)) // failures are not cached
    return remembered.access
  }
}
