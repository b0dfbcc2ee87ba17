import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { ReadPath } from '../read/read-path.js'
import type { KnownDocuments } from './known-documents.js'
import { isLoopback } from './loopback.js'
import { answeredShort, nameOf } from './observed.js'

export interface ShortWayOptions {
  readonly documents: KnownDocuments
  readonly read: ReadPath
  /** Bytes of a body. */
  readonly maxBody: number
  /** Whether only requests that were sent to a name of this machine are answered. */
  readonly onLoopback: boolean
  /** What the read path is told of a request that was sent to this host, with its port; the signal says that its client has gone. */
  context(host: string, signal: AbortSignal): Parameters<ReadPath>[3]
}

/** What the database threw for a request here, so that Yoga reports it and does not ask again. */
export const failedReads = new WeakMap<object, { error: unknown }>()

interface Asked {
  readonly text: string
  readonly variables: Record<string, unknown>
  readonly operationName: string | undefined
}

/**
 * Answers, before Yoga, the one kind of request that nearly all are: a plain JSON POST, or a GET, without a key and from no page
 * of another origin, of a query that Yoga has let pass before and the compiled read path knows. The checks are the same. Everything
 * else, and all that does not come to a good end here, goes to Yoga with its bytes as they came, so that status, headers and body
 * of it are Yoga's.
 */
export function shortWay(yoga: RequestListener, options: ShortWayOptions): RequestListener {
  return (request, response) => {
    const type = isPlain(request, options) ? answerType(request.headers.accept) : undefined
    if (type === undefined) return yoga(request, response)
    const go = async (asked: Asked | undefined) => {
      const text = asked && (await answerOf(asked, request, response, options))
      if (response.destroyed) return
      if (text === undefined) yoga(request, response)
      else send(response, type, text)
    }
    if (request.method === 'GET') return void go(askedByAddress(request.url ?? ''))
    whenWhole(request, (body) => {
      // Where the body has been read already, Yoga takes it from here.
      Object.assign(request, { body })
      void go(askedByBody(body))
    })
  }
}

/** Calls back with the body, once it is there; never for a client that goes away before. */
function whenWhole(request: IncomingMessage, then: (body: Buffer) => void): void {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => then(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)))
  request.on('error', () => {})
}

function isPlain({ method, url = '', headers }: IncomingMessage, { maxBody, onLoopback }: ShortWayOptions): boolean {
  const { host, origin, authorization } = headers
  if (host === undefined || origin !== undefined || authorization !== undefined) return false
  if (onLoopback && !isLoopback(host.replace(/:\d*$/, ''))) return false
  if (method === 'GET') return url.startsWith('/graphql?') && headers['content-length'] === undefined
  const isJson = /^application\/json(?:; ?charset=utf-8)?$/i.test(headers['content-type'] ?? '')
  const isBare = headers['content-encoding'] === undefined && headers.expect === undefined
  return method === 'POST' && url === '/graphql' && isJson && isBare && Number(headers['content-length']) <= maxBody
}

const json = 'application/json; charset=utf-8'
const graphqlResponse = 'application/graphql-response+json; charset=utf-8'

/**
 * The content type of a good answer by the Accept header: the first type of the list, if it is one of the two and none has a
 * weight that could come before it. Undefined where Yoga should say.
 */
export function answerType(accept: string | undefined): string | undefined {
  if (accept === undefined || accept === '*/*') return json
  const [first = '', ...others] = accept.split(',').map((part) => part.trim().toLowerCase())
  if (others.some((part) => part.startsWith('text/html'))) return undefined
  if (first === 'application/json') return json
  return first === 'application/graphql-response+json' ? graphqlResponse : undefined
}

function askedByBody(body: Buffer): Asked | undefined {
  const text = body.toString()
  try {
    return mayHoldUnusable(text) ? undefined : askedOf(JSON.parse(text))
  } catch {
    return undefined
  }
}

function askedByAddress(url: string): Asked | undefined {
  const given = new URLSearchParams(url.slice(url.indexOf('?')))
  const variables = given.get('variables')
  if (variables !== null && mayHoldUnusable(variables)) return undefined
  try {
    const parsed = variables ? { variables: JSON.parse(variables) } : {}
    return askedOf({ ...Object.fromEntries(given), ...parsed })
  } catch {
    return undefined
  }
}

/** A NUL, or a surrogate that may have no partner, which JSON has to escape; Yoga's checks say where it is. */
const mayHoldUnusable = (text: string) => /\\u(?:0000|d[89a-f])/i.test(text)

/** A request that has what one may have, and nothing else. */
function askedOf(given: unknown): Asked | undefined {
  if (!isObject(given)) return undefined
  const { query, variables, operationName, ...others } = given
  if (typeof query !== 'string' || Object.keys(others).length > 0) return undefined
  if (variables != null && !isObject(variables)) return undefined
  if (operationName != null && typeof operationName !== 'string') return undefined
  return { text: query, variables: variables ?? {}, operationName: operationName ?? undefined }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The answer's text, or undefined: then Yoga answers, errors of the database included. */
async function answerOf(
  { text, variables, operationName }: Asked,
  request: IncomingMessage,
  response: ServerResponse,
  { documents, read, context }: ShortWayOptions,
): Promise<string | undefined> {
  const found = documents.find(text, variables, operationName)
  if (!found) return undefined
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  try {
    const given = context(request.headers.host ?? '', gone.signal)
    const answer = await read(found.document, operationName, variables, given)
    if (answer === null) return undefined
    answeredShort(request, nameOf(found.document, operationName), found.price)
    return answer
  } catch (error) {
    failedReads.set(request, { error })
    return undefined
  }
}

function send(response: ServerResponse, type: string, text: string): void {
  const body = Buffer.from(text)
  response.writeHead(200, { 'content-type': type, 'content-length': body.length })
  response.end(body)
}
