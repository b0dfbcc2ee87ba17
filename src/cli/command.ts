import { CommanderError, Command as Declared, type OptionValues } from '@commander-js/extra-typings'
import { ReportedError } from '../database/reported-error.js'

/** One command of `rapporteur`. */
export interface Command {
  readonly name: string
  /** Its arguments and flags, from which it is parsed, its help is printed, and shells complete it. */
  declared(): Declared
  /**
   * @param argv what follows its name
   * @returns the exit status
   */
  run(argv: readonly string[]): Promise<number>
}

interface Described {
  readonly name: string
  /** Shown in the list of commands. */
  readonly summary: string
  /** What its help says between its usage and its flags. */
  readonly description?: string
  /** Typical calls, printed below the help. */
  readonly examples: readonly string[]
}

/** What a command was called with. */
interface Given<Arguments, Flags> {
  readonly args: Arguments
  readonly flags: Flags
}

/** The flag of every command that works on the archive. */
export const dataDir = [
  '--data-dir <folder>',
  'the folder of the embedded database (used when DATABASE_URL is not set) [.rapporteur]',
] as const

/**
 * Declares a command once: what is parsed, helped with and completed follows from it.
 *
 * @param takes adds the arguments and flags
 * @param run does it, and gives the exit status
 */
export function command<Arguments extends unknown[], Flags extends OptionValues>(
  { name, summary, description = '', examples }: Described,
  takes: (command: Declared) => Declared<Arguments, Flags>,
  run: (given: Given<Arguments, Flags>) => Promise<number>,
): Command {
  const declared = () => {
    const its = takes(new Declared(name).summary(summary).description(description))
    if (!its.options.some(({ long }) => long === '--verbose')) its.option('--verbose', 'shows an error in full')
    its.helpOption('-h, --help', 'shows this help')
    its.addHelpText('after', `\nFor example:\n${examples.map((example) => `  ${example}`).join('\n')}`)
    new Declared('rapporteur').addCommand(its) // which its usage names
    return its
  }
  return {
    name,
    declared: () => declared() as unknown as Declared,
    run: (argv) => {
      const its = parsed(declared(), argv)
      return run({ args: its.processedArgs, flags: its.opts() })
    },
  }
}

/** @throws ReportedError that names what is wrong with a call; HelpShown if help was asked for */
function parsed<Arguments extends unknown[], Flags extends OptionValues>(
  its: Declared<Arguments, Flags>,
  argv: readonly string[],
): Declared<Arguments, Flags> {
  try {
    return its
      .exitOverride()
      .configureOutput({ writeErr: () => {} })
      .parse(argv, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.code === 'commander.helpDisplayed') throw new HelpShown()
    throw usageError(sentenceOf(error, its), its.name())
  }
}

/** Help was asked for, and has been printed. */
export class HelpShown extends Error {}

/** What the library says of a mistake, in one sentence; of what is missing also what that is. */
function sentenceOf({ message, code }: CommanderError, { registeredArguments }: Pick<Declared, 'registeredArguments'>) {
  const said = message.replace(/^error: /, '').replace(/\n\(Did you mean (.+)\?\)$/, ', did you mean $1?')
  const missing = code === 'commander.missingArgument' && registeredArguments.find((each) => said.includes(each.name()))
  const sentence = `${said.charAt(0).toUpperCase()}${said.slice(1)}${missing ? `: ${missing.description}` : ''}`
  return /[.?]$/.test(sentence) ? sentence : `${sentence}.`
}

/** A command was called wrongly: exit status 2, and a pointer to its help. An empty `command` means the program's own help. */
export const usageError = (message: string, command: string): ReportedError =>
  new ReportedError(`${message} See \`rapporteur ${command}${command ? ' ' : ''}--help\`.`, {
    exitCode: 2,
  })
