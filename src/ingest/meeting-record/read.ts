import { createHash } from 'node:crypto'
import type { GivenFile } from '@rapporteur/reader/files/reading'
import { meetingRecordFormat } from '@rapporteur/reader/formats'
import { parserVersion } from '@rapporteur/reader/parser'
import { MeetingRecord } from '@rapporteur/reader/record'
import type { z } from 'zod'
import type { SourceFacts } from '../write/document.js'
import { checkEnvelope } from './check.js'
import { type ArchivePart, MeetingEnvelope } from './envelope.js'
import { InvalidMeetingRecordError, refuse } from './invalid.js'
import { laidOut } from './lay-out.js'
import { upgradedEnvelope, upgradedRecord } from './upgrade.js'

const version = '1'

/** What a document of our own JSON holds. */
export interface ReadMeetingRecord {
  source: SourceFacts
  record: MeetingRecord
  findings: MeetingEnvelope['findings']
  /** Of an export: what its archive had given to the rows, and what was asked for when the source was read. */
  archive: { given: ArchivePart; options: Record<string, unknown> } | undefined
  /** What it is, in a clause. */
  kind: string
}

/** The beginning of a file, enough to tell our own JSON by. */
const start = (bytes: Uint8Array): string =>
  Buffer.from(bytes.subarray(0, 400))
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart()

/** Whether a file begins as an export of many meetings does. */
export const isExportFile = (bytes: Uint8Array): boolean =>
  /^\{\s*"format"\s*:\s*"rapporteur-export"/.test(start(bytes))

const looksLikeOne = (text: string) => /^\{\s*"format"\s*:\s*"meeting-record"/.test(text)
const looksLikeRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && 'version' in value && 'meeting' in value

/**
 * Reads a document of our own JSON: the export of a meeting, or a MeetingRecord alone; undefined for any other file.
 *
 * @param wanted whether this format was asked for, so that no other may read the file
 * @throws InvalidMeetingRecordError with the path to what is wrong
 */
export function readMeetingRecord(file: GivenFile, wanted: boolean): ReadMeetingRecord | undefined {
  if (isExportFile(file.bytes))
    refuse([], 'It is an export of many meetings. `rapporteur ingest` takes it, and sends its meetings one by one.')
  const head = start(file.bytes)
  if (!head.startsWith('{')) return wanted ? refuse([], 'It is no JSON object.') : undefined
  const value = parsed(file.bytes)
  const isOurs = looksLikeOne(head) || (value !== undefined && (isEnvelope(value) || looksLikeRecord(value)))
  if (!isOurs && !wanted) return undefined
  if (value === undefined) return refuse([], 'It is no JSON: it is cut, or was changed by hand.')
  return looksLikeRecord(value) ? plainRecord(file, value) : envelope(value)
}

const isEnvelope = (value: unknown) =>
  typeof value === 'object' && value !== null && 'format' in value && value.format === meetingRecordFormat

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) // which drops a byte order mark
  } catch {
    return undefined
  }
}

function valid<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const read = schema.safeParse(value)
  if (read.success) return read.data
  const [first, ...rest] = read.error.issues.map(({ path, message }) => ({ path: path.map(String), message }))
  throw new InvalidMeetingRecordError([first ?? { path: [], message: 'It breaks its schema.' }, ...rest.slice(0, 19)])
}

function envelope(value: unknown): ReadMeetingRecord {
  const read = valid(MeetingEnvelope, upgradedEnvelope(value))
  const bytes = checkEnvelope(read)
  const { reader, options, bytes: _, reading, ...source } = read.source
  return {
    source: { ...source, bytes, readerVersion: reader, reading },
    record: read.record,
    findings: read.findings,
    archive: read.archive && { given: read.archive, options },
    kind: read.archive ? 'it is the export of a meeting' : 'it is a record with its source',
  }
}

function plainRecord({ bytes, fileName }: GivenFile, value: object): ReadMeetingRecord {
  const record = valid(MeetingRecord, upgradedRecord(value))
  return {
    source: {
      fileName,
      mediaType: 'application/json',
      bytes,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      text: laidOut(record),
      readerVersion: `${meetingRecordFormat}/${version}`,
      format: meetingRecordFormat,
      formatVersion: version,
      parser: parserVersion,
      reading: { by: 'MARKUP', model: null, instructions: null, proposal: null },
    },
    record,
    findings: [],
    archive: undefined,
    kind: 'it is a MeetingRecord',
  }
}
