import { z } from 'zod'
import { requireScope } from '../../access/access.js'
import { createKey, keyScopes, listKeys, revokeKey } from '../../access/keys.js'
import type { Database } from '../../database/database.js'
import { ReportedError } from '../../database/reported-error.js'
import { refusal } from '../../schema/errors.js'
import { type Answer, jsonAnswer } from '../answer.js'
import type { Arrival } from '../arrival.js'
import { readBody } from '../checks/body.js'
import { badRequest } from '../refusals.js'

const Wanted = z.object({ name: z.string().trim().min(1).max(200), scope: z.enum(keyScopes) })

/** The longest request for a key, in bytes. */
const LONGEST = 10_000

export const isKeysPath = (path: string): boolean => path === '/keys' || path.startsWith('/keys/')

/**
 * Keys, for `rapporteur key` while a server owns the database: GET and POST /keys, DELETE /keys/ID. They are no part of the
 * archive, and so none of GraphQL.
 *
 * @throws GraphQLError UNAUTHENTICATED, FORBIDDEN, BAD_REQUEST, NOT_FOUND
 */
export async function keysAnswer(database: Database, { access, path, request }: Arrival): Promise<Answer> {
  requireScope({ access }, 'ADMIN')
  const id = path.slice('/keys/'.length)
  if (request.method === 'DELETE' && id) return revoked(database, id)
  if (request.method === 'GET' && !id) return jsonAnswer(await listKeys(database))
  if (request.method === 'POST' && !id) {
    const wanted = Wanted.safeParse(parsed(await readBody(request, LONGEST)))
    if (!wanted.success) throw badRequest('Send { "name": …, "scope": "READ" | "WRITE" | "ADMIN" } as JSON.')
    return jsonAnswer(await createKey(database, wanted.data), 201)
  }
  throw badRequest('Keys take GET and POST at /keys, and DELETE at /keys/ID.', 405)
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString())
  } catch {
    return undefined
  }
}

async function revoked(database: Database, id: string): Promise<Answer> {
  try {
    await revokeKey(database, id)
    return jsonAnswer({ revoked: id })
  } catch (error) {
    throw error instanceof ReportedError ? refusal(404, 'NOT_FOUND', error.message) : error
  }
}
