import { setTimeout as pause } from 'node:timers/promises'
import { afterAll } from 'vitest'

interface Disposable {
  dispose(): Promise<void>
}

const shared = globalThis as { toDispose?: Disposable[] }

/** Closes what a test file opens when the file is done: the files of a worker share its connections to the database. */
export function disposeLater(opened: Disposable): void {
  shared.toDispose ??= []
  shared.toDispose.push(opened)
}

afterAll(async () => {
  const opened = (shared.toDispose ?? []).splice(0)
  // What a test broke on purpose may not close; the end of the process closes it.
  await Promise.race([Promise.allSettled(opened.map((one) => one.dispose())), pause(5_000)])
})
