import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import type { GraphQLError } from 'graphql'
import { refusal } from '../../schema/errors.js'
import { isLoopback } from './loopback.js'

/** Requests a minute; undefined: none on loopback, else as below. 0: as many as come. */
export interface RateSettings {
  readonly host: string
  readonly rateByAddress: number | undefined
  readonly rateByKey: number | undefined
  /** How many proxies stand in front, each of which adds whom it serves to X-Forwarded-For; 0: the header is not read. */
  readonly proxies: number
}

/** Requests a minute. */
const DEFAULT_BY_ADDRESS = 1_200
const DEFAULT_BY_KEY = 6_000

/**
 * Who may ask how often: a request without a key counts for the address that it came from, one with a key for that key. What
 * comes with an invalid key counts for its address too, so that keys cannot be guessed faster than anything else is asked.
 * Each gives the seconds to wait; 0 for a request that may go on.
 */
export interface RateLimits {
  /** Counts a request without a key, and looks only at one that brings a key: whose it is shows later. */
  arrived(request: IncomingMessage): number
  usedKey(id: string): number
  failedKey(request: IncomingMessage): number
}

/** Undefined where nothing is limited. */
export function rateLimitsOf(settings: RateSettings): RateLimits | undefined {
  const limited = !isLoopback(settings.host)
  const addresses = new Buckets(settings.rateByAddress ?? (limited ? DEFAULT_BY_ADDRESS : 0))
  const keys = new Buckets(settings.rateByKey ?? (limited ? DEFAULT_BY_KEY : 0))
  if (addresses.perMinute === 0 && keys.perMinute === 0) return undefined
  const addressOf = (request: IncomingMessage) => addressIn(request, settings.proxies)
  return {
    arrived: (request) => {
      if (isProbe(request.url)) return 0
      const address = addressOf(request)
      return request.headers.authorization === undefined ? addresses.take(address) : addresses.wait(address)
    },
    usedKey: (id) => keys.take(id),
    failedKey: (request) => addresses.take(addressOf(request)),
  }
}

/** What a load balancer asks: its questions are never limited. */
const isProbe = (url: string | undefined) => url === '/health' || url === '/ready'

/**
 * Whom a request came from, as far as that is to be believed: the connection's other end, or what the outermost of our own
 * proxies has seen. Of IPv6 its network of 64 bits, which is what one subscriber is given.
 */
export function addressIn({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>, proxies: number): string {
  const forwarded = proxies > 0 ? [headers['x-forwarded-for'] ?? []].flat().join(',').split(',') : []
  const client = forwarded.at(-proxies)?.trim() ?? ''
  const address = isIP(client) ? client : (socket.remoteAddress ?? '')
  if (isIP(address) !== 6) return address
  const plain = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (plain) return plain
  const [head = '', tail = ''] = address.replace(/%.*$/, '').split('::', 2)
  const groups = (part: string) => (part ? part.split(':') : [])
  const missing = Math.max(8 - groups(head).length - groups(tail).length, 0)
  const all = [...groups(head), ...Array.from({ length: missing }, () => '0'), ...groups(tail)]
  return all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}

const MINUTE = 60_000
/** The most buckets that are kept; beyond, those that were used longest ago begin anew. */
const MAX_BUCKETS = 100_000

/** Token buckets, one for each client: it holds a minute's worth of requests, and fills steadily. Full ones are not kept. */
export class Buckets {
  readonly #buckets = new Map<string, { tokens: number; at: number }>()

  constructor(
    readonly perMinute: number,
    /** Milliseconds of a clock that nobody sets. */
    private readonly now: () => number = () => performance.now(),
  ) {}

  get size(): number {
    return this.#buckets.size
  }

  /** Takes a token; gives the whole seconds until there is one, if there is none. */
  take(who: string): number {
    if (this.perMinute === 0) return 0
    const at = this.now()
    const bucket = this.#buckets.get(who)
    const tokens = this.#tokensOf(bucket, at)
    if (tokens < 1) return this.#untilOne(tokens)
    if (bucket)
      this.#buckets.delete(who) // to stand behind all that were used before
    else this.#forget(at)
    this.#buckets.set(who, { tokens: tokens - 1, at })
    return 0
  }

  /** The same without taking one. */
  wait(who: string): number {
    if (this.perMinute === 0) return 0
    const tokens = this.#tokensOf(this.#buckets.get(who), this.now())
    return tokens < 1 ? this.#untilOne(tokens) : 0
  }

  #tokensOf(bucket: { tokens: number; at: number } | undefined, at: number): number {
    if (!bucket) return this.perMinute
    return Math.min(this.perMinute, bucket.tokens + ((at - bucket.at) / MINUTE) * this.perMinute)
  }

  #untilOne = (tokens: number) => Math.ceil((((1 - tokens) / this.perMinute) * MINUTE) / 1_000)

  #forget(at: number): void {
    for (const [who, bucket] of this.#buckets) {
      if (at - bucket.at < MINUTE && this.#buckets.size < MAX_BUCKETS) return
      this.#buckets.delete(who)
    }
  }
}

/** Too many requests; `seconds` is when the next one is taken. */
export const rateLimited = (seconds: number): GraphQLError =>
  refusal(
    429,
    'RATE_LIMITED',
    `These are more requests than one may send in a minute. Ask again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
    { 'retry-after': String(seconds) },
  )
