import { createHash } from 'node:crypto'
import type { Database } from '../../database/database.js'
import { notFoundPage } from '../../pages/layout.js'
import type { Page } from '../../pages/page.js'

const statement = `
  SELECT d."fileName", d."mediaType", encode(d."bytes", 'base64') FROM "Slug" s JOIN "Meeting" m ON m."id" = s."meetingId"
  JOIN "SourceDocument" d ON d."id" = m."sourceId" WHERE s."kind" = 'MEETING' AND s."text" = $1`

/** The file that a meeting's record was read from, to be saved: never shown by a browser, whatever it is. */
export async function sourceFile({ rows }: Database, slug: string): Promise<Page> {
  const [row] = await rows({ name: 'source-file', text: statement, values: [slug] })
  if (!row) return notFoundPage(`There is no meeting “${slug}” here.`)
  const [fileName, mediaType, encoded] = row.map(String)
  const body = Buffer.from(encoded ?? '', 'base64')
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const headers = {
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName ?? '').replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`,
    'content-security-policy': "default-src 'none'; sandbox",
  }
  return { status: 200, type: mediaType ?? 'application/octet-stream', body, tag, headers }
}
