import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

export type Resolution = 'bundler' | 'nodenext'

/** How a careful user compiles: strictly, the declarations of libraries too, with no types but the SDK's. */
export const compilerOptions = (resolution: Resolution) => ({
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: false,
  target: 'es2022',
  module: resolution === 'bundler' ? 'esnext' : 'nodenext',
  moduleResolution: resolution,
  types: [],
})

/** An empty project with nothing in it but the SDK, installed from its tarball. */
export interface ConsumerProject {
  folder: string
  /** The size of the tarball, in bytes. */
  tarballSize: number
  /** The folder of the package as it was installed. */
  installed: string
  write(file: string, text: string): void
  /** What the compiler has to say about all TypeScript in the project's own folder; nothing when it is right. */
  compile(resolution: Resolution, ...options: string[]): string
  /** Compiles a folder of the project, which has settings of its own. @throws what the compiler has to say. */
  check(folder: string): void
  remove(): void
}

/** Builds the SDK unless `npm test` just has, packs it, and installs the tarball, without any network, into a folder of its own. */
export function consumerProject(): ConsumerProject {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-consumer-'))
  const run = (command: string, args: string[], cwd: string) => execFileSync(command, args, { cwd, stdio: 'pipe' })
  const write = (file: string, text: string) => writeFileSync(join(folder, file), text)

  if (!process.env.TEST_SDK_IS_BUILT)
    run(process.execPath, [join(root, 'node_modules/tsdown/dist/run.mjs')], join(root, 'sdk'))
  mkdirSync(join(folder, 'packed'))
  run('npm', ['pack', '--pack-destination', join(folder, 'packed')], join(root, 'sdk'))
  const [tarball = ''] = readdirSync(join(folder, 'packed'))
  write('package.json', '{ "name": "consumer", "private": true, "type": "module" }')
  run('npm', ['install', '--offline', '--no-audit', '--no-fund', '--ignore-scripts', `./packed/${tarball}`], folder)

  return {
    folder,
    tarballSize: statSync(join(folder, 'packed', tarball)).size,
    installed: join(folder, 'node_modules/@rapporteur/sdk'),
    write,
    compile: (resolution, ...options) => {
      write(
        'tsconfig.json',
        JSON.stringify({ compilerOptions: compilerOptions(resolution), include: ['*.ts', '*.cts'] }),
      )
      try {
        run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', '.', ...options], folder)
        return ''
      } catch (error) {
        return String((error as { stdout?: Buffer }).stdout ?? error)
      }
    },
    check: (name) => {
      const tsc = join(root, 'node_modules/typescript/bin/tsc')
      const types = join(root, 'node_modules/@types')
      run(process.execPath, [tsc, '-p', name, '--typeRoots', types, '--skipLibCheck'], folder)
    },
    remove: () => rmSync(folder, { recursive: true }),
  }
}
