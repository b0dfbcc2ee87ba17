import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { ReportedError } from '../database/reported-error.js'
import { NOT_BEGUN } from '../http/not-begun.js'

export interface ServerAddress {
  /** Without a slash at the end. */
  readonly url: string
  /** The key to use; a function where it may come to be while the server starts. */
  readonly key: string | undefined | (() => Promise<string | undefined>)
}

export interface Call {
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly path: string
  readonly headers?: Record<string, string>
  readonly body?: BodyInit
}

/** The server took the request, and refused it. */
export class RefusedByServerError extends ReportedError {
  override readonly name = 'RefusedByServerError'
  /** As `extensions.code` has it. */
  readonly code: string

  constructor(url: string, { message, extensions: { code = '' } = {} }: Refusal) {
    super(`The server at ${url} refused: ${message}`)
    this.code = code
  }
}

const Refusal = z.object({ message: z.string(), extensions: z.object({ code: z.string().optional() }).optional() })
type Refusal = z.infer<typeof Refusal>

const ErrorAnswer = z.object({ errors: z.array(Refusal).min(1) })

/** A server that starts, or whose database is away for a moment. */
const TRIES = 20
const PAUSE = 500

/**
 * Sends a request to a running Rapporteur and gives the answer's JSON. Waits for one that is starting.
 *
 * @throws ReportedError when it cannot be reached, or refuses.
 */
export async function callServer(server: ServerAddress, call: Call): Promise<unknown> {
  return answerOf(await request(server, call), server.url)
}

/**
 * The server's answer. A 503 is asked again for ten seconds, but a write only where the server says that it did not begin:
 * a database that went away may have committed it.
 *
 * @throws ReportedError when the server cannot be reached.
 */
export async function request({ url, key }: ServerAddress, call: Call): Promise<Response> {
  for (let left = TRIES; ; left--) {
    const given = typeof key === 'function' ? await key() : key
    const response = await send(url, call, given)
    if (response.status !== 503 || left <= 1 || !mayRepeat(call, response)) return response
    await pause(PAUSE)
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

/** The JSON of an answer. @throws ReportedError where it is a refusal, or none of a Rapporteur's. */
export async function answerOf(response: Response, url: string): Promise<unknown> {
  const text = await response.text()
  const json = parsed(text)
  const refused = ErrorAnswer.safeParse(json).data?.errors[0]
  if (refused) throw new RefusedByServerError(url, refused)
  if (!response.ok || json === undefined)
    throw new ReportedError(`What answers at ${url} is no Rapporteur (status ${response.status}).`)
  return json
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
