import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { type DocumentNode, getOperationAST } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { Observer } from '../observe/observer.js'
import { currentRequestRecord, type RequestRecord, withRequestRecord } from '../observe/request-record.js'
import type { Arrival, Way } from './arrival.js'

/** Begins with each request, and has it observed, if there is an observer. */
export const arriving =
  (observer: Observer | undefined, way: Way): RequestListener =>
  (request, response) =>
    way(request, response, { told: observer?.begin(request, response) })

/** Yoga, which is told of the arrival, with `currentRequestRecord` set while it handles the request. */
export const ordinaryWay =
  (yoga: (request: IncomingMessage, response: ServerResponse, context: { arrival: Arrival }) => unknown): Way =>
  (request, response, arrival) => {
    const answer = () => void yoga(request, response, { arrival })
    if (arrival.told) withRequestRecord(arrival.told, answer)
    else answer()
  }

/** What the short way has answered. */
export function noteAnswer({ told }: Arrival, known: Partial<RequestRecord> & Pick<RequestRecord, 'way'>): void {
  if (told) Object.assign(told, known, { statements: told.statements + (known.way === 'short' ? 1 : 0) })
}

/** The name of the operation that is asked for. */
export const nameOf = (document: DocumentNode, operationName: string | null | undefined): string | undefined =>
  getOperationAST(document, operationName)?.name?.value

/** Notes of each operation what is to be told of its request. */
export const useObserved = (): Plugin => ({
  onExecute: ({ args }) => note({ way: 'ordinary', operation: nameOf(args.document, args.operationName) }),
  onSubscribe: ({ args }) => note({ way: 'stream', operation: nameOf(args.document, args.operationName) }),
  onResultProcess: ({ result }) => {
    const code = !Array.isArray(result) && 'errors' in result ? result.errors?.[0]?.extensions?.code : undefined
    if (typeof code === 'string') note({ code })
  },
})

/** Adds to what is known of the request that is being answered here. */
export function note(known: Partial<RequestRecord>): void {
  const told = currentRequestRecord()
  if (told) Object.assign(told, known)
}
