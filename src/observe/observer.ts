import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import pino from 'pino'
import type { Database, OnStatement } from '../database/database.js'
import { type Asked, asked } from './asked.js'
import { type Metrics, metricsOf } from './metrics.js'
import { type Trace, tracing } from './tracing.js'

export interface ObserveSettings {
  readonly log: 'requests' | 'errors'
  /** Statements that took as many milliseconds are logged; 0: none. */
  readonly slowStatement: number
  readonly telemetry: 'on' | 'off'
  /** With a proxy of ours in front the request's id is the one that it gives. */
  readonly proxies: number
}

/** Sees every request and statement of a server: a line of the log, figures of the metrics, a span. */
export interface Observer {
  /** Begins a request, which is told of when its answer is over or its client has gone. */
  begin(request: IncomingMessage, response: ServerResponse): Asked
  readonly onStatement: OnStatement
  readonly metrics: Metrics
  /** Writes what is not yet written. */
  flush(): void
}

/** Lines are gathered up to so many bytes or milliseconds, for a write for each would cost more than the line. */
const gathered = { minLength: 8_192, periodicFlush: 500 }

/** The observer of a process, which writes to stdout. */
export function observe(settings: ObserveSettings): Observer {
  const output = pino.destination({ fd: 1, sync: false, ...gathered })
  output.on('error', () => {}) // whoever read it has gone
  return observerOf(settings, output, settings.telemetry === 'on' ? tracing() : undefined)
}

/** The same, with its lines written to `output`. */
export function observerOf(settings: ObserveSettings, output: pino.DestinationStream, trace?: Trace): Observer {
  const lines = pino({ base: undefined, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level } }, output)
  const metrics = metricsOf()
  const id = idsOf(settings.proxies)
  const over = (record: Asked, request: IncomingMessage, response: ServerResponse, started: number) => {
    const ms = performance.now() - started
    metrics.request(record, response.statusCode, ms)
    trace?.(record, request, response.statusCode, ms)
    if (settings.log === 'requests') output.write(lineOf(record, request, response, ms))
  }
  return {
    begin: (request, response) => {
      const started = performance.now()
      const record: Asked = { id: id(request), way: 'none', statements: 0 }
      metrics.begun()
      response.on('close', () => over(record, request, response, started))
      return record
    },
    onStatement: (text, ms) => {
      const record = asked()
      if (record) record.statements++
      metrics.statement(ms)
      if (settings.slowStatement > 0 && ms >= settings.slowStatement)
        lines.warn({ id: record?.id, ms: rounded(ms), statement: text.slice(0, 4_000) }, 'slow statement')
    },
    metrics,
    flush: () => {
      if ('flushSync' in output && typeof output.flushSync === 'function') output.flushSync()
    },
  }
}

/** Adds to the metrics how many connections to Postgres there are, and how many requests wait for one. */
export function observeConnections({ metrics }: Observer, { connections }: Pick<Database, 'connections'>): void {
  for (const role of ['read', 'write'] as const)
    for (const state of ['open', 'free', 'waiting'] as const)
      if (connections)
        metrics.gauge(
          `rapporteur_database_${role}_connections_${state}`,
          state === 'waiting' ? `Who waits for a connection to ${role} by.` : `Connections to ${role} by, ${state}.`,
          () => connections()[role][state],
        )
}

const level = (label: string) => ({ level: label })
const rounded = (ms: number) => Math.round(ms * 100) / 100

/**
 * One line, without the question's text, its variables, its headers, and the query of its address; as pino writes its own, but for
 * the time that it takes.
 */
function lineOf(record: Asked, { method, url = '' }: IncomingMessage, response: ServerResponse, ms: number): string {
  const { id, way, operation, price, statements, key, code } = record
  const told = [
    `{"level":"info","time":"${new Date().toISOString()}","id":"${id}","method":"${method}","path":${JSON.stringify(pathOf(url))}`,
    `"status":${response.statusCode},"ms":${rounded(ms)},"way":"${way}"`,
  ]
  if (operation !== undefined) told.push(`"operation":${JSON.stringify(operation.slice(0, 100))}`)
  if (price !== undefined) told.push(`"price":${price}`)
  told.push(`"statements":${statements}`)
  if (key !== undefined) told.push(`"key":${JSON.stringify(key)}`)
  if (code !== undefined) told.push(`"code":${JSON.stringify(code)}`)
  // What it was told has not all gone out.
  if (!response.writableFinished) told.push('"cut":true')
  return `${told.join()}}\n`
}

const pathOf = (url: string) => {
  const end = url.search(/[?#]/)
  return (end < 0 ? url : url.slice(0, end)).slice(0, 200)
}

/** Ids that no two requests of any server share. */
function idsOf(proxies: number): (request: IncomingMessage) => string {
  const server = randomBytes(5).toString('hex')
  let count = 0
  return ({ headers }) => {
    const given = proxies > 0 ? headers['x-request-id'] : undefined
    if (typeof given === 'string' && /^[\w.:-]{1,100}$/.test(given)) return given
    return `${server}-${(count++).toString(36)}`
  }
}
