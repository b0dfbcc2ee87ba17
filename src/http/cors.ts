import type { CORSOptions } from 'graphql-yoga'
import { isLoopbackOrigin } from './loopback.js'

export interface CorsSettings {
  /** Undefined: pages of this machine while listening on loopback, else none. */
  readonly corsOrigins: readonly string[] | undefined
  readonly onLoopback: boolean
}

/** The headers for pages of other origins: none for one that is not on the list. Keys are no cookies, so no credentials. */
export function corsOptions({ corsOrigins, onLoopback }: CorsSettings): (request: Request) => CORSOptions {
  const allowed = (origin: string) =>
    corsOrigins ? corsOrigins.includes(origin) : onLoopback && isLoopbackOrigin(origin)
  return (request) => {
    const origin = request.headers.get('origin')
    if (origin === null || !allowed(origin)) return false
    return { origin: [origin], credentials: false, methods: ['GET', 'POST', 'OPTIONS'], maxAge: 600 }
  }
}
