import { randomUUID } from 'node:crypto'
import { chmod, open, rm, stat, writeFile } from 'node:fs/promises'
import { createServer, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { ReportedError } from '../reported-error.js'
import { askOwner, type Owner, ownerFile } from './owner.js'
import { shortPath } from './short-path.js'

/**
 * PGlite lets two processes open the same folder; the last writer wins and rows vanish without an error. The folder therefore
 * has an owner: the process that listens on the socket `lock` inside it. The operating system closes the socket however the
 * process dies. Process ids are not used for this: in a container they are 1 before and after a restart.
 */
export interface FolderLock {
  release(): Promise<void>
}

/** Another process has the data folder. */
export class DatabaseInUseError extends ReportedError {
  override readonly name = 'DatabaseInUseError'
  readonly owner: Owner

  constructor(folder: string, owner: Owner) {
    const at = owner.address ? ` (${owner.address})` : ''
    super(
      `The data folder ${folder} is in use by process ${owner.pid}${at}. Stop that process, choose another folder with --data-dir or RAPPORTEUR_DATA_DIR, or set DATABASE_URL.`,
    )
    this.owner = owner
  }
}

/**
 * Makes this process the owner of the folder.
 *
 * Only the process that created the file `lock.taking` may remove a dead socket and listen. Of many processes that start at
 * once, or find the lock of a dead process, one therefore wins; the others see it answer and give up within a second. The winner
 * connects to itself through the folder before it continues, in case another process has replaced its socket meanwhile.
 *
 * @param address the URL of this process's server, to tell other processes; null if it is not a server
 * @throws DatabaseInUseError if another process owns the folder
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

/** In milliseconds. A process that dies while taking the lock leaves `lock.taking`; taking it lasts seconds at the very most. */
const STALE_TAKING_MS = 15_000

async function startTaking(folder: string): Promise<{ end(): Promise<void> } | undefined> {
  const file = join(folder, 'lock.taking')
  try {
    await (await open(file, 'wx', 0o600)).close()
    return { end: () => rm(file, { force: true }) }
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error
    const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: Date.now() }))
    // A time in the future is stale too: the clock was set back.
    if (Math.abs(Date.now() - mtimeMs) > STALE_TAKING_MS) await rm(file, { force: true })
    return undefined
  }
}

/** Undefined if another process owns the folder after all. */
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
  connection.on('error', () => {}) // the asking process has gone
  connection.end(JSON.stringify(owner))
}

/**
 * Listens in the folder; false if another process already does. The short path is removed afterwards: closing the server deletes
 * the path it listened on, which by then may be the socket of the next owner.
 */
async function listen(server: Server, folder: string): Promise<boolean> {
  const short = await shortPath(folder, 'lock')
  try {
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(short.path, resolve))
    server.on('error', () => {}) // a failed accept does no harm, but without a listener it would end the process
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
