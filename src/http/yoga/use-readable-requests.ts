import { GraphQLError } from 'graphql'
import type { GraphQLParams, Plugin } from 'graphql-yoga'
import { badRequest, tooLarge } from '../refusals.js'
import { persistedHash } from './persisted.js'

type Parsed = GraphQLParams | GraphQLParams[]

/** A body that cannot be read is the client's mistake, whatever the reader throws. Files have at most `maxUpload` bytes. */
export const useReadableRequests = (maxUpload: number): Plugin => ({
  onRequestParse({ request: { headers }, requestParser, setRequestParser }) {
    if (!requestParser) return
    const isMultipart = headers.get('content-type')?.startsWith('multipart/')
    setRequestParser(async (request) => {
      const parsed = await readable(() => requestParser(request))
      if (isMultipart) refuseLongFiles(parsed, maxUpload)
      return parsed
    })
  },
})

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
