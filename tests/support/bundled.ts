import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** A module of the sources as one script that plain Node starts quickly; its packages stay imports of this clone's. */
export async function bundled(source: string, folder: string): Promise<string> {
  const outfile = join(folder, 'bundled.mjs')
  await build({
    entryPoints: [source],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
    absWorkingDir: fileURLToPath(new URL('../../', import.meta.url)),
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  })
  return outfile
}
