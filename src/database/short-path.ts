import { createHash } from 'node:crypto'
import { mkdtemp, realpath, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * A path to a socket in `folder` that the system takes. A socket's path may be 103 bytes long, a folder's much longer; so it
 * goes through a link in a private folder of its own, and the socket still lies in `folder`. Windows has named pipes instead.
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
