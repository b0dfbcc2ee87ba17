import type { Plugin } from 'graphql-yoga'
import { type Access, requireScope } from '../access/access.js'
import { authenticate } from '../access/authenticate.js'
import type { Database } from '../database/database.js'
import { maskedError } from './masked-error.js'
import { refusalResponse } from './refusal.js'

/** What is known of a request before GraphQL sees it. */
export interface ServerContext {
  access?: Access
}

/** Ways out that show nothing of the archive: whether the server runs, and the page that asks for a key. */
const isOpen = (request: Request, path: string) =>
  path === '/health' || path === '/ready' || (path === '/graphql' && acceptsHtml(request))

export const acceptsHtml = ({ method, headers }: Request): boolean =>
  method === 'GET' && (headers.get('accept')?.includes('text/html') ?? false)

/** Finds out who asks. With `reading` "keys" nothing of the archive is shown to who sends no key. */
export function useAccess(
  database: Database,
  { reading }: { reading: 'open' | 'keys' },
): Plugin<object, ServerContext> {
  return {
    async onRequest({ request, url, serverContext, endResponse }) {
      if (isOpen(request, url.pathname)) return
      try {
        serverContext.access = await authenticate(database, request.headers)
        if (reading === 'keys') requireScope({ access: serverContext.access }, 'READ')
      } catch (error) {
        endResponse(refusalResponse(maskedError(error, 'Unexpected error.')))
      }
    },
  }
}
