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
