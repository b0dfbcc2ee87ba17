import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { commandHere } from '../support/command-here.js'
import { programInPlaces } from '../support/program.js'
import { delegates, facts, listOrg, listPerson, minutes, moreMinutes, officesSpeak, sitting } from './examples.js'

const at = programInPlaces()
let cwd: string
let env: Record<string, string>

const write = (name: string, text: string | object) => {
  mkdirSync(dirname(join(cwd, name)), { recursive: true })
  writeFileSync(join(cwd, name), typeof text === 'string' ? text : JSON.stringify(text))
}

interface Document {
  file: string
  status: string
  reason?: string
  error?: string
  format: string | null
  meeting: { slug: string } | null
  findings: { code: string }[]
  dryRun?: {
    heading: object
    names: { name: string; affiliations: object[] }[]
    said: { speaker: string | null; opening: string }[]
    difference: object | null
  }
}

const ingest = async (...args: string[]) => {
  const { stdout, stderr, status } = await commandHere(['ingest', ...args, '--json'], { cwd, env })
  expect(stderr).toBe('')
  return { status, documents: (JSON.parse(stdout) as { documents: Document[] }).documents }
}
const statuses = async (...args: string[]) =>
  (await ingest(...args)).documents.map(({ file, status, reason }) => [file, reason ?? status])
const namesIn = async (...args: string[]) =>
  (await ingest(...args, '--dry-run')).documents.map(({ dryRun }) => dryRun?.names.map(({ name }) => name) ?? [])

