import { GraphQLError } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { z } from 'zod'
import { requireScope } from '../access/access.js'
import { createKey, keyScopes, listKeys, revokeKey } from '../access/keys.js'
import type { Database } from '../database/database.js'
import { ReportedError } from '../database/reported-error.js'
import { refusal } from '../schema/errors.js'
import { jsonRefusal } from './answer-refusal.js'
import { maskedError } from './masked-error.js'
import { badRequest } from './refusals.js'
import type { ServerContext } from './use-access.js'

const Wanted = z.object({ name: z.string().trim().min(1).max(200), scope: z.enum(keyScopes) })

/**
 * Keys, for `rapporteur key` while a server owns the database: GET and POST /keys, DELETE /keys/ID. They are no part of the
 * archive, and so none of GraphQL.
 */
export function useKeys(database: Database): Plugin<object, ServerContext> {
  return {
    async onRequest({ request, url, serverContext, endResponse }) {
      if (url.pathname !== '/keys' && !url.pathname.startsWith('/keys/')) return
      try {
        requireScope({ access: serverContext.access ?? { key: null } }, 'ADMIN')
        endResponse(await answer(database, request, url.pathname))
      } catch (error) {
        endResponse(jsonRefusal(error instanceof GraphQLError ? error : maskedError(error, 'Unexpected error.')))
      }
    },
  }
}

async function answer(database: Database, request: Request, path: string): Promise<Response> {
  const id = path.slice('/keys/'.length)
  if (request.method === 'DELETE' && id) return revoked(database, id)
  if (request.method === 'GET' && !id) return Response.json(await listKeys(database))
  if (request.method === 'POST' && !id) {
    const wanted = Wanted.safeParse(await request.json().catch(() => undefined))
    if (!wanted.success) throw badRequest('Send { "name": …, "scope": "READ" | "WRITE" | "ADMIN" } as JSON.')
    return Response.json(await createKey(database, wanted.data), { status: 201 })
  }
  throw badRequest('Keys take GET and POST at /keys, and DELETE at /keys/ID.', 405)
}

async function revoked(database: Database, id: string): Promise<Response> {
  try {
    await revokeKey(database, id)
    return Response.json({ revoked: id })
  } catch (error) {
    throw error instanceof ReportedError ? refusal(404, 'NOT_FOUND', error.message) : error
  }
}
