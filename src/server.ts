import { createServer, type RequestListener, type ServerResponse } from 'node:http'
import { isIPv6 } from 'node:net'
import { ReportedError } from './database/reported-error.js'
import { log } from './http/log.js'
import { NOT_BEGUN } from './http/not-begun.js'

export interface Server {
  /** Where it is reached from this machine, without a slash at the end. */
  readonly url: string
  /** Answers with `handler` from now on; until the first call every answer is "starting", 503. */
  use(handler: RequestListener): void
  /**
   * Says at /ready that it stops, and goes on answering for `delay` milliseconds, so that balancers have time to see it, and
   * close no connection that somebody is about to ask on. Then takes no new requests, lets those under way end, and cuts those
   * that are left `drain` milliseconds after it was called. Streams of events have no end: they are cut at once, and not
   * completed, so that whoever follows them goes on at another server.
   */
  close(drain: number, delay?: number): Promise<void>
}

export interface ListenOptions {
  /** 0: one that is free. */
  port: number
  host: string
}

/** Opens the port. @throws ReportedError when it is in use or may not be had. */
export async function listen({ port, host }: ListenOptions): Promise<Server> {
  let handler: RequestListener = (_request, response) => notNow(response, 'The server is starting.')
  const underWay = new Set<ServerResponse>()
  const server = createServer((request, response) => {
    underWay.add(response)
    response.on('close', () => underWay.delete(response))
    handler(request, response)
  })
  server.requestTimeout = 60_000 // for the whole request to arrive
  // Longer than proxies and clients leave a connection idle, or they send a request on one that is closed at that moment.
  server.keepAliveTimeout = 65_000
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve)).catch(
    (error: unknown) => Promise.reject(cannotListen(error, port, host)),
  )
  // A connection that cannot be taken, for want of file handles, is one lost; unheard, the error would end the process.
  server.on('error', log.error)
  return {
    url: `http://${reachable(host)}:${boundPort(server.address())}`,
    use: (next) => {
      handler = next
    },
    close: async (drain, delay = 0) => {
      const answer = handler
      handler = (request, response) => {
        response.setHeader('connection', 'close')
        if (request.url === '/ready') notNow(response, stopping)
        else answer(request, response)
      }
      partWith(underWay)
      const timer = setTimeout(() => server.closeAllConnections(), drain)
      if (delay > 0) await new Promise((resolve) => setTimeout(resolve, Math.min(delay, drain)))
      partWith(underWay) // streams that were opened meanwhile
      handler = (_request, response) => notNow(response.setHeader('connection', 'close'), stopping)
      await new Promise((resolve) => server.close(resolve))
      clearTimeout(timer)
    },
  }
}

function partWith(underWay: Iterable<ServerResponse>): void {
  for (const response of underWay) {
    if (!response.headersSent) response.setHeader('connection', 'close')
    else if (isStream(response)) response.destroy()
  }
}

const stopping = 'The server is stopping.'

const isStream = (response: ServerResponse) =>
  String(response.getHeader('content-type')).startsWith('text/event-stream')

function notNow(response: ServerResponse, message: string): void {
  response.writeHead(503, {
    'content-type': 'application/json; charset=utf-8',
    'retry-after': '1',
    [NOT_BEGUN]: 'true',
  })
  response.end(JSON.stringify({ errors: [{ message, extensions: { code: 'UNAVAILABLE' } }] }))
}

/** Every address of a machine is reached by its loopback one. */
function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1'
  if (host === '::') return '[::1]'
  return isIPv6(host) ? `[${host}]` : host
}

const boundPort = (address: unknown): number =>
  typeof address === 'object' && address !== null && 'port' in address ? Number(address.port) : 0

function cannotListen(error: unknown, port: number, host: string): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error
  const reasons: Record<string, string> = {
    EADDRINUSE: `Port ${port} of ${host} is in use. Stop what listens there, or name another with --port or PORT`,
    EACCES: `Port ${port} of ${host} may not be used by this account. Name one from 1024 with --port or PORT`,
    EADDRNOTAVAIL: `${host} is no address of this machine. Name another with --host or HOST`,
    ENOTFOUND: `There is no host ${host}. Name another with --host or HOST`,
  }
  const reason = reasons[String(error.code)] ?? `Cannot listen on port ${port} of ${host}: ${error.message}`
  return new ReportedError(`${reason}.`, { cause: error })
}
