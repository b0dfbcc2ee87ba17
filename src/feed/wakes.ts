/** Wakes whoever waits. They are counted, so that one between a look and the wait for the next is not missed. */
export interface Wakes {
  /** Listens for as long as anybody has joined. Gives what takes the caller out again. */
  join(): () => void
  count(): number
  /** Resolves once the count is beyond `seen`, or the signal is aborted. */
  after(seen: number, signal: AbortSignal): Promise<void>
}

/** @param listen begins to listen, and gives what ends it. */
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
