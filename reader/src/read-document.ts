import { readFile } from './files/read-file.js'
import type { GivenFile } from './files/reading.js'
import { type ReadRecord, type RecordOptions, readRecord } from './read.js'
import type { SourceText } from './source.js'

/** What a document says, with the text into which every offset of the record points. */
export interface DocumentRead extends ReadRecord {
  readonly source: SourceText
}

/**
 * Reads a meeting record of any kind of file: its text, and who was there, who said what, and who answered. No network, no clock.
 *
 * @throws UnreadableDocumentError for a file that holds no text, DocumentNotRecognizedError for a text that is no record of a meeting
 */
export const readDocument = async (file: GivenFile, options: RecordOptions = {}): Promise<DocumentRead> => {
  const source = await readFile(file)
  return { ...readRecord(source, options), source }
}
