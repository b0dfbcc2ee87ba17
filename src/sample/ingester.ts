import type { DataFolder } from '../database/data-folder.js'
import type { Database } from '../database/database.js'
import { type DocumentIngest, type IngestDocumentOptions, ingestDocument } from '../ingest/ingest.js'
import { type DocumentReader, openDocumentReader } from '../ingest/readers/reader.js'
import type { GivenFile } from '../ingest/readers/reading.js'
import { slugText } from '../ingest/slug.js'
import { IngestConflictError } from '../ingest/write/errors.js'
import { forgetSample, holdsSample, sampleSeries } from './sample-folder.js'

/** Reads a file into the archive; throws what `ingestDocument` throws. */
export type Ingest = (file: GivenFile, options: Omit<IngestDocumentOptions, 'sampleSeries'>) => Promise<DocumentIngest>

/** Of this machine's memory and time: a document of a kind with a structure of its own is read in a thread, within these. */
export const openReader = (): DocumentReader => openDocumentReader({ threads: 2, memoryMb: 512, seconds: 30 })

/**
 * Ingest into an archive, in which the sample that a folder holds makes room for the first record of somebody's own. A record
 * in the sample's series would go with it, so that none is taken.
 */
export function ingester(database: Pick<Database, 'transaction'>, reader: DocumentReader, folder?: DataFolder): Ingest {
  return async (file, options) => {
    if (!folder || !holdsSample(folder)) return ingestDocument(database, reader, file, options)
    if (options.series !== undefined && slugText(options.series, '') === sampleSeries)
      throw new IngestConflictError(
        `The series "${sampleSeries}" is the sample's, which makes room for the first record of your own. Name another series.`,
      )
    const done = await ingestDocument(database, reader, file, { ...options, sampleSeries })
    if (done.removed && done.status !== 'DRY_RUN') await forgetSample(folder)
    return done
  }
}
