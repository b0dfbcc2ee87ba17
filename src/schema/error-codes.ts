/**
 * Every `extensions.code` that an answer can have, and what it means; docs/errors.md says what to do about each. Those that begin
 * with GRAPHQL_ are Yoga's.
 */
export const errorCodes = {
  BAD_REQUEST: 'The request is none that this address takes.',
  GRAPHQL_PARSE_FAILED: 'The document is no GraphQL.',
  GRAPHQL_VALIDATION_FAILED: 'The document does not fit the schema.',
  PERSISTED_QUERY_NOT_FOUND: 'No query is known by this hash.',
  BAD_USER_INPUT: 'A variable or an argument cannot be used; "argument" says which.',
  QUERY_TOO_COMPLEX: 'The answer could hold more objects than the limit.',
  QUERY_TOO_DEEP: 'The operation nests more selections than the limit.',
  TOO_MANY_ALIASES: 'The operation has more aliases than the limit.',
  QUERY_TOO_LONG: 'The document has more tokens than the limit.',
  PAYLOAD_TOO_LARGE: 'The body, or a file in it, is longer than the limit.',
  UNAUTHENTICATED: 'A key is due and there is none, or the one that came is unknown or revoked.',
  FORBIDDEN: 'The key has too small a scope.',
  NOT_FOUND: 'There is nothing at this address.',
  RATE_LIMITED: 'More requests than one may send in a minute.',
  UNAVAILABLE:
    'The database is away, all its connections are in use, or the server starts, stops, or has as many streams as it keeps.',
  TIMEOUT: 'A statement took longer than the limit and was cut.',
  CURSOR_EXPIRED: 'The feed no longer holds all that follows this cursor.',
  INTERNAL_SERVER_ERROR: 'Something that nobody expected; the log of the server has it.',
} as const satisfies Record<string, string>

export type ErrorCode = keyof typeof errorCodes
