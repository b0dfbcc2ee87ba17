import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { afterAll, beforeAll, inject } from 'vitest'
import { openDatabase } from '../../src/database/open-database.js'
import { copyOf, newDatabase } from './database.js'
import { packedDatabase } from './packed-database.js'

const root = fileURLToPath(new URL('../../', import.meta.url))

export interface Finished {
  status: number | null
  stdout: string
  stderr: string
}

export interface Running {
  /** Where it listens. */
  url: string
  pid: number
  /** What it has printed so far. */
  stdout: () => string
  /** Stops reading what it prints, as a pipe's reader does that has ended. */
  closeOutput: () => void
  signal: (signal: NodeJS.Signals) => void
  ended: Promise<Finished>
}

export interface RunOptions {
  cwd: string
  /** Settings; none of this process's own are handed on. */
  env?: Record<string, string> | undefined
  input?: string | undefined
}

/** Strips the types of every file of a folder. */
const compile = (from: string, outdir: string) =>
  build({
    absWorkingDir: root,
    entryPoints: readdirSync(join(root, from), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => join(from, file)),
    outbase: from,
    outdir,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
  })

/** The installed packages, with the reader as it was compiled beside the program. */
const linkPackages = (folder: string) => {
  mkdirSync(join(folder, '@rapporteur'), { recursive: true })
  for (const name of readdirSync(join(root, 'node_modules')))
    if (name !== '@rapporteur') symlinkSync(join(root, 'node_modules', name), join(folder, name))
  symlinkSync(join(folder, '../reader'), join(folder, '@rapporteur/reader'))
}

const shared = globalThis as { compiledProgram?: Promise<string> }

/** The folder of the program as users run it, compiled from the sources as they are now; once for all files of a worker. */
const compiled = async (): Promise<string> => {
  const folder = mkdtempSync(join(realpathSync(inject('folder')), 'program-'))
  await compile('src', join(folder, 'dist'))
  await compile('reader/src', join(folder, 'reader/dist'))
  for (const name of ['prisma', 'sample', 'package.json', 'schema.graphql', 'reader/package.json'])
    symlinkSync(join(root, name), join(folder, name))
  if (packedDatabase) symlinkSync(packedDatabase, join(folder, 'dist/database/embedded/packed-database.tar.gz'))
  linkPackages(join(folder, 'node_modules'))
  return folder
}

/** Starts the program's processes, and ends those that are left. */
export async function program() {
  shared.compiledProgram ??= compiled()
  const folder = await shared.compiledProgram
  const children: ChildProcess[] = []
  const launch = (args: readonly string[], { cwd, env, input }: RunOptions, through: readonly string[] = []) => {
    const [command = '', ...rest] = [...through, process.execPath, join(folder, 'dist/cli.js'), ...args]
    const child = spawn(command, rest, {
      cwd,
      env: { ...ownEnvironment(), ...env },
    })
    children.push(child)
    child.stdin.on('error', () => {}) // it ended without reading
    child.stdin.end(input ?? '')
    return { child, ...collected(child) }
  }
  return {
    run: (args: readonly string[], options: RunOptions): Promise<Finished> => launch(args, options).ended,
    /** Only the first line of its output is read, from a pipe; the status is the program's own. */
    runForOneLine: (args: readonly string[], options: RunOptions): Promise<Finished> =>
      launch(args, options, ['bash', '-c', '"$@" | head -n 1; exit $PIPESTATUS', 'bash']).ended,
    /** A command that is left running; `kill` is by SIGKILL, `interrupt` as by Ctrl+C. */
    start: (args: readonly string[], options: RunOptions) => {
      const { child, ended } = launch(args, options)
      return { ended, kill: () => child.kill('SIGKILL'), interrupt: () => child.kill('SIGINT') }
    },
    /** `rapporteur serve` on a free port, once it says where it listens. */
    serve: async (options: RunOptions, ...args: string[]): Promise<Running> => {
      const { child, stdout, ended, says } = launch(['serve', '--port', '0', ...args], options)
      const [, url = ''] = await says(/GraphiQL\s+(http:\S+)\/graphql/)
      return {
        url,
        pid: child.pid ?? 0,
        stdout,
        closeOutput: () => child.stdout.destroy(),
        ended,
        signal: (signal) => child.kill(signal),
      }
    },
    remove: async () => {
      for (const child of children) child.kill('SIGKILL')
      await Promise.all(children.map((child) => child.exitCode ?? child.signalCode ?? once(child, 'exit')))
    },
  }
}

export type Program = Awaited<ReturnType<typeof program>>

function collected(child: ChildProcess) {
  const text = { stdout: '', stderr: '' }
  child.stdout?.setEncoding('utf8').on('data', (part: string) => {
    text.stdout += part
  })
  child.stderr?.setEncoding('utf8').on('data', (part: string) => {
    text.stderr += part
  })
  const ended = once(child, 'close').then(([status]): Finished => ({ status: status as number | null, ...text }))
  /** Resolves when what was printed fits; fails when the process ends before that. */
  const says = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = () => {
        const found = pattern.exec(text.stdout)
        if (found) resolve(found)
      }
      child.stdout?.on('data', look)
      void ended.then(({ stderr }) => reject(new Error(`It ended and did not say ${pattern}: ${stderr}`)))
    })
  return { stdout: () => text.stdout, ended, says }
}

const settings = /^(RAPPORTEUR_|DATABASE_|TEST_|VITEST|NODE_OPTIONS$|HOST$|PORT$)/
export const ownEnvironment = () =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !settings.test(name)))

/** The program and places to run it in, for the tests of the file or the `describe` that asks; gone with them. */
export function programInPlaces(): { rapporteur: Program; places: Workplaces } {
  const made = {} as { rapporteur: Program; places: Workplaces }
  beforeAll(async () => {
    made.places = workplaces()
    made.rapporteur = await program()
    return async () => {
      await made.rapporteur.remove()
      made.places.remove()
    }
  })
  return made
}

/** Only the places, for tests that start no process. */
export function places(): Workplaces {
  const made = workplaces()
  afterAll(made.remove)
  return made
}

export interface Archive {
  cwd: string
  env: Record<string, string>
}

/** Working folders, each its own, with or without an empty migrated archive in them. */
export function workplaces() {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'rapporteur-work-')))
  let made = 0
  let base: Promise<string> | undefined
  return {
    empty: (): string => mkdtempSync(join(folder, `${++made}-`)),
    /** A folder whose embedded database is migrated and empty. */
    embedded: async (): Promise<string> => {
      base ??= migratedFolder(join(folder, 'base'))
      const cwd = mkdtempSync(join(folder, `${++made}-`))
      cpSync(await base, join(cwd, '.rapporteur'), { recursive: true })
      return cwd
    },
    /** An empty archive on the database of this run: a working folder, and settings to go with it. */
    async archive(): Promise<Archive> {
      if (inject('backend') === 'embedded') return { cwd: await this.embedded(), env: {} }
      const { url = '' } = await newDatabase()
      return { cwd: this.empty(), env: { DATABASE_URL: url } }
    },
    /** Another archive with the same contents as one that nobody has open. */
    async copy({ cwd, env }: Archive): Promise<Archive> {
      const copy = this.empty()
      cpSync(cwd, copy, { recursive: true })
      return { cwd: copy, env: env.DATABASE_URL ? { ...env, DATABASE_URL: await copyOf(env.DATABASE_URL) } : env }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

export type Workplaces = ReturnType<typeof workplaces>

async function migratedFolder(dataDir: string): Promise<string> {
  const { template } = await newDatabase()
  await (await openDatabase({ dataDir, template })).close()
  return dataDir
}
