import type { GivenFile, Reading } from '@rapporteur/reader/files/reading'
import { UnreadableDocumentError } from '@rapporteur/reader/files/text'
import { openJobPool } from '../threads/job-pool.js'
import { EndedThreadError, type JobLimits, startJobThread } from '../threads/job-thread.js'
import type { Assignment, Outcome, WorkerReader } from './worker.js'

export interface ReadingThreads extends JobLimits {
  /** How many files may be read at once; more of them wait. */
  readonly threads: number
}

export type ReadInThread = (reader: WorkerReader, file: GivenFile) => Promise<Reading>

/**
 * Reads files in threads; a file that takes more than its limits allow is refused, and its thread ends.
 *
 * @throws UnreadableDocumentError
 */
export const openReadingThreads = ({ threads, ...limits }: ReadingThreads): ReadInThread => {
  const script = new URL('./worker.js', import.meta.url)
  const pool = openJobPool(threads, () => startJobThread<Assignment, Outcome>({ ...limits, script, given: limits }))
  return async (reader, { bytes, fileName }) => {
    const outcome = await pool.run({ reader, bytes, fileName }).catch((error: unknown): Outcome => {
      if (error instanceof EndedThreadError) return { unreadable: `${fileName} ${reasonOf(error, limits)}` }
      throw error
    })
    if ('reading' in outcome) return outcome.reading
    throw new UnreadableDocumentError(outcome.unreadable, fileName)
  }
}

const sendText = 'Send its text as a plain text file.'

const reasonOf = ({ why, said }: EndedThreadError, { memoryMb, seconds }: JobLimits): string => {
  if (why === 'time') return `was not read within ${seconds} s. Split it, or send its text as a plain text file.`
  if (why === 'memory') return `needs more than the ${memoryMb} MB that reading one file may use. ${sendText}`
  return `cannot be read${said === null ? '' : ` (${said})`}. ${sendText}`
}
