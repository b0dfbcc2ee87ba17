import { GraphQLError } from 'graphql'
import { maskError } from 'graphql-yoga'
import { databaseFailure } from '../database/failure.js'
import type { ErrorCode } from '../schema/error-codes.js'
import { unavailable } from './refusals.js'

/**
 * What a client may read of an error: what was meant for it, that the database is away, or that a statement ran too long.
 * Everything else is masked, for messages of libraries hold paths, SQL and values.
 */
export function maskedError(error: unknown, message: string): Error {
  const original = error instanceof GraphQLError ? (error.originalError ?? error) : error
  if (original instanceof GraphQLError) return maskError(error, message, false)
  const failure = databaseFailure(original)
  const known = failure === 'UNAVAILABLE' ? unavailable() : failure === 'TIMEOUT' ? tooSlow() : undefined
  if (!known) return maskError(error, message, false)
  if (!(error instanceof GraphQLError)) return known
  const { nodes, source, positions, path } = error
  return new GraphQLError(known.message, { nodes, source, positions, path, extensions: known.extensions })
}

const tooSlow = () =>
  new GraphQLError('This took too long and was stopped. Ask for less at once: fewer rows, or a narrower filter.', {
    extensions: { code: 'TIMEOUT' satisfies ErrorCode },
  })
