import { type ParseArgsConfig, parseArgs } from 'node:util'
import { ReportedError } from '../database/reported-error.js'

/** One command of the command line. */
export interface Command {
  readonly name: string
  /** In the list of commands. */
  readonly summary: string
  /** What `--help` prints. */
  readonly help: string
  /** Calls that one would make, printed below it. */
  readonly examples: readonly string[]
  /** @returns the exit status. */
  run(argv: string[]): Promise<number>
}

type Options = NonNullable<ParseArgsConfig['options']>

/** The flags and the rest of a command's arguments. @throws ReportedError that names a flag that it does not have. */
export function parseArguments<Given extends Options>(command: string, argv: string[], options: Given) {
  try {
    return parseArgs({ args: argv, options, allowPositionals: true, strict: true })
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const [sentence = ''] = error.message.split('. ')
    throw mistake(`${sentence.replace(/\.$/, '')}.`, command)
  }
}

/** A mistake in how a command was called. */
export const mistake = (message: string, command: string): ReportedError =>
  new ReportedError(`${message} See \`rapporteur ${command}${command ? ' ' : ''}--help\`.`, {
    exitCode: 2,
  })
