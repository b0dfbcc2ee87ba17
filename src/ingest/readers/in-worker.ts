import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import type { GivenFile, Reading } from './reading.js'
import { UnreadableDocumentError } from './text.js'
import type { Outcome, WorkerReader } from './worker.js'

/** What reading one file may cost. */
export interface ReadingLimits {
  /** Megabytes that the reading thread may use. */
  readonly memoryMb: number
  readonly seconds: number
}

/** Sources are run as they are in development and in tests; what is published is JavaScript. */
const isSource = import.meta.url.endsWith('.ts')
const script = new URL(isSource ? './worker.ts' : './worker.js', import.meta.url)
const execArgv = isSource ? ['--import', createRequire(import.meta.url).resolve('tsx')] : []

/** How often the memory of the process is looked at while a thread reads, in milliseconds. */
const watchInterval = 50

/**
 * Reads a file in a thread of its own, which ends when it has read, or when it has used up its memory or its time.
 *
 * @throws UnreadableDocumentError when the file cannot be read within the limits
 */
export const readInWorker = (reader: WorkerReader, file: GivenFile, limits: ReadingLimits): Promise<Reading> =>
  new Promise((resolve, reject) => {
    const { bytes, fileName } = file
    const worker = new Worker(script, {
      workerData: { reader, bytes, fileName },
      // A reader needs no secrets, and no options that were meant for the process.
      env: {},
      execArgv,
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
    })
    const end = (settle: () => void) => {
      clearTimeout(timer)
      clearInterval(watch)
      settle()
      worker.removeAllListeners()
      worker.on('error', () => {})
      void worker.terminate()
    }
    const refuse = (message: string) => end(() => reject(new UnreadableDocumentError(message, fileName)))
    const tooLarge = () =>
      refuse(`${fileName} needs more than the ${limits.memoryMb} MB that reading one file may use. Send its text as a plain text file.`)
    const timer = setTimeout(
      () => refuse(`${fileName} was not read within ${limits.seconds} s. Split it, or send its text as a plain text file.`),
      limits.seconds * 1_000,
    )
    // The limits of a thread count objects, not the buffers that a stream is unpacked into: those show in the process only.
    const before = process.memoryUsage.rss()
    const most = (limits.memoryMb * 2 + 64) * 1024 * 1024
    const watch = setInterval(() => process.memoryUsage.rss() - before > most && tooLarge(), watchInterval)
    worker.on('message', (outcome: Outcome) =>
      'reading' in outcome ? end(() => resolve(outcome.reading)) : refuse(outcome.unreadable),
    )
    worker.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? tooLarge()
        : refuse(`${fileName} cannot be read (${error.message}). Send its text as a plain text file.`),
    )
    worker.on('exit', () => refuse(`${fileName} cannot be read. Send its text as a plain text file.`))
  })
