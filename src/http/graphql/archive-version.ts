import type { Database } from '../../database/database.js'
import { changesChannel } from '../../feed/record-changes.js'

/** For how many milliseconds a value that was read counts as current, unless a write is known to have happened since. */
export const TRUSTED_FOR = 1_000

/** Counts the writes to the archive: those of this process, and those of others that NOTIFY tells of. */
export class Writes {
  #notifications = 0
  #unlisten: (() => Promise<void>) | undefined

  constructor(private readonly database: Database) {}

  /** A text that is another one after each write. */
  stamp(): string {
    this.#unlisten ??= this.database.listen(changesChannel, () => {
      this.#notifications++
    })
    return `${this.database.writes()} ${this.#notifications}`
  }

  dispose = async (): Promise<void> => this.#unlisten?.()
}

interface Read {
  /** Milliseconds of a clock that nobody sets, when the statement was sent. */
  readonly at: number
  readonly stamp: string
  readonly version: Promise<string>
  /** The same, once it is there. */
  found?: string
}

/**
 * The version of the archive, which is that of its feed, from memory. This process' own writes count at once, those of others
 * when NOTIFY tells of them, and after a second at the latest.
 */
export class ArchiveVersion {
  #last: Read | undefined
  #known: string | undefined

  constructor(
    private readonly database: Database,
    private readonly writes: Writes,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** One that the archive has, or had before. What is read afterwards is this one or a later one. */
  earlier(): Promise<string> | string {
    return this.#known ?? this.current()
  }

  /** The one that the archive has, or had within the last second. Throws what the database throws. */
  current(): Promise<string> | string {
    const stamp = this.writes.stamp()
    const last = this.#last
    if (last && last.stamp === stamp && this.now() - last.at < TRUSTED_FOR) return last.found ?? last.version
    const read: Read = { at: this.now(), stamp, version: this.#read() }
    this.#last = read
    read.version.then(
      (version) => {
        read.found = version
        this.#known = version
      },
      () => {
        if (this.#last === read) this.#last = undefined
      },
    )
    return read.version
  }

  /** The oldest change counts too, for old ones go without a new one. */
  async #read(): Promise<string> {
    const [row = []] = await this.database.rows({
      name: undefined,
      text: `select min("sequence")::text, max("sequence")::text,
        (select "id"::text from "Change" order by "sequence" desc limit 1) from "Change"`,
      values: [],
    })
    return row.join(' ')
  }
}
