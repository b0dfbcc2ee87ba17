import { createHash } from 'node:crypto'
import type { GraphQLSchema } from 'graphql'
import { printSchema } from 'graphql'
import type { Access } from '../access/access.js'
import type { ArchiveVersion } from './archive-version.js'

/** A GET of GraphQL, as both ways see it. */
export interface ReadRequest {
  /** Path and query, as they were sent. */
  readonly address: string
  /** Scheme, host and port that permalinks begin with. */
  readonly origin: string
  readonly accept: string | undefined
  readonly ifNoneMatch: string | undefined
  readonly access: Access
}

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

/** Marks good answers to GET, so that clients and caches keep them and ask whether they are still the same. */
export class Etags {
  readonly #salt: string

  constructor(private readonly options: EtagOptions) {
    this.#salt = hashOf(printSchema(options.schema))
  }

  /**
   * To be asked before the answer is read: the tag is of a version that the archive then has or had, so that it never stands for more than the
   * answer holds. A client that sends a tag is told whether it is still the same, with at most a second's delay. Undefined where
   * the database does not say.
   */
  async mark(request: ReadRequest): Promise<Marked | undefined> {
    const { version } = this.options
    try {
      const asks = request.ifNoneMatch !== undefined
      const tag = this.#tag(request, asks ? await version.current() : await version.earlier())
      return { headers: this.#headers(request, tag), isKnown: asks && isKnown(tag, request.ifNoneMatch ?? null) }
    } catch {
      return undefined
    }
  }

  #tag({ address, origin, accept, access }: ReadRequest, version: string): string {
    const parts = [this.#salt, version, access.key?.scope ?? null, origin, accept ?? null, address]
    return `W/"${hashOf(JSON.stringify(parts))}"`
  }

  #headers({ access }: ReadRequest, tag: string): Record<string, string> {
    return {
      etag: tag,
      'cache-control': this.#cacheControl(access),
      vary: 'accept, accept-encoding, authorization, origin',
    }
  }

  /** What takes a key to be seen is kept by nobody; what a key was sent with for nothing, by the client alone. */
  #cacheControl({ key }: Access): string {
    if (this.options.reading === 'keys') return 'private, no-store'
    return key ? 'private, no-cache' : `public, max-age=${this.options.maxAge}`
  }
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 22)

/** Whether a tag is among those of an If-None-Match header, compared weakly (RFC 9110, 13.1.2). */
export function isKnown(tag: string, header: string | null): boolean {
  const opaque = (each: string) => each.trim().replace(/^W\//, '')
  return header?.split(',').some((each) => each.trim() === '*' || opaque(each) === opaque(tag)) ?? false
}
