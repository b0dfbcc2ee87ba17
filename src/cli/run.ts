import { inspect } from 'node:util'
import { failureInWords } from '../database/failure.js'
import { ReportedError } from '../database/reported-error.js'
import { type Command, usageError } from './command.js'
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
  const [name, ...rest] = withCommand(given)
  const argv = rest.filter((argument) => argument !== verbose)
  try {
    if (name === '--help' || name === '-h' || name === 'help') return await print(await help())
    if (name === '--version' || name === '-v') return await print(await version())
    const load = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (!load) throw usageError(`There is no command ${name}.`, '')
    const command = await load()
    if (argv.includes('--help') || argv.includes('-h')) return await print(helpOf(command))
    return await command.run(argv, rest.includes(verbose))
  } catch (error) {
    process.stderr.write(`${errorText(error, rest.includes(verbose))}\n`)
    return error instanceof ReportedError ? error.exitCode : 1
  }
}

const verbose = '--verbose'

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
  return `Something unexpected happened: ${line} (${verbose} shows the details.)`
}

const helpOf = ({ help, examples }: Command): string =>
  `${help}${help.includes(verbose) ? '' : `\n  ${verbose}          shows an error in full`}\n\nFor example:\n${examples.map((example) => `  ${example}`).join('\n')}`

async function print(text: string): Promise<number> {
  process.stdout.write(`${text}\n`)
  return 0
}

async function help(): Promise<string> {
  const loaded = await everyCommand()
  const lines = loaded.map(({ name, summary }) => `  ${name.padEnd(11)}${summary}`)
  return `Usage: rapporteur [COMMAND]

${lines.join('\n')}

Without a command it serves.

  --help     shows this help; after a command, the help of that command with examples
  --verbose  after a command, shows an error in full
  --version  shows the version

Environment:
${settingsHelp()}`
}
