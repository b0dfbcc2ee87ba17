import { createHash } from 'node:crypto'
import { realpath, unlink } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * PGlite lets two processes open one directory, and the last to write wins: rows vanish without an error.
 * A listening socket is the lock: the system drops it when the process dies, even by SIGKILL, so it is never stale for long.
 */
export async function lockDirectory(dir: string): Promise<() => Promise<void>> {
  const key = createHash('sha256')
    .update(await realpath(dir))
    .digest('hex')
    .slice(0, 16)
  const path =
    process.platform === 'win32' ? `\\\\.\\pipe\\rapporteur-${key}` : join(tmpdir(), `rapporteur-${key}.sock`)
  for (let attempt = 0; attempt < 2; attempt++) {
    const server = createServer((socket) => socket.end(String(process.pid)))
    try {
      await new Promise<void>((resolve, reject) => server.once('error', reject).listen(path, resolve))
      server.unref()
      return () => new Promise((resolve) => server.close(() => resolve()))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
      const holder = await ask(path)
      if (holder)
        throw new Error(
          `The data directory ${dir} is in use by process ${holder}. Stop it, or set another directory, or set DATABASE_URL.`,
        )
      await unlink(path).catch(() => {})
    }
  }
  throw new Error(`Cannot lock ${dir}`)
}

const ask = (path: string) =>
  new Promise<string | undefined>((resolve) => {
    let text = ''
    connect(path)
      .on('error', () => resolve(undefined))
      .on('data', (d) => {
        text += d.toString()
      })
      .on('end', () => resolve(text))
  })
