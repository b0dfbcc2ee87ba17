import type { KeyScope } from '../generated/prisma/enums.js'
import { refusal } from '../http/refusal.js'

/** Who asks: the key that came with the request, or null for none. */
export interface Access {
  readonly key: { readonly id: string; readonly name: string; readonly scope: KeyScope } | null
}

const rank: Record<KeyScope, number> = { READ: 1, WRITE: 2, ADMIN: 3 }

export const unauthenticated = (message: string) =>
  refusal(401, 'UNAUTHENTICATED', message, { 'www-authenticate': 'Bearer' })

/**
 * Throws unless the request came with a key of this scope or a greater one. READ is for a server that is closed to reading;
 * WRITE for ingest; ADMIN for keys, erasing and restoring.
 */
export function requireScope({ access: { key } }: { access: Access }, scope: KeyScope): void {
  if (!key) throw unauthenticated('This needs a key. Send the header "Authorization: Bearer KEY".')
  if (rank[key.scope] < rank[scope])
    throw refusal(
      403,
      'FORBIDDEN',
      `This needs a key of scope ${scope.toLowerCase()}; yours has ${key.scope.toLowerCase()}.`,
    )
}
