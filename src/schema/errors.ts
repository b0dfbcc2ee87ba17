import { GraphQLError, type GraphQLErrorOptions } from 'graphql'
import type { ErrorCode } from './error-codes.js'

/** A path of names and list positions, from the field's argument inwards: `['filter', 'person', 0]`. */
export type ArgumentPath = readonly (string | number)[]

/**
 * An error in an argument: `extensions.code` is BAD_USER_INPUT and `extensions.argument` says where. `message` says what is wrong
 * and what to give instead.
 */
export const badInput = (message: string, argument: ArgumentPath, options: GraphQLErrorOptions = {}): GraphQLError =>
  new GraphQLError(message, { ...options, extensions: { code: 'BAD_USER_INPUT' satisfies ErrorCode, argument } })

type LimitCode = Extract<ErrorCode, 'QUERY_TOO_COMPLEX' | 'QUERY_TOO_DEEP' | 'TOO_MANY_ALIASES' | 'QUERY_TOO_LONG'>

/** An operation exceeds a limit; `extensions` contains the limit and the operation's own value (`asked`). */
export const overLimit = (code: LimitCode, message: string, limit: number, asked: number): GraphQLError =>
  new GraphQLError(message, { extensions: { code, limit, asked } })

/**
 * A request that is refused before any of it runs: `status` and `headers` of the answer, `code` for programs, and a sentence
 * that says what to do. Yoga takes the status from `extensions.http`, and leaves that out of the answer.
 */
export const refusal = (
  status: number,
  code: ErrorCode,
  message: string,
  headers: Record<string, string> = {},
): GraphQLError => new GraphQLError(message, { extensions: { code, http: { status, headers } } })
