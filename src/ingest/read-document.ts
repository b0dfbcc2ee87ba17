import { createHash } from 'node:crypto'
import type { DocumentReader, GivenFile } from '@rapporteur/reader/files/reading'
import { meetingRecordFormat } from '@rapporteur/reader/formats/registry'
import { parserVersion } from '@rapporteur/reader/parser'
import { type FormatVerdict, readRecord } from '@rapporteur/reader/read'
import type { DocumentContext } from '@rapporteur/reader/structured/context'
import { type ReadMeetingRecord, readMeetingRecord } from './meeting-record/read.js'
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
  context?: DocumentContext | undefined
}

/** What was said of a document, and where nothing was, what the facts beside it say. */
export const withFacts = (options: DocumentOptions): DocumentOptions => {
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

/**
 * Reads a document, in this thread or another.
 *
 * @throws UnreadableDocumentError, DocumentNotRecognizedError and InvalidMeetingRecordError as `readDocument` does
 */
export type ReadDocument = (file: GivenFile, options: DocumentOptions) => Promise<DocumentReading>

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

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
