import { type Access, requireScope } from '../access/access.js'
import type { Arrival } from './arrival.js'
import type { RateLimits } from './rate-limit.js'
import { rateLimited } from './use-rate-limits.js'

/** How keys are found, and whether reading needs one. */
export interface AuthorizeOptions {
  readonly reading: 'open' | 'keys'
  /** Whose key a header has; throws as `authenticate` does. */
  readonly find: (header: string) => Promise<Access>
  readonly limits: RateLimits | undefined
}

/**
 * Who asks, by the Authorization header. A request is counted for its key once, whichever ways it goes. With `reading` "keys" nothing
 * of the archive is shown to who sends none; every key may read.
 *
 * @throws GraphQLError UNAUTHENTICATED, FORBIDDEN or RATE_LIMITED, and what the database throws.
 */
export type Authorize = (header: string | undefined, arrival: Arrival) => Promise<Access> | Access

const nobody: Access = { key: null }

export function authorizing({ reading, find, limits }: AuthorizeOptions): Authorize {
  const ofKey = async (header: string, arrival: Arrival): Promise<Access> => {
    const access = await find(header)
    if (access.key && !arrival.isCounted) {
      const wait = limits?.usedKey(access.key.id) ?? 0
      if (wait > 0) throw rateLimited(wait)
      arrival.isCounted = true
    }
    return access
  }
  return (header, arrival) => {
    if (header !== undefined) return ofKey(header, arrival)
    if (reading === 'keys') requireScope({ access: nobody }, 'READ')
    return nobody
  }
}
