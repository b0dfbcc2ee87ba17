import { chooseReader } from '@rapporteur/reader/files/choose'
import type { DocumentReader, GivenFile } from '@rapporteur/reader/files/reading'
import { parserVersion } from '@rapporteur/reader/parser'
import type { Database } from '../database/database.js'
import { keepAnswer } from './model/stored-answer.js'
import type { ModelUse } from './model/usage.js'
import {
  type DocumentOptions,
  type DocumentReading,
  type ReadDocument,
  readDocument,
  sha256,
  withFacts,
} from './read-document.js'
import type { StoredDocument } from './write/find-meeting.js'
import type { IngestedReading } from './write/ingest-reading.js'
import { ingestReading } from './write/ingest-reading.js'
import { findKnownReading, type TargetOptions } from './write/target.js'
import { unchangedReading } from './write/unchanged-reading.js'

export interface DocumentIngest extends IngestedReading {
  /** The name of the format that read it. */
  formatName: string
  /** What a model took for it, or would take; undefined where none has to do with it. */
  use?: ModelUse | undefined
  /** What was read; where a known document was not read again, it is now. */
  read(): Promise<DocumentReading>
}

export interface IngestDocumentOptions extends DocumentOptions {
  /** Refuses a reading with a finding of severity WARNING or ERROR. */
  strict?: boolean | undefined
  /** Tells what would happen, and writes nothing. */
  dryRun?: boolean | undefined
  /** Slug of the series that makes room for the first record that does not belong to it. */
  sampleSeries?: string | undefined
  /** Who ingests it, for the feed: the name of an API key, or `commandLine`. */
  by?: string | undefined
}

/** A database that is written to. */
export interface Archive extends Pick<Database, 'transaction'> {
  /** Whether it is known to hold nothing yet, so that nothing is looked up in it; an absent one is made by the first transaction only. */
  holdsNothing?(): boolean
  /** Runs the transaction that writes the document, for a write that may have been sent before. */
  readonly once?: Once | undefined
}

/** Runs a transaction, or returns what it returned before. */
export interface Once extends Pick<Database, 'transaction'> {
  /** Whether it may have been run before. */
  readonly isRepeat: boolean
}

/** What is asked for beside the bytes, as the writer takes it. */
function targetOptions(given: IngestDocumentOptions): TargetOptions {
  const { meeting, series, language, format, title, date, reader, proposal, context } = withFacts(given)
  const asked = { language, format, title, date, reader, proposal: proposal && sha256(Buffer.from(proposal)) }
  return { meeting, series, options: { ...asked, context: context?.hash ?? undefined } }
}

/**
 * Writes what was read of a document: all of it or nothing.
 *
 * @throws InvalidRecordError, IngestConflictError, DoubtfulReadingError
 */
async function storeDocument(
  database: Archive,
  reading: DocumentReading,
  given: IngestDocumentOptions,
): Promise<DocumentIngest> {
  const { strict, dryRun, sampleSeries, by } = given
  const { options, ...target } = targetOptions(given)
  const asked = { ...target, options: reading.restoring?.options ?? options }
  try {
    const asks = { ...asked, strict, dryRun, sampleSeries, by }
    const written = await ingestReading(database.once ?? database, reading, asks)
    return readAndWritten(written, reading)
  } finally {
    await keepAnswerOf(database, reading)
  }
}

const readAndWritten = (written: IngestedReading, reading: DocumentReading): DocumentIngest => ({
  ...written,
  formatName: reading.source.format,
  use: reading.use,
  read: async () => reading,
})

/** Keeps what a model was asked for it, in a dry run and where writing was refused, too: it need not be asked again. */
const keepAnswerOf = async (database: Archive, { source, use, restoring }: DocumentReading): Promise<void> => {
  const isModels = source.reading?.by === 'MODEL' && (use?.wasAsked === true || restoring !== undefined)
  if (isModels && !database.holdsNothing?.()) await database.transaction((sql) => keepAnswer(sql, source))
}

/**
 * What is stored of a document that is known and would be read the same, without reading it: its bytes, the versions of readers
 * and formats, and what was asked for are those of then. Undefined where it has to be read.
 *
 * @throws UnreadableDocumentError for a kind of file that is not read, IngestConflictError, DoubtfulReadingError
 */
async function knownDocument(
  database: Archive,
  read: ReadDocument,
  file: GivenFile,
  options: IngestDocumentOptions,
): Promise<DocumentIngest | undefined> {
  if (options.dryRun || database.once?.isRepeat || database.holdsNothing?.()) return undefined
  const source = { sha256: sha256(file.bytes), mediaType: chooseReader(file).mediaType, parser: parserVersion }
  const known = await database.transaction(async (sql) => {
    const found = await findKnownReading(sql, source, targetOptions(options))
    return found && { ...(await unchangedReading(sql, found.meeting, options)), document: found.document }
  })
  if (!known) return undefined
  const { document, ...unchanged } = known
  let reading: Promise<DocumentReading> | undefined
  const asBefore = () => {
    reading ??= read(file, asReadBefore(document, options))
    return reading
  }
  return { ...unchanged, formatName: document.format, read: asBefore }
}

/** The options by which a known document is read as it was, without asking anybody. */
const asReadBefore = ({ proposal }: StoredDocument, options: IngestDocumentOptions): IngestDocumentOptions =>
  proposal === null ? { ...options, proposal: undefined, reader: 'rules' } : { ...options, proposal }

/**
 * Reads a file, unless it is known, and gives what will write what it says: of many files, some can be read while another is
 * written. Throws what `read` throws; what it gives throws what `storeDocument` throws.
 */
export async function prepareDocument(
  database: Archive,
  read: ReadDocument,
  file: GivenFile,
  options: IngestDocumentOptions = {},
): Promise<(more?: Pick<IngestDocumentOptions, 'sampleSeries'>) => Promise<DocumentIngest>> {
  const known = await knownDocument(database, read, file, options)
  if (known) return async () => known
  const reading = await read(file, options)
  return (more) => storeDocument(database, reading, { ...options, ...more })
}

/** Reads a file and writes what it says, unless that is known. Throws what `readDocument` and `storeDocument` throw. */
export async function ingestDocument(
  database: Archive,
  reader: DocumentReader,
  file: GivenFile,
  options: IngestDocumentOptions = {},
): Promise<DocumentIngest> {
  const write = await prepareDocument(database, (...given) => readDocument(reader, ...given), file, options)
  return write()
}
