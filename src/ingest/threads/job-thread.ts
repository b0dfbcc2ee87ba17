import { Worker } from 'node:worker_threads'
import { outOfBuffers } from './buffer-limit.js'

/** What one job may cost. */
export interface JobLimits {
  /** Megabytes that the thread may take for objects. */
  readonly memoryMb: number
  /** Megabytes for its buffers, which it limits itself: V8 counts them in no limit of a thread. */
  readonly buffersMb: number
  readonly seconds: number
}

export interface ThreadOptions extends JobLimits {
  /** What the thread runs: it answers each message with one, in order. Of the sources, the compiled name: `….js`. */
  readonly script: URL
  /** What it finds as `workerData.given`. */
  readonly given?: unknown
}

/** The thread ended before its job did. */
export class EndedThreadError extends Error {
  override readonly name = 'EndedThreadError'
  constructor(
    readonly why: 'memory' | 'time' | 'crash' | 'closed',
    /** Of a crash: what the thread said last. */
    readonly said: string | null = null,
  ) {
    super(said === null ? `The thread ended (${why}).` : `The thread ended (${why}: ${said}).`)
  }
}

/** A thread that does one job after another, until one uses up its memory or its time. */
export interface JobThread<Job, Done> {
  readonly alive: boolean
  /** One at a time. @throws EndedThreadError */
  run(job: Job): Promise<Done>
  close(): Promise<void>
}

interface Running<Done> {
  readonly resolve: (done: Done) => void
  readonly reject: (error: Error) => void
  readonly timer: NodeJS.Timeout
}

/** What is published is JavaScript; in development and in tests a thread is told how to load the sources. */
const fromSources = import.meta.url.endsWith('.ts')
  ? new URL('../../../scripts/source-worker.mjs', import.meta.url)
  : undefined

const startWorker = ({ script, given, memoryMb }: ThreadOptions): Worker => {
  const worker = new Worker(fromSources ?? script, {
    workerData: { script: script.href, given },
    // Reading needs no secrets, and no options that were meant for the process.
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
  })
  worker.unref()
  return worker
}

/** Starts a thread. It keeps the process alive only while it does a job. */
export const startJobThread = <Job, Done>(options: ThreadOptions): JobThread<Job, Done> => {
  const worker = startWorker(options)
  let alive = true
  let running: Running<Done> | null = null

  const settle = (finish: (running: Running<Done>) => void) => {
    const settled = running
    if (!settled) return
    running = null
    clearTimeout(settled.timer)
    worker.unref()
    finish(settled)
  }
  const end = (...why: ConstructorParameters<typeof EndedThreadError>) => {
    alive = false
    settle(({ reject }) => reject(new EndedThreadError(...why)))
    return worker.terminate()
  }

  worker.on('message', (done: Done) => settle(({ resolve }) => resolve(done)))
  worker.on('error', (error: NodeJS.ErrnoException) =>
    error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? end('memory') : end('crash', error.message),
  )
  worker.on('exit', (code) => end(code === outOfBuffers ? 'memory' : 'crash'))

  return {
    get alive() {
      return alive
    },
    run: (job) =>
      new Promise((resolve, reject) => {
        running = { resolve, reject, timer: setTimeout(end, options.seconds * 1_000, 'time') }
        worker.ref()
        worker.postMessage(job)
      }),
    close: async () => {
      await end('closed')
    },
  }
}
