import type { Database } from '../../src/database/database.js'
import { exportMeetings } from '../../src/export/export-meetings.js'
import { ingestDocument } from '../../src/ingest/ingest.js'
import { openReader } from '../../src/ingest-document/ingester.js'

const reader = openReader()

/** The exports of all meetings of an archive, those that are out of it among them, a text for each. */
export async function exported(database: Database): Promise<string[]> {
  const texts: string[] = []
  for await (const envelope of exportMeetings(database, { everything: true })) texts.push(JSON.stringify(envelope))
  return texts
}

/** Ingests a document of our own JSON, given as a value or as text. */
export const ingestJson = (database: Database, value: unknown, options: Parameters<typeof ingestDocument>[3] = {}) =>
  ingestDocument(
    database,
    reader,
    { bytes: Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)), fileName: 'meeting.json' },
    options,
  )

/** Ingests any file. */
export const ingestFile = (
  database: Database,
  file: { bytes: Uint8Array; fileName: string },
  options: Parameters<typeof ingestDocument>[3] = {},
) => ingestDocument(database, reader, file, options)
