import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import pino from 'pino'
import type { Database, OnStatement } from '../database/database.js'
import { type Metrics, metricsOf } from './metrics.js'
import { currentRequestRecord, type RequestRecord } from './request-record.js'
import { type Trace, tracing } from './tracing.js'

export interface ObserveSettings {
  readonly log: 'requests' | 'errors'
  /** Statements that take at least this many milliseconds are logged; 0 for none. */
  readonly slowStatement: number
  readonly telemetry: 'on' | 'off'
  /** If greater than 0, a request's id is taken from the proxy's X-Request-Id header. */
  readonly proxies: number
}

/** Logs, measures and traces every request and statement of a server. */
export interface Observer {
  /** Starts observing a request, which is reported when its response closes. */
  begin(request: IncomingMessage, response: ServerResponse): RequestRecord
  readonly onStatement: OnStatement
  readonly metrics: Metrics
  /** Writes buffered lines, unless the reader of the output has gone. */
  flush(): Promise<void>
}

/** Lines are buffered up to this many bytes or milliseconds: a write for each would cost more than formatting the line. */
const buffering = { minLength: 8_192, periodicFlush: 500 }

/** The observer of a process, which writes to stdout. */
export function observe(settings: ObserveSettings): Observer {
  const output = pino.destination({ fd: 1, sync: false, ...buffering })
  output.on('error', () => {}) // the reader of stdout has gone
  return observerOf(settings, output, settings.telemetry === 'on' ? tracing() : undefined)
}

/** The same, with its lines written to `output`. */
export function observerOf(settings: ObserveSettings, output: pino.DestinationStream, trace?: Trace): Observer {
  const lines = pino({ base: undefined, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level } }, output)
  const metrics = metricsOf()
  const id = idsOf(settings.proxies)
  const over = (record: RequestRecord, request: IncomingMessage, response: ServerResponse, started: number) => {
    const ms = performance.now() - started
    metrics.request(record, response.statusCode, ms)
    trace?.(record, request, response.statusCode, ms)
    if (settings.log === 'requests') output.write(lineOf(record, request, response, ms))
  }
  return {
    begin: (request, response) => {
      const started = performance.now()
      const record: RequestRecord = { id: id(request), way: 'none', statements: 0 }
      metrics.begun()
      response.on('close', () => over(record, request, response, started))
      return record
    },
    onStatement: (text, ms) => {
      const record = currentRequestRecord()
      if (record) record.statements++
      metrics.statement(ms)
      if (settings.slowStatement > 0 && ms >= settings.slowStatement)
        lines.warn({ id: record?.id, ms: rounded(ms), statement: text.slice(0, 4_000) }, 'slow statement')
    },
    metrics,
    // Not by `flushSync`, which tries for ever to write to a pipe that nobody reads.
    flush: () =>
      new Promise((resolve) => {
        if ('flush' in output && typeof output.flush === 'function') output.flush(() => resolve())
        else resolve()
      }),
  }
}

/** Adds the numbers of connections to Postgres, and of requests waiting for one, to the metrics. */
export function observeConnections({ metrics }: Observer, { connections }: Pick<Database, 'connections'>): void {
  for (const role of ['read', 'write'] as const)
    for (const state of ['open', 'free', 'waiting'] as const)
      if (connections)
        metrics.gauge(
          `rapporteur_database_${role}_connections_${state}`,
          state === 'waiting'
            ? `Requests waiting for a ${role} connection.`
            : `Number of ${role} connections that are ${state}.`,
          () => connections()[role][state],
        )
}

const level = (label: string) => ({ level: label })
const rounded = (ms: number) => Math.round(ms * 100) / 100

/**
 * The log line of a request, in pino's format but cheaper to write. It excludes the query text, variables, headers and URL query,
 * which may contain private data.
 */
function lineOf(
  record: RequestRecord,
  { method, url = '' }: IncomingMessage,
  response: ServerResponse,
  ms: number,
): string {
  const { id, way, operation, price, statements, key, code } = record
  const fields = [
    `{"level":"info","time":"${new Date().toISOString()}","id":"${id}","method":"${method}","path":${JSON.stringify(pathOf(url))}`,
    `"status":${response.statusCode},"ms":${rounded(ms)},"way":"${way}"`,
  ]
  if (operation !== undefined) fields.push(`"operation":${JSON.stringify(operation.slice(0, 100))}`)
  if (price !== undefined) fields.push(`"price":${price}`)
  fields.push(`"statements":${statements}`)
  if (key !== undefined) fields.push(`"key":${JSON.stringify(key)}`)
  if (code !== undefined) fields.push(`"code":${JSON.stringify(code)}`)
  // The client left before the whole response was sent.
  if (!response.writableFinished) fields.push('"cut":true')
  return `${fields.join()}}\n`
}

const pathOf = (url: string) => {
  const end = url.search(/[?#]/)
  return (end < 0 ? url : url.slice(0, end)).slice(0, 200)
}

/** Returns a function that gives request ids, unique across servers. */
function idsOf(proxies: number): (request: IncomingMessage) => string {
  const server = randomBytes(5).toString('hex')
  let count = 0
  return ({ headers }) => {
    const given = proxies > 0 ? headers['x-request-id'] : undefined
    if (typeof given === 'string' && /^[\w.:-]{1,100}$/.test(given)) return given
    return `${server}-${(count++).toString(36)}`
  }
}
