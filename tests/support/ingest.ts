import type { Database } from '../../src/database/database.js'
import { type IngestOptions, ingestReading } from '../../src/ingest/write/ingest-reading.js'
import type { Reading } from '../../src/ingest/write/write-reading.js'
import { assertDerived } from './derived.js'
import { type Minutes, readingOf } from './record.js'

/** Ingests minutes, or a reading, and checks all that is derived. */
export async function ingest(database: Database, minutes: Minutes | Reading, options: Partial<IngestOptions> = {}) {
  const reading = 'record' in minutes ? minutes : readingOf(minutes)
  const result = await ingestReading(database, reading, { options: {}, ...options })
  await assertDerived(database)
  return result
}
