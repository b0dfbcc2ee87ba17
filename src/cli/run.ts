import { ReportedError } from '../database/reported-error.js'
import { type Command, mistake } from './command.js'
import { settingsHelp } from './settings-help.js'
import { version } from './version.js'

/** Each loads what it needs only when it is called. */
const commands: Record<string, () => Promise<Command>> = {
  serve: async () => (await import('./serve.js')).serve,
  ingest: async () => (await import('./ingest.js')).ingest,
  export: async () => (await import('./export.js')).exportCommand,
  migrate: async () => (await import('./migrate.js')).migrate,
  key: async () => (await import('./key.js')).key,
  merge: async () => (await import('./acts.js')).mergeCommand,
  undo: async () => (await import('./acts.js')).undoCommand,
  rename: async () => (await import('./acts.js')).renameCommand,
  retract: async () => (await import('./acts.js')).retractCommand,
  restore: async () => (await import('./acts.js')).restoreCommand,
  erase: async () => (await import('./acts.js')).eraseCommand,
  evaluate: async () => (await import('./evaluate.js')).evaluate,
}

/** Runs the command line and gives its exit status: 0, 1 for a failure, 2 for a mistake in the call. */
export async function run([name, ...argv]: string[]): Promise<number> {
  try {
    if (name === undefined || name === '--help' || name === '-h' || name === 'help') return await print(await help())
    if (name === '--version' || name === '-v') return await print(await version())
    const load = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (!load) throw mistake(`There is no ${name.startsWith('-') ? 'flag' : 'command'} ${name}.`, '')
    const command = await load()
    if (argv.includes('--help') || argv.includes('-h')) return await print(command.help)
    return await command.run(argv)
  } catch (error) {
    if (!(error instanceof ReportedError)) throw error
    process.stderr.write(`${error.message}\n`)
    return error.exitCode
  }
}

async function print(text: string): Promise<number> {
  process.stdout.write(`${text}\n`)
  return 0
}

async function help(): Promise<string> {
  const loaded = await Promise.all(Object.values(commands).map((load) => load()))
  const lines = loaded.map(({ name, summary }) => `  ${name.padEnd(9)}${summary}`)
  return `Usage: rapporteur COMMAND

${lines.join('\n')}

  --help     this; after a command, what that command takes
  --version  the version

Environment:
${settingsHelp()}`
}
