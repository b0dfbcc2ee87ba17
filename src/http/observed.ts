import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { type DocumentNode, getOperationAST } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { Observer } from '../observe/observer.js'
import { currentRequestRecord, type RequestRecord, withRequestRecord } from '../observe/request-record.js'
import type { Arrival, Way } from './arrival.js'

/** Starts each request's record, if there is an observer. */
export const arriving =
  (observer: Observer | undefined, way: Way): RequestListener =>
  (request, response) =>
    way(request, response, { record: observer?.begin(request, response) })

/** Yoga, which is told of the arrival, with `currentRequestRecord` set while it handles the request. */
export const ordinaryWay =
  (yoga: (request: IncomingMessage, response: ServerResponse, context: { arrival: Arrival }) => unknown): Way =>
  (request, response, arrival) => {
    const answer = () => void yoga(request, response, { arrival })
    if (arrival.record) withRequestRecord(arrival.record, answer)
    else answer()
  }

/** Adds to a request's record what the short way has answered. */
export function noteAnswer({ record }: Arrival, known: Partial<RequestRecord> & Pick<RequestRecord, 'way'>): void {
  if (record) Object.assign(record, known, { statements: record.statements + (known.way === 'short' ? 1 : 0) })
}

/** The name of the operation that is asked for. */
export const nameOf = (document: DocumentNode, operationName: string | null | undefined): string | undefined =>
  getOperationAST(document, operationName)?.name?.value

/** Adds the operation of each request to its record, how it is answered, and its first error's code. */
export const useObserved = (): Plugin => ({
  onExecute: ({ args }) => note({ way: 'ordinary', operation: nameOf(args.document, args.operationName) }),
  onSubscribe: ({ args }) => note({ way: 'stream', operation: nameOf(args.document, args.operationName) }),
  onResultProcess: ({ result }) => {
    const code = !Array.isArray(result) && 'errors' in result ? result.errors?.[0]?.extensions?.code : undefined
    if (typeof code === 'string') note({ code })
  },
})

/** Adds to the record of the request that is being answered. */
export function note(known: Partial<RequestRecord>): void {
  const record = currentRequestRecord()
  if (record) Object.assign(record, known)
}
