/** Distributes wake-ups to waiting subscribers. They are counted, so that one between reading and waiting is not missed. */
export interface Wakes {
  /** Adds a subscriber, and returns a function that removes it. Listens as long as there is any subscriber. */
  join(): () => void
  count(): number
  /** Resolves once the count has passed `seen`, or the signal is aborted. */
  after(seen: number, signal: AbortSignal): Promise<void>
}

/** @param listen starts listening and returns a function that stops it */
export function wakesOf(listen: (wake: () => void) => () => Promise<void>): Wakes {
  const waiting = new Set<() => void>()
  let count = 0
  let joined = 0
  let unlisten: (() => Promise<void>) | undefined

  const wake = () => {
    count++
    for (const resolve of [...waiting]) resolve()
  }
  const join = () => {
    if (joined++ === 0) unlisten = listen(wake)
    let inside = true
    return () => {
      if (!inside) return
      inside = false
      if (--joined === 0) void unlisten?.()
    }
  }
  const after = (seen: number, signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      if (count !== seen || signal.aborted) return resolve()
      const done = () => {
        waiting.delete(done)
        signal.removeEventListener('abort', done)
        resolve()
      }
      waiting.add(done)
      signal.addEventListener('abort', done)
    })
  return { join, count: () => count, after }
}
