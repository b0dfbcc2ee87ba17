import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { commandHere } from '../support/command-here.js'
import { type Archive, programInPlaces } from '../support/program.js'

const minutes = `# Harbour board

Date: 2021-03-04

Present: Ada Moss, A. Mossberg, Bo Lind

## Dredging

Ada Moss: The basin is full.

A. Mossberg: It was dredged last year.

Bo Lind: It was not.
`

const at = programInPlaces()
let cwd: string
let env: Record<string, string>

const run = (...args: string[]) => commandHere(args, { cwd, env })
const reason = ['--reason', 'So it is.']

describe("a curator's acts on the command line", () => {
  let loaded: Archive
  beforeAll(async () => {
    loaded = await at.places.archive()
    cwd = loaded.cwd
    env = loaded.env
    writeFileSync(join(cwd, 'harbour.md'), minutes)
    const { documents } = JSON.parse((await run('ingest', 'harbour.md', '--json')).stdout) as {
      documents: { status: string }[]
    }
    expect(documents).toMatchObject([{ status: 'created', meeting: { slug: 'harbour-board-2021-03-04' } }])
  })
  beforeEach(async () => {
    const archive = await at.places.copy(loaded)
    cwd = archive.cwd
    env = archive.env
  })

  it('merge, undo and rename by slugs', async () => {
    const merge = await run('merge', 'people', 'a-mossberg', '--into', 'ada-moss', ...reason)
    expect(merge).toMatchObject({ status: 0, stderr: '' })
    expect(await run('merge', 'people', 'bo-lind', '--into', 'bo-lind', ...reason)).toMatchObject({ status: 1 })
    expect(await run('undo', merge.stdout.trim(), ...reason)).toMatchObject({ status: 0, stdout: 'Undone.\n' })
    expect(await run('undo', merge.stdout.trim(), ...reason)).toEqual({
      status: 1,
      stdout: '',
      stderr: 'This merge was already undone by command line.\n',
    })
    expect(await run('rename', 'bo-lind', 'Bo Lindqvist', ...reason)).toMatchObject({
      status: 0,
      stdout: 'Renamed bo-lind to Bo Lindqvist.\n',
    })
  })

  it('retract, restore and erase', async () => {
    expect(await run('retract', 'harbour-board-2021-03-04', ...reason)).toMatchObject({ status: 0 })
    expect((await run('ingest', 'harbour.md')).stderr).toContain('was retracted')
    expect(await run('restore', 'harbour-board-2021-03-04', ...reason)).toMatchObject({ status: 0 })
    expect(await run('erase', 'bo-lind', ...reason)).toMatchObject({ status: 0, stdout: 'Erased.\n' })
    expect(await run('erase', 'bo-lind', ...reason)).toMatchObject({
      status: 1,
      stderr: 'There is no person "bo-lind".\n',
    })
  })
})

describe('a mistake in how an act is asked for', () => {
  beforeEach(() => {
    cwd = at.places.empty()
    env = {}
  })

  it.each([
    [['merge', 'people', 'a', '--into', 'b'], '--reason'],
    [['merge', 'cats', 'a', '--into', 'b', ...reason], 'Allowed choices are people, organizations, themes.'],
    [['merge', 'people', 'a', ...reason], '--into'],
    [['rename', 'bo-lind', ...reason], 'quotation marks'],
    [['undo', ...reason], 'the id of the merge or correction'],
    [['erase', 'a', 'b', ...reason], 'Too many arguments'],
  ])('is named: %s', async (args, message) => {
    const { status, stderr } = await run(...args)
    expect([status, stderr]).toEqual([2, expect.stringContaining(message)])
  })
})
