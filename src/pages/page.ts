import { createHash } from 'node:crypto'

/** A body of some type, to be sent as it is. */
export interface Page {
  readonly status: number
  readonly type: string
  readonly body: Buffer
  /** Changes with the body: an ETag. */
  readonly tag: string
  readonly headers: Readonly<Record<string, string>>
}

/** What differs from a good answer without headers of its own. */
export interface PageOptions {
  status?: number
  headers?: Record<string, string>
}

export function page(type: string, text: string, { status = 200, headers = {} }: PageOptions = {}): Page {
  const body = Buffer.from(text)
  const tag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  return { status, type, body, tag, headers }
}
