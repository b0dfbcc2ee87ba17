const HOUR_MS = 3_600_000

/**
 * Does work now and then every hour. A failure is reported, and it is tried again an hour later. Several servers of one archive may
 * do this at once.
 *
 * @returns a function that stops it
 */
export function hourly(work: () => Promise<void>, failed: (error: unknown) => void): () => Promise<void> {
  let running: Promise<void> = Promise.resolve()
  const start = () => {
    running = work().catch(failed)
  }
  start()
  const timer = setInterval(start, HOUR_MS).unref()
  return () => {
    clearInterval(timer)
    return running
  }
}
