import type { Page } from '../pages/page.js'
import { type Encoding, encode, encodingFor } from './encoding.js'
import { isKnown } from './etag.js'

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

/** Compressed forms, kept as long as whoever made the page keeps it. */
const compressed = new WeakMap<Page, Map<Encoding, Promise<Buffer>>>()

function encodedOnce(page: Page, encoding: Encoding): Promise<Buffer> {
  const forms = compressed.get(page) ?? new Map<Encoding, Promise<Buffer>>()
  compressed.set(page, forms)
  const form = forms.get(encoding) ?? encode(page.body, encoding)
  forms.set(encoding, form)
  return form
}
