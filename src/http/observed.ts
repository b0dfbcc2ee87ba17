import type { IncomingMessage, RequestListener } from 'node:http'
import { type DocumentNode, getOperationAST } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { Observer } from '../observe/observer.js'
import { currentRequestRecord, type RequestRecord, withRequestRecord } from '../observe/request-record.js'

/** Where a request's record hangs: a WeakMap of all that are under way costs the collector of garbage more. */
const record = Symbol('record')
interface Recorded extends IncomingMessage {
  [record]?: RequestRecord
}
const recordOf = (request: Recorded): RequestRecord | undefined => request[record]

/** Has every request observed, whichever way it goes. */
export const observed =
  (observer: Observer, listener: RequestListener): RequestListener =>
  (request, response) => {
    const recorded: Recorded = Object.assign(request, { [record]: observer.begin(request, response) })
    listener(recorded, response)
  }

/** Yoga, with `currentRequestRecord` set while it handles the request. */
export const inItsRecord =
  (yoga: RequestListener): RequestListener =>
  (request, response) => {
    const known = recordOf(request)
    return known ? withRequestRecord(known, () => yoga(request, response)) : yoga(request, response)
  }

/** What the short way has answered. */
export function noteShort(request: IncomingMessage, known: Partial<RequestRecord> & Pick<RequestRecord, 'way'>): void {
  const told = recordOf(request)
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
