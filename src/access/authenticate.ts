import type { Database } from '../database/database.js'
import { type Access, unauthenticated } from './access.js'
import { findKey, noteUse } from './keys.js'

/**
 * Identifies the sender of a request by its Authorization header.
 *
 * @throws GraphQLError UNAUTHENTICATED for an unknown or revoked key, even on reads that need none: a client that sends a key
 * should learn that it is not accepted.
 */
export async function authenticate(database: Database, header: string | null): Promise<Access> {
  if (header === null) return { key: null }
  const given = /^bearer +(\S+)$/i.exec(header.trim())?.[1]
  if (given === undefined) throw unauthenticated('The Authorization header must be "Bearer KEY".')
  const key = await findKey(database, given)
  if (!key) throw unauthenticated('This key is unknown or was revoked. Ask for a new one, or read without a key.')
  await noteUse(database, key)
  return { key: { id: key.id, name: key.name, scope: key.scope } }
}
