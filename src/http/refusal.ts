import { GraphQLError } from 'graphql'
import { refusal } from '../schema/errors.js'

export const badRequest = (message: string, status = 400): GraphQLError => refusal(status, 'BAD_REQUEST', message)

export const tooLarge = (what: string, limit: number): GraphQLError =>
  refusal(
    413,
    'PAYLOAD_TOO_LARGE',
    `${what} is longer than ${limit.toLocaleString('en')} bytes, the most that is taken.`,
  )

export const unavailable = (): GraphQLError =>
  refusal(503, 'UNAVAILABLE', 'The database is away or busy. Ask again in some seconds.', { 'retry-after': '2' })

/** Status and headers of the answer to what is refused; 500 for what is no refusal. */
export function answerOfRefusal(error: Error): { status: number; headers: Record<string, string> } {
  const { http } = error instanceof GraphQLError ? error.extensions : {}
  const { status = 500, headers = {} } = (http ?? {}) as { status?: number; headers?: Record<string, string> }
  return { status, headers }
}

/** The same outside GraphQL: JSON in the shape of a GraphQL answer. */
export function refusalResponse(error: Error): Response {
  const { http: _, ...extensions } = error instanceof GraphQLError ? error.extensions : {}
  return Response.json({ errors: [{ message: error.message, extensions }] }, answerOfRefusal(error))
}
