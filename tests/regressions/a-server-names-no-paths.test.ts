import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportMeetingThrough, exportThrough } from '../../src/client/export-through-server.js'
import { required } from '../../src/ingest/required.js'

const meeting = { format: 'meeting-record', archive: { meeting: { slug: '../../outside' } } }
const lines = ['{"format":"rapporteur-export","version":1}', JSON.stringify(meeting), '{"end":true,"meetings":1}']

/** A server that is none of ours. */
const server = createServer((request, response) =>
  response.end(request.url === '/export.ndjson' ? lines.join('\n') : JSON.stringify(meeting)),
)
let url: string

describe('an export through a server', () => {
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => void server.close())

  it('is refused where a slug is none: it becomes the name of a file', async () => {
    const all = async () => {
      for await (const { archive } of (await exportThrough({ url, key: undefined })).meetings)
        return archive?.meeting.slug
    }
    await expect(all()).rejects.toThrow('is no export of a meeting')
    await expect(exportMeetingThrough({ url, key: undefined }, 'harbour')).rejects.toThrow('is no export of a meeting')
  })
})

describe('what the writer has to have', () => {
  it('is an error where it is not there, and never an empty text in its place', () => {
    expect(required('', 'slug')).toBe('')
    expect(() => required(new Map<string, string>().get('a'), 'slug of the meeting')).toThrow(
      'There is no slug of the meeting, which there has to be.',
    )
  })
})
