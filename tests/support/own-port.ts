import { once } from 'node:events'
import { createServer } from 'node:net'

let next = 10_000 + (process.pid % 1_000) * 20

/**
 * A free port of loopback that the system gives to nobody who asks for any: it can be left and taken again, as by a server that
 * starts anew. (Those that the system gives away begin at 32768.)
 */
export async function ownPort(): Promise<number> {
  for (;;) {
    const port = next++
    const probe = createServer().listen(port, '127.0.0.1')
    try {
      await once(probe, 'listening')
    } catch {
      continue // somebody has it
    }
    probe.close()
    await once(probe, 'close')
    return port
  }
}
