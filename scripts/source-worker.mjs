// Runs a worker thread of the TypeScript sources, in development and in tests; the published package starts its own scripts. They
// are bundled with their packages when one of them has changed: loaded file by file, a thread takes four times as long to start.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { threadId, workerData } from 'node:worker_threads'

const root = fileURLToPath(new URL('..', import.meta.url))
// The compiled name is given, as everywhere in the sources.
const source = fileURLToPath(workerData.script).replace(/\.js$/, '.ts')
const folder = join(root, 'node_modules/.cache/rapporteur/workers')
const name = `${basename(source)}-${createHash('sha256').update(source).digest('hex').slice(0, 12)}`
const bundle = join(folder, `${name}.mjs`)

if (!isUpToDate()) await make()
await import(pathToFileURL(bundle).href)

function isUpToDate() {
  try {
    const { mtimeMs } = statSync(bundle)
    const inputs = JSON.parse(readFileSync(`${bundle}.inputs`, 'utf8'))
    return inputs.every((file) => statSync(file).mtimeMs < mtimeMs)
  } catch {
    return false // not made yet, or of files that are gone
  }
}

async function make() {
  const { build } = await import('esbuild')
  const unfinished = `${bundle}.${process.pid}-${threadId}`
  mkdirSync(folder, { recursive: true })
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [source],
    outfile: unfinished,
    bundle: true,
    metafile: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    // Every Node that is supported knows them; esbuild would write /\p{L}/u as new RegExp, made anew on each call.
    supported: { 'regexp-unicode-property-escapes': true },
    // For packages in CommonJS.
    banner: {
      js: "import { createRequire as requiring } from 'node:module'; const require = requiring(import.meta.url);",
    },
    logLevel: 'error',
  })
  const inputs = Object.keys(metafile.inputs).map((file) => resolve(root, file))
  writeFileSync(`${unfinished}.inputs`, JSON.stringify(inputs))
  renameSync(`${unfinished}.inputs`, `${bundle}.inputs`)
  renameSync(unfinished, bundle)
}
