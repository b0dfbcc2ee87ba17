import type { SourceText } from '../source.js'
import { splitLines } from '../text/lines.js'
import { chooseReader, type ReaderChoice } from './choose.js'
import { type ReadingLimits, readInWorker } from './in-worker.js'
import type { GivenFile, Reading } from './reading.js'
import { readText } from './text.js'

/**
 * Reads a file: its text, into which every offset of the record will point, and its layout. Plain text and JSON are read here;
 * everything that has a structure of its own is read in a thread, within `limits`, so that a file made to use up the machine
 * costs its own request only.
 *
 * @throws UnreadableDocumentError with one sentence that says what is wrong with the file, and one that says what to do
 */
export const readDocument = async (file: GivenFile, limits: ReadingLimits): Promise<SourceText> => {
  const choice = chooseReader(file)
  const { reader, encoding, text, layout } = await readingOf(choice, file, limits)
  return { fileName: file.fileName, mediaType: choice.mediaType, reader, encoding, text, lines: splitLines(text), layout }
}

const readingOf = async ({ reader }: ReaderChoice, file: GivenFile, limits: ReadingLimits): Promise<Reading> => {
  if (reader === 'text' || reader === 'json') return readText(file.bytes, file.fileName)
  return readInWorker(reader, file, limits)
}