describe('a folder of records', () => {
  beforeEach(async () => {
    const archive = await at.places.archive()
    cwd = archive.cwd
    env = archive.env
  })

  it('is read with what stands beside it, and is unchanged until that changes', async () => {
    write('notes/rapporteur.json', facts)
    write('notes/2031/march.md', minutes)
    write('notes/2031/later.md', moreMinutes)
    const all = (status: string) => [
      [join('notes', '2031', 'later.md'), status],
      [join('notes', '2031', 'march.md'), status],
      [join('notes', 'rapporteur.json'), 'context'],
    ]
    expect(await statuses('notes')).toEqual(all('created'))
    expect(await statuses('notes')).toEqual(all('unchanged'))
    expect(await statuses('notes/2031/*.md')).toEqual(all('unchanged').slice(0, 2))
    write('notes/rapporteur.json', { ...facts, abbreviations: { AMS: 'Ann Sand' } })
    expect(await statuses('notes')).toEqual(all('updated'))
    expect(await statuses('notes')).toEqual(all('unchanged'))
  })

  it('takes the nearest rapporteur.json upward, and a flag before it', async () => {
    write('rapporteur.json', { format: 'plain' })
    write('notes/rapporteur.json', { abbreviations: { AMS: 'Ada Moss' } })
    write('notes/2031/march.md', minutes)
    write('march.md', minutes)
    expect(await namesIn('march.md', 'notes/2031/march.md')).toEqual([[], ['Ada Moss', 'BLQ', 'Eland']])
    const [plain, labelled] = (await ingest('march.md', '--dry-run', '--format', 'labelled')).documents
    expect([plain?.format, labelled]).toEqual(['labelled', undefined])
  })

  it('gives what an office says to its holder, and names, title and series to the meeting', async () => {
    write('notes/rapporteur.json', {
      series: 'Harbour board',
      meeting: { title: 'Harbour board, {date}' },
      roles: { 'the Clerk': 'Mrs E Tarn', Chair: 'Ada Moss' },
      abbreviations: { BLQ: 'Bo Lindqvist' },
    })
    write('notes/march.md', officesSpeak)
    const [march] = (await ingest('notes/march.md', '--dry-run')).documents
    expect(march?.dryRun?.heading).toEqual({
      title: 'Harbour board, 2031-03-04',
      date: '2031-03-04',
      series: 'Harbour board',
    })
    expect(march?.dryRun?.said.map(({ speaker, opening }) => [speaker, opening])).toEqual([
      ['E Tarn', 'The minutes went out on Monday.'],
      ['Ada Moss', 'Let us begin with the lamps.'],
      ['Bo Lindqvist', 'The lamps are out again.'],
      ['Ada Moss', 'Then we mend them.'],
      ['E Tarn', 'I shall write to the yard.'],
      ['Bo Lindqvist', 'Good.'],
    ])
  })

  it('takes registers in it and above the records for what they are', async () => {
    write('notes/delegates.txt', delegates)
    write('notes/2031/march.md', minutes)
    write('sittings/listPerson.xml', listPerson)
    write('sittings/listOrg.xml', listOrg)
    write('sittings/one.xml', sitting)
    expect(await namesIn('notes', 'sittings')).toEqual([
      ['Ada Moss', 'Bo Lindqvist', 'Eland'],
      [],
      [],
      [],
      ['Ada Moss'],
    ])
    expect(await statuses('notes', 'sittings')).toEqual([
      [join('notes', '2031', 'march.md'), 'created'],
      [join('notes', 'delegates.txt'), 'register'],
      [join('sittings', 'listOrg.xml'), 'register'],
      [join('sittings', 'listPerson.xml'), 'register'],
      [join('sittings', 'one.xml'), 'created'],
    ])
    write('notes/delegates.txt', `${delegates}Dov Eland (DEL)\n`)
    expect(await statuses('notes', 'sittings/one.xml')).toEqual([
      [join('notes', '2031', 'march.md'), 'updated'],
      [join('notes', 'delegates.txt'), 'register'],
      ['sittings/one.xml', 'unchanged'],
    ])
  })

  it('takes registers that its rapporteur.json names, wherever they lie', async () => {
    write('lists/delegates.txt', delegates)
    write('notes/rapporteur.json', { registers: ['../lists/delegates.txt'] })
    write('notes/march.md', minutes)
    expect(await namesIn('notes/march.md')).toEqual([['Ada Moss', 'Bo Lindqvist', 'Eland']])
  })

  it('is not begun with a rapporteur.json that is wrong: the file and the place are named', async () => {
    write('notes/rapporteur.json', { people: [{ name: 'Ada Moss', employer: 'Tide Labs' }] })
    write('notes/march.md', minutes)
    const { status, stdout, stderr } = await commandHere(['ingest', 'notes'], { cwd, env })
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    const path = join(cwd, 'notes', 'rapporteur.json')
    expect(stderr).toBe(
      `${path}, people[0].employer: There is no such key. Mend it, or leave it out. Nothing was read.\n`,
    )
    write('notes/rapporteur.json', '{ "series": ')
    expect((await commandHere(['ingest', 'notes'], { cwd, env })).stderr).toMatch(
      /rapporteur\.json is not JSON \(.+\)\./,
    )
    write('notes/rapporteur.json', { registers: ['absent.txt'] })
    expect((await commandHere(['ingest', 'notes'], { cwd, env })).stderr).toMatch(/registers\[0\].+no such file/)
  })

  it('goes through a running server with all that stands beside it', async () => {
    cwd = await at.places.embedded()
    env = {}
    write('notes/rapporteur.json', facts)
    write('notes/delegates.txt', delegates)
    write('notes/march.md', minutes)
    const alone = await ingest('notes', '--dry-run')
    const server = await at.rapporteur.serve({ cwd, env })
    const through = await ingest('notes', '--dry-run')
    const told = ({ documents }: typeof alone) =>
      documents.map(({ file, status, dryRun }) => ({ file, status, dryRun }))
    expect(told(through)).toEqual(told(alone))
    expect(through.documents.map(({ dryRun }) => dryRun?.names.length ?? 0)).toEqual([0, 3, 0])
    expect((await ingest('notes')).documents.map(({ status }) => status)).toEqual(['skipped', 'created', 'skipped'])
    const known = (await ingest('notes/march.md', '--dry-run')).documents
    server.signal('SIGTERM')
    await server.ended
    expect(told({ status: 0, documents: known })).toEqual(told(await ingest('notes/march.md', '--dry-run')))
    expect(known.map(({ dryRun }) => dryRun?.difference)).toMatchObject([{ changes: [], kept: expect.any(Number) }])
    expect((await ingest('notes')).documents.map(({ status }) => status)).toEqual(['skipped', 'unchanged', 'skipped'])
  })

  it('passes over what cannot be read in it, and fails it where it is named', async () => {
    write('notes/broken.docx', 'PK\x03\x04 word/document')
    write('notes/list.txt', 'Milk, eggs.\n')
    const folder = await ingest('notes')
    expect(folder.documents.map(({ reason, error }) => [reason, typeof error])).toEqual([
      ['unreadable', 'string'],
      ['unrecognized', 'string'],
    ])
    expect(folder.status).toBe(0)
    const named = await ingest('notes/broken.docx', 'notes/list.txt')
    expect(named.documents.map(({ status }) => status)).toEqual(['failed', 'failed'])
    expect(named.status).toBe(1)
  })
})
