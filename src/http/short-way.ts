import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Access } from '../access/access.js'
import { type Departure, Leaving } from '../database/departure.js'
import type { ReadPath } from '../read/read-path.js'
import type { Arrival, Way } from './arrival.js'
import { type AskedQuery, askedByAddress, askedByBody } from './asked-query.js'
import type { Authorize } from './authorize.js'
import { compressed, WORTH_COMPRESSING } from './compress.js'
import type { Etags } from './etag.js'
import type { KnownDocuments } from './known-documents.js'
import { isLoopback } from './loopback.js'
import { noteAnswer } from './observed.js'
import { ofLatest } from './of-latest.js'
import { headersOfAll } from './use-security-headers.js'

/** What the short way shares with the ordinary one. */
export interface ShortWayOptions {
  readonly documents: KnownDocuments
  readonly read: ReadPath
  /** Bytes of a body. */
  readonly maxBody: number
  /** Whether only requests that were sent to a name of this machine are answered. */
  readonly onLoopback: boolean
  /** Whether large answers are compressed for clients that take that. */
  readonly compress: boolean
  readonly authorize: Authorize
  readonly etags: Etags | undefined
  /** The headers for a page of this origin. */
  cors(origin: string): Readonly<Record<string, string>>
  /** What permalinks begin with, for a request that was sent to this host, with its port. */
  origin(host: string): string
  /** What the read path is told; the signal says that the client has gone. */
  context(host: string, access: Access, signal: Departure): Parameters<ReadPath>[3]
}

/**
 * Answers, before Yoga, the one kind of request that nearly all are: a plain JSON POST, or a GET, of a
 * query that Yoga has let pass before and the compiled read path knows. The checks are the same. Everything else, and all that
 * does not come to a good end here, goes to Yoga with its bytes as they came, so that status, headers and body of it are Yoga's.
 */
export function shortWay(yoga: Way, options: ShortWayOptions): Way {
  const { documents } = options
  const isPlain = plainRequests(options)
  const typeOf = ofLatest(answerType)
  const byAddress = askedByAddress(documents)
  return (request, response, arrival) => {
    const type = isPlain(request) ? typeOf(request.headers.accept) : undefined
    if (type === undefined) return yoga(request, response, arrival)
    const go = async (asked: AskedQuery | undefined, body?: Buffer) => {
      const answer = asked && (await answerOf(asked, { request, response, arrival }, options))
      if (response.destroyed) return
      // Where the body has been read already, Yoga takes it from here.
      if (answer === undefined) yoga(body ? Object.assign(request, { body }) : request, response, arrival)
      else await send(request, response, { type, compress: options.compress, ...withCors(answer, request, options) })
    }
    if (request.method === 'GET') void go(byAddress(request.url ?? ''))
    else whenWhole(request, (body) => void go(askedByBody(body, documents), body))
  }
}

/** Calls back with the body, once it is there; never for a client that goes away before. */
function whenWhole(request: IncomingMessage, then: (body: Buffer) => void): void {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => then(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)))
  request.on('error', () => {})
}

/** Tells the requests that may be answered here by all but their query. */
function plainRequests({ maxBody, onLoopback }: ShortWayOptions): (request: IncomingMessage) => boolean {
  const isOurs = ofLatest((host) => host !== undefined && (!onLoopback || isLoopback(host.replace(/:\d*$/, ''))))
  const isJson = ofLatest((type) => /^application\/json(?:; ?charset=utf-8)?$/i.test(type ?? ''))
  return ({ method, url = '', headers }) => {
    if (!isOurs(headers.host) || 'access-control-request-headers' in headers) return false
    if (method === 'GET') return url.startsWith('/graphql?') && headers['content-length'] === undefined
    const isBare = headers['content-encoding'] === undefined && headers.expect === undefined
    const isWhole = Number(headers['content-length']) <= maxBody
    return method === 'POST' && url === '/graphql' && isBare && isWhole && isJson(headers['content-type'])
  }
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

interface Answer {
  /** Undefined where the client has it already. */
  readonly text: string | undefined
  readonly headers: Readonly<Record<string, string>> | undefined
}

interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly arrival: Arrival
}

/** The answer, or undefined: then Yoga answers, errors of the database included. */
async function answerOf(
  { text, variables, operationName }: AskedQuery,
  { request, response, arrival }: Exchange,
  options: ShortWayOptions,
): Promise<Answer | undefined> {
  const found = options.documents.find(text, variables, operationName)
  const given = found && accessOf(request, arrival, options)
  const access = given instanceof Promise ? await given : given
  if (!found || !access) return undefined
  const about = { operation: found.operation, price: found.price, key: access.key?.name }
  const mark = request.method === 'GET' ? markOf(request, access, options) : undefined
  const marked = mark instanceof Promise ? await mark : mark
  if (marked?.isKnown) {
    noteAnswer(arrival, { way: 'unchanged', ...about })
    return { text: undefined, headers: marked.headers }
  }
  const gone = new Leaving()
  response.on('close', () => {
    if (!response.writableEnded) gone.abort()
  })
  try {
    const context = options.context(request.headers.host ?? '', access, gone)
    const answer = await options.read(found.document, operationName, variables, context)
    if (answer === null) return undefined
    noteAnswer(arrival, { way: 'short', ...about })
    return { text: answer, headers: marked?.headers }
  } catch (error) {
    arrival.failure = { error }
    return undefined
  }
}

/** Who asks; undefined where Yoga has something to refuse, or has to say why the key could not be looked up. */
function accessOf(
  { headers: { authorization } }: IncomingMessage,
  arrival: Arrival,
  { authorize }: ShortWayOptions,
): Promise<Access | undefined> | Access | undefined {
  try {
    const access = authorize(authorization, arrival)
    return access instanceof Promise ? access.catch(() => undefined) : access
  } catch {
    return undefined
  }
}

function markOf({ url = '', headers }: IncomingMessage, access: Access, { etags, origin }: ShortWayOptions) {
  const { accept, host = '', 'if-none-match': ifNoneMatch } = headers
  return etags?.mark({ address: url, origin: origin(host), accept, ifNoneMatch, access })
}

function withCors({ text, headers }: Answer, request: IncomingMessage, { cors }: ShortWayOptions): Answer {
  const { origin } = request.headers
  return origin === undefined ? { text, headers } : { text, headers: { ...cors(origin), ...headers } }
}

interface Sent extends Answer {
  type: string
  compress: boolean
}

async function send(
  { headers: { 'accept-encoding': accepted } }: IncomingMessage,
  response: ServerResponse,
  { type, compress, text, headers }: Sent,
): Promise<void> {
  if (text === undefined) {
    response.writeHead(304, { ...headersOfAll, ...headers })
    response.end()
    return
  }
  const length = Buffer.byteLength(text)
  const large =
    compress && length >= WORTH_COMPRESSING ? await compressed(Buffer.from(text), accepted, headers) : undefined
  // What is not compressed stays a text: Node sends that together with the headers, in one write.
  const { bytes, headers: sent } = large ?? { bytes: text, headers }
  const described = { 'content-type': type, 'content-length': large?.bytes.length ?? length }
  response.writeHead(200, { ...described, ...headersOfAll, ...sent })
  response.end(bytes)
}
