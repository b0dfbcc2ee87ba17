// Prepares a clone to run: installs, generates and compiles whatever is missing or older than its sources.
// Types are only stripped here, which takes a second; `npm run check` checks them.
// `node scripts/build.mjs` always compiles. Uses only Node's built-ins until the packages are installed.
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { copyFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
const at = (path) => join(root, path)

/**
 * Runs a program and waits for it; programs of installed packages are found by name. Its output goes to stderr; with `quiet` only
 * if it fails.
 */
export async function run(command, args, { quiet = false, cwd = root } = {}) {
  const PATH = `${at('node_modules/.bin')}${delimiter}${process.env.PATH}`
  const shell = process.platform === 'win32' && command === 'npm'
  const output = quiet ? 'pipe' : 2
  const child = spawn(command, args, {
    cwd,
    stdio: ['ignore', output, output],
    shell,
    env: { ...process.env, PATH },
  })
  const said = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => said.push(part))
  const stop = (signal) => child.kill(signal)
  process.on('SIGTERM', stop)
  const status = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve))
  process.off('SIGTERM', stop)
  if (status === 0) return
  process.stderr.write(Buffer.concat(said))
  throw new Error(`${command} ${args.join(' ')} failed (${status}).`)
}

/** Installs what serving needs; `everything` also what tests, checks and the build of the packages do. */
export async function install({ everything = false } = {}) {
  const wanted = everything ? 'vitest' : '.package-lock.json'
  if (existsSync(at(`node_modules/${wanted}`))) return
  const what = everything ? 'all packages, those for development too' : 'the packages that the server needs'
  console.error(`Installing ${what}: half a minute on a quick line, some minutes on a slow one …`)
  // Without the warnings of packages for development that ask for a newer Node than their own parts need.
  await run('npm', ['ci', ...(everything ? [] : ['--omit=dev']), '--no-audit', '--no-fund', '--loglevel=error'])
}

const generated = 'src/generated/pothos.ts'

export async function generate() {
  if (isNewer(generated, ['prisma/schema.prisma', 'package-lock.json'])) return
  console.error('Generating the client of the database …')
  await run(process.execPath, [at('node_modules/prisma/build/index.js'), 'generate', '--no-hints'], { quiet: true })
}

const stamp = 'dist/.built'

export async function compile({ force = false } = {}) {
  if (!force && isNewer(stamp, ['src', 'reader/src', 'package-lock.json'])) return
  console.error('Compiling …')
  await compileFolder('reader/src', 'reader/dist')
  await compileFolder('src', 'dist')
  await writeFile(at(stamp), '')
}

export async function buildSdk() {
  const sources = ['sdk/src', 'sdk/package.json', 'sdk/standalone.ts', 'sdk/tsdown.config.ts', 'package-lock.json']
  if (!isNewer('sdk/dist/index.js', sources)) await run('npm', ['run', '--silent', 'build', '--workspace', 'sdk'])
}

/** Strips the types of every file of a folder. The old output stays in place until the new one is complete. */
async function compileFolder(from, to) {
  const { build } = await import('esbuild')
  const unfinished = at(`${to}.${process.pid}`)
  await build({
    absWorkingDir: root,
    entryPoints: filesBelow(from).filter((file) => file.endsWith('.ts')),
    outbase: from,
    outdir: unfinished,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    // Every Node that is supported knows them; esbuild would write /\p{L}/u as new RegExp, made anew on each call.
    supported: { 'regexp-unicode-property-escapes': true },
    sourcemap: 'linked',
    sourcesContent: false,
    logLevel: 'warning',
  })
  await rm(at(to), { recursive: true, force: true })
  await rename(unfinished, at(to))
}

/**
 * Packs an empty embedded database, which is unpacked wherever one is created: PGlite's initdb takes four times as long, and 500 MB
 * more of memory.
 */
export async function packDatabase() {
  const { version } = JSON.parse(await readFile(at('node_modules/@electric-sql/pglite/package.json'), 'utf8'))
  const packed = at(`node_modules/.cache/rapporteur/database-${version}.tar.gz`)
  if (!existsSync(packed)) {
    const { PGlite } = await import('@electric-sql/pglite')
    const pglite = await PGlite.create()
    const dump = await pglite.dumpDataDir('gzip')
    await pglite.close()
    await mkdir(dirname(packed), { recursive: true })
    await writeFile(`${packed}.${process.pid}`, dump.stream())
    await rename(`${packed}.${process.pid}`, packed)
  }
  await copyFile(packed, at('dist/database/embedded/packed-database.tar.gz'))
}

/** Does everything needed to run, skipping what is up to date; `needs` as for `install`. */
export async function prepare(needs) {
  await install(needs)
  await generate()
  await compile()
}

function isNewer(made, sources) {
  if (!existsSync(at(made))) return false
  const { mtimeMs } = statSync(at(made))
  return sources.flatMap(filesBelow).every((file) => statSync(at(file)).mtimeMs <= mtimeMs)
}

function filesBelow(path) {
  if (!statSync(at(path)).isDirectory()) return [path]
  return readdirSync(at(path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await install({ everything: true })
  await generate()
  await compile({ force: true })
  await packDatabase()
}
