import type { DocumentReader, GivenFile } from '@rapporteur/reader/files/reading'
import { slugText } from '@rapporteur/reader/slug'
import type { DataFolder } from '../database/embedded/data-folder.js'
import { type Beside, openRegisterReader, readContext } from '../ingest/context/read-context.js'
import {
  type Archive,
  type DocumentIngest,
  type IngestDocumentOptions,
  type Once,
  prepareDocument,
} from '../ingest/ingest.js'
import type { ModelSettings } from '../ingest/model/model-settings.js'
import { type ModelWatch, type StoredAnswer, withModel } from '../ingest/model/read-by-model.js'
import { findAnswer } from '../ingest/model/stored-answer.js'
import { type ReadDocument, readDocument } from '../ingest/read-document.js'
import { openDocumentReader, readingsBySize } from '../ingest/threads/document-threads.js'
import { IngestConflictError } from '../ingest/write/errors.js'
import { forgetSample, holdsSample, sampleSeries } from '../sample/sample-folder.js'
import { once as onlyOnce } from '../schema/once.js'

/** The options of an ingest, with the files beside the document. */
export interface GivenOptions extends Omit<IngestDocumentOptions, 'sampleSeries' | 'context'> {
  beside?: Beside | undefined
}

/** Who follows an ingest, and what writes its document at most once. */
export interface IngestCall extends ModelWatch {
  readonly once?: Once | undefined
}

/** Ingests a file. Throws what `ingestDocument` and `readContext` throw. */
export type Ingest = (file: GivenFile, options: GivenOptions, call?: IngestCall) => Promise<DocumentIngest>

/** How many documents may be read at once beside everything else that a process does. */
const AT_ONCE = 2

export const openReader = (): DocumentReader => openDocumentReader({ threads: AT_ONCE })

/** The one reader of a server: each has threads, which stay. */
export const serversReader = onlyOnce(openReader)

/** Looks in an archive for what a model answered before. */
export const storedAnswerIn =
  (database: Archive): StoredAnswer =>
  async (...asked) =>
    database.holdsNothing?.() ? null : database.transaction((sql) => findAnswer(sql, ...asked))

/** Reads a file and returns a function that writes it, so that files can be read while another is written. */
export type PrepareIngest = (file: GivenFile, options: GivenOptions) => Promise<() => Promise<DocumentIngest>>

/**
 * Ingests into an archive, from which the sample is removed together with its series when the first other record comes. Records
 * for the sample's series are therefore refused. Documents are read by `read` if given, registers by the reader.
 */
export function ingestPreparer(
  database: Archive,
  reader: DocumentReader,
  folder?: DataFolder,
  read: ReadDocument = (...given) => readDocument(reader, ...given),
): PrepareIngest {
  const readRegister = openRegisterReader(reader)
  return async (file, { beside, ...given }) => {
    const options = beside ? { ...given, context: await readContext(readRegister, beside) } : given
    const write = await prepareDocument(database, read, file, options)
    return async () => {
      if (!folder || !holdsSample(folder)) return write()
      const series = given.series ?? beside?.facts?.series
      if (series !== undefined && slugText(series, '') === sampleSeries)
        throw new IngestConflictError(
          `The series "${sampleSeries}" is the sample's, which makes room for the first record of your own. Name another series.`,
        )
      const done = await write({ sampleSeries })
      if (done.removed && done.status !== 'DRY_RUN') await forgetSample(folder)
      return done
    }
  }
}

/** Ingests one file at a time, large ones read in threads, prose by the model where one is configured; see `ingestPreparer`. */
export function ingester(
  database: Archive,
  reader: DocumentReader,
  folder?: DataFolder,
  settings: ModelSettings | null = null,
): Ingest {
  const readings = readingsBySize(reader, AT_ONCE).read
  const model = { settings, readText: reader.read, storedAnswer: storedAnswerIn(database) }
  return async (file, options, { once, ...watch } = {}) => {
    const onlyEstimates = options.dryRun === true
    const read = withModel(readings, { ...model, ...watch, onlyEstimates })
    return (await ingestPreparer({ ...database, once }, reader, folder, read)(file, options))()
  }
}
