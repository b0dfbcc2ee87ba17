import { chooseReader, type ReaderName } from '@rapporteur/reader/files/choose'
import { readFile } from '@rapporteur/reader/files/read-file'
import type { DocumentReader, GivenFile } from '@rapporteur/reader/files/reading'
import { UnreadableDocumentError } from '@rapporteur/reader/files/text'
import type { SourceText } from '@rapporteur/reader/source'
import type { Beside } from '../context/read-context.js'
import { type DocumentOptions, type DocumentReading, type ReadDocument, readDocument } from '../read-document.js'
import { BrokenReadingError } from './broken-reading.js'
import { failedOutcome, type Outcome, readingOf } from './document-outcome.js'
import { type JobPool, openJobPool } from './job-pool.js'
import { EndedThreadError, type JobLimits, type JobThread, startJobThread } from './job-thread.js'

/**
 * What a thread is given for each document; without options it reads the text only. A context has functions, which cannot be sent:
 * it is made there of what is beside.
 */
export interface DocumentJob {
  readonly file: GivenFile
  readonly options?: Omit<DocumentOptions, 'context'> & { readonly beside: Beside | undefined }
}

/** Reads documents of many files. */
export interface DocumentReadings {
  /** @throws as `readDocument` does; in threads, BrokenReadingError for a document that reading fails on */
  readonly read: ReadDocument
  /** Ends what is under way. */
  close(): Promise<void>
}

const startThread = <Read>(limits: JobLimits): JobThread<DocumentJob, Outcome<Read>> =>
  startJobThread({ ...limits, script: new URL('./document-worker.js', import.meta.url), given: limits })

/** Of at most so many bytes a plain text is read in less time than it takes to hand it to a thread. */
const SMALL = 64 * 1024
const plain: ReadonlySet<ReaderName> = new Set(['text', 'json', 'captions'])

const isSmallText = (file: GivenFile): boolean => file.bytes.length <= SMALL && plain.has(chooseReader(file).reader)

/** What reading the text of a file may cost; the megabytes are of objects, and as many of buffers. */
interface FileLimits extends Partial<Pick<JobLimits, 'memoryMb' | 'seconds'>> {
  /** How many files may be read at once; more of them wait. */
  readonly threads: number
}

/**
 * Reads the text of files. A short plain text is read at once; everything else in a thread, within limits, so that a file made to use
 * up the machine costs its own request only. Threads start when they are needed, serve one file after another, and need no closing:
 * idle, they keep no process alive.
 */
export const openDocumentReader = ({ threads, memoryMb = 512, seconds = 30 }: FileLimits): DocumentReader => {
  const limits: JobLimits = { memoryMb, buffersMb: memoryMb, seconds }
  const pool = openJobPool(threads, () => startThread<SourceText>(limits))
  const inThread = inThreads(pool, limits, { what: 'file', advice: 'Send its text as a plain text file.' })
  return { read: async (file) => (isSmallText(file) ? readFile(file) : inThread({ file })) }
}

/** Reads documents in this thread; the text of files as the reader does. */
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

/** What one document may cost, from bytes to record: more than any honest one needs on a machine that is busy. */
const documentLimits: JobLimits = { memoryMb: 2_048, buffersMb: 512, seconds: 300 }

/**
 * Reads in threads, at most so many documents at once. A document that takes more than 2 GB or 300 s is refused, one that a
 * thread breaks down on is reported, and another thread takes that one's place.
 */
export const openReadingsInThreads = (
  workers: number,
  start = () => startThread<DocumentReading>(documentLimits),
): DocumentReadings => {
  const pool = openJobPool(workers, start)
  const advice = 'Nothing of it was written. Split it, or send its text as a plain text file.'
  const inThread = inThreads(pool, documentLimits, { what: 'document', advice })
  return {
    async read(file, { context, ...options }) {
      const reading = await inThread({ file, options: { ...options, beside: context?.beside } })
      // The bytes are those that were given, unless the file holds others in it: what is here already is not kept twice.
      const isSame = Buffer.compare(reading.source.bytes, file.bytes) === 0
      return isSame ? { ...reading, source: { ...reading.source, bytes: file.bytes } } : reading
    },
    close: pool.close,
  }
}

/** Reads short plain texts in this thread, and all else in threads, where it holds up nothing else that this process does. */
export function readingsBySize(reader: DocumentReader, workers: number): DocumentReadings {
  const threads = openReadingsInThreads(workers)
  return {
    read: async (file, options) =>
      isSmallText(file) ? readDocument(reader, file, options) : threads.read(file, options),
    close: threads.close,
  }
}

/** How a refusal names what was read, and what to do about it. */
interface Wording {
  readonly what: 'file' | 'document'
  readonly advice: string
}

const inThreads =
  <Read>(pool: JobPool<DocumentJob, Outcome<Read>>, limits: JobLimits, wording: Wording) =>
  async (job: DocumentJob): Promise<Read> => {
    try {
      return readingOf(await pool.run(job))
    } catch (error) {
      throw error instanceof EndedThreadError ? endedBy(error, job.file.fileName, limits, wording) : error
    }
  }

function endedBy(
  { why, said }: EndedThreadError,
  fileName: string,
  limits: JobLimits,
  { what, advice }: Wording,
): Error {
  const reason = said === null ? '' : ` (${said})`
  if (why === 'memory') {
    const needed = `needs more than the ${limits.memoryMb} MB that reading one ${what} may use`
    return new UnreadableDocumentError(`${fileName} ${needed}. ${advice}`, fileName)
  }
  if (why === 'time') {
    const split = what === 'file' ? 'Split it, or send its text as a plain text file.' : advice
    return new UnreadableDocumentError(`${fileName} was not read within ${limits.seconds} s. ${split}`, fileName)
  }
  if (what === 'file') return new UnreadableDocumentError(`${fileName} cannot be read${reason}. ${advice}`, fileName)
  const told = why === 'closed' ? 'was not read to its end' : `ended the thread that read it${reason}`
  return new BrokenReadingError(`${fileName} ${told}. ${advice}`)
}
