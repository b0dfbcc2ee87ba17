/** One entry of a response's `errors`, as the GraphQL specification has it. */
export interface ResponseError {
  readonly message: string
  readonly path?: readonly (string | number)[]
  readonly locations?: readonly { readonly line: number; readonly column: number }[]
  readonly extensions?: { readonly code?: string; readonly [key: string]: unknown }
}

/** What is known about an error in addition to its message. */
export interface ErrorDetails {
  cause?: unknown
  retryable?: boolean
  retryAfter?: number | undefined
  /** The HTTP status, where there is one. */
  status?: number | undefined
}

/**
 * The base class of this package's errors. A call that you abort yourself rejects with your signal's reason instead.
 *
 * @example
 * ```ts
 * import { createClient, RapporteurError } from '@rapporteur/sdk'
 * import { meetings } from '@rapporteur/sdk/operations'
 *
 * const rapporteur = createClient({ url: 'http://localhost:4000/graphql', operations: { meetings } })
 * const answer = await rapporteur.meetings().catch((error: unknown) => {
 *   if (error instanceof RapporteurError && error.retryable) return null // busy or out of reach: try later
 *   throw error
 * })
 * ```
 */
export class RapporteurError extends Error {
  override name = 'RapporteurError'
  /** Whether the same call may succeed if made again later, and can do no harm: never for a mutation whose answer was lost. */
  readonly retryable: boolean = false
  /** What the server knows a mutation by: with this as its option, it can be sent again, and is applied only once. */
  declare readonly idempotencyKey?: string
  /** How many milliseconds the server asks you to wait before the next attempt, if it says. */
  declare readonly retryAfter: number | undefined

  constructor(message: string, details: ErrorDetails = {}) {
    super(message, details)
    Object.assign(this, details)
  }
}

/** The server answered in GraphQL, and the answer has errors. */
export class GraphQLResponseError extends RapporteurError {
  override name = 'GraphQLResponseError'

  constructor(
    /** The errors, at least one. */
    readonly errors: readonly ResponseError[],
    /** The part of the result that the server could give all the same, in the shape of the document; null if none. */
    readonly data: unknown,
    /** The HTTP status. */
    readonly status: number,
    details: ErrorDetails,
  ) {
    super(`${errors[0]?.message}${errors.length > 1 ? ` (and ${errors.length - 1} more)` : ''}`, details)
  }

  /** `extensions.code` of each error that has one: `UNAUTHENTICATED`, `BAD_USER_INPUT`, `QUERY_TOO_COMPLEX` … */
  get codes(): readonly string[] {
    return this.errors.flatMap(({ extensions }) => extensions?.code ?? [])
  }
}

/** No GraphQL answer arrived: the server is unreachable, the answer was cut off, or something else answered. */
export class TransportError extends RapporteurError {
  override name = 'TransportError'
  /** The HTTP status; undefined if no answer began. */
  declare readonly status: number | undefined
}

/**
 * The call ran out of time. A mutation may have been carried out all the same, so it does not count as `retryable`:
 * send it again with the error's `idempotencyKey`.
 */
export class TimeoutError extends RapporteurError {
  override name = 'TimeoutError'

  constructor(
    /** The time that the call had, in milliseconds. */
    readonly timeout: number,
    retryable = true,
  ) {
    const advice = retryable ? '' : '; it may have been carried out: send it again with its idempotencyKey'
    super(`No answer within ${timeout} ms${advice}.`, { retryable })
  }
}
