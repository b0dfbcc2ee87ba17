import type { IncomingMessage } from 'node:http'
import { GraphQLError } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { type Access, requireScope } from '../access/access.js'
import { authenticate } from '../access/authenticate.js'
import type { Database } from '../database/database.js'
import { isGraphiql } from './graphql-address.js'
import { maskedError } from './masked-error.js'
import { note } from './observed.js'
import type { RateLimits } from './rate-limit.js'
import { refused } from './refused.js'
import { rateLimited } from './use-rate-limits.js'

/** What is known of a request before GraphQL sees it. */
export interface ServerContext {
  access?: Access
  /** Where it came by Node's server. */
  req?: IncomingMessage
}

/** Ways out that show nothing of the archive: whether the server runs, and the page that asks for a key. */
const isOpen = (request: Request, path: string, introspection: 'on' | 'off') =>
  path === '/health' || path === '/ready' || isGraphiql(request, path, introspection)

/** Requests that the short way has counted for their key, before it left them. */
export const countedKeys = new WeakSet<object>()

export interface AccessOptions {
  readonly reading: 'open' | 'keys'
  readonly introspection: 'on' | 'off'
  readonly limits: RateLimits | undefined
}

/** Finds out who asks, and counts it. With `reading` "keys" nothing of the archive is shown to who sends no key. */
export function useAccess(
  database: Database,
  { reading, introspection, limits }: AccessOptions,
): Plugin<object, ServerContext> {
  return {
    async onRequest({ request, url, serverContext, endResponse }) {
      if (isOpen(request, url.pathname, introspection)) return
      try {
        const access = await authenticate(database, request.headers.get('authorization'))
        const isCounted = serverContext.req !== undefined && countedKeys.has(serverContext.req)
        const wait = access.key && !isCounted ? (limits?.usedKey(access.key.id) ?? 0) : 0
        if (wait > 0) throw rateLimited(wait)
        serverContext.access = access
        if (access.key) note({ key: access.key.name })
        if (reading === 'keys') requireScope({ access }, 'READ')
      } catch (error) {
        if (isUnknownKey(error) && serverContext.req) limits?.failedKey(serverContext.req)
        endResponse(await refused(maskedError(error, 'Unexpected error.'), request))
      }
    },
  }
}

const isUnknownKey = (error: unknown) => error instanceof GraphQLError && error.extensions.code === 'UNAUTHENTICATED'
