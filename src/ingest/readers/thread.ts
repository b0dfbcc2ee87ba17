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

/** A thread that reads one file after another, until it has used up its memory or its time. */
export interface ReadingThread {
  readonly alive: boolean
  read(reader: WorkerReader, file: GivenFile): Promise<Reading>
}

interface Job {
  readonly fileName: string
  readonly resolve: (reading: Reading) => void
  readonly reject: (error: Error) => void
  readonly timer: NodeJS.Timeout
  readonly watch: NodeJS.Timeout
}

/** What is published is JavaScript; in development and in tests a thread is told how to load the sources. */
const isSource = import.meta.url.endsWith('.ts')
const reading = new URL('./worker.js', import.meta.url)
const script = isSource ? new URL('../../../scripts/source-worker.mjs', import.meta.url) : reading

/** How often the memory of the process is looked at while a thread reads, in milliseconds. */
const watchInterval = 10
/** What a thread and its libraries take without any document, in megabytes. */
const ownMb = 128

const startWorker = ({ memoryMb }: ReadingLimits): Worker => {
  const worker = new Worker(script, {
    workerData: { script: reading.href },
    // A reader needs no secrets, and no options that were meant for the process.
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
  })
  worker.unref()
  return worker
}

/**
 * Starts a thread. It keeps the process alive only while it reads; when a file takes more than its limits allow, that file is
 * refused and the thread ends.
 */
export const startReadingThread = (limits: ReadingLimits): ReadingThread => {
  const worker = startWorker(limits)
  let alive = true
  let job: Job | null = null

  const settle = (finish: (job: Job) => void) => {
    const settled = job
    if (!settled) return
    job = null
    clearTimeout(settled.timer)
    clearInterval(settled.watch)
    worker.unref()
    finish(settled)
  }
  const refuse = (reason: string) =>
    settle(({ fileName, reject }) => reject(new UnreadableDocumentError(`${fileName} ${reason}`, fileName)))
  const end = (reason: string) => {
    alive = false
    refuse(reason)
    void worker.terminate()
  }
  const outOfMemory = () => end(`needs more than the ${limits.memoryMb} MB that reading one file may use. ${sendText}`)

  worker.on('message', (outcome: Outcome) => {
    if ('reading' in outcome) settle(({ resolve }) => resolve(outcome.reading))
    else settle(({ fileName, reject }) => reject(new UnreadableDocumentError(outcome.unreadable, fileName)))
  })
  worker.on('error', (error: NodeJS.ErrnoException) =>
    error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? outOfMemory() : end(`cannot be read (${error.message}). ${sendText}`),
  )
  worker.on('exit', () => end(`cannot be read. ${sendText}`))

  return {
    get alive() {
      return alive
    },
    read: (reader, { bytes, fileName }) =>
      new Promise((resolve, reject) => {
        const late = () =>
          end(`was not read within ${limits.seconds} s. Split it, or send its text as a plain text file.`)
        job = {
          fileName,
          resolve,
          reject,
          timer: setTimeout(late, limits.seconds * 1_000),
          watch: watchMemory(limits.memoryMb, outOfMemory),
        }
        worker.ref()
        worker.postMessage({ reader, bytes, fileName })
      }),
  }
}

const sendText = 'Send its text as a plain text file.'

/** The limits of a thread count objects, not the buffers that a stream is unpacked into: those show in the process only. */
const watchMemory = (memoryMb: number, exceeded: () => void): NodeJS.Timeout => {
  const most = process.memoryUsage.rss() + (memoryMb + ownMb) * 1024 * 1024
  return setInterval(() => process.memoryUsage.rss() > most && exceeded(), watchInterval)
}
