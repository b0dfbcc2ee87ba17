import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** An encoding of HTTP that answers can have. */
export type Encoding = 'br' | 'gzip'

/** How much time compressing may take: `quickly` takes 0.1 ms for 75 KB, `well` ten times that. */
export type Effort = 'quickly' | 'well'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

const encode = (body: Buffer, encoding: Encoding, effort: Effort): Promise<Buffer> =>
  encoding === 'gzip'
    ? zip(body, { level: effort === 'quickly' ? 1 : 6 })
    : brotli(body, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: effort === 'quickly' ? 1 : 5,
          [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
        },
      })

const kept = new WeakMap<Buffer, Map<Encoding, Promise<Buffer>>>()

/** The body in this encoding. It is made once, and kept as long as whoever made the body keeps that. */
export function encodedOnce(body: Buffer, encoding: Encoding, effort: Effort): Promise<Buffer> {
  const forms = kept.get(body) ?? new Map<Encoding, Promise<Buffer>>()
  kept.set(body, forms)
  const form = forms.get(encoding) ?? encode(body, encoding, effort)
  forms.set(encoding, form)
  return form
}

/** The best encoding that a client takes, by its Accept-Encoding header; undefined for none. */
export const encodingFor = (accepted: string | undefined): Encoding | undefined =>
  takesEncoding('br', accepted) ? 'br' : takesEncoding('gzip', accepted) ? 'gzip' : undefined

/** Whether a client takes an encoding, by its Accept-Encoding header (RFC 9110, 12.5.3). */
export function takesEncoding(encoding: Encoding, accepted: string | undefined): boolean {
  const weights = new Map<string, number>()
  for (const part of accepted?.toLowerCase().split(',') ?? []) {
    const [name = '', weight = ''] = part.split(';').map((text) => text.trim())
    weights.set(name, weight.startsWith('q=') ? Number(weight.slice(2)) : 1)
  }
  return (weights.get(encoding) ?? weights.get('*') ?? 0) > 0
}
