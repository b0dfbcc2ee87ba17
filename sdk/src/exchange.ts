import { GraphQLResponseError, type ResponseError, TransportError } from './errors.js'
import type { CallOptions, Fetch } from './options.js'

/** A server that is busy: by the status, and by the codes of an answer whose status is 200. */
const busy = /^429|^50[234]|,(RATE_LIMITED|UNAVAILABLE)/

type Init = RequestInit & { signal: AbortSignal }

/**
 * One request and its answer, without any repetition.
 *
 * @returns the answer's `data`.
 * @throws {GraphQLResponseError} the answer has errors, whatever its status.
 * @throws {TransportError} there is no answer, or one that is not GraphQL.
 */
export async function exchange(
  fetch: Fetch,
  url: string,
  init: Init,
  onResponse: CallOptions['onResponse'],
): Promise<unknown> {
  const response = await reach(fetch, url, init)
  onResponse?.(response)
  const text = await response
    .text()
    .catch(failing(url, init.signal, 'sent an answer that was cut off', response.status))
  return dataOf(url, response, text)
}

/** One request, and the beginning of its answer. @throws {TransportError} there is none. */
export function reach(fetch: Fetch, url: string, init: Init): Promise<Response> {
  // Following a redirect would turn the POST into a GET, so it is told and not followed.
  return fetch(url, { ...init, redirect: 'manual' }).catch(failing(url, init.signal, 'is unreachable'))
}

/** What to do with the cause of a failure: throws it as a TransportError, or the reason of the signal that caused it. */
export const failing = (url: string, signal: AbortSignal, what: string, status?: number) => (cause: unknown) => {
  signal.throwIfAborted()
  throw new TransportError(`${url} ${what}: ${reasonOf(cause)}.`, { cause, retryable: true, status })
}

/** The `data` of an answer's text, or of an event's. Throws as `exchange` does. */
export function dataOf(url: string, response: Response, text: string): unknown {
  const { status, headers } = response
  const answer = answerOf(text)
  const codes = answer?.errors?.map(({ extensions }) => extensions?.code) ?? []
  const details = {
    retryable: busy.test(`${[status, ...codes]}`),
    retryAfter: millisecondsOf(headers.get('retry-after')),
  }
  if (!answer) throw new TransportError(`${url} ${notGraphQL(response, text)}`, { status, ...details })
  if (answer.errors?.[0]) throw new GraphQLResponseError(answer.errors, answer.data ?? null, status, details)
  return answer.data
}

/** A GraphQL answer, or undefined when the text is none. */
function answerOf(text: string): { data?: unknown; errors?: readonly ResponseError[] } | undefined {
  try {
    const { data, errors } = JSON.parse(text)
    return errors?.[0]?.message || data ? { data, errors } : undefined
  } catch {
    return undefined
  }
}

function notGraphQL({ status, headers }: Response, text: string): string {
  // A browser hides the status of a redirect.
  if (!status || (status >= 300 && status < 400))
    return `redirects to ${headers.get('location') ?? 'elsewhere'}: give that one as \`url\`.`
  const start = text.trim().replace(/\s+/g, ' ').slice(0, 100)
  return `answered ${status}, and not in GraphQL: ${start || 'nothing'}. Is \`url\` the address of the API, .../graphql?`
}

/** Why `fetch` failed, which it hides in its error's cause. */
function reasonOf(error: unknown): string | undefined {
  const { cause, message } = error as { cause?: { message?: string; code?: string }; message?: string }
  return cause?.message || cause?.code || message
}

/** Of a `Retry-After` header, which gives seconds or a date; one that is past, as "0" is, asks for no wait. */
function millisecondsOf(header: string | null): number | undefined {
  const milliseconds = Number(header) * 1000 || Date.parse(header ?? '') - Date.now()
  return Number.isNaN(milliseconds) ? undefined : Math.max(0, milliseconds)
}
