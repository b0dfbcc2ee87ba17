import { type ParseArgsConfig, parseArgs } from 'node:util'
import { ReportedError } from '../database/reported-error.js'

/** One command of `rapporteur`. */
export interface Command {
  readonly name: string
  /** Shown in the list of commands. */
  readonly summary: string
  /** Printed by `--help`. */
  readonly help: string
  /** Typical calls, printed below the help. */
  readonly examples: readonly string[]
  /**
   * @param verbose whether `--verbose` was given, which is not among the arguments
   * @returns the exit status
   */
  run(argv: string[], verbose?: boolean): Promise<number>
}

type Options = NonNullable<ParseArgsConfig['options']>

/** Parses a command's flags and positional arguments. @throws ReportedError that names an unknown flag */
export function parseArguments<Given extends Options>(command: string, argv: string[], options: Given) {
  try {
    return parseArgs({ args: argv, options, allowPositionals: true, strict: true })
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const [sentence = ''] = error.message.split('. ')
    throw usageError(`${sentence.replace(/\.$/, '')}.`, command)
  }
}

/** A command was called wrongly: exit status 2, and a pointer to its help. An empty `command` means the program's own help. */
export const usageError = (message: string, command: string): ReportedError =>
  new ReportedError(`${message} See \`rapporteur ${command}${command ? ' ' : ''}--help\`.`, {
    exitCode: 2,
  })
