/** Headers to send, or a function that makes them anew for each attempt: a token that expires, for instance. */
export type HeadersOption = Record<string, string> | (() => Record<string, string> | Promise<Record<string, string>>)

export type Fetch = (url: string, init: RequestInit) => Promise<Response>

/** What can be said for one call, or for all calls of a client; a call's own word wins. */
export interface CallOptions {
  /** Sent beside the client's own headers; one of the same name replaces it. */
  headers?: HeadersOption
  /** Sent as `authorization: Bearer …`. Reading needs none unless the server is closed; writing does. */
  apiKey?: string
  /** Used in place of the global `fetch`. */
  fetch?: Fetch
  /** Ends the call when it is aborted; the call then rejects with the signal's reason. */
  signal?: AbortSignal
  /** Milliseconds that a call may take, all attempts together: 30,000 where nothing is said, `Infinity` for no limit. */
  timeout?: number
  /**
   * How often a query is repeated when the server is busy or out of reach: 2 where nothing is said. Waits as
   * `Retry-After` says, otherwise a random time that grows. Mutations are never repeated.
   */
  retries?: number
}

/** What can be said for a subscription. */
export interface SubscribeOptions extends CallOptions {
  /** Ends the subscription, and with it the loop over it, when it is aborted. */
  signal?: AbortSignal
  /**
   * Milliseconds of silence after which a stream counts as broken off: 30,000 where nothing is said. The server gives a
   * sign of life every 12 seconds.
   */
  timeout?: number
  /** How often opening the first stream is tried again; 2 where nothing is said. One that broke off is, until it is there. */
  retries?: number
  /** Told each time that a stream which broke off is asked for again: behind which change, and why it broke off. */
  onResume?: (after: string, reason: Error) => void
}
