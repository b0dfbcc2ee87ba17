import type { SourceText } from '../source.js'
import { splitLines } from '../text/lines.js'
import { chooseReader } from './choose.js'
import type { GivenFile } from './reading.js'
import { readText } from './text.js'
import { openReadingThreads, type ReadingThreads } from './thread.js'

/** Reads files of any kind that is known. */
export interface DocumentReader {
  /**
   * Reads a file: its text, into which every offset of the record will point, and its layout.
   *
   * @throws UnreadableDocumentError with one sentence that says what is wrong with the file, and one that says what to do
   */
  read(file: GivenFile): Promise<SourceText>
}

/**
 * A reader with its own threads. Plain text and JSON are read at once; everything that has a structure of its own is read in
 * a thread, within limits of memory and time, so that a file made to use up the machine costs its own request only. Threads
 * start when they are needed, serve one file after another, and need no closing: idle, they keep no process alive.
 */
export const openDocumentReader = (options: ReadingThreads): DocumentReader => {
  const inThread = openReadingThreads(options)
  return {
    async read(file) {
      const { reader, mediaType } = chooseReader(file)
      if (reader === 'text' || reader === 'json') return readText(file.bytes, file.fileName, mediaType)
      const reading = await inThread(reader, file)
      return { ...reading, fileName: file.fileName, mediaType, lines: splitLines(reading.text) }
    },
  }
}
