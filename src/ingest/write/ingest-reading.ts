import type { Database } from '../../database/database.js'
import { type Reading, writeReading } from './write-reading.js'
import type { WriteOptions, WrittenReading } from './written-reading.js'

export interface IngestOptions extends WriteOptions {
  /** Does everything, and takes it back: what is given is what the real run would give. */
  dryRun?: boolean | undefined
}

export interface IngestedReading extends Omit<WrittenReading, 'status'> {
  status: WrittenReading['status'] | 'DRY_RUN'
}

/** Carries the result of a dry run past the end of its transaction. */
class TakenBack {
  constructor(readonly written: WrittenReading) {}
}

/**
 * Writes a reading in one transaction of its own: all of it or nothing.
 * @throws InvalidRecordError, IngestConflictError, DoubtfulReadingError
 */
export async function ingestReading(
  database: Pick<Database, 'transaction'>,
  reading: Reading,
  { dryRun = false, ...options }: IngestOptions,
): Promise<IngestedReading> {
  try {
    return await database.transaction(async (sql) => {
      const written = await writeReading(sql, reading, options)
      if (dryRun) throw new TakenBack(written)
      return written
    })
  } catch (error) {
    if (error instanceof TakenBack) return { ...error.written, status: 'DRY_RUN' }
    throw error
  }
}
