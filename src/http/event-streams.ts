import type { ServerResponse } from 'node:http'

const streams = new WeakSet<ServerResponse>()

/** Notes that a response is a stream of events, which has no end of its own. Its headers do not always tell: Node forgets them. */
export const noteEventStream = (response: ServerResponse): void => void streams.add(response)

/** Whether `noteEventStream` was called for this response. */
export const isEventStream = (response: ServerResponse): boolean => streams.has(response)
