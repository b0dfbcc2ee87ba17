import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RequestRecord } from '../observe/request-record.js'

/** A request on its way through the server: what one step has found out about it and a later one, of either way, has to know. */
export interface Arrival {
  /** Its line in the log and the metrics; undefined without an observer. */
  readonly record?: RequestRecord | undefined
  /** Seconds to wait, where it is one of too many. */
  wait?: number
  /** Whether it was counted for its key. */
  isCounted?: boolean
  /** What the database threw for it: Yoga reports that, and the database is not asked twice. */
  failure?: { readonly error: unknown }
}

/** Answers a request. */
export type Way = (request: IncomingMessage, response: ServerResponse, arrival: Arrival) => void
