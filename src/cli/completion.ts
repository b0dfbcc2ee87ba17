import { type Command, mistake, parseArguments } from './command.js'

/** What can be completed of one command. */
interface Completed {
  name: string
  summary: string
  /** With their dashes, as its help has them. */
  flags: string[]
}

const shells: Record<string, (commands: readonly Completed[]) => string> = {
  bash,
  zsh: (commands) => `autoload -U +X bashcompinit && bashcompinit\n${bash(commands)}`,
  fish,
}

/** The command that prints what a shell needs to complete the others. */
export const completionCommand = (others: () => Promise<Command[]>): Command => ({
  name: 'completion',
  summary: 'prints what a shell needs to complete commands and flags',
  help: `Usage: rapporteur completion bash|zsh|fish`,
  examples: [
    'eval "$(rapporteur completion bash)"   # in ~/.bashrc; zsh in ~/.zshrc',
    'rapporteur completion fish > ~/.config/fish/completions/rapporteur.fish',
  ],
  async run(argv) {
    const { positionals } = parseArguments('completion', argv, {})
    const [name = '', more] = positionals
    const script = Object.hasOwn(shells, name) && more === undefined ? shells[name] : undefined
    if (!script) throw mistake('Say bash, zsh or fish.', 'completion')
    const commands = (await others()).map(({ name, summary, help }) => ({ name, summary, flags: flagsOf(help) }))
    process.stdout.write(script(commands))
    return 0
  },
})

const flagsOf = (help: string): string[] => [...new Set([...(help.match(/--[a-z][a-z-]*/g) ?? []), '--help'])]

function bash(commands: readonly Completed[]): string {
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

function fish(commands: readonly Completed[]): string {
  const quoted = (text: string) => `'${text.replaceAll("'", "\\'")}'`
  const lines = commands.flatMap(({ name, summary, flags }) => [
    `complete -c rapporteur -n __fish_use_subcommand -a ${name} -d ${quoted(summary)}`,
    ...flags.map((flag) => `complete -c rapporteur -n '__fish_seen_subcommand_from ${name}' -l ${flag.slice(2)}`),
  ])
  return `${lines.join('\n')}\n`
}
