import type { Page } from '../pages/page.js'
import { isKnown } from './graphql/etag.js'

/** What is sent for a request, but for the headers that all answers have. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Buffer | ReadableStream<Uint8Array> | null
  /** How a body is compressed for a client that takes that: once, as quickly as it can be, or well, for it is kept. */
  readonly compress?: 'quickly' | 'well'
}

export const jsonAnswer = (value: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  body: JSON.stringify(value),
})

/** The page, or 304 if the client has this version of it. */
export function pageAnswer({ status, type, body, tag, headers }: Page, ifNoneMatch: string | undefined): Answer {
  const described = { 'content-type': `${type}; charset=utf-8`, vary: 'accept-encoding', ...headers }
  if (status !== 200) return { status, headers: described, body, compress: 'well' }
  // Caches keep it, and ask whether it is still the same.
  const marked = { ...described, etag: tag, 'cache-control': 'no-cache' }
  if (isKnown(tag, ifNoneMatch)) return { status: 304, headers: marked, body: null }
  return { status, headers: marked, body, compress: 'well' }
}

/** A Fetch response, whose body is passed on as it comes: an export, a stream of events. */
export const answerOf = ({ status, headers, body }: Response): Answer => ({
  status,
  headers: Object.fromEntries([...headers].map(([name, value]) => [name.toLowerCase(), value])),
  body,
})

/** A Fetch response of GraphQL: one that is JSON is taken whole, so that it can be compressed and its length told. */
export async function graphqlAnswerOf(response: Response): Promise<Answer> {
  const answer = answerOf(response)
  const isJson = /\bjson\b/.test(answer.headers['content-type'] ?? '')
  return isJson ? { ...answer, body: await response.text() } : answer
}
