import { createHash } from 'node:crypto'
import type { GraphQLSchema } from 'graphql'
import { printSchema } from 'graphql'
import type { Access } from '../../access/access.js'
import type { Arrival } from '../arrival.js'
import type { ArchiveVersion } from './archive-version.js'

/** What the tag of an answer depends on, and how long caches keep it. */
export interface EtagOptions {
  readonly schema: GraphQLSchema
  readonly version: ArchiveVersion
  /** Whether only requests with a key are answered. */
  readonly reading: 'open' | 'keys'
  /** Seconds. */
  readonly maxAge: number
}

/** What a good answer to a GET says about itself, and whether the client has it already. */
export interface Marked {
  readonly headers: Readonly<Record<string, string>>
  readonly isKnown: boolean
}

type MarkedArrival = Pick<Arrival, 'address' | 'origin' | 'access' | 'request'>

interface MarkHeaders extends Readonly<Record<string, string>> {
  readonly etag: string
}

/** Marks good answers to GET, so that clients and caches keep them and ask whether they are still the same. */
export class Etags {
  readonly #salt: string

  constructor(private readonly options: EtagOptions) {
    this.#salt = hashOf(printSchema(options.schema))
  }

  /**
   * Call it before the answer is read: the tag is of a version that the archive then has or had, so that it never stands for more
   * than the answer holds. Whether a client's own tag is still right is known with at most a second's delay. Undefined where the
   * database cannot be asked.
   */
  mark(arrival: MarkedArrival): Promise<Marked | undefined> | Marked | undefined {
    const ifNoneMatch = arrival.request.headers['if-none-match']
    const marked = (version: string): Marked => {
      const headers = this.#headersOf(arrival, version)
      return { headers, isKnown: isKnown(headers.etag, ifNoneMatch) }
    }
    const { version } = this.options
    const found = ifNoneMatch === undefined ? version.earlier() : version.current()
    return typeof found === 'string' ? marked(found) : found.then(marked, () => undefined)
  }

  #headersOf({ address, origin, access, request }: MarkedArrival, version: string): MarkHeaders {
    const parts = [this.#salt, version, access.key?.scope ?? null, origin, request.headers.accept ?? null, address]
    return {
      etag: `W/"${hashOf(JSON.stringify(parts))}"`,
      'cache-control': this.#cacheControl(access),
      vary: 'accept, accept-encoding, authorization, origin',
    }
  }

  /** An answer that needs a key is stored nowhere; one that was asked for with a key and needs none, by the client alone. */
  #cacheControl({ key }: Access): string {
    if (this.options.reading === 'keys') return 'private, no-store'
    return key ? 'private, no-cache' : `public, max-age=${this.options.maxAge}`
  }
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 22)

/**
 * Whether a tag is among those of an If-None-Match header, compared weakly (RFC 9110, 13.1.2). Its `*` means whatever there is; it is
 * not taken, for before an answer is made nobody knows whether there is one.
 */
export function isKnown(tag: string, header: string | undefined): boolean {
  const opaque = (each: string) => each.trim().replace(/^W\//, '')
  return header === tag || (header?.split(',').some((each) => opaque(each) === opaque(tag)) ?? false)
}
