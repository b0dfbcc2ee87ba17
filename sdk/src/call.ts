import { abortWith } from './abort.js'
import { RapporteurError, TimeoutError } from './errors.js'
import { exchange } from './exchange.js'
import type { CallOptions, HeadersOption } from './options.js'
import { bodyOf } from './upload.js'

/**
 * Sends a document and gives its data: within the time that the call has, and again where that is allowed.
 *
 * @param client the options of the client, below those of the call.
 */
export async function call(
  url: string,
  client: CallOptions,
  text: string,
  variables: object | undefined,
  options: CallOptions = {},
): Promise<unknown> {
  // Not by spreading: an option that is there and undefined would hide the client's.
  const fetch = options.fetch ?? client.fetch ?? globalThis.fetch
  const apiKey = options.apiKey ?? client.apiKey
  const timeout = options.timeout ?? client.timeout ?? 30_000
  const retries = options.retries ?? client.retries ?? 2
  const body = bodyOf(text, variables)
  const { controller, release } = abortWith(options.signal ?? client.signal)
  const { signal } = controller
  const end = Date.now() + timeout
  // A timer takes 31 bits at most, and fires at once beyond that.
  const timer =
    timeout < 2 ** 31
      ? setTimeout(() => controller.abort(new TimeoutError(timeout, isQuery(text))), timeout)
      : undefined
  try {
    for (let attempt = 0; ; attempt++) {
      try {
        signal.throwIfAborted()
        const headers = await orAborted(headersOf(body, accepted, apiKey, client.headers, options.headers), signal)
        return await exchange(fetch, url, { method: 'POST', headers, body, signal })
      } catch (error) {
        if (signal.aborted || attempt >= retries || !isRetryable(error) || !isQuery(text)) throw error
        const wait = pauseAfter(error, attempt)
        if (Date.now() + wait > end) throw error
        await sleep(wait, signal)
      }
    }
  } finally {
    clearTimeout(timer)
    release()
  }
}

const json = { 'content-type': 'application/json' }
const accepted = 'application/graphql-response+json, application/json;q=0.9'

/** The same promise, which does not outlast a signal. @throws the signal's reason, once it is aborted. */
export function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return Promise.race([
    promise,
    new Promise<never>((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
  ])
}

/** The headers of a request with a body: an option's win over those before it. */
export async function headersOf(
  body: string | FormData,
  accept: string,
  apiKey: string | undefined,
  ...given: (HeadersOption | undefined)[]
): Promise<Headers> {
  // The type of a form says where its parts end, which only fetch knows. The other header shows that no foreign page sent it.
  const headers = new Headers({ accept, ...(body instanceof FormData ? { 'x-rapporteur-csrf': '1' } : json) })
  if (apiKey) headers.set('authorization', `Bearer ${apiKey}`)
  for (const option of given) {
    const record = typeof option === 'function' ? await option() : option
    for (const [name, value] of Object.entries(record ?? {})) headers.set(name, value)
  }
  return headers
}

export function isRetryable(error: unknown): error is RapporteurError {
  return error instanceof RapporteurError && error.retryable
}

/** Milliseconds until the next attempt. Full jitter: clients that failed together do not come back together. */
export function pauseAfter({ retryAfter }: RapporteurError, attempt: number): number {
  return retryAfter ?? Math.random() * Math.min(300 * 2 ** attempt, 30_000)
}

/** Whether repeating the document can do no harm. Where a mutation could hide, it counts as one. */
export function isQuery(text: string): boolean {
  const bare = text.replace(/"""[\s\S]*?"""|"(?:\\.|[^"\\])*"|#.*/g, '')
  return !/(^|\})[\s,\ufeff]*(mutation|subscription)\b/.test(bare)
}

/** @throws the signal's reason, once it is aborted. */
export async function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  let stop = () => {}
  await new Promise<void>((resolve) => {
    stop = resolve
    timer = setTimeout(stop, milliseconds)
    signal.addEventListener('abort', stop)
  })
  clearTimeout(timer)
  signal.removeEventListener('abort', stop)
  signal.throwIfAborted()
}
