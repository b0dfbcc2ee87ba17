import type { IncomingMessage } from 'node:http'
import { GraphQLError } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { Access } from '../access/access.js'
import { pageOrJsonRefusal } from './answer-refusal.js'
import type { Arrival } from './arrival.js'
import type { Authorize } from './authorize.js'
import type { Marked } from './etag.js'
import { isGraphiql } from './graphql-address.js'
import { keyInCookie } from './key-cookie.js'
import { maskedError } from './masked-error.js'
import { note } from './observed.js'
import type { RateLimits } from './rate-limit.js'

/** What is known of a request before GraphQL sees it. */
export interface ServerContext {
  access?: Access
  /** Where it came by Node's server. */
  req?: IncomingMessage
  arrival?: Arrival
  /** What its answer says of itself, if it is a good one. */
  marked?: Marked
  isGood?: boolean
}

/** Ways out that show nothing of the archive: whether the server runs, and the page that asks for a key. */
const isOpen = (request: Request, path: string, introspection: 'on' | 'off') =>
  path === '/health' || path === '/ready' || isGraphiql(request, path, introspection)

/** How to find out who asks, and what is open to all. */
export interface AccessOptions {
  readonly authorize: Authorize
  readonly reading: 'open' | 'keys'
  readonly introspection: 'on' | 'off'
  readonly limits: RateLimits | undefined
}

/** Finds out who asks, and counts it. */
export function useAccess({ authorize, reading, introspection, limits }: AccessOptions): Plugin<object, ServerContext> {
  return {
    async onRequest({ request, url, serverContext, endResponse }) {
      if (isOpen(request, url.pathname, introspection)) return
      try {
        const access = await accessOf(request, { authorize, reading }, serverContext.arrival ?? {})
        serverContext.access = access
        if (access.key) note({ key: access.key.name })
      } catch (error) {
        if (isUnknownKey(error) && serverContext.req) limits?.failedKey(serverContext.req)
        endResponse(await pageOrJsonRefusal(maskedError(error, 'Unexpected error.'), request))
      }
    },
  }
}

/**
 * Who asks, by the header; where reading is closed also by the cookie of somebody who signed in, which reads and no more: it
 * comes with every request of a browser, whoever made it send that.
 */
async function accessOf(
  { headers }: Request,
  { authorize, reading }: Pick<AccessOptions, 'authorize' | 'reading'>,
  arrival: Arrival,
): Promise<Access> {
  const header = headers.get('authorization') ?? undefined
  const kept = header === undefined && reading === 'keys' ? keyInCookie(headers.get('cookie')) : undefined
  if (kept === undefined) return authorize(header, arrival)
  const { key } = await authorize(`Bearer ${kept}`, arrival)
  return { key: key && { ...key, scope: 'READ' } }
}

const isUnknownKey = (error: unknown) => error instanceof GraphQLError && error.extensions.code === 'UNAUTHENTICATED'
