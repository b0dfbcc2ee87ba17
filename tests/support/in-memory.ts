import { createServer, type IncomingMessage, type RequestListener, request as sendRequest } from 'node:http'
import { Duplex, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** Asks a listener as over a network, without one: HTTP goes over a pair of streams. */
export function fetchFrom(listener: RequestListener): (request: Request) => Promise<Response> {
  const server = createServer(listener)
  return (request) =>
    new Promise((resolve, reject) => {
      const [near, far] = pairOfStreams()
      server.emit('connection', far)
      const { pathname, search, host } = new URL(request.url)
      const headers = { host, connection: 'close', ...Object.fromEntries(request.headers) }
      const { method, body, signal } = request
      const createConnection = () => near as never
      const sent = sendRequest({ method, path: pathname + search, headers, setHost: false, createConnection })
      sent.on('error', reject)
      sent.on('response', (response) => resolve(responseOf(method, response)))
      signal.addEventListener('abort', () => {
        near.destroy()
        far.destroy()
        reject(signal.reason)
      })
      // The server may answer, and close, before it has read all.
      if (body) pipeline(Readable.fromWeb(body as never), sent).catch(() => {})
      else sent.end()
    })
}

function responseOf(method: string, response: IncomingMessage): Response {
  const status = response.statusCode ?? 0
  const headers = Object.entries(response.headersDistinct).flatMap(([name, values = []]) =>
    name === 'connection' || name === 'date' ? [] : values.map((value): [string, string] => [name, value]),
  )
  const hasBody = method !== 'HEAD' && status !== 204 && status !== 304
  if (!hasBody) response.resume()
  return new Response(hasBody ? (Readable.toWeb(response) as ReadableStream) : null, { status, headers })
}

/** What is written to one end is read from the other. */
function pairOfStreams(): [Duplex, Duplex] {
  const ends: Duplex[] = []
  const end = (other: number) =>
    new Duplex({
      read: () => {},
      write: (chunk, _encoding, done) => {
        ends[other]?.push(chunk)
        done()
      },
      final: (done) => {
        ends[other]?.push(null)
        done()
      },
      destroy: (error, done) => {
        ends[other]?.destroy()
        done(error)
      },
    })
  ends.push(end(1), end(0))
  return ends as [Duplex, Duplex]
}
