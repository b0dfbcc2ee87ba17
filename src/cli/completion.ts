import { type Command, parseArguments, usageError } from './command.js'

/** The words a shell can complete for one command. */
interface CompletableCommand {
  name: string
  summary: string
  /** With their dashes, as in its help. */
  flags: string[]
}

const shells: Record<string, (commands: readonly CompletableCommand[]) => string> = {
  bash,
  zsh: (commands) => `autoload -U +X bashcompinit && bashcompinit\n${bash(commands)}`,
  fish,
}

/** The command that prints a shell's completion script for all other commands. */
export const completionCommand = (others: () => Promise<Command[]>): Command => ({
  name: 'completion',
  summary: 'prints a completion script for your shell',
  help: `Usage: rapporteur completion bash|zsh|fish`,
  examples: [
    'eval "$(rapporteur completion bash)"   # in ~/.bashrc; zsh in ~/.zshrc',
    'rapporteur completion fish > ~/.config/fish/completions/rapporteur.fish',
  ],
  async run(argv) {
    const { positionals } = parseArguments('completion', argv, {})
    const [name = '', more] = positionals
    const script = Object.hasOwn(shells, name) && more === undefined ? shells[name] : undefined
    if (!script) throw usageError('Name a shell: bash, zsh or fish.', 'completion')
    const commands = (await others()).map(({ name, summary, help }) => ({ name, summary, flags: flagsOf(help) }))
    process.stdout.write(script(commands))
    return 0
  },
})

const flagsOf = (help: string): string[] => [
  ...new Set([...(help.match(/--[a-z][a-z-]*/g) ?? []), '--verbose', '--help']),
]

function bash(commands: readonly CompletableCommand[]): string {
  const cases = commands.map(({ name, flags }) => `    ${name}) words="${flags.join(' ')}" ;;`)
  return `_rapporteur() {
  local words
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
  esac
  [ "$COMP_CWORD" = 1 ] && words="${commands.map(({ name }) => name).join(' ')} --help --version"
  COMPREPLY=($(compgen -W "$words" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _rapporteur rapporteur
`
}

function fish(commands: readonly CompletableCommand[]): string {
  const quoted = (text: string) => `'${text.replaceAll("'", "\\'")}'`
  const lines = commands.flatMap(({ name, summary, flags }) => [
    `complete -c rapporteur -n __fish_use_subcommand -a ${name} -d ${quoted(summary)}`,
    ...flags.map((flag) => `complete -c rapporteur -n '__fish_seen_subcommand_from ${name}' -l ${flag.slice(2)}`),
  ])
  return `${lines.join('\n')}\n`
}
