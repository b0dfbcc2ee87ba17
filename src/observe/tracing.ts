import type { IncomingMessage } from 'node:http'
import { propagation, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import type { RequestRecord } from './request-record.js'

/** Reports a finished request. */
export type Trace = (record: RequestRecord, request: IncomingMessage, status: number, ms: number) => void

/**
 * Records a span for each request, as a child of the caller's `traceparent`, with the OpenTelemetry SDK that the process was started
 * with (`node --import`); without one it does nothing. Attributes follow OpenTelemetry's semantic conventions.
 */
export function tracing(): Trace {
  const tracer = trace.getTracer('rapporteur')
  return ({ id, way, operation, price, statements, code }, { method, headers }, status, ms) => {
    const end = Date.now()
    const parent = propagation.extract(ROOT_CONTEXT, headers)
    const attributes = {
      'http.request.method': method ?? '',
      'http.response.status_code': status,
      'rapporteur.request.id': id,
      'rapporteur.way': way,
      'rapporteur.statements': statements,
      ...(operation === undefined ? {} : { 'graphql.operation.name': operation }),
      ...(price === undefined ? {} : { 'rapporteur.price': price }),
      ...(code === undefined ? {} : { 'error.type': code }),
    }
    const name = operation === undefined ? `${method}` : `graphql ${operation}`
    const span = tracer.startSpan(name, { kind: SpanKind.SERVER, startTime: end - ms, attributes }, parent)
    if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR })
    span.end(end)
  }
}
