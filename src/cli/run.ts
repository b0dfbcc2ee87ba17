import { inspect } from 'node:util'
import { Command as Declared } from '@commander-js/extra-typings'
import { failureInWords } from '../database/failure.js'
import { ReportedError } from '../database/reported-error.js'
import { type Command, HelpShown, usageError } from './command.js'
import { settingsHelp } from './settings-help.js'
import { version } from './version.js'

/** Loaded on demand, so that each call loads only the modules it needs. */
const commands: Record<string, () => Promise<Command>> = {
  serve: async () => (await import('./serve.js')).serve,
  ingest: async () => (await import('./ingest.js')).ingest,
  annotate: async () => (await import('./annotate.js')).annotate,
  export: async () => (await import('./export.js')).exportCommand,
  migrate: async () => (await import('./migrate.js')).migrate,
  key: async () => (await import('./key.js')).key,
  reading: async () => (await import('./reading.js')).readingCommand,
  corrections: async () => (await import('./corrections.js')).correctionsCommand,
  merge: async () => (await import('./acts.js')).mergeCommand,
  merges: async () => (await import('./merges.js')).mergesCommand,
  undo: async () => (await import('./acts.js')).undoCommand,
  rename: async () => (await import('./acts.js')).renameCommand,
  retract: async () => (await import('./acts.js')).retractCommand,
  restore: async () => (await import('./acts.js')).restoreCommand,
  erase: async () => (await import('./acts.js')).eraseCommand,
  evaluate: async () => (await import('./evaluate.js')).evaluate,
  completion: async () => (await import('./completion.js')).completionCommand(everyCommand),
}

const everyCommand = (): Promise<Command[]> => Promise.all(Object.values(commands).map((load) => load()))

/** Runs the command line and returns its exit status: 0 for success, 1 for a failure, 2 for wrong usage. */
export async function run(given: string[]): Promise<number> {
  const [name, ...argv] = withCommand(given)
  try {
    if (name === '--help' || name === '-h' || name === 'help') return await print(await help())
    if (name === '--version' || name === '-v') return await print(`${await version()}\n`)
    // Found here and not by the library, which would have every command loaded for its declaration.
    const load = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (!load) throw usageError(`There is no command ${name}.`, '')
    return await (await load()).run(argv)
  } catch (error) {
    if (error instanceof HelpShown) return 0
    process.stderr.write(`${errorText(error, argv.includes('--verbose'))}\n`)
    return error instanceof ReportedError ? error.exitCode : 1
  }
}

/** Without a command the program serves, with the given flags unless they are its own. */
function withCommand([name, ...rest]: string[]): [string, ...string[]] {
  if (name === undefined) return ['serve']
  const own = ['--help', '-h', '--version', '-v']
  return name.startsWith('-') && !own.includes(name) ? ['serve', name, ...rest] : [name, ...rest]
}

/** An error in one line, or in full. */
function errorText(error: unknown, inFull: boolean): string {
  if (inFull) return inspect(error)
  if (error instanceof ReportedError) return error.message
  const failure = failureInWords(error)
  if (failure !== undefined) return failure
  const [line = ''] = String(error).split('\n')
  return `Something unexpected happened: ${line} (--verbose shows the details.)`
}

async function print(text: string): Promise<number> {
  process.stdout.write(text)
  return 0
}

async function help(): Promise<string> {
  const program = new Declared('rapporteur')
    .usage('[command]')
    .description('Without a command it serves.')
    .version(await version(), '-v, --version', 'shows the version')
    .helpOption('-h, --help', 'shows this help; after a command, the help of that command with examples')
    .helpCommand(false)
    .configureHelp({ subcommandTerm: (command) => command.name() })
  for (const command of await everyCommand()) program.addCommand(command.declared())
  return `${program.helpInformation()}\nEnvironment:\n${settingsHelp()}\n`
}
