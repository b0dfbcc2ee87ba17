import type { GraphQLError } from 'graphql'
import { refusal } from '../schema/errors.js'

/** A request that cannot be taken as it is; `message` says what to send instead. */
export const badRequest = (message: string, status = 400, headers: Record<string, string> = {}): GraphQLError =>
  refusal(status, 'BAD_REQUEST', message, headers)

/** `what`, which begins a sentence, has more bytes than `limit`. */
export const tooLarge = (what: string, limit: number): GraphQLError =>
  refusal(
    413,
    'PAYLOAD_TOO_LARGE',
    `${what} is longer than ${limit.toLocaleString('en')} bytes, the most that is taken.`,
  )

/** The database cannot be asked now. */
export const unavailable = (): GraphQLError =>
  refusal(503, 'UNAVAILABLE', 'The database is away or busy. Ask again in some seconds.', { 'retry-after': '2' })
