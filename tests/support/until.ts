import { setTimeout as pause } from 'node:timers/promises'

const patience = 60_000

/**
 * Waits until something else has come into a state that it tells of in no other way, and fails with what was seen last when
 * that takes a minute, which nothing here does however busy the machine is.
 *
 * @param look what is to be seen now.
 */
export async function until<Seen>(look: () => Promise<Seen>, isThere: (seen: Seen) => boolean): Promise<Seen> {
  for (const end = performance.now() + patience; ; await pause(10)) {
    const seen = await look()
    if (isThere(seen)) return seen
    if (performance.now() > end) throw new Error(`It never came; seen last: ${JSON.stringify(seen)}`)
  }
}
