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

/** A Fetch response; a stream of events, or of an export, is passed on as it comes. */
export async function answerOf(response: Response): Promise<Answer> {
  const { status, body } = response
  const headers = Object.fromEntries([...response.headers].map(([name, value]) => [name.toLowerCase(), value]))
  const isJson = /json/.test(headers['content-type'] ?? '')
  return { status, headers, body: isJson ? await response.text() : body }
}
