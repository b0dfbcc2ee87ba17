import { abortWith } from './abort.js'
import { GraphQLResponseError, RapporteurError, TimeoutError } from './errors.js'
import { exchange } from './exchange.js'
import { type CallOptions, type HeadersOption, merged } from './options.js'

/** What is sent: the text of a document, and how its request is made where that may not be JSON. */
export interface Sent {
  readonly request?: (variables: object | undefined) => SentRequest
}

export interface SentRequest {
  readonly body: string | FormData
  readonly headers: Record<string, string>
}

/**
 * Sends a document and gives its data: within the time that the call has, and again where that is allowed.
 *
 * @param client the options of the client, below those of the call.
 */
export async function call(
  url: string,
  client: CallOptions,
  document: Sent,
  variables: object | undefined,
  options: CallOptions = {},
): Promise<unknown> {
  const {
    fetch = globalThis.fetch,
    timeout = 30_000,
    retries = 2,
    idempotencyKey = newKey(),
    ...rest
  } = merged(client, options)
  const query = String(document)
  const isWrite = !isQuery(query)
  const request = document.request?.(variables) ?? { body: JSON.stringify({ query, variables }), headers: json }
  const { controller, release } = abortWith(rest.signal)
  const { signal } = controller
  const end = Date.now() + timeout
  const timer = timerOf(timeout, () => controller.abort(new TimeoutError(timeout, !isWrite)))
  try {
    for (let attempt = 0; ; attempt++) {
      try {
        signal.throwIfAborted()
        const own = isWrite && { 'idempotency-key': idempotencyKey }
        const headers = await orAborted(
          headersOf(accepted, rest.apiKey, request.headers, client.headers, options.headers, own),
          signal,
        )
        return await exchange(fetch, url, { method: 'POST', body: request.body, headers, signal }, rest.onResponse)
      } catch (error) {
        if (isWrite && error instanceof RapporteurError) Object.assign(error, ofWrite(error, idempotencyKey))
        if (rest.onPartial && error instanceof GraphQLResponseError && error.data) {
          rest.onPartial(error)
          return error.data
        }
        if (signal.aborted || attempt >= retries || !isRetryable(error) || isWrite) throw error
        const wait = pauseAfter(error, attempt, rest.backoff)
        if (Date.now() + wait > end) throw error
        await sleep(wait, signal)
      }
    }
  } finally {
    clearTimeout(timer)
    release()
  }
}

/** Calls back after so many milliseconds, or the 24 days that a timer can hold: beyond that it would fire at once. */
export const timerOf = (milliseconds: number, over: () => void): ReturnType<typeof setTimeout> =>
  setTimeout(over, Math.min(milliseconds, 2 ** 31 - 1))

export const json = { 'content-type': 'application/json' }
const accepted = 'application/graphql-response+json, application/json;q=0.9'

/** 128 random bits; unlike `randomUUID`, also on a page that came without TLS. */
const newKey = () => crypto.getRandomValues(new Uint32Array(4)).join('-')

/** A mutation may have been carried out unless the server refused it as a whole. */
const ofWrite = (error: RapporteurError, idempotencyKey: string) => ({
  idempotencyKey,
  retryable: error.retryable && error instanceof GraphQLResponseError && error.errors.every(({ path }) => !path),
})

/** The same promise, which does not outlast a signal. @throws the signal's reason, once it is aborted. */
export function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const stop = () => reject(signal.reason)
    signal.addEventListener('abort', stop)
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}

/** The headers of a request: an option's win over those before it. */
export async function headersOf(
  accept: string,
  apiKey: string | undefined,
  ...given: (HeadersOption | false | undefined)[]
): Promise<Headers> {
  const headers = new Headers({ accept })
  if (apiKey) headers.set('authorization', `Bearer ${apiKey}`)
  for (const option of given) {
    const record = typeof option === 'function' ? await option() : option
    for (const [name, value] of Object.entries(record || {})) headers.set(name, value)
  }
  return headers
}

export function isRetryable(error: unknown): error is RapporteurError {
  return error instanceof RapporteurError && error.retryable
}

/** The longest pause, in milliseconds: a stream is back soon after its server. */
const longestPause = 2_000

/** Milliseconds until the next attempt. Full jitter: clients that failed together do not come back together. */
export function pauseAfter(error: RapporteurError, attempt: number, backoff: CallOptions['backoff']): number {
  return error.retryAfter ?? backoff?.(attempt, error) ?? Math.random() * Math.min(300 * 2 ** attempt, longestPause)
}

/** Whether repeating the document can do no harm. Where a mutation could hide, it counts as one. */
export function isQuery(text: string): boolean {
  const bare = text.replace(/"""[\s\S]*?"""|"(?:\\.|[^"\\])*"|#.*/g, '')
  return !/(^|\})[\s,]*(mutation|subscription)\b/.test(bare)
}

/** @throws the signal's reason, once it is aborted. */
export function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  let timer: ReturnType<typeof setTimeout>
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds)
  })
  return orAborted(over, signal).finally(() => clearTimeout(timer))
}
