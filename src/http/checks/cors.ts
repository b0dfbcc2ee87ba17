import type { Answer } from '../answer.js'
import { isLoopbackOrigin } from './loopback.js'

/** Which pages of other origins may ask. */
export interface CorsSettings {
  /** Undefined: pages of this machine while listening on loopback, else none. */
  readonly corsOrigins: readonly string[] | undefined
  readonly onLoopback: boolean
}

/** The headers for a page of this origin: none for one that is not on the list. Keys are no cookies, so no credentials. */
export function corsHeaders({ corsOrigins, onLoopback }: CorsSettings) {
  const isAllowed = (origin: string) =>
    corsOrigins ? corsOrigins.includes(origin) : onLoopback && isLoopbackOrigin(origin)
  return (origin: string | undefined): Readonly<Record<string, string>> | undefined =>
    origin !== undefined && isAllowed(origin)
      ? {
          'access-control-allow-origin': origin,
          'access-control-allow-methods': 'GET, POST, OPTIONS',
          'access-control-expose-headers': 'etag, idempotency-replayed, retry-after',
          'access-control-max-age': '600', // seconds
        }
      : undefined
}

/** The answer to what a browser asks before it lets a page send a request with headers of its own. */
export const preflight = (askedHeaders: string | undefined, isAllowed: boolean): Answer => ({
  status: 204,
  headers: {
    'content-length': '0', // Safari waits for a body without it
    ...(isAllowed && askedHeaders !== undefined
      ? { 'access-control-allow-headers': askedHeaders, vary: 'access-control-request-headers' }
      : {}),
  },
  body: null,
})
