import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import { z } from 'zod'
import { ReportedError } from '../database/reported-error.js'
import type { ArchiveExport, ExportChoice } from '../export/export-meetings.js'
import { type MeetingEnvelope, Slug } from '../ingest/meeting-record/envelope.js'
import { type ExportFacts, exportedLines, TruncatedExportError } from '../ingest/meeting-record/export-file.js'
import { answerOf, request, type ServerAddress } from './call-server.js'

/**
 * What a running server exports, one meeting in memory at a time.
 *
 * @throws ReportedError if it cannot be reached, refuses (`everything` needs a key of scope admin), or, while it is read, breaks off
 */
export async function exportThrough(server: ServerAddress, choice: ExportChoice = {}): Promise<ArchiveExport> {
  const asked = Object.entries(choice).flatMap(([name, value]) => (value ? [[name, String(value)]] : []))
  const path = `/export.ndjson${asked.length > 0 ? `?${new URLSearchParams(asked)}` : ''}`
  const response = await request(server, { method: 'GET', path })
  if (!response.ok || !response.body) await answerOf(response, server.url)
  const facts: ExportFacts = {}
  return {
    states: { position: response.headers.get('rapporteur-position') ?? '0', since: choice.since },
    meetings: meetingsOf(response, server, facts),
    removed: choice.since === undefined ? undefined : () => facts.removed ?? [],
  }
}

async function* meetingsOf(response: Response, server: ServerAddress, facts: ExportFacts) {
  const body = Readable.fromWeb(response.body as NodeStream)
  const lines = createInterface({ input: body, crlfDelay: Number.POSITIVE_INFINITY })
  try {
    for await (const { text } of exportedLines(lines, facts)) yield envelopeOf(JSON.parse(text), server)
  } catch (error) {
    if (error instanceof TruncatedExportError || body.errored)
      throw new ReportedError(`The server at ${server.url} broke off in the middle of the export. Run it again.`, {
        cause: error,
      })
    throw error
  } finally {
    body.destroy()
  }
}

/** What names the file of a meeting: the rest is handed on as it is, byte for byte, and read by whoever ingests it. */
const Named = z.object({ archive: z.object({ meeting: z.object({ slug: Slug }) }) })

/** @throws ReportedError for what is no export of a meeting: its slug becomes a part of a path */
function envelopeOf(value: unknown, server: ServerAddress): MeetingEnvelope {
  if (Named.safeParse(value).success) return value as MeetingEnvelope
  throw new ReportedError(`What the server at ${server.url} sent is no export of a meeting. Is it a Rapporteur server?`)
}

/** The export of one meeting of a running server; undefined where it has none of this slug. */
export async function exportMeetingThrough(server: ServerAddress, slug: string): Promise<MeetingEnvelope | undefined> {
  const response = await request(server, { method: 'GET', path: `/meetings/${encodeURIComponent(slug)}.json` })
  if (response.status === 404) return undefined
  return envelopeOf(await answerOf(response, server.url), server)
}
