/**
 * Every `extensions.code` that an answer can have, and its meaning; docs/errors.md says what to do about each. Codes that begin with
 * GRAPHQL_ come from Yoga.
 */
export const errorCodes = {
  BAD_REQUEST: 'This URL does not accept such a request.',
  GRAPHQL_PARSE_FAILED: 'The document is not valid GraphQL.',
  GRAPHQL_VALIDATION_FAILED: 'The document does not match the schema.',
  PERSISTED_QUERY_NOT_FOUND: 'No query is known by this hash.',
  BAD_USER_INPUT: 'A variable or argument is invalid; "argument" says which.',
  QUERY_TOO_COMPLEX: 'The answer could contain more objects than the limit.',
  QUERY_TOO_DEEP: 'The operation nests more selections than the limit.',
  TOO_MANY_ALIASES: 'The operation has more aliases than the limit.',
  QUERY_TOO_LONG: 'The document has more tokens than the limit.',
  PAYLOAD_TOO_LARGE: 'The body, or a file in it, is longer than the limit.',
  UNAUTHENTICATED: 'A key is required but was not sent, or the key is unknown or revoked.',
  FORBIDDEN: "The key's scope is too small.",
  IDEMPOTENCY_KEY_REUSED: 'Another request came with this Idempotency-Key before.',
  ANSWER_NOT_KEPT: 'The write was applied before, and its answer is no longer kept.',
  NOT_FOUND: 'There is nothing at this URL.',
  RATE_LIMITED: 'More requests in a minute than the limit.',
  UNAVAILABLE:
    'The database is unreachable, all its connections are in use, or the server is starting, stopping or at its limit of streams.',
  TIMEOUT: 'A statement took longer than the limit and was cancelled.',
  CURSOR_EXPIRED: 'The feed no longer holds everything after this cursor.',
  INTERNAL_SERVER_ERROR: "An unexpected error; see the server's log.",
} as const satisfies Record<string, string>

/** See `errorCodes`. */
export type ErrorCode = keyof typeof errorCodes
