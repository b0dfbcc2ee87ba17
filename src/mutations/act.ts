import { requireScope } from '../access/access.js'
import type { Act } from '../curate/act.js'
import { ActError, ConflictingActError, InvalidActError, NotFoundActError } from '../curate/errors.js'
import type { Sql } from '../database/sql.js'
import type { KeyScope } from '../generated/prisma/enums.js'
import type { Context } from '../schema/context.js'
import { decodeId, type NodeTable } from '../schema/ids.js'
import type { UserError } from '../schema/user-errors.js'

/**
 * Does what a curator asks for in one transaction, in the name of the key that it came with; what can be expected to go wrong
 * is data. Throws UNAUTHENTICATED or FORBIDDEN without a key of this scope.
 */
export async function act<Done>(
  context: Context,
  scope: KeyScope,
  reason: string,
  work: (sql: Sql, act: Act) => Promise<Done>,
): Promise<Done | UserError> {
  requireScope(context, scope)
  const by = context.access.key?.name ?? ''
  try {
    return await context.transaction((sql) => work(sql, { reason, by }))
  } catch (error) {
    if (!(error instanceof ActError)) throw error
    return userErrorOf(error)
  }
}

function userErrorOf(error: ActError): UserError {
  const { message } = error
  if (error instanceof InvalidActError)
    return { kind: 'InvalidInputError', message, fields: [{ path: error.path, message }] }
  if (error instanceof NotFoundActError) return { kind: 'NotFoundError', message }
  if (error instanceof ConflictingActError) return { kind: 'ConflictError', message }
  throw error
}

/** The row's uuid. @throws InvalidActError for anything but an id of this table. */
export function rowId(table: NodeTable, id: string, path: string[]): string {
  const found = decodeId(id)
  if (found?.table === table) return found.id
  throw new InvalidActError(
    path,
    found
      ? `This is the id of a ${found.table}, where a ${table} is asked for.`
      : `${JSON.stringify(id)} is no id. Give an "id" as this API gave it out.`,
  )
}
