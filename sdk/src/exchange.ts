import { GraphQLResponseError, type ResponseError, TransportError } from './errors.js'

/** A server that is busy: by the status, and by the codes of an answer whose status is 200. */
const busy = [429, 502, 503, 504, 'RATE_LIMITED', 'UNAVAILABLE']

/**
 * One request and its answer, without any repetition.
 *
 * @returns the answer's `data`.
 * @throws {GraphQLResponseError} the answer has errors, whatever its status.
 * @throws {TransportError} there is no answer, or one that is not GraphQL.
 */
export async function exchange(
  fetch: (url: string, init: RequestInit) => Promise<Response>,
  url: string,
  init: RequestInit & { signal: AbortSignal },
): Promise<unknown> {
  const fail = (what: string, status?: number) => (cause: unknown) => {
    init.signal.throwIfAborted()
    throw new TransportError(`${url} ${what}: ${reasonOf(cause)}.`, {
      cause,
      retryable: true,
      ...(status && { status }),
    })
  }
  // Following a redirect would turn the POST into a GET, so it is told and not followed.
  const response = await fetch(url, { ...init, redirect: 'manual' }).catch(fail('is out of reach'))
  const { status, headers } = response
  const text = await response.text().catch(fail('sent an answer that was cut', status))

  const answer = answerOf(text)
  const codes = answer?.errors?.map(({ extensions }) => extensions?.code) ?? []
  const retryable = [status, ...codes].some((sign) => busy.includes(sign ?? ''))
  const details = { retryable, retryAfter: millisecondsOf(headers.get('retry-after')) }
  if (!answer) throw new TransportError(`${url} ${notGraphQL(response, text)}`, { status, ...details })
  if (answer.errors) throw new GraphQLResponseError(answer.errors, answer.data ?? null, status, details)
  return answer.data
}

/** A GraphQL answer, or undefined when the text is none. */
function answerOf(text: string): { data?: unknown; errors?: readonly ResponseError[] } | undefined {
  try {
    const { data, errors } = JSON.parse(text)
    return errors?.[0]?.message ? { data, errors } : data ? { data } : undefined
  } catch {
    return undefined
  }
}

function notGraphQL({ status, type, headers }: Response, text: string): string {
  if (type === 'opaqueredirect' || (status >= 300 && status < 400))
    return `redirects to ${headers.get('location') ?? 'another address'}: give that one as \`url\`.`
  const start = text.trim().replace(/\s+/g, ' ').slice(0, 100)
  return `answered ${status}, and not in GraphQL: ${start || '(nothing)'}. Is \`url\` the address of the API?`
}

/** Why `fetch` failed, which it hides in its error's cause. */
function reasonOf(error: unknown): string {
  const { cause, message } = error as { cause?: { message?: string; code?: string }; message?: string }
  return cause?.message || cause?.code || message || String(error)
}

/** Of a `Retry-After` header, which gives seconds or a date. */
function millisecondsOf(header: string | null): number | undefined {
  if (!header) return undefined
  const milliseconds = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now()
  return Number.isNaN(milliseconds) ? undefined : Math.max(0, milliseconds)
}
