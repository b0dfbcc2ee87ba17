import { type ExecutionResult, GraphQLError } from 'graphql'
import { isAsyncIterable, type Plugin } from 'graphql-yoga'

/** In milliseconds: what stands between takes a connection on which nothing comes for long to be dead. */
const HEARTBEAT_MS = 12_000

/**
 * Streams of events in parts of a multipart answer, for clients that accept that and no text/event-stream: the protocol of Apollo's
 * `HttpLink` (https://www.apollographql.com/docs/graphos/routing/operations/subscriptions/multipart-protocol).
 */
export const useMultipartStreams = (): Plugin => ({
  onResultProcess({ request, result, setResultProcessor }) {
    const accepted = request.headers.get('accept') ?? ''
    if (!isAsyncIterable(result) || !acceptsMultipart(accepted) || /text\/(event-stream|\*)/.test(accepted)) return
    setResultProcessor((events) => partsOf(events as AsyncIterable<ExecutionResult>), 'multipart/mixed')
  },
})

export const acceptsMultipart = (accepted: string): boolean => /multipart\/mixed/.test(accepted)

function partsOf(events: AsyncIterable<ExecutionResult>): Response {
  const iterator = events[Symbol.asyncIterator]()
  const encoder = new TextEncoder()
  let heartbeat: NodeJS.Timeout | undefined
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const write = (text: string) => controller.enqueue(encoder.encode(text))
      write(`--graphql${part({})}`)
      heartbeat = setInterval(() => (controller.desiredSize ?? 0) > 0 && write(part({})), HEARTBEAT_MS).unref()
    },
    async pull(controller) {
      const { done, value } = await iterator.next()
      controller.enqueue(encoder.encode(done ? '--\r\n' : part({ payload: plain(value) })))
      if (!done) return
      clearInterval(heartbeat)
      controller.close()
    },
    async cancel() {
      clearInterval(heartbeat)
      await iterator.return?.()
    },
  })
  const type = 'multipart/mixed; boundary="graphql"; subscriptionSpec=1.0'
  return new Response(body, { headers: { 'content-type': type, 'cache-control': 'no-cache' } })
}

/** A part up to the boundary behind it. Two dashes after a boundary end them all. */
const part = (value: object) => `\r\ncontent-type: application/json\r\n\r\n${JSON.stringify(value)}\r\n--graphql`

/** Without what an error tells of its HTTP status. */
const plain = ({ data, errors }: ExecutionResult) => ({
  data,
  ...(errors && { errors: errors.map(withoutHttp) }),
})

function withoutHttp(error: GraphQLError): object {
  const { http: _, ...extensions } = error.extensions
  return { ...new GraphQLError(error.message, { path: error.path }).toJSON(), extensions }
}
