import type { IncomingMessage } from 'node:http'
import type { Departure } from '../../database/departure.js'
import type { Context } from '../../schema/context.js'
import type { Answer } from '../answer.js'
import type { Arrival } from '../arrival.js'
import { type BodyLimits, readOperation } from '../checks/body.js'
import { ofLatest } from '../checks/of-latest.js'
import { type AskedQuery, askedByAddress, askedByBody } from './asked-query.js'
import type { Etags } from './etag.js'
import type { KnownDocuments } from './known-documents.js'
import type { Read } from './read-answer.js'

/** The ways of answering GraphQL. */
export interface GraphQLOptions {
  readonly documents: KnownDocuments
  /** Undefined where the compiled read path is switched off. */
  readonly read: Read | undefined
  readonly etags: Etags | undefined
  readonly limits: BodyLimits
  /** Whether large answers are compressed. */
  readonly compress: boolean
  /** What resolvers are told of a request. */
  context(arrival: Arrival, signal: Departure): Omit<Context, 'signal'> & { signal: Departure }
  /** GraphQL over HTTP as Yoga has it, with a body that has been checked. */
  yoga(arrival: Arrival, body: Buffer | IncomingMessage | undefined): Promise<Answer>
}

/**
 * Answers GraphQL: 304 to who has the answer; what Yoga has let pass before from memory or by one compiled statement; all else by
 * Yoga, which also says what is wrong with a request.
 */
export function graphqlAnswers(options: GraphQLOptions): (arrival: Arrival) => Promise<Answer> {
  const { documents, etags, limits } = options
  const byAddress = askedByAddress(documents)
  return async (arrival) => {
    const { request, address } = arrival
    const isGet = request.method === 'GET' && address.startsWith('/graphql?')
    const mark = isGet ? etags?.mark(arrival) : undefined
    const marked = mark instanceof Promise ? await mark : mark
    if (marked?.isKnown) {
      if (arrival.record) arrival.record.way = 'unchanged'
      return { status: 304, headers: marked.headers, body: null }
    }
    const body = request.method === 'POST' ? await readOperation(request, limits) : undefined
    const isPlain = address === '/graphql' && Buffer.isBuffer(body)
    const asked = isGet ? byAddress(address) : isPlain ? askedByBody(body, documents) : undefined
    const answer = (asked && (await readAnswer(asked, arrival, options))) ?? (await options.yoga(arrival, body))
    const isGood = answer.status === 200 && arrival.isGood
    const headers = marked && isGood ? { ...answer.headers, ...marked.headers } : answer.headers
    return {
      status: answer.status,
      headers,
      body: answer.body,
      ...(options.compress && isJson(answer) ? { compress: 'quickly' } : {}),
    }
  }
}

const isJson = ({ headers }: Answer) => /^application\/(graphql-response\+)?json/.test(headers['content-type'] ?? '')

/** The answer to a query that is known, from memory or by one statement; undefined where Yoga should answer, errors included. */
async function readAnswer(
  { text, variables, operationName }: AskedQuery,
  arrival: Arrival,
  { documents, read, context }: GraphQLOptions,
): Promise<Answer | undefined> {
  const type = typeOf(arrival.request.headers.accept)
  const found = read && type !== undefined ? documents.find(text, variables, operationName) : undefined
  if (!read || !found || type === undefined) return undefined
  const { document, operation, price } = found
  let way: 'memory' | 'direct' = 'memory'
  const onRead = () => {
    way = 'direct'
  }
  try {
    const answer = await read({ document, operationName, variables, onRead }, context(arrival, arrival.gone))
    if (answer === null) return undefined
    arrival.isGood = true
    const { record } = arrival
    if (record) Object.assign(record, { way, operation, price, statements: way === 'memory' ? 0 : 1 })
    return { ...answer, headers: { 'content-type': type } }
  } catch (error) {
    arrival.failure = { error }
    return undefined
  }
}

const json = 'application/json; charset=utf-8'
const graphqlResponse = 'application/graphql-response+json; charset=utf-8'

/**
 * The content type of a good answer by the Accept header: the first type of the list, if it is one of the two and none has a
 * weight that could come before it. Undefined where Yoga should say.
 */
const typeOf = ofLatest((accept) => {
  if (accept === undefined || accept === '*/*') return json
  const [first = '', ...others] = accept.split(',').map((part) => part.trim().toLowerCase())
  if (others.some((part) => part.startsWith('text/html'))) return undefined
  if (first === 'application/json') return json
  return first === 'application/graphql-response+json' ? graphqlResponse : undefined
})
