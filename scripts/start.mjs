// `npm start`: sets a clone up where it has to, then serves, in this same process. Only Node's built-ins here.
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

/** As the server will read it; where it reads another, this was for nothing and does no harm. */
function dataDir() {
  const flag = process.argv.indexOf('--data-dir')
  return (flag > 0 && process.argv[flag + 1]) || process.env.RAPPORTEUR_DATA_DIR || '.rapporteur'
}

/** Makes the files of the embedded database while the client is generated: each takes seconds, and there are two cores. */
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
  await new Promise((resolve) => child.on('close', resolve)) // whatever went wrong, the server finds and reports
}
