import type { DocumentReader, GivenFile } from '@rapporteur/reader/files/reading'
import { UnreadableDocumentError } from '@rapporteur/reader/files/text'
import type { Beside } from '@rapporteur/reader/structured/context'
import { type DocumentOptions, type ReadDocument, readDocument } from '../read-document.js'
import { BrokenReadingError } from './broken-reading.js'
import { type DocumentOutcome, failedOutcome, readingOf } from './document-outcome.js'
import { openJobPool } from './job-pool.js'
import { EndedThreadError, type JobLimits, type JobThread, startJobThread } from './job-thread.js'

/** What a thread is given for each document. A context has functions, which cannot be sent: it is made there of what is beside. */
export interface Assignment {
  readonly file: GivenFile
  readonly options: Omit<DocumentOptions, 'context'> & { readonly beside: Beside | undefined }
}

/** Reads documents of many files. */
export interface DocumentReadings {
  /** @throws as `readDocument` does; in threads, BrokenReadingError for a document that reading fails on */
  readonly read: ReadDocument
  /** Ends what is under way. */
  close(): Promise<void>
}

/** Reads in this thread. */
export const readingsHere = (reader: DocumentReader): DocumentReadings => ({
  read: async (file, options) => {
    try {
      return await readDocument(reader, file, options)
    } catch (error) {
      return readingOf(failedOutcome(error, file.fileName))
    }
  },
  close: async () => {},
})

/** What one document may cost: more than any honest one needs on a machine that is busy. */
const documentLimits: JobLimits = { memoryMb: 2_048, seconds: 300 }

const startThread = (): JobThread<Assignment, DocumentOutcome> =>
  startJobThread({ ...documentLimits, script: new URL('./document-worker.js', import.meta.url) })

/**
 * Reads in threads, at most so many documents at once. A document that takes more than 2 GB or 300 s is refused, one that a
 * thread breaks down on is reported, and another thread takes that one's place.
 */
export const openReadingsInThreads = (workers: number, start = startThread): DocumentReadings => {
  const pool = openJobPool(workers, start)
  return {
    async read(file, { context, ...options }) {
      try {
        const reading = readingOf(await pool.run({ file, options: { ...options, beside: context?.beside } }))
        // The bytes are those that were given, unless the file holds others in it: what is here already is not kept twice.
        const isSame = Buffer.compare(reading.source.bytes, file.bytes) === 0
        return isSame ? { ...reading, source: { ...reading.source, bytes: file.bytes } } : reading
      } catch (error) {
        throw error instanceof EndedThreadError ? endedBy(error, file.fileName) : error
      }
    },
    close: pool.close,
  }
}

/** Of at most so many bytes a document is read in less time than it takes to hand it to a thread. */
const SMALL = 64 * 1024

/** Reads small documents in this thread, and others in threads, where they hold up nothing else that this process does. */
export function readingsBySize(reader: DocumentReader, workers: number): DocumentReadings {
  const threads = openReadingsInThreads(workers)
  return {
    read: (file, options) =>
      file.bytes.length > SMALL ? threads.read(file, options) : readDocument(reader, file, options),
    close: threads.close,
  }
}

function endedBy({ why, said }: EndedThreadError, fileName: string): Error {
  const { memoryMb, seconds } = documentLimits
  const told = (what: string) =>
    `${fileName} ${what}. Nothing of it was written. Split it, or send its text as a plain text file.`
  if (why === 'memory')
    return new UnreadableDocumentError(
      told(`needs more than the ${memoryMb} MB that reading one document may use`),
      fileName,
    )
  if (why === 'time') return new UnreadableDocumentError(told(`was not read within ${seconds} s`), fileName)
  if (why === 'closed') return new BrokenReadingError(told('was not read to its end'))
  return new BrokenReadingError(told(`ended the thread that read it${said === null ? '' : ` (${said})`}`))
}
