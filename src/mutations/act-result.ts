import type { ObjectRef } from '@pothos/core'
import { builder } from '../schema/builder.js'
import { ConflictError, InvalidInputError, NotFoundError } from '../schema/user-errors.js'

type Types = (typeof builder)['$inferSchemaTypes']

/** The union that a curator's mutation returns: what came of the act, or the failure that `act` returns. */
export const actResult = <Success extends { kind: string }>(
  name: string,
  description: string,
  success: ObjectRef<Types, Success>,
) =>
  builder.unionType(name, {
    description,
    types: [success, InvalidInputError, NotFoundError, ConflictError],
    resolveType: (result) => result.kind,
  })
