import { EndedThreadError, type JobThread } from './job-thread.js'

/** Threads that share jobs. */
export interface JobPool<Job, Done> {
  /** Does a job in the first thread that is free. @throws EndedThreadError */
  run(job: Job): Promise<Done>
  /** Ends all threads, and what they do. Needed only where something may be under way: idle threads keep no process alive. */
  close(): Promise<void>
}

/**
 * At most so many threads; each is started when there is a job for it, and another in its place when it has ended. By hand, for a
 * refused file is told whether it took too much time, memory or buffers, which pools like tinypool do not tell apart.
 */
export const openJobPool = <Job, Done>(threads: number, start: () => JobThread<Job, Done>): JobPool<Job, Done> => {
  const idle: JobThread<Job, Done>[] = []
  const all = new Set<JobThread<Job, Done>>()
  const waiting: (() => void)[] = []
  let busy = 0
  let closed = false

  const freeThread = (): JobThread<Job, Done> => {
    if (closed) throw new EndedThreadError('closed')
    let thread = idle.pop()
    while (thread && !thread.alive) thread = idle.pop()
    thread ??= start()
    all.add(thread)
    return thread
  }
  /** Whoever waits takes the place of the job that ended; the count stays. */
  const leave = () => {
    const next = waiting.shift()
    if (next) next()
    else busy--
  }

  return {
    async run(job) {
      if (busy >= threads) await new Promise<void>((resolve) => waiting.push(resolve))
      else busy++
      try {
        const thread = freeThread()
        try {
          return await thread.run(job)
        } finally {
          if (thread.alive) idle.push(thread)
          else all.delete(thread)
        }
      } finally {
        leave()
      }
    },
    async close() {
      closed = true
      await Promise.all(Array.from(all, (thread) => thread.close()))
    },
  }
}
