import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ask } from '../../src/cli/ask.js'
import { openTarget } from '../../src/cli/target.js'
import { readSettings } from '../../src/settings/settings.js'
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

  it('list what was merged, with what undo takes', async () => {
    expect(await run('merges')).toMatchObject({ status: 0, stdout: '', stderr: 'There are no such merges.\n' })
    const id = (await run('merge', 'people', 'a-mossberg', '--into', 'ada-moss', ...reason)).stdout.trim()
    const { stdout } = await run('merges')
    expect(stdout).toMatch(`${id}  people: a-mossberg into ada-moss\n`)
    expect(stdout).toContain(' command line: So it is.\n')
    expect(await run('merges', '--kind', 'themes', '--all')).toMatchObject({ stdout: '' })
    await run('undo', id, '--reason', 'They are two.')
    expect(await run('merges')).toMatchObject({ stdout: '' })
    expect((await run('merges', '--undone')).stdout).toMatch(/undone .* command line: They are two\.\n$/)
    const [one] = (await run('merges', '--all', '--json')).stdout.split('\n')
    expect(JSON.parse(one ?? '')).toMatchObject({ id, kind: 'PERSON', undoneReason: 'They are two.' })
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

describe('corrections on the command line', () => {
  const slug = 'harbour-board-2021-03-04'
  beforeAll(async () => {
    const archive = await at.places.archive()
    cwd = archive.cwd
    env = archive.env
    writeFileSync(join(cwd, 'harbour.md'), minutes)
    await run('ingest', 'harbour.md')
  })

  /** Says that somebody else says the first remark. */
  const correct = async () => {
    const target = await openTarget(readSettings(env, { 'data-dir': join(cwd, '.rapporteur') }))
    try {
      const { meeting } = await ask(target, `{ meeting(slug: "${slug}") { remarks(first: 1) { nodes { id } } } }`, {})
      const [remark] = (meeting as { remarks: { nodes: { id: string }[] } }).remarks.nodes
      const corrections = [{ at: { remark: remark?.id }, speakers: [{ name: 'Bo Lind' }] }]
      const input = { meeting: slug, corrections, reason: 'As on the tape.' }
      await ask(target, 'mutation ($input: CorrectInput!) { correct(input: $input) { __typename } }', { input })
    } finally {
      if ('database' in target) await target.database.close()
    }
  }

  it('are listed with what undo takes, and undone', async () => {
    expect(await run('corrections', slug)).toMatchObject({ status: 0, stdout: '', stderr: 'Nothing is corrected.\n' })
    await correct()
    const { stdout } = await run('corrections', slug)
    expect(stdout).toContain(' is said by Bo Lind.\n')
    expect(stdout).toContain(' command line: As on the tape.\n')
    const [id = ''] = stdout.split(' ')
    expect(await run('undo', id, ...reason)).toMatchObject({ status: 0, stdout: 'Undone.\n' })
    expect(await run('corrections', slug)).toMatchObject({ stdout: '' })
    expect((await run('corrections', slug, '--all')).stdout).toContain('undone ')
    expect(await run('corrections', 'nothing')).toMatchObject({ status: 1, stderr: 'There is no meeting "nothing".\n' })
  })

  it('stand when the reading is printed, edited and given back', async () => {
    await correct()
    const { stdout } = await run('reading', slug)
    const lines = stdout.trim().split('\n')
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ proposal: 1, by: 'person' })
    writeFileSync(join(cwd, 'r.jsonl'), stdout.replace('"by":["p3"]', '"by":["p1"]').replace(/,"as":"Bo Lind"/, ''))
    expect(await run('ingest', 'harbour.md', '--proposal', 'r.jsonl')).toMatchObject({ status: 0 })
    expect((await run('corrections', slug)).stdout).toContain(' is said by Bo Lind.\n')
    expect((await run('reading', slug)).stdout).toContain('"by":"person"')
    expect(await run('reading', 'nothing')).toMatchObject({ status: 1 })
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
