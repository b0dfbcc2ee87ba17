import { randomUUID } from 'node:crypto'
import { chmod, open, rm, stat, writeFile } from 'node:fs/promises'
import { createServer, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { askOwner, type Owner, ownerFile } from './owner.js'
import { ReportedError } from './reported-error.js'
import { shortPath } from './short-path.js'

/**
 * PGlite lets two processes open one folder, and the last to write wins: rows vanish without an error. So the folder has an
 * owner: who listens on the socket `lock` in it. The system ends the listening with the process, however that dies, and a
 * process id, which in a container is 1 before and after, is never trusted.
 */
export interface FolderLock {
  release(): Promise<void>
}

export class DatabaseInUseError extends ReportedError {
  override readonly name = 'DatabaseInUseError'
  readonly owner: Owner

  constructor(folder: string, owner: Owner) {
    const at = owner.address ? ` (${owner.address})` : ''
    super(
      `The data folder ${folder} is in use by process ${owner.pid}${at}. Stop that process, name another folder with --data-dir or RAPPORTEUR_DATA_DIR, or set DATABASE_URL.`,
    )
    this.owner = owner
  }
}

/**
 * Makes this process the owner of the folder.
 *
 * Only who has made the file `lock.taking` may remove a dead socket and listen, so that of many that start at once, or find
 * the lock of a dead process, one goes on; the others see it answer and give up, within a second. Who listens asks itself
 * through the folder before it goes on, in case another took its place meanwhile.
 *
 * @param address where the server of this process listens, for those who ask; null when it is none.
 * @throws DatabaseInUseError when another process owns it.
 */
export async function lockFolder(folder: string, address: string | null): Promise<FolderLock> {
  for (;;) {
    const owner = await askOwner(folder)
    if (owner) throw new DatabaseInUseError(folder, owner)
    const taking = await startTaking(folder)
    if (!taking) {
      await pause(20)
      continue
    }
    try {
      const lock = await takeDeadLock(folder, { pid: process.pid, token: randomUUID(), address })
      if (lock) return lock
    } finally {
      await taking.end()
    }
  }
}

/** A process that died while it was taking the lock leaves the file; taking takes some milliseconds, on a busy machine seconds. */
const TAKING_IS_STALE_AFTER = 15_000

async function startTaking(folder: string): Promise<{ end(): Promise<void> } | undefined> {
  const file = join(folder, 'lock.taking')
  try {
    await (await open(file, 'wx', 0o600)).close()
    return { end: () => rm(file, { force: true }) }
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error
    const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: Date.now() }))
    // Of a time to come it is stale too: the clock was set back since.
    if (Math.abs(Date.now() - mtimeMs) > TAKING_IS_STALE_AFTER) await rm(file, { force: true })
    return undefined
  }
}

/** Undefined when another process owns the folder after all. */
async function takeDeadLock(folder: string, mine: Owner): Promise<FolderLock | undefined> {
  if (await askOwner(folder)) return undefined
  const socket = join(folder, 'lock')
  if (process.platform !== 'win32') await rm(socket, { force: true })
  const server = createServer((connection) => answer(connection, mine))
  if (!(await listen(server, folder))) return undefined
  const seen = await askOwner(folder)
  if (seen?.token !== mine.token) {
    server.close()
    return undefined
  }
  await writeFile(ownerFile(folder), JSON.stringify(mine), { mode: 0o600 })
  return {
    release: async () => {
      await rm(ownerFile(folder), { force: true })
      if (process.platform !== 'win32') await rm(socket, { force: true })
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function answer(connection: Socket, owner: Owner): void {
  connection.on('error', () => {}) // whoever asked has gone
  connection.end(JSON.stringify(owner))
}

/**
 * Listens in the folder; false when another does already. The name that was listened on is gone afterwards, or closing the
 * server would remove whatever stands there then, which may be the lock of the next owner.
 */
async function listen(server: Server, folder: string): Promise<boolean> {
  const short = await shortPath(folder, 'lock')
  try {
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(short.path, resolve))
    server.on('error', () => {}) // whoever could not ask takes the folder for one in use all the same; unheard, it would end the process
    if (process.platform !== 'win32') await chmod(short.path, 0o600)
    server.unref()
    return true
  } catch (error) {
    if (isCode(error, 'EADDRINUSE')) return false
    throw error
  } finally {
    await short.remove()
  }
}

const isCode = (error: unknown, code: string) => error instanceof Error && 'code' in error && error.code === code
