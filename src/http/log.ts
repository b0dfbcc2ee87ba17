import { GraphQLError } from 'graphql'
import type { YogaLogger } from 'graphql-yoga'
import { databaseFailure } from '../database/failure.js'

const silent = () => {}

/**
 * What the server logs: errors that nobody expected, whole, on stderr. That the database is away or slow is one line each;
 * with many requests at once more would bury what matters.
 */
export const log: YogaLogger = {
  debug: silent,
  info: silent,
  warn: silent,
  error: (...things: unknown[]) => console.error(new Date().toISOString(), ...things.map(brief)),
}

function brief(thing: unknown): unknown {
  const error = thing instanceof GraphQLError ? (thing.originalError ?? thing) : thing
  const failure = databaseFailure(error)
  return failure && error instanceof Error ? `${failure}: ${error.message.trim().split('\n').at(-1)}` : thing
}
