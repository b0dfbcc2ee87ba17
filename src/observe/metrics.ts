import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { RequestRecord } from './request-record.js'

/** The metrics of one server, in Prometheus' text format. */
export interface Metrics {
  begun(): void
  /** `ms` is how long the request took, in milliseconds. */
  request(record: RequestRecord, status: number, ms: number): void
  /** `ms` is how long the statement took, in milliseconds. */
  statement(ms: number): void
  /** Adds a gauge whose value is read on each scrape. */
  gauge(name: string, help: string, value: () => number): void
  text(): Promise<string>
  readonly type: string
}

const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** What is counted and timed, in the units of Prometheus: seconds. */
function instrumentsIn(register: Registry) {
  const registers = [register]
  return {
    requests: new Histogram({
      name: 'rapporteur_request_duration_seconds',
      help: 'How long requests took, by how they were executed and their status.',
      labelNames: ['way', 'status'],
      buckets: seconds,
      registers,
    }),
    underWay: new Gauge({
      name: 'rapporteur_requests_under_way',
      help: 'Requests being answered, including streams.',
      registers,
    }),
    errors: new Counter({
      name: 'rapporteur_errors_total',
      help: 'Requests with an error, by the code of the first one.',
      labelNames: ['code'],
      registers,
    }),
    statements: new Histogram({
      name: 'rapporteur_statement_duration_seconds',
      help: 'How long SQL statements took, including the wait for a connection.',
      buckets: seconds,
      registers,
    }),
  }
}

/** The metrics of a server that begins now, with those of its process. */
export function metricsOf(): Metrics {
  const register = new Registry()
  collectDefaultMetrics({ register })
  const { requests, underWay, errors, statements } = instrumentsIn(register)
  const known = new Map<string, { observe(value: number): void }>()
  return {
    begun: () => underWay.inc(),
    request: ({ way, code }, status, ms) => {
      const labels = `${way} ${status}`
      const child = known.get(labels) ?? requests.labels(way, String(status))
      known.set(labels, child)
      // A stream stays open for as long as its client likes, which says nothing about the server.
      if (way !== 'stream') child.observe(ms / 1_000)
      if (code) errors.inc({ code })
      underWay.dec()
    },
    statement: (ms) => statements.observe(ms / 1_000),
    gauge: (name, help, value) =>
      void new Gauge({
        name,
        help,
        registers: [register],
        collect() {
          this.set(value())
        },
      }),
    text: () => register.metrics(),
    type: register.contentType,
  }
}
