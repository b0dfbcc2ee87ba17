import type { CORSOptions } from 'graphql-yoga'
import { isLoopbackOrigin } from './loopback.js'

/** Which pages of other origins may ask. */
export interface CorsSettings {
  /** Undefined: pages of this machine while listening on loopback, else none. */
  readonly corsOrigins: readonly string[] | undefined
  readonly onLoopback: boolean
}

const methods = ['GET', 'POST', 'OPTIONS']
/** Seconds. */
const maxAge = 600

const allows =
  ({ corsOrigins, onLoopback }: CorsSettings) =>
  (origin: string): boolean =>
    corsOrigins ? corsOrigins.includes(origin) : onLoopback && isLoopbackOrigin(origin)

/** The headers for pages of other origins: none for one that is not on the list. Keys are no cookies, so no credentials. */
export function corsOptions(settings: CorsSettings): (request: Request) => CORSOptions {
  const allowed = allows(settings)
  return (request) => {
    const origin = request.headers.get('origin')
    if (origin === null || !allowed(origin)) return false
    return { origin: [origin], credentials: false, methods, maxAge }
  }
}

/** The same headers, as Yoga makes them of these options for a request that is no question of a browser's own. */
export function corsHeaders(settings: CorsSettings): (origin: string) => Record<string, string> {
  const allowed = allows(settings)
  return (origin): Record<string, string> =>
    allowed(origin)
      ? {
          'access-control-allow-origin': origin,
          'access-control-allow-methods': methods.join(', '),
          'access-control-max-age': String(maxAge),
        }
      : {}
}
