import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { type ExportFacts, exportedLines, TruncatedExportError } from '../ingest/meeting-record/export-file.js'
import { InvalidMeetingRecordError } from '../ingest/meeting-record/invalid.js'
import { isExportFile, readMeetingRecord } from '../ingest/meeting-record/read.js'

/** Whether a file is an export of several meetings. False if it cannot be read: reading it later reports the error. */
export async function isExport(path: string): Promise<boolean> {
  if (path === '-') return false
  const file = await open(path).catch(() => undefined)
  if (!file) return false
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(400), 0, 400, 0)
    return isExportFile(buffer.subarray(0, bytesRead))
  } catch {
    return false
  } finally {
    await file.close()
  }
}

/** One meeting of an export file. */
export interface ExportedMeeting {
  /** Its line in the file, counted from 1. */
  line: number
  bytes: Uint8Array
}

/** The meetings of an export file, one in memory at a time. */
export async function* meetingsOf(path: string, facts?: ExportFacts): AsyncGenerator<ExportedMeeting> {
  const input = createReadStream(path)
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })
  for await (const { line, text } of exportedLines(lines, facts)) yield { line, bytes: Buffer.from(text) }
}

/**
 * Reads an export to its end before anything is written. Returns its number of meetings, or a sentence that says why it cannot
 * be ingested.
 */
export async function checkExport(path: string): Promise<number | string> {
  let meetings = 0
  let at = 0
  const facts: ExportFacts = {}
  try {
    for await (const { line, bytes } of meetingsOf(path, facts)) {
      at = line
      readMeetingRecord({ bytes, fileName: path }, true)
      meetings++
    }
    if (facts.since === undefined) return meetings
    return `It holds only what changed after the position ${facts.since} of a feed, for a copy that replaces whole meetings. Restore a whole export. Nothing was read.`
  } catch (error) {
    if (error instanceof InvalidMeetingRecordError) return `Line ${at}: ${error.message} Nothing was read.`
    if (error instanceof TruncatedExportError) return error.message
    throw error
  }
}
