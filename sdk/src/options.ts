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
   * `Retry-After` says, or else a random time that grows. Mutations are never repeated.
   */
  retries?: number | undefined
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
  /** Called each time a broken stream is reopened: with the change it resumes after, and the reason it broke. */
  onResume?: ((after: string, reason: Error) => void) | undefined
}
