import { GraphQLError } from 'graphql'
import type { YogaLogger } from 'graphql-yoga'
import pino from 'pino'
import { databaseFailure, GoneError } from '../database/failure.js'
import { currentRequestRecord } from '../observe/request-record.js'

const lines = pino(
  {
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (level) => ({ level }) },
    serializers: { err: serialized },
  },
  pino.destination({ fd: 2, sync: true }),
)

const silent = () => {}

/**
 * What the server logs of errors, on stderr, as lines of JSON: those that nobody expected, with their stack and the id of the
 * request. That the database is away or slow is said without; with many requests at once more would bury what matters.
 */
export const log: YogaLogger = {
  debug: silent,
  info: silent,
  warn: silent,
  error: (...things: unknown[]) => {
    for (const thing of things) logError(thing instanceof GraphQLError ? (thing.originalError ?? thing) : thing)
  },
}

function logError(error: unknown): void {
  if (error instanceof GoneError) return
  const id = currentRequestRecord()?.id
  const failure = databaseFailure(error)
  if (failure && error instanceof Error) lines.warn({ id, code: failure }, error.message.trim().split('\n').at(-1))
  else if (error instanceof Error) lines.error({ id, err: error }, error.message)
  else lines.error({ id }, String(error))
}

/** Where an error came from, and no more: other properties that libraries give it can hold values of rows and of variables. */
function serialized(error: Error) {
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {}
  return { type: error.name, message: error.message, stack: error.stack, ...code }
}
