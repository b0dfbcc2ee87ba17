import type { GraphQLResponseError, RapporteurError } from './errors.js'

/** Headers to send, or a function that returns them for each attempt: for a token that expires, say. */
export type HeadersOption = Record<string, string> | (() => Record<string, string> | Promise<Record<string, string>>)

/** What stands in for the global `fetch`: the same call, with an address as text. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>

/** Options for one call, or for all calls of a client; those of the call win. One that is undefined counts as not given. */
export interface CallOptions {
  /** Sent in addition to the client's own headers; one of the same name replaces it. */
  headers?: HeadersOption | undefined
  /** Sent as `authorization: Bearer …`. Writing needs one; reading only if the server is closed. */
  apiKey?: string | undefined
  /** Used instead of the global `fetch`. */
  fetch?: Fetch | undefined
  /** Ends the call when it is aborted; the call then rejects with the signal's reason. */
  signal?: AbortSignal | undefined
  /** Milliseconds that a call may take, including all its attempts and their headers: 30,000 by default; `Infinity` for no limit. */
  timeout?: number | undefined
  /**
   * How many times a query is repeated when the server is busy or unreachable: 2 by default. Waits as long as
   * `Retry-After` says, or else as `backoff` does. Mutations are never repeated.
   */
  retries?: number | undefined
  /**
   * Milliseconds before attempt 0, 1 … is repeated, where the server names none. By default a random time, up to 300,
   * 600, 1,200, and then 2,000.
   */
  backoff?: ((attempt: number, error: RapporteurError) => number) | undefined
  /**
   * What the server knows this mutation by, sent as `Idempotency-Key`: one that is sent again with the same key, within a day, is
   * applied only once. Each mutation has a random one by default; for one whose answer was lost, it is in the error.
   */
  idempotencyKey?: string | undefined
  /** Called with the status and the headers of each answer that arrives. */
  onResponse?: ((response: Pick<Response, 'status' | 'headers'>) => void) | undefined
  /** With this, an answer that has data beside its errors counts: it is called with the errors, and the call gives the data. */
  onPartial?: ((error: GraphQLResponseError) => void) | undefined
}

/** Options for paging through a connection. */
export interface PaginateOptions extends CallOptions {
  /** The most nodes that the loop gives; all of them by default. `first`, a variable, is how many a page has. */
  limit?: number | undefined
}

/** Options for a subscription. */
export interface SubscribeOptions extends CallOptions {
  /** Ends the subscription, and with it the loop over it, when it is aborted. */
  signal?: AbortSignal | undefined
  /**
   * Milliseconds of silence after which a stream counts as broken: 30,000 by default. The server sends a sign of life
   * every 12 seconds.
   */
  timeout?: number | undefined
  /** How many times opening the first stream is retried: 2 by default. A stream that broke is retried until it is back. */
  retries?: number | undefined
  /** Called each time that a stream is open, the first one too, with the change that it begins after. */
  onConnect?: ((after: string) => void) | undefined
  /** Called once for each break, when the stream is open again: with the change that it resumes after, and why it broke. */
  onResume?: ((after: string, reason: Error) => void) | undefined
}

/** The options of a call over those of its client. Not by spreading alone: one that is there and undefined would hide the client's. */
export const merged = <Options extends CallOptions>(client: CallOptions, options: Options): CallOptions & Options => ({
  ...client,
  ...(Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Options),
})
