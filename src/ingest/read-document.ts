import { createHash } from 'node:crypto'
import type { DocumentReader, GivenFile } from '@rapporteur/reader/files/reading'
import { finding } from '@rapporteur/reader/findings'
import { meetingRecordFormat } from '@rapporteur/reader/formats'
import { parserVersion } from '@rapporteur/reader/parser'
import type { MalformedLine } from '@rapporteur/reader/proposal/parse'
import type { Proposal } from '@rapporteur/reader/proposal/proposal'
import { type FormatVerdict, readRecord } from '@rapporteur/reader/read'
import type { MeetingRecord } from '@rapporteur/reader/record'
import type { DocumentContext } from './context/read-context.js'
import { givenProposal } from './given-proposal.js'
import { type ReadMeetingRecord, readMeetingRecord } from './meeting-record/read.js'
import type { ModelUse } from './model/usage.js'
import type { ReadBy } from './write/document.js'
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
  /** The meeting's title, and its day in ISO 8601, where the record does not print them rightly. */
  title?: string | undefined
  date?: string | undefined
  /** Who is to read it: rules, the configured model, or (by default) the model where it reads better. */
  reader?: 'auto' | 'rules' | 'model' | undefined
  /** What a model or a person answered to its task, in place of what rules would propose. */
  proposal?: string | undefined
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
  /** What a model took for it, or would take. */
  use?: ModelUse | undefined
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
  const hash = sha256(file.bytes)
  const given = options.proposal === undefined ? null : givenProposal(options.proposal, hash, text.fileName)
  const read = readRecord(text, { format, language, context, proposal: given?.proposal })
  return {
    source: {
      reading: readBy(given?.proposal ?? null, read.format.format, options.proposal ?? null),
      fileName: text.fileName,
      mediaType: text.mediaType,
      bytes: file.bytes,
      sha256: hash,
      text: text.text,
      readerVersion: text.reader,
      format: read.format.format,
      formatVersion: read.formatVersion,
      parser: parserVersion,
    },
    record: withGivenFacts(read.record, options),
    findings: [...(given?.malformed ?? []).map(malformedLine), ...read.findings],
    format: read.format,
  }
}

const malformedLine = ({ text, reason }: MalformedLine) =>
  finding('MALFORMED_LINE', `A line of the proposal is left out (${reason}): ${text.slice(0, 120)}`)

/** Formats whose own marks say who speaks. */
const markedUp: ReadonlySet<string> = new Set(['akoma-ntoso', 'parlamint'])

const readBy = (proposal: Proposal | null, format: string, text: string | null): ReadBy => ({
  by: proposal ? (proposal.header.by === 'person' ? 'PERSON' : 'MODEL') : markedUp.has(format) ? 'MARKUP' : 'RULES',
  model: proposal?.header.model ?? null,
  instructions: proposal?.header.instructions ?? null,
  proposal: proposal ? text : null,
})

/** A title and a day that are given win over what the record prints. */
const withGivenFacts = (record: MeetingRecord, { title, date }: DocumentOptions): MeetingRecord => ({
  ...record,
  meeting: {
    ...record.meeting,
    ...(title === undefined ? {} : { title }),
    ...(date === undefined ? {} : { date, dateCertainty: 'EXACT' as const }),
  },
})

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
