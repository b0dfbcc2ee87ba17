import { createHash } from 'node:crypto'
import type { Database } from '../database/database.js'
import type { Context } from './context/context.js'
import { type FormatVerdict, readRecord } from './read.js'
import type { DocumentReader } from './readers/reader.js'
import type { GivenFile } from './readers/reading.js'
import type { MeetingRecord } from './record.js'
import type { SourceFacts } from './write/document.js'
import type { IngestedReading } from './write/ingest-reading.js'
import { ingestReading } from './write/ingest-reading.js'
import type { Reading } from './write/write-reading.js'

/** What may be said about a document besides its bytes. */
export interface DocumentOptions {
  /** Slug of the meeting that it is a record of; found by the bytes, or by series, title and date, without one. */
  meeting?: string | undefined
  /** Title or slug of the series that the meeting belongs to. */
  series?: string | undefined
  /** BCP 47; inferred without one. */
  language?: string | undefined
  /** The name of a format; the one that recognises the document best without one. */
  format?: string | undefined
  /** What stands beside the document; what is said above wins over its facts. */
  context?: Context | undefined
}

/** What was said of a document, and where nothing was, what the facts beside it say. */
const withFacts = (options: DocumentOptions): DocumentOptions => {
  const { series, language, format } = options.context?.facts ?? {}
  return {
    ...options,
    series: options.series ?? series,
    language: options.language ?? language,
    format: options.format ?? format,
  }
}

/** What was read of a document, before any database. */
export interface DocumentReading extends Reading {
  format: FormatVerdict
}

export interface DocumentIngest extends IngestedReading {
  source: SourceFacts
  record: MeetingRecord
  format: FormatVerdict
}

/**
 * Reads a file of any kind: bytes, text, record.
 *
 * @throws UnreadableDocumentError for bytes that hold no text, DocumentNotRecognizedError for a text that fits no format.
 */
export async function readDocument(
  reader: DocumentReader,
  file: GivenFile,
  options: DocumentOptions = {},
): Promise<DocumentReading> {
  const { format, language, context } = withFacts(options)
  const text = await reader.read(file)
  const read = readRecord(text, { format, language, context })
  return {
    source: {
      fileName: text.fileName,
      mediaType: text.mediaType,
      bytes: file.bytes,
      sha256: createHash('sha256').update(file.bytes).digest('hex'),
      text: text.text,
      readerVersion: text.reader,
      format: read.format.format,
      formatVersion: read.formatVersion,
    },
    record: read.record,
    findings: read.findings,
    format: read.format,
  }
}

export interface IngestDocumentOptions extends DocumentOptions {
  /** Refuses a reading with a finding of severity WARNING or ERROR. */
  strict?: boolean | undefined
  /** Tells what would happen, and writes nothing. */
  dryRun?: boolean | undefined
  /** Slug of the series that makes room for the first record that does not belong to it. */
  sampleSeries?: string | undefined
}

/**
 * Writes what was read of a document: all of it or nothing.
 *
 * @throws InvalidRecordError, IngestConflictError, DoubtfulReadingError
 */
export async function storeDocument(
  database: Pick<Database, 'transaction'>,
  reading: DocumentReading,
  { strict, dryRun, sampleSeries, ...given }: IngestDocumentOptions,
): Promise<DocumentIngest> {
  const { meeting, series, language, format, context } = withFacts(given)
  const options = { language, format, context: context?.hash ?? undefined }
  const written = await ingestReading(database, reading, { meeting, series, options, strict, dryRun, sampleSeries })
  return { ...written, ...reading, findings: written.findings }
}

/** Reads a file and writes what it says. Throws what `readDocument` and `storeDocument` throw. */
export async function ingestDocument(
  database: Pick<Database, 'transaction'>,
  reader: DocumentReader,
  file: GivenFile,
  options: IngestDocumentOptions = {},
): Promise<DocumentIngest> {
  return storeDocument(database, await readDocument(reader, file, options), options)
}
