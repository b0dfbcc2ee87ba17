import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Answer } from './answer.js'
import { encodedOnce, encodingFor } from './encoding.js'
import { headersOfAll, headersOfPages } from './security-headers.js'

/**
 * From how many bytes a body is compressed. A kept page of less takes as many packets either way; an answer of less goes out at once
 * either way, in the ten segments that a connection begins with (RFC 6928).
 */
export const worthCompressing = { well: 1_000, quickly: 14_000 } as const

/** Sends an answer as the client takes it, with the headers that all have and those for pages of other origins. */
export async function send(
  { headers: { 'accept-encoding': accepted } }: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
  cors: Readonly<Record<string, string>> | undefined,
): Promise<void> {
  const { status, headers, body, compress } = answer
  const common = headers['content-type']?.startsWith('text/html') ? headersOfPages : headersOfAll
  const all: Record<string, string | number> = { ...common, ...headers, ...cors }
  if (body === null) return end(response, status, all, undefined)
  if (typeof body !== 'string' && !Buffer.isBuffer(body)) return pour(response, status, all, body)
  const length = typeof body === 'string' ? Buffer.byteLength(body) : body.length
  // What is not compressed stays a text, if it is one: Node sends that together with the headers, in one write.
  if (compress === undefined || length < worthCompressing[compress])
    return end(response, status, Object.assign(all, { 'content-length': length }), body)
  all.vary = [...new Set([...(headers.vary?.split(', ') ?? []), 'accept-encoding'])].join(', ')
  const encoding = encodingFor([accepted ?? []].flat().join())
  const bytes = encoding ? await encodedOnce(Buffer.from(body), encoding, compress) : body
  if (encoding) all['content-encoding'] = encoding
  all['content-length'] = encoding ? bytes.length : length
  end(response, status, all, bytes)
}

function end(
  response: ServerResponse,
  status: number,
  headers: Record<string, string | number>,
  body: string | Buffer | undefined,
): void {
  if (response.destroyed || response.headersSent) return
  response.writeHead(status, headers)
  response.end(body)
}

/** Sends a stream as fast as the client takes it. Where it fails the answer is cut; where the client goes, it is cancelled. */
async function pour(
  response: ServerResponse,
  status: number,
  headers: Record<string, string | number>,
  body: ReadableStream<Uint8Array>,
): Promise<void> {
  const reader = body.getReader()
  response.on('close', () => void reader.cancel().catch(() => {}))
  response.writeHead(status, headers)
  response.flushHeaders()
  try {
    for (let part = await reader.read(); !part.done && !response.destroyed; part = await reader.read())
      if (!response.write(part.value)) await drained(response)
    response.end()
  } catch (error) {
    response.destroy()
    throw error
  }
}

const drained = (response: ServerResponse) =>
  new Promise<void>((resolve) => {
    const go = () => {
      response.off('drain', go).off('close', go)
      resolve()
    }
    response.on('drain', go).on('close', go)
  })
