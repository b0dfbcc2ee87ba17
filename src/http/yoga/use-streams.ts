import { type ExecutionArgs, type ExecutionResult, GraphQLError } from 'graphql'
import { isAsyncIterable, type Plugin } from 'graphql-yoga'
import { refusal } from '../../schema/errors.js'
import type { Arrival } from '../arrival.js'
import { noteEventStream } from '../event-streams.js'
import { maskedError } from '../masked-error.js'
import { badRequest } from '../refusals.js'
import { acceptsMultipart } from './multipart-stream.js'

/** How many streams there may be, and how long one may wait for its client. */
export interface StreamLimits {
  /** Streams that are open at once. */
  readonly maxStreams: number
  /** How long a client may leave what was sent to it unread, in milliseconds. */
  readonly streamStall: number
}

/** What the resolvers' context has of the request. */
interface YogaContext {
  request: Request
  arrival: Arrival
}

type Events = AsyncIterable<ExecutionResult>

/**
 * Keeps streams of events within limits: no more than so many at once, and none to clients that do not read. A stream that
 * fails says why before it ends.
 */
export function useStreams({ maxStreams, streamStall }: StreamLimits): Plugin {
  const open = new Set<object>()
  return {
    onSubscribe({ subscribeFn, setSubscribeFn }) {
      setSubscribeFn(async (args: ExecutionArgs) => {
        const { request, arrival } = args.contextValue as YogaContext
        const refused = refusalOf(request, open.size >= maxStreams)
        if (refused) return { errors: [refused] }
        const stream = {}
        const close = () => void open.delete(stream)
        open.add(stream)
        request.signal.addEventListener('abort', close, { once: true })
        const result: Events | ExecutionResult = await subscribeFn(args)
        if (!isAsyncIterable(result)) {
          close()
          return result
        }
        noteEventStream(arrival.response)
        return guarded(result, { close, stall: streamStall, cut: () => arrival.response.destroy() })
      })
    },
  }
}

function refusalOf(request: Request, full: boolean): GraphQLError | undefined {
  const accepted = request.headers.get('accept')
  if (accepted !== null && !acceptsMultipart(accepted) && !/text\/(event-stream|\*)|\*\/\*/.test(accepted))
    return badRequest(
      'A subscription is answered as a stream of events: accept text/event-stream, or multipart/mixed as Apollo Client does.',
      406,
    )
  if (full)
    return refusal(503, 'UNAVAILABLE', 'As many streams are open as this server keeps. Ask again in some seconds.', {
      'retry-after': '5',
    })
  return undefined
}

interface Guard {
  /** Called when the stream is over, and perhaps again. */
  close: () => void
  stall: number
  /** Ends the connection. */
  cut: () => void
}

/** The same events, until the client has not asked for the next one in time: then its connection is cut. */
function guarded(events: Events, { close, stall, cut }: Guard): AsyncIterableIterator<ExecutionResult> {
  const iterator = events[Symbol.asyncIterator]()
  let unread: NodeJS.Timeout | undefined
  let failed = false
  const over = () => {
    clearTimeout(unread)
    close()
    return { done: true as const, value: undefined }
  }
  return {
    async next() {
      clearTimeout(unread)
      if (failed) return over()
      const result = await iterator.next().catch((error: unknown): IteratorResult<ExecutionResult> => {
        failed = true
        return { done: false, value: { errors: [maskedGraphQLError(error)] } }
      })
      if (result.done) return over()
      unread = setTimeout(cut, stall).unref()
      return result
    },
    async return() {
      over()
      await iterator.return?.()
      return over()
    },
    [Symbol.asyncIterator]() {
      return this
    },
  }
}

function maskedGraphQLError(error: unknown): GraphQLError {
  const masked = maskedError(error, 'Unexpected error.')
  return masked instanceof GraphQLError ? masked : new GraphQLError(masked.message)
}
