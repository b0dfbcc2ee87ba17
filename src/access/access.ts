import type { KeyScope } from '../generated/prisma/enums.js'
import { refusal } from '../schema/errors.js'

/** Who made the request: the API key that came with it, or null if there was none. */
export interface Access {
  readonly key: { readonly id: string; readonly name: string; readonly scope: KeyScope } | null
}

const scopeRank: Record<KeyScope, number> = { READ: 1, WRITE: 2, ADMIN: 3 }

/** A request without a key, or with one that is unknown; `message` says what to send. */
export const unauthenticated = (message: string) =>
  refusal(401, 'UNAUTHENTICATED', message, { 'www-authenticate': 'Bearer' })

/**
 * Throws unless the request came with a key of at least this scope: READ to read from a server that requires keys, WRITE to
 * ingest, ADMIN to manage keys, erase people and restore exports.
 *
 * @throws GraphQLError UNAUTHENTICATED without a key, FORBIDDEN with one of a lesser scope.
 */
export function requireScope({ access: { key } }: { access: Access }, scope: KeyScope): void {
  if (!key) throw unauthenticated('This needs a key. Send the header "Authorization: Bearer KEY".')
  if (scopeRank[key.scope] < scopeRank[scope])
    throw refusal(
      403,
      'FORBIDDEN',
      `This needs a key of scope ${scope.toLowerCase()}; yours has ${key.scope.toLowerCase()}.`,
    )
}
