import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { lockFolder } from '../../src/database/embedded/lock.js'
import { askOwner } from '../../src/database/embedded/owner.js'

/** Nothing runs in this process for so many milliseconds, as on a machine that has too much to do. */
const standStill = (milliseconds: number) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)

// The time to answer was over before its answer was looked at: a living owner was taken for dead, and its lock away.
it('an owner is known by whoever asks and stands still meanwhile', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-still-'))
  const lock = await lockFolder(folder, null)
  const onceAsked = () => process.nextTick(standStill, 700)
  subscribe('net.client.socket', onceAsked)
  try {
    expect((await askOwner(folder))?.pid).toBe(process.pid)
  } finally {
    unsubscribe('net.client.socket', onceAsked)
    await lock.release()
    rmSync(folder, { recursive: true })
  }
})
