import { chooseReader } from '@rapporteur/reader/files/choose'
import { readFile } from '@rapporteur/reader/files/read-file'
import type { DocumentReader } from '@rapporteur/reader/files/reading'
import { splitLines } from '@rapporteur/reader/text/lines'
import { openReadingThreads, type ReadingThreads } from './thread.js'

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
      if (reader === 'text' || reader === 'json' || reader === 'captions') return readFile(file)
      const reading = await inThread(reader, file)
      return { ...reading, fileName: file.fileName, mediaType, lines: splitLines(reading.text) }
    },
  }
}
