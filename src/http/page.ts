import { createHash } from 'node:crypto'
import { type Encoding, encode, encodingFor } from './encoding.js'
import { isKnown } from './etag.js'

/** A body of some type, with what it was already compressed to. */
export interface Page {
  readonly status: number
  readonly type: string
  readonly body: Buffer
  readonly tag: string
  readonly headers: Readonly<Record<string, string>>
  readonly encodings: Map<Encoding, Promise<Buffer>>
}

export interface PageOptions {
  status?: number
  headers?: Record<string, string>
}

/** A page; whoever keeps it, keeps its compressed forms too. */
export function page(type: string, text: string, { status = 200, headers = {} }: PageOptions = {}): Page {
  const body = Buffer.from(text)
  const tag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  return { status, type, body, tag, headers, encodings: new Map() }
}

/** Below this, a compressed answer takes as many packets as a plain one. */
const WORTH_COMPRESSING = 1_000

/** The page as the client takes it: 304 when it has this version, compressed when it takes that. */
export async function send(page: Page, request: Request): Promise<Response> {
  const headers = new Headers({
    'content-type': `${page.type}; charset=utf-8`,
    'x-content-type-options': 'nosniff',
    vary: 'accept-encoding',
    ...page.headers,
  })
  if (page.status === 200) {
    headers.set('etag', page.tag)
    headers.set('cache-control', 'no-cache') // keep it, and ask whether it is still the same
    if (isKnown(page.tag, request.headers.get('if-none-match'))) return new Response(null, { status: 304, headers })
  }
  const encoding =
    page.body.length < WORTH_COMPRESSING ? undefined : encodingFor(request.headers.get('accept-encoding'))
  if (encoding) headers.set('content-encoding', encoding)
  const body = encoding ? await encodedOnce(page, encoding) : page.body
  headers.set('content-length', String(body.length))
  return new Response(request.method === 'HEAD' ? null : new Uint8Array(body), { status: page.status, headers })
}

function encodedOnce({ body, encodings }: Page, encoding: Encoding): Promise<Buffer> {
  const known = encodings.get(encoding) ?? encode(body, encoding)
  encodings.set(encoding, known)
  return known
}
