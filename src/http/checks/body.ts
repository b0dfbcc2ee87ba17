import type { IncomingMessage } from 'node:http'
import { badRequest, tooLarge } from '../refusals.js'
import { ofLatest } from './of-latest.js'

/** The longest bodies and files, in bytes. */
export interface BodyLimits {
  readonly maxBody: number
  /** Of a file in a multipart body. */
  readonly maxUpload: number
}

/**
 * The body of a POST to GraphQL: JSON, or multipart with a header that no foreign page can send without asking first, neither longer
 * than the limits. A multipart body whose length is known is given as it comes.
 *
 * @throws GraphQLError BAD_REQUEST, PAYLOAD_TOO_LARGE
 */
export async function readOperation(request: IncomingMessage, limits: BodyLimits): Promise<Buffer | IncomingMessage> {
  const type = mediaTypeOf(request.headers['content-type'])
  if (type === 'application/json' || type === 'application/graphql+json') return readBody(request, limits.maxBody)
  if (type !== 'multipart/form-data')
    throw badRequest('Send the operation as JSON, with the header "content-type: application/json".', 415)
  // A form on any page can post multipart, and the browser would send it here without asking.
  if (!('x-rapporteur-csrf' in request.headers || 'apollo-require-preflight' in request.headers))
    throw badRequest('A multipart request needs the header "x-rapporteur-csrf: 1".')
  const limit = limits.maxUpload + limits.maxBody
  return checkedLength(request, limit) === undefined ? readBody(request, limit) : request
}

const mediaTypeOf = ofLatest((type) => type?.split(/[;,]/, 1)[0]?.trim().toLowerCase())

/** The length that the headers tell; undefined if they tell none. Throws PAYLOAD_TOO_LARGE. */
function checkedLength({ headers }: IncomingMessage, limit: number): number | undefined {
  const given = headers['content-length']
  if (given === undefined) return undefined
  if (Number(given) > limit) throw tooLarge('The body', limit)
  return Number(given)
}

/** A whole body. Never settles for a client that goes away before. @throws GraphQLError PAYLOAD_TOO_LARGE */
export function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  checkedLength(request, limit)
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let length = 0
    request.on('data', (chunk: Buffer) => {
      length += chunk.length
      if (length <= limit) chunks.push(chunk)
      else reject(tooLarge('The body', limit))
    })
    request.on('end', () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)))
    request.on('error', () => {})
  })
}
