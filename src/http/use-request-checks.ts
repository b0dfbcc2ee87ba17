import { GraphQLError } from 'graphql'
import type { GraphQLParams, Plugin } from 'graphql-yoga'
import { persistedHash } from './persisted.js'
import { badRequest, tooLarge } from './refusals.js'

/** The longest bodies and files, in bytes. */
export interface RequestLimits {
  /** Bytes of a body. */
  readonly maxBody: number
  /** Bytes of a file in a multipart body. */
  readonly maxUpload: number
}

type Parsed = GraphQLParams | GraphQLParams[]

/**
 * What may be sent to the GraphQL endpoint: JSON, or multipart with a header that no foreign page can send without asking
 * first, neither longer than the limits. A body that cannot be read is the client's mistake, whatever the reader throws.
 */
export function useRequestChecks(limits: RequestLimits): Plugin {
  return {
    onRequestParse({ request, requestParser, setRequestParser, fetchAPI }) {
      if (request.method !== 'GET' && request.method !== 'POST') return
      const multipart = request.method === 'POST' && checkBody(request.headers) === 'multipart'
      const limit = multipart ? limits.maxUpload + limits.maxBody : limits.maxBody
      const length = contentLength(request.headers)
      if (length !== undefined && length > limit) throw tooLarge('The body', limit)
      if (!requestParser) throw unreadableType()
      setRequestParser(async (given) => {
        const bounded = given.body && length === undefined ? await readWhole(given, limit, fetchAPI.Request) : given
        const parsed = await readable(() => requestParser(bounded))
        if (multipart) refuseLongFiles(parsed, limits.maxUpload)
        return parsed
      })
    },
  }
}

const unreadableType = () =>
  badRequest('Send the operation as JSON, with the header "content-type: application/json".', 415)

function checkBody(headers: Headers): 'json' | 'multipart' {
  const type = headers.get('content-type')?.split(/[;,]/, 1)[0]?.trim().toLowerCase()
  if (type === 'application/json' || type === 'application/graphql+json') return 'json'
  if (type !== 'multipart/form-data') throw unreadableType()
  // A form on any page can post multipart, and the browser would send it here without asking.
  if (!headers.has('x-rapporteur-csrf') && !headers.has('apollo-require-preflight'))
    throw badRequest('A multipart request needs the header "x-rapporteur-csrf: 1".')
  return 'multipart'
}

function contentLength(headers: Headers): number | undefined {
  const given = headers.get('content-length')
  if (given === null) return undefined
  if (!/^\d+$/.test(given)) throw badRequest('The header content-length is no number.')
  return Number(given)
}

/** A body of unknown length, read until it is over the limit. */
async function readWhole(request: Request, limit: number, Request: typeof globalThis.Request): Promise<Request> {
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = request.body?.getReader()
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    size += part.value.byteLength
    if (size > limit) {
      await reader?.cancel()
      throw tooLarge('The body', limit)
    }
    chunks.push(part.value)
  }
  const { url, method, headers, signal } = request
  return new Request(url, { method, headers, signal, body: Buffer.concat(chunks) })
}

/** What a parser gives, or BAD_REQUEST whatever it throws: nothing but the request is at fault there. */
async function readable(parse: () => Parsed | Response | Promise<Parsed | Response>): Promise<Parsed | Response> {
  try {
    const parsed = await parse()
    if (!Array.isArray(parsed) && 'query' in parsed && parsed.query != null) return parsed
    if (!Array.isArray(parsed) && 'extensions' in parsed && persistedHash(parsed.extensions) !== undefined)
      return parsed
    if (Array.isArray(parsed) || parsed instanceof Response) return parsed
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw badRequest('The request cannot be read as a GraphQL operation.')
    throw badRequest(`${error.message.replace(/\.$/, '')}.`)
  }
  throw badRequest('There is no "query". Send the text of the operation under that name.')
}

function refuseLongFiles(value: unknown, limit: number): void {
  if (typeof value !== 'object' || value === null) return
  if (value instanceof Blob || 'arrayBuffer' in value) {
    if ('size' in value && Number(value.size) > limit) throw tooLarge('The file', limit)
    return
  }
  for (const inner of Object.values(value)) refuseLongFiles(inner, limit)
}
