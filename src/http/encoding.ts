import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const encoders = {
  br: (body: Buffer) =>
    promisify(brotliCompress)(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
    }),
  gzip: (body: Buffer) => promisify(gzip)(body),
}

/** An encoding of HTTP that answers can have. */
export type Encoding = keyof typeof encoders

/** The body in this encoding. */
export const encode = (body: Buffer, encoding: Encoding): Promise<Buffer> => encoders[encoding](body)

/** The best encoding that a client takes, by its Accept-Encoding header; undefined for none. */
export const encodingFor = (accepted: string | null): Encoding | undefined =>
  takesEncoding('br', accepted) ? 'br' : takesEncoding('gzip', accepted) ? 'gzip' : undefined

/** Whether a client takes an encoding, by its Accept-Encoding header (RFC 9110, 12.5.3). */
export function takesEncoding(encoding: Encoding, accepted: string | null): boolean {
  const weights = new Map<string, number>()
  for (const part of accepted?.toLowerCase().split(',') ?? []) {
    const [name = '', weight = ''] = part.split(';').map((text) => text.trim())
    weights.set(name, weight.startsWith('q=') ? Number(weight.slice(2)) : 1)
  }
  return (weights.get(encoding) ?? weights.get('*') ?? 0) > 0
}
