import type { IncomingMessage } from 'node:http'
import { GraphQLError } from 'graphql'
import { type Access, requireScope } from '../../access/access.js'
import { keyInCookie } from './key-cookie.js'
import type { RateLimits } from './rate-limit.js'
import { rateLimited } from './rate-limit.js'

/** How keys are found, and whether reading needs one. */
export interface AuthorizeOptions {
  readonly reading: 'open' | 'keys'
  /** Whose key a header has; throws as `authenticate` does. */
  readonly find: (header: string) => Promise<Access>
  readonly limits: RateLimits | undefined
}

/**
 * Who asks, by the Authorization header; where reading is closed also by the cookie of somebody who signed in, which reads and no
 * more: it comes with every request of a browser, whoever made it send that. With `reading` "keys" nothing of the archive is shown to
 * who sends no key; every key may read. A request with a key counts for that, one with an invalid key for its address.
 *
 * @throws GraphQLError UNAUTHENTICATED, FORBIDDEN or RATE_LIMITED, and what the database throws.
 */
export type Authorize = (request: IncomingMessage) => Promise<Access> | Access

const nobody: Access = { key: null }

export function authorizing({ reading, find, limits }: AuthorizeOptions): Authorize {
  const ofKey = async (header: string, request: IncomingMessage): Promise<Access> => {
    const access = await find(header).catch((error: unknown) => {
      if (error instanceof GraphQLError && error.extensions.code === 'UNAUTHENTICATED') limits?.failedKey(request)
      throw error
    })
    const wait = (access.key && limits?.usedKey(access.key.id)) ?? 0
    if (wait > 0) throw rateLimited(wait)
    return access
  }
  const ofCookie = async (kept: string, request: IncomingMessage): Promise<Access> => {
    const { key } = await ofKey(`Bearer ${kept}`, request)
    return { key: key && { ...key, scope: 'READ' } }
  }
  return (request) => {
    const { authorization, cookie } = request.headers
    if (authorization !== undefined) return ofKey(authorization, request)
    if (reading === 'open') return nobody
    const kept = keyInCookie(cookie)
    if (kept !== undefined) return ofCookie(kept, request)
    requireScope({ access: nobody }, 'READ')
    return nobody
  }
}
