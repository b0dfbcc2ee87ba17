import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Access } from '../access/access.js'
import { Leaving } from '../database/departure.js'
import type { RequestRecord } from '../observe/request-record.js'
import { badRequest } from './refusals.js'

/** A request on its way through the server, with what one step finds out and a later one has to know. */
export class Arrival {
  /** Who sent it: nobody, until the front door has looked at the key. */
  access: Access = { key: null }
  /** Whether the answer of Yoga is data without errors. */
  isGood = false
  /** What the database threw for it: Yoga reports that, and the database is not asked twice. */
  failure: { readonly error: unknown } | undefined
  #gone: Leaving | undefined

  constructor(
    readonly request: IncomingMessage,
    readonly response: ServerResponse,
    /** Its line in the log and the metrics; undefined without an observer. */
    readonly record: RequestRecord | undefined,
    /** Scheme, host and port that permalinks begin with. */
    readonly origin: string,
  ) {}

  /** Path and query, as they were sent. */
  get address(): string {
    return this.request.url ?? '/'
  }

  get path(): string {
    const { address } = this
    const end = address.indexOf('?')
    return end < 0 ? address : address.slice(0, end)
  }

  /** The address with scheme, host and port: those of the request, wherever readers reach the server. Throws BAD_REQUEST. */
  get url(): URL {
    const { address } = this
    const base = `http://${this.request.headers.host || 'localhost'}`
    const full = address.startsWith('/') ? base + address : address
    if (!URL.canParse(full)) throw badRequest('This is no address of a server.')
    return new URL(full)
  }

  /** Whether a browser asks for a page to show. */
  get isForBrowser(): boolean {
    const { method, headers } = this.request
    return method === 'GET' && (headers.accept?.includes('text/html') ?? false)
  }

  /** Signals that the client has gone away. */
  get gone(): Leaving {
    if (this.#gone) return this.#gone
    const gone = new Leaving()
    this.response.on('close', () => {
      if (!this.response.writableEnded) gone.abort()
    })
    this.#gone = gone
    return gone
  }
}
