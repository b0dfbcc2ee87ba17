import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Access } from '../access/access.js'
import { type Departure, Leaving } from '../database/departure.js'
import type { ReadPath } from '../read/read-path.js'
import { compressed, WORTH_COMPRESSING } from './compress.js'
import type { Etags } from './etag.js'
import type { KnownDocuments } from './known-documents.js'
import { isLoopback } from './loopback.js'
import { noteShort } from './observed.js'
import { ofLatest } from './of-latest.js'
import { persistedHash } from './persisted.js'
import { always } from './use-security-headers.js'

export interface ShortWayOptions {
  readonly documents: KnownDocuments
  readonly read: ReadPath
  /** Bytes of a body. */
  readonly maxBody: number
  /** Whether only requests that were sent to a name of this machine are answered. */
  readonly onLoopback: boolean
  /** Whether large answers are compressed for clients that take that. */
  readonly compress: boolean
  /** Who asks, by the Authorization header; undefined where Yoga is to say, because the request is refused. */
  access(request: IncomingMessage): Promise<Access | undefined> | Access | undefined
  readonly etags: Etags | undefined
  /** The headers for a page of this origin. */
  cors(origin: string): Readonly<Record<string, string>>
  /** What permalinks begin with, for a request that was sent to this host, with its port. */
  origin(host: string): string
  /** What the read path is told; the signal says that the client has gone. */
  context(host: string, access: Access, signal: Departure): Parameters<ReadPath>[3]
}

/** What the database threw for a request here, so that Yoga reports it and does not ask again. */
export const failedReads = new WeakMap<object, { error: unknown }>()

interface Asked {
  readonly text: string
  readonly variables: Record<string, unknown>
  readonly operationName: string | undefined
}

/**
 * Answers, before Yoga, the one kind of request that nearly all are: a plain JSON POST, or a GET, of a
 * query that Yoga has let pass before and the compiled read path knows. The checks are the same. Everything else, and all that
 * does not come to a good end here, goes to Yoga with its bytes as they came, so that status, headers and body of it are Yoga's.
 */
export function shortWay(yoga: RequestListener, options: ShortWayOptions): RequestListener {
  const isPlain = plainRequests(options)
  const typeOf = ofLatest(answerType)
  return (request, response) => {
    const type = isPlain(request) ? typeOf(request.headers.accept) : undefined
    if (type === undefined) return yoga(request, response)
    const go = async (asked: Asked | undefined, body?: Buffer) => {
      const answer = asked && (await answerOf(asked, request, response, options))
      if (response.destroyed) return
      // Where the body has been read already, Yoga takes it from here.
      if (answer === undefined) yoga(body ? Object.assign(request, { body }) : request, response)
      else await send(request, response, { type, compress: options.compress, ...withCors(answer, request, options) })
    }
    if (request.method === 'GET') return void go(askedByAddress(request.url ?? '', options))
    whenWhole(request, (body) => void go(askedByBody(body, options), body))
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

type Documents = Pick<ShortWayOptions, 'documents'>

function askedByBody(body: Buffer, options: Documents): Asked | undefined {
  const text = body.toString()
  try {
    return mayHoldUnusable(text) ? undefined : askedOf(JSON.parse(text), options)
  } catch {
    return undefined
  }
}

function askedByAddress(url: string, options: Documents): Asked | undefined {
  const given = Object.fromEntries(new URLSearchParams(url.slice(url.indexOf('?'))))
  const { variables, extensions } = given
  if (variables !== undefined && mayHoldUnusable(variables)) return undefined
  try {
    return askedOf(
      {
        ...given,
        ...(variables ? { variables: JSON.parse(variables) } : {}),
        ...(extensions ? { extensions: JSON.parse(extensions) } : {}),
      },
      options,
    )
  } catch {
    return undefined
  }
}

/** A NUL, or a surrogate that may have no partner, which JSON has to escape; Yoga's checks say where it is. */
const mayHoldUnusable = (text: string) => /\\u(?:0000|d[89a-f])/i.test(text)

/** A request that has what one may have, and nothing else. */
function askedOf(given: unknown, { documents }: Documents): Asked | undefined {
  if (!isObject(given)) return undefined
  const { query, variables, operationName, extensions, ...others } = given
  if (Object.keys(others).length > 0 || !isUsualExtension(extensions)) return undefined
  const hash = persistedHash(extensions)
  const text = query === undefined && hash ? documents.textOf(hash) : query
  if (typeof text !== 'string' || (hash !== undefined && documents.hashOf(text) !== hash)) return undefined
  if (variables != null && !isObject(variables)) return undefined
  if (operationName != null && typeof operationName !== 'string') return undefined
  return { text, variables: variables ?? {}, operationName: operationName ?? undefined }
}

/** What clients send beside a query: its hash, and their name. */
const isUsualExtension = (extensions: unknown) =>
  extensions === undefined ||
  (isObject(extensions) &&
    Object.keys(extensions).every((name) => name === 'persistedQuery' || name === 'clientLibrary'))

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

interface Answer {
  /** Undefined where the client has it already. */
  readonly text: string | undefined
  readonly headers: Readonly<Record<string, string>> | undefined
}

/** The answer, or undefined: then Yoga answers, errors of the database included. */
async function answerOf(
  { text, variables, operationName }: Asked,
  request: IncomingMessage,
  response: ServerResponse,
  options: ShortWayOptions,
): Promise<Answer | undefined> {
  const found = options.documents.find(text, variables, operationName)
  if (!found) return undefined
  const given = options.access(request)
  const access = given instanceof Promise ? await given : given
  if (!access) return undefined
  const about = { operation: found.operation, price: found.price, key: access.key?.name }
  const marked = request.method === 'GET' ? await markOf(request, access, options) : undefined
  if (marked?.isKnown) {
    noteShort(request, { way: 'unchanged', ...about })
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
    noteShort(request, { way: 'short', ...about })
    return { text: answer, headers: marked?.headers }
  } catch (error) {
    failedReads.set(request, { error })
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
    response.writeHead(304, { ...always, ...headers })
    response.end()
    return
  }
  const length = Buffer.byteLength(text)
  const large =
    compress && length >= WORTH_COMPRESSING ? await compressed(Buffer.from(text), accepted, headers) : undefined
  // What is not compressed stays a text: Node sends that together with the headers, in one write.
  const { bytes, headers: sent } = large ?? { bytes: text, headers }
  response.writeHead(200, { 'content-type': type, 'content-length': large?.bytes.length ?? length, ...always, ...sent })
  response.end(bytes)
}
