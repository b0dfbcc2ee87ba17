import { GraphQLError } from 'graphql'
import type { YogaLogger } from 'graphql-yoga'
import { databaseFailure, GoneError } from '../database/failure.js'

const silent = () => {}

/**
 * What the server logs: errors that nobody expected, whole, on stderr. That the database is away or slow is one line each;
 * with many requests at once more would bury what matters.
 */
export const log: YogaLogger = {
  debug: silent,
  info: silent,
  warn: silent,
  error: (...things: unknown[]) => {
    if (things.every(isOfNobody)) return
    console.error(new Date().toISOString(), ...things.map(brief))
  },
}

const causeOf = (thing: unknown) => (thing instanceof GraphQLError ? (thing.originalError ?? thing) : thing)

const isOfNobody = (thing: unknown) => causeOf(thing) instanceof GoneError

function brief(thing: unknown): unknown {
  const error = causeOf(thing)
  const failure = databaseFailure(error)
  return failure && error instanceof Error ? `${failure}: ${error.message.trim().split('\n').at(-1)}` : thing
}
