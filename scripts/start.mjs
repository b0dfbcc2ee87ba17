// `npm start`: prepares the clone if necessary, then serves in this process. Uses only Node's built-ins.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { install, prepare, root } from './build.mjs'

await install()
const cluster = isFirstStart() ? makeCluster() : undefined
await prepare()
await cluster
process.argv = [process.argv[0], 'rapporteur', 'serve', ...process.argv.slice(2)]
await import(new URL('../dist/cli.js', import.meta.url).href)

function isFirstStart() {
  return (
    !existsSync(join(root, 'src/generated')) && !process.env.DATABASE_URL && !existsSync(join(dataDir(), 'database'))
  )
}

/** The folder the server is likely to use. If it uses another, the prepared database is merely unused. */
function dataDir() {
  const flag = process.argv.indexOf('--data-dir')
  return (flag > 0 && process.argv[flag + 1]) || process.env.RAPPORTEUR_DATA_DIR || '.rapporteur'
}

/** Creates the embedded database while the Prisma client is generated; each takes seconds, so they run in parallel. */
async function makeCluster() {
  const { build } = await import('esbuild')
  const script = join(root, 'node_modules/.cache/rapporteur/make-cluster.mjs')
  await build({
    entryPoints: [join(root, 'scripts/make-cluster.ts')],
    outfile: script,
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
  })
  const child = spawn(process.execPath, [script, dataDir()], { stdio: 'ignore' })
  await new Promise((resolve) => child.on('close', resolve)) // the server will find and report any failure
}
