import { createHash } from 'node:crypto'
import type { Database } from '../database/database.js'
import type { Context } from './context/context.js'
import { meetingRecordFormat } from './formats/registry.js'
import { type ReadMeetingRecord, readMeetingRecord } from './meeting-record/read.js'
import { parserVersion } from './parser.js'
import { type FormatVerdict, readRecord } from './read.js'
import { chooseReader } from './readers/choose.js'
import type { DocumentReader } from './readers/reader.js'
import type { GivenFile } from './readers/reading.js'
import type { IngestedReading } from './write/ingest-reading.js'
import { ingestReading } from './write/ingest-reading.js'
import { findKnownReading, type TargetOptions } from './write/target.js'
import { unchangedReading } from './write/unchanged-reading.js'
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
  /** The name of the format that read it. */
  formatName: string
  /** What was read; where a known document was not read again, it is now. */
  read(): Promise<DocumentReading>
}

/**
 * Reads a file of any kind: bytes, text, record.
 *
 * @throws UnreadableDocumentError for bytes that hold no text, DocumentNotRecognizedError for a text that fits no format,
 * InvalidMeetingRecordError for a meeting-record that contradicts itself.
 */
export async function readDocument(
  reader: DocumentReader,
  file: GivenFile,
  options: DocumentOptions = {},
): Promise<DocumentReading> {
  const { format, language, context } = withFacts(options)
  const ours = readMeetingRecord(file, options.format === meetingRecordFormat)
  if (ours) return ownReading(ours)
  const text = await reader.read(file)
  const read = readRecord(text, { format, language, context })
  return {
    source: {
      fileName: text.fileName,
      mediaType: text.mediaType,
      bytes: file.bytes,
      sha256: sha256(file.bytes),
      text: text.text,
      readerVersion: text.reader,
      format: read.format.format,
      formatVersion: read.formatVersion,
      parser: parserVersion,
    },
    record: read.record,
    findings: read.findings,
    format: read.format,
  }
}

/** What our own JSON holds, as any other reading. */
function ownReading({ source, record, findings, archive, kind }: ReadMeetingRecord): DocumentReading {
  const restoring = archive && {
    ...archive,
    findings: findings.map((row, i) => ({ id: '', candidates: [], ...row, ...archive.given.findings[i] })),
  }
  return {
    source,
    record,
    findings: findings.map((row) => ({ ...row, candidates: [] })),
    format: { format: meetingRecordFormat, confidence: 1, reasons: [kind] },
    restoring,
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

/** A database that is written to. */
export interface Archive extends Pick<Database, 'transaction'> {
  /** Whether it is known to hold nothing yet, so that nothing is looked up in it; an absent one is made by the first transaction only. */
  holdsNothing?(): boolean
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** What is asked for beside the bytes, as the writer takes it. */
function targetOptions(given: IngestDocumentOptions): TargetOptions {
  const { meeting, series, language, format, context } = withFacts(given)
  return { meeting, series, options: { language, format, context: context?.hash ?? undefined } }
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
  const { strict, dryRun, sampleSeries } = given
  const { options, ...target } = targetOptions(given)
  const asked = { ...target, options: reading.restoring?.options ?? options }
  const written = await ingestReading(database, reading, { ...asked, strict, dryRun, sampleSeries })
  return { ...written, formatName: reading.source.format, read: async () => reading }
}

/**
 * What is stored of a document that is known and would be read the same, without reading it: its bytes, the versions of readers
 * and formats, and what was asked for are those of then. Undefined where it has to be read.
 *
 * @throws UnreadableDocumentError for a kind of file that is not read, IngestConflictError, DoubtfulReadingError
 */
async function knownDocument(
  database: Archive,
  reader: DocumentReader,
  file: GivenFile,
  options: IngestDocumentOptions,
): Promise<DocumentIngest | undefined> {
  if (options.dryRun || database.holdsNothing?.()) return undefined
  const source = { sha256: sha256(file.bytes), mediaType: chooseReader(file).mediaType, parser: parserVersion }
  const known = await database.transaction(async (sql) => {
    const found = await findKnownReading(sql, source, targetOptions(options))
    return found && { ...(await unchangedReading(sql, found.meeting, options)), formatName: found.document.format }
  })
  return known && { ...known, read: () => readDocument(reader, file, options) }
}

/**
 * Reads a file, unless it is known, and gives what will write what it says: of many files, some can be read while another is
 * written. Throws what `readDocument` throws; what it gives throws what `storeDocument` throws.
 */
export async function prepareDocument(
  database: Archive,
  reader: DocumentReader,
  file: GivenFile,
  options: IngestDocumentOptions = {},
): Promise<(more?: Pick<IngestDocumentOptions, 'sampleSeries'>) => Promise<DocumentIngest>> {
  const known = await knownDocument(database, reader, file, options)
  if (known) return async () => known
  const reading = await readDocument(reader, file, options)
  return (more) => storeDocument(database, reading, { ...options, ...more })
}

/** Reads a file and writes what it says, unless that is known. Throws what `readDocument` and `storeDocument` throw. */
export async function ingestDocument(
  database: Archive,
  reader: DocumentReader,
  file: GivenFile,
  options: IngestDocumentOptions = {},
): Promise<DocumentIngest> {
  const write = await prepareDocument(database, reader, file, options)
  return write()
}
