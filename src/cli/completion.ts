import { Argument } from '@commander-js/extra-typings'
import { type Command, command } from './command.js'

/** The words a shell can complete for one command. */
interface CompletableCommand {
  name: string
  summary: string
  /** With their dashes, as in its help. */
  flags: string[]
}

// By hand, for it is static: what libraries complete by asks the program at each press of the key, which starts it anew.
const shells = {
  bash,
  zsh: (commands: readonly CompletableCommand[]) => `autoload -U +X bashcompinit && bashcompinit\n${bash(commands)}`,
  fish,
}

const shell = new Argument('<shell>', 'bash, zsh or fish').choices(['bash', 'zsh', 'fish'])

/** The command that prints a shell's completion script for all other commands. */
export const completionCommand = (others: () => Promise<Command[]>): Command =>
  command(
    {
      name: 'completion',
      summary: 'prints a completion script for your shell',
      examples: [
        'eval "$(rapporteur completion bash)"   # in ~/.bashrc; zsh in ~/.zshrc',
        'rapporteur completion fish > ~/.config/fish/completions/rapporteur.fish',
      ],
    },
    (its) => its.addArgument(shell),
    async ({ args: [name] }) => {
      const commands = (await others()).map((each) => completable(each.declared()))
      process.stdout.write(shells[name](commands))
      return 0
    },
  )

const completable = (declared: ReturnType<Command['declared']>): CompletableCommand => ({
  name: declared.name(),
  summary: declared.summary(),
  flags: [...declared.options.flatMap(({ long }) => long ?? []), '--help'],
})

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
