import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'

/** What a server saw of one request. */
export interface SeenRequest {
  headers: IncomingMessage['headers']
  body: { query: string; variables?: Record<string, unknown> }
}

/** An answer: a value is sent as JSON with status 200, a function does as it likes. */
export type Answer = object | ((response: ServerResponse, request: SeenRequest) => void)

/**
 * A real server on a free port, for the test that calls this: it gives the answers in turn, and the last of them for
 * good.
 */
export async function answeringServer(...answers: Answer[]): Promise<{ url: string; requests: SeenRequest[] }> {
  const requests: SeenRequest[] = []
  const server = createServer(async (incoming, response) => {
    const body = await text(incoming).catch(() => undefined)
    if (body === undefined) return // given up before it was sent
    const request = { headers: incoming.headers, body: JSON.parse(body) }
    requests.push(request)
    const answer = answers[Math.min(requests.length, answers.length) - 1]
    if (typeof answer === 'function') answer(response, request)
    else send(response, 200, answer)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(async () => {
    const closed = once(server, 'close')
    server.close() // first, or a client that tries again comes in between
    server.closeAllConnections()
    await closed
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`, requests }
}

/** Sends a status and a body: text as it is, anything else as JSON. */
export function send(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  const sent = typeof body === 'string' ? body : JSON.stringify(body)
  response.writeHead(status, { 'content-type': 'application/graphql-response+json', ...headers }).end(sent)
}

/** An answer that says no. */
export const failing =
  (status: number, body: unknown, headers?: Record<string, string>): Answer =>
  (response) =>
    send(response, status, body, headers)

/** An answer that never comes. */
export const silence: Answer = () => {}
