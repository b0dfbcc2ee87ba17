import { LRUCache } from 'lru-cache'
import { type Departure, Leaving } from '../../database/departure.js'
import { worthCompressing } from '../send.js'
import type { ArchiveVersion } from './archive-version.js'

/** What is remembered: the answer to a query, or a page, if it is a good one. */
interface Remembered {
  readonly status: number
  readonly body: Buffer
  /** As pages are, if nothing is said. */
  readonly compress?: 'quickly' | 'well'
}

const isRemembered = (made: unknown): made is Remembered =>
  typeof made === 'object' &&
  made !== null &&
  'body' in made &&
  Buffer.isBuffer(made.body) &&
  'status' in made &&
  made.status === 200

interface Kept {
  readonly version: string
  readonly answer: Remembered
}

/** An answer that is being made, for all who ask for it meanwhile. */
interface UnderWay {
  readonly version: string
  readonly answer: Promise<unknown>
  readonly gone: Leaving
  /** How many wait for it. */
  waiting: number
}

/** Of an answer beside its body and its key, in bytes: objects, and places in tables. */
const OVERHEAD = 500

/**
 * Answers that were made at the archive's present version, by what was asked: those that were used last, up to a number of bytes,
 * an eighth of which one may take.
 * Who asks what somebody else is waiting for waits with them, so that it is read once.
 */
export class AnswerMemory {
  readonly #kept: LRUCache<string, Kept>
  readonly #underWay = new Map<string, UnderWay>()

  constructor(
    bytes: number,
    private readonly version: Pick<ArchiveVersion, 'current'>,
  ) {
    const sizeCalculation = ({ answer: { body, compress = 'well' } }: Kept, key: string) => {
      const copies = body.length < worthCompressing[compress] ? 1 : 2 // it is kept compressed as well
      return copies * body.length + 2 * key.length + OVERHEAD // a character of a key can take two bytes
    }
    this.#kept = new LRUCache({ maxSize: bytes, maxEntrySize: Math.ceil(bytes / 8), sizeCalculation })
  }

  /**
   * The answer to a question, whose key says all that the answer depends on beside the archive. It is the one that `make` gave
   * before, if the archive has the same version still. The version is looked at before `make` reads, so that an answer is never older
   * than the version that it is kept for.
   *
   * @param key begins with what kind of question it is; all of one kind have answers of one type.
   * @param gone that who asks has gone away; `make` is told when all have who wait for it.
   */
  async find<Made>(key: string, gone: Departure, make: (gone: Departure) => Promise<Made>): Promise<Made> {
    const found = this.version.current()
    // Where the database cannot be asked, `make` says so.
    const version = typeof found === 'string' ? found : await found.catch(() => undefined)
    if (version === undefined) return make(gone)
    const kept = this.#kept.get(key)
    if (kept?.version === version) return kept.answer as Made
    const shared = this.#underWay.get(key)
    const isSame = shared?.version === version && !shared.gone.aborted
    return this.#wait(isSame ? shared : this.#begin(key, version, make), gone)
  }

  #begin(key: string, version: string, make: (gone: Departure) => Promise<unknown>): UnderWay {
    const gone = new Leaving()
    const underWay: UnderWay = { version, gone, waiting: 0, answer: make(gone) }
    this.#underWay.set(key, underWay)
    const end = () => {
      if (this.#underWay.get(key) === underWay) this.#underWay.delete(key)
    }
    underWay.answer.then((answer) => {
      end()
      if (isRemembered(answer)) this.#kept.set(key, { version, answer })
    }, end)
    return underWay
  }

  async #wait<Made>(underWay: UnderWay, gone: Departure): Promise<Made> {
    const leave = () => {
      if (--underWay.waiting === 0) underWay.gone.abort()
    }
    underWay.waiting++
    gone.addEventListener('abort', leave)
    try {
      return (await underWay.answer) as Made
    } finally {
      gone.removeEventListener('abort', leave)
    }
  }
}
