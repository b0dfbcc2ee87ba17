import { createServer, type RequestListener, type ServerResponse } from 'node:http'
import { isIPv6 } from 'node:net'
import { ReportedError } from './database/reported-error.js'
import { isEventStream } from './http/event-streams.js'
import { log } from './http/log.js'
import { NOT_BEGUN } from './http/not-begun.js'

/** An open port. */
export interface Server {
  /** Its URL from this machine, without a trailing slash. */
  readonly url: string
  /** Sets the handler of all further requests. Until the first call, every request is answered with 503. */
  use(handler: RequestListener): void
  /**
   * Answers 503 at /ready from now on, but keeps accepting requests for `delay` milliseconds, so that load balancers notice and
   * no connection is closed that somebody is about to use. Then stops accepting requests, lets those in flight finish, and closes
   * the remaining connections `drain` milliseconds after the call. Event streams never finish, so they are closed at once and
   * without a `complete`, which makes clients reconnect elsewhere.
   */
  close(drain: number, delay?: number): Promise<void>
}

/** Where to listen. */
export interface ListenOptions {
  /** 0 picks a free port. */
  port: number
  host: string
}

/** Opens the port. @throws ReportedError if it is in use or not permitted. */
export async function listen({ port, host }: ListenOptions): Promise<Server> {
  let handler: RequestListener = (_request, response) => notNow(response, 'The server is starting.')
  const underWay = new Set<ServerResponse>()
  const server = createServer((request, response) => {
    underWay.add(response)
    response.on('close', () => underWay.delete(response))
    handler(request, response)
  })
  server.requestTimeout = 60_000 // for the whole request to arrive
  // Longer than proxies and clients keep idle connections; otherwise they may send a request just as the server closes one.
  server.keepAliveTimeout = 65_000
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve)).catch(
    (error: unknown) => Promise.reject(cannotListen(error, port, host)),
  )
  // Running out of file handles costs one connection; without a listener the error would end the process.
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
    else if (isEventStream(response)) response.destroy()
  }
}

const stopping = 'The server is stopping.'

function notNow(response: ServerResponse, message: string): void {
  response.writeHead(503, {
    'content-type': 'application/json; charset=utf-8',
    'retry-after': '1',
    [NOT_BEGUN]: 'true',
  })
  response.end(JSON.stringify({ errors: [{ message, extensions: { code: 'UNAVAILABLE' } }] }))
}

/** A server that listens on every address is reachable on loopback. */
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
    EADDRINUSE: `Port ${port} of ${host} is in use. Stop what listens there, or choose another with --port or PORT`,
    EACCES: `This account may not use port ${port} of ${host}. Choose one from 1024 up with --port or PORT`,
    EADDRNOTAVAIL: `${host} is not an address of this machine. Choose another with --host or HOST`,
    ENOTFOUND: `There is no host ${host}. Choose another with --host or HOST`,
  }
  const reason = reasons[String(error.code)] ?? `Cannot listen on port ${port} of ${host}: ${error.message}`
  return new ReportedError(`${reason}.`, { cause: error })
}
