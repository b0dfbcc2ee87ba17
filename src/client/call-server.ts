import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { ReportedError } from '../database/reported-error.js'
import { NOT_BEGUN } from '../http/not-begun.js'

/** A running server, and the key to use there. */
export interface ServerAddress {
  /** Without a trailing slash. */
  readonly url: string
  /** The key to send; a function if the key may be created while the server starts. */
  readonly key: string | undefined | (() => Promise<string | undefined>)
}

/** One request to a server. */
export interface Call {
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly path: string
  readonly headers?: Record<string, string>
  readonly body?: BodyInit
}

/** The server answered with an error. */
export class RefusedByServerError extends ReportedError {
  override readonly name = 'RefusedByServerError'
  /** Its `extensions.code`; empty if it has none. */
  readonly code: string

  constructor(url: string, { message, extensions: { code = '' } = {} }: Refusal) {
    super(`The server at ${url} refused: ${message}`)
    this.code = code
  }
}

const Refusal = z.object({ message: z.string(), extensions: z.object({ code: z.string().optional() }).optional() })
type Refusal = z.infer<typeof Refusal>

const ErrorAnswer = z.object({ errors: z.array(Refusal).min(1) })

/** How often, and after how many milliseconds, a 503 is retried: the server is starting, or its database is briefly away. */
const MAX_ATTEMPTS = 20
const RETRY_MS = 500

/**
 * Sends a request to a running Rapporteur server and returns the answer's JSON. Waits for a server that is starting.
 *
 * @throws ReportedError if it cannot be reached; RefusedByServerError if it answers with an error
 */
export async function callServer(server: ServerAddress, call: Call): Promise<unknown> {
  return answerOf(await request(server, call), server.url)
}

/**
 * Sends a request and returns the response. A 503 is retried for ten seconds, but a write only if the server says that it was
 * not begun: a write interrupted by a lost database may have been committed.
 *
 * @throws ReportedError if the server cannot be reached
 */
export async function request({ url, key }: ServerAddress, call: Call): Promise<Response> {
  for (let left = MAX_ATTEMPTS; ; left--) {
    const given = typeof key === 'function' ? await key() : key
    const response = await send(url, call, given)
    if (response.status !== 503 || left <= 1 || !mayRepeat(call, response)) return response
    await pause(RETRY_MS)
  }
}

const mayRepeat = ({ method }: Call, { headers }: Response) => method === 'GET' || headers.has(NOT_BEGUN)

async function send(url: string, { method, path, headers, body }: Call, key: string | undefined): Promise<Response> {
  const authorization: Record<string, string> = key === undefined ? {} : { authorization: `Bearer ${key}` }
  try {
    return await fetch(`${url}${path}`, { method, headers: { ...headers, ...authorization }, body: body ?? null })
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error)
    throw new ReportedError(`Cannot reach the server at ${url}: ${cause}.`, { cause: error })
  }
}

/** The JSON of a response. @throws RefusedByServerError for an error; ReportedError if no Rapporteur server sent it */
export async function answerOf(response: Response, url: string): Promise<unknown> {
  const text = await response.text()
  const json = parsed(text)
  const refused = ErrorAnswer.safeParse(json).data?.errors[0]
  if (refused) throw new RefusedByServerError(url, refused)
  if (!response.ok || json === undefined)
    throw new ReportedError(`What answers at ${url} is not a Rapporteur server (status ${response.status}).`)
  return json
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
