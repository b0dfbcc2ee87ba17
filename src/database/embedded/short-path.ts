import { createHash } from 'node:crypto'
import { mkdtemp, realpath, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * A short path to a socket in `folder`. Socket paths are limited to about 103 bytes, folder paths are not, so the path leads
 * through a symbolic link in a private temporary folder; the socket itself is in `folder`. On Windows it is a named pipe.
 */
export async function shortPath(folder: string, name: string): Promise<{ path: string; remove(): Promise<void> }> {
  const real = await realpath(folder)
  if (process.platform === 'win32') {
    const key = createHash('sha256').update(real).digest('hex').slice(0, 32)
    return { path: `\\\\.\\pipe\\rapporteur-${name}-${key}`, remove: async () => {} }
  }
  const own = await mkdtemp(join(tmpdir(), 'rapporteur-'))
  await symlink(real, join(own, 'f'), 'dir')
  return { path: join(own, 'f', name), remove: () => rm(own, { recursive: true, force: true }) }
}
