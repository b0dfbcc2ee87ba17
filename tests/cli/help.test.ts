import { tmpdir } from 'node:os'
import { describe, expect, it } from 'vitest'
import { painter } from '../../src/cli/painter.js'
import { commandHere } from '../support/command-here.js'

const printed = (...argv: string[]) => commandHere(argv, { cwd: tmpdir() })

const names =
  'serve ingest export migrate key reading corrections merge undo rename retract restore erase evaluate completion'.split(
    ' ',
  )

describe('the command line', () => {
  it('lists its commands', async () => {
    const { status, stdout } = await printed('--help')
    expect(status).toBe(0)
    for (const name of names) expect(stdout).toMatch(new RegExp(`^  ${name} +[a-z]`, 'm'))
  })

  it.each(names)('says how %s is called, with an example', async (name) => {
    const { status, stdout } = await printed(name, '--help')
    expect(status).toBe(0)
    expect(stdout).toMatch(new RegExp(`^Usage: rapporteur ${name}`))
    expect(stdout).toMatch(new RegExp(`^For example:\\n  .*rapporteur ${name}`, 'm'))
  })

  it.each([
    [['ingest'], "Missing required argument 'path': a file, a folder, "],
    [['rename', 'bo-lind', '--reason', 'x'], "Missing required argument 'name': the new name, in quotation marks."],
    [['merge', 'people', 'a', '--reason', 'x'], "Required option '--into <slug>' not specified."],
    [['export', '--format', 'doc'], 'Allowed choices are json, ndjson, '],
    [['ingest', 'a.txt', '--series'], "Option '--series <name>' argument missing."],
    [['ingest', 'a.txt', '--dryrun'], "Unknown option '--dryrun', did you mean --dry-run?"],
    [['migrate', 'now'], "Too many arguments for 'migrate'."],
    [['completion', 'tcsh'], 'Allowed choices are bash, zsh, fish.'],
    [['key', 'create', '--scope', 'all'], 'Allowed choices are read, write, admin.'],
  ])('says in one line what is wrong with %j, and where its help is', async (argv, sentence) => {
    const { status, stdout, stderr } = await printed(...argv)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain(sentence)
    expect(stderr).toMatch(new RegExp(`^[^\\n]+ See \`rapporteur ${argv[0]} --help\`\\.\\n$`))
  })

  it('knows no other commands', async () => {
    expect(await printed('injest')).toMatchObject({
      status: 2,
      stderr: 'There is no command injest. See `rapporteur --help`.\n',
    })
  })

  it('serves where no command is given, with the flags that are', async () => {
    const { status, stderr } = await printed('--port', 'ship')
    expect([status, stderr]).toEqual([2, expect.stringMatching(/^--port takes a whole number/)])
  })

  it('tells errors in one line, and all of them when asked', async () => {
    const short = await printed('ingest')
    expect([short.status, short.stderr.trim().split('\n').length]).toEqual([2, 1])
    const long = await printed('ingest', '--verbose')
    expect([long.status, long.stderr.includes('    at ')]).toEqual([2, true])
  })

  it.each(['bash', 'zsh', 'fish'])('completes commands and their flags in %s', async (shell) => {
    const { status, stdout } = await printed('completion', shell)
    expect(status).toBe(0)
    for (const name of names) expect(stdout).toContain(name)
    expect(stdout).toMatch(shell === 'fish' ? /from ingest' -l dry-run/ : /ingest\) words="[^"]*--dry-run/)
    expect(stdout).toMatch(shell === 'fish' ? /from ingest' -l verbose/ : /ingest\) words="[^"]*--verbose/)
  })

  it('has colours on a terminal only, and not where NO_COLOR says so', () => {
    expect(painter({ isTTY: true }, {}).bold('a')).toBe('\u001b[1ma\u001b[0m')
    expect(painter({}, {}).bold('a')).toBe('a')
    expect(painter({ isTTY: true }, { NO_COLOR: '1' }).bold('a')).toBe('a')
  })
})
