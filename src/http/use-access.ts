import type { IncomingMessage } from 'node:http'
import { GraphQLError } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { type Access, requireScope } from '../access/access.js'
import { authenticate } from '../access/authenticate.js'
import type { Database } from '../database/database.js'
import { isGraphiql } from './graphql-address.js'
import { keyInCookie } from './key-cookie.js'
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
        const access = await accessOf(database, request, reading)
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

/**
 * Who asks, by the header; where reading is closed also by the cookie of somebody who signed in, which reads and no more: it
 * comes with every request of a browser, whoever made it send that.
 */
async function accessOf(database: Database, { headers }: Request, reading: 'open' | 'keys'): Promise<Access> {
  const header = headers.get('authorization')
  const kept = header === null && reading === 'keys' ? keyInCookie(headers.get('cookie')) : undefined
  if (kept === undefined) return authenticate(database, header)
  const { key } = await authenticate(database, `Bearer ${kept}`)
  return { key: key && { ...key, scope: 'READ' } }
}

const isUnknownKey = (error: unknown) => error instanceof GraphQLError && error.extensions.code === 'UNAUTHENTICATED'
