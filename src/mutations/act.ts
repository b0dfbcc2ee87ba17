import { requireScope } from '../access/access.js'
import type { Act } from '../curate/act.js'
import { ActError, ConflictingActError, InvalidActError, NotFoundActError } from '../curate/errors.js'
import type { Sql } from '../database/sql.js'
import type { KeyScope } from '../generated/prisma/enums.js'
import type { Context } from '../schema/context.js'
import { decodeId, type NodeTable } from '../schema/ids.js'
import type { UserError } from '../schema/user-errors.js'

/**
 * Runs a curator's act in one transaction, in the name of the request's key. Expected failures are returned as data. Throws
 * UNAUTHENTICATED or FORBIDDEN without a key of this scope.
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

/** The uuid of a row. @throws InvalidActError if `id` is not an id of this table */
export function rowId(table: NodeTable, id: string, path: string[]): string {
  const found = decodeId(id)
  if (found?.table === table) return found.id
  throw new InvalidActError(
    path,
    found
      ? `This is the id of a ${found.table}, but the id of a ${table} is needed.`
      : `${JSON.stringify(id)} is not an id. Give an "id" that this API returned.`,
  )
}
