import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { commandHere } from '../support/command-here.js'
import { places as ownPlaces } from '../support/program.js'
import { sample } from '../support/server.js'

const record = readFileSync(sample, 'utf8')
/** Nobody is listed as present, which is doubtful. */
const withoutList = record.slice(0, record.indexOf('\nANNEX\n'))

const places = ownPlaces()
let cwd: string
let env: Record<string, string>

const write = (name: string, bytes: string | Uint8Array) => {
  writeFileSync(join(cwd, name), bytes)
  return name
}
const ingest = (...args: string[]) => commandHere(['ingest', ...args], { cwd, env })

interface Document {
  file: string
  sha256: string | null
  format: string | null
  status: string
  meeting: { id: string; slug: string } | null
  counts: { created: number; updated: number; removed: number; unchanged: number } | null
  findings: { severity: string; code: string; message: string }[]
  error?: string
  formats?: { format: string; reasons: string[] }[]
}
/** The one document of a report. */
function only(documents: Document[]): Document {
  const [document, another] = documents
  if (!document || another) throw new Error(`Not one document but ${documents.length}`)
  return document
}

const asJson = async (...args: string[]) => {
  const { stdout, stderr, status } = await ingest(...args, '--json')
  expect(stderr).toBe('')
  return { status, documents: (JSON.parse(stdout) as { documents: Document[] }).documents }
}

describe('rapporteur ingest', () => {
  beforeEach(async () => {
    const archive = await places.archive()
    cwd = archive.cwd
    env = archive.env
  })

  it('tells in a dry run what it would write, writes it, and changes nothing the next time', async () => {
    write('harbour.txt', record)
    const dry = await asJson('harbour.txt', '--series', 'Harbour board', '--dry-run')
    expect(dry.documents).toMatchObject([{ status: 'dry-run', meeting: null, counts: { updated: 0, removed: 0 } }])
    const { status, stdout, stderr } = await ingest('harbour.txt', '--series', 'Harbour board')
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const { counts, findings } = only(dry.documents)
    const slug = 'consultation-on-the-reopening-of-marrowick-harbour-2025-10-16'
    const rows = `rows: ${counts?.created} created, 0 updated, 0 removed`
    expect(stdout.split('\n').slice(0, 6)).toEqual([
      `harbour.txt: created ${slug} (summary; ${rows}; findings: ${findings.length})`,
      '',
      'documents  1 (1 created)',
      'meetings   1',
      'people     24',
      'remarks    40',
    ])
    const again = await asJson('harbour.txt')
    expect(again.documents).toMatchObject([
      {
        status: 'unchanged',
        meeting: { slug },
        counts: { created: 0, updated: 0, removed: 0, unchanged: counts?.created },
      },
    ])
    expect(only(again.documents).findings).toEqual(findings)
  })

  it('reads folders, patterns and the standard input, and passes over what is no record in a folder', async () => {
    mkdirSync(join(cwd, 'minutes/2025'), { recursive: true })
    write('minutes/2025/harbour.txt', record)
    write('minutes/notes.md', '# Notes\n\nBuy milk.\n')
    write('minutes/wall.png', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))
    write('minutes/.hidden.txt', 'nothing')
    const { status, documents } = await asJson('minutes', '--workers', '2')
    expect(status).toBe(0)
    expect(documents.map(({ file, status: each }) => [file, each])).toEqual([
      [join('minutes', '2025', 'harbour.txt'), 'created'],
      [join('minutes', 'notes.md'), 'skipped'],
      [join('minutes', 'wall.png'), 'skipped'],
    ])
    expect(documents[1]?.error).toContain('says neither when the meeting was nor who was there')
    expect(documents[1]?.formats?.map(({ format }) => format)).toContain('summary')
    const { stdout } = await commandHere(['ingest', 'minutes/**/*.{txt,text}', '-', '--json'], {
      cwd,
      env,
      input: record,
    })
    const again = JSON.parse(stdout) as { documents: Document[] }
    expect(again.documents.map(({ file, status: each }) => [file, each])).toEqual([
      [join('minutes', '2025', 'harbour.txt'), 'unchanged'],
      ['-', 'unchanged'],
    ])
  })

  it('keeps the files that can be read when others fail', async () => {
    write('harbour.txt', record)
    write('empty.txt', '')
    const { status, stdout, stderr } = await ingest('empty.txt', 'harbour.txt', 'absent.txt')
    expect(status).toBe(1)
    expect(stdout).toContain('harbour.txt: created ')
    expect(stdout).toMatch(/documents +3 \(2 failed, 1 created\)/)
    expect(stderr.split('\n')).toEqual([
      expect.stringMatching(/^empty\.txt: failed\. .+\.$/),
      'absent.txt: failed. There is no such file.',
      '',
    ])
  })

  it('--strict refuses a reading that is in doubt, and takes one that is not', async () => {
    write('doubtful.txt', withoutList)
    write('harbour.txt', record)
    const refused = await ingest('doubtful.txt', '--strict')
    expect(refused).toMatchObject({ status: 1, stdout: '' })
    expect(refused.stderr).toContain('NO_ATTENDEE_LIST')
    expect((await asJson('harbour.txt', '--strict')).documents).toMatchObject([{ status: 'created' }])
  })

  it('updates the meeting of a file that is mended and read again, though no series is named', async () => {
    write('harbour.txt', record)
    const first = only((await asJson('harbour.txt', '--series', 'Harbour board')).documents)
    write('harbour.txt', record.replace('welcomed the participants', 'greeted the participants'))
    expect((await asJson('harbour.txt')).documents).toMatchObject([
      { status: 'updated', meeting: { slug: first.meeting?.slug }, counts: { created: 0, removed: 0 } },
    ])
  })

  it('tells in a dry run of a mended file which sentences and people change, and that nothing changes without one', async () => {
    write('harbour.txt', record)
    await ingest('harbour.txt', '--series', 'Harbour board')
    const slug = 'consultation-on-the-reopening-of-marrowick-harbour-2025-10-16'
    const same = (await ingest('harbour.txt', '--dry-run')).stdout.split('\n')
    expect(same.slice(1, 5)).toEqual([
      '  title   Consultation on the Reopening of Marrowick Harbour',
      '  date    2025-10-16',
      '  series  Harbour board',
      expect.stringMatching(`^  ${slug}: nothing that it says would change; \\d+ sentences stay as they are\\.$`),
    ])
    write('harbour.txt', record.replace('welcomed the participants', 'greeted the participants'))
    const mended = (await ingest('harbour.txt', '--dry-run')).stdout
      .split('\n')
      .filter((line) => /^ {2}[+-] /.test(line))
    expect(mended).toEqual([
      expect.stringMatching(/^ {2}- .*welcomed the participants/),
      expect.stringMatching(/^ {2}\+ .*greeted the participants/),
    ])
  })

  it('--meeting reads another copy of a known record, and refuses to name one that is not there', async () => {
    write('harbour.txt', record)
    write('mended.txt', record.replace('welcomed the participants', 'greeted the participants'))
    const slug = only((await asJson('harbour.txt')).documents).meeting?.slug ?? ''
    const mended = await asJson('mended.txt', '--meeting', slug)
    expect(mended.documents).toMatchObject([
      { status: 'updated', meeting: { slug }, counts: { created: 0, removed: 0 } },
    ])
    const { status, stderr } = await ingest('harbour.txt', '--meeting', 'no-such-meeting')
    expect(status).toBe(1)
    expect(stderr).toMatch(/^harbour\.txt: failed\. There is no meeting "no-such-meeting"\. .+\n$/)
  })
})

describe('a file that cannot be read', () => {
  beforeEach(() => {
    cwd = places.empty()
    env = {}
  })

  it.each<[string, string | Uint8Array | undefined]>([
    ['empty.txt', ''],
    ['blank.txt', ' \n\n'],
    ['binary.txt', Uint8Array.from({ length: 400 }, (_, i) => (i * 7) % 256)],
    ['letter.txt', 'Dear all,\n\nthe harbour is closed.\n'],
    ['picture.png', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
    ['damaged.docx', Buffer.from('PK\x03\x04 word/document', 'latin1')],
    ['damaged.pdf', '%PDF-1.7\nnothing'],
    ['absent.txt', undefined],
    ['no*.txt', undefined],
  ])('%s: one line that says why, exit status 1, and nothing is written', async (name, bytes) => {
    if (bytes !== undefined) write(name, bytes)
    const { status, stdout, stderr } = await ingest(name)
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toMatch(new RegExp(`^${name.replace(/[.*]/g, '\\$&')}: failed\\. [A-Za-z].+\\.\\n$`))
    expect(readdirSync(cwd)).toEqual(bytes === undefined ? [] : [name])
  })

  it('a dry run makes no database where there is none', async () => {
    write('harbour.txt', record)
    expect(await ingest('harbour.txt', '--dry-run')).toMatchObject({ status: 0, stderr: '' })
    expect(existsSync(join(cwd, '.rapporteur'))).toBe(false)
  })

  it('one that is longer than the limit is not even read', async () => {
    env = { RAPPORTEUR_MAX_UPLOAD_BYTES: '1000' }
    write('harbour.txt', record)
    expect((await ingest('harbour.txt')).stderr).toMatch(
      /^harbour\.txt: failed\. It is longer than the limit of 1,000 bytes/,
    )
  })
})

describe('a mistake in the call', () => {
  beforeEach(() => {
    cwd = places.empty()
    env = {}
  })

  it.each([
    [[], "Missing required argument 'path': a file, a folder"],
    [['a.txt', '--sereis', 'X'], "Unknown option '--sereis', did you mean --series?"],
    [['a.txt', '--format', 'poem'], 'Allowed choices are labelled'],
    [['a.txt', '--language', 'English!'], '--language takes a language tag'],
    [['a.txt', '--series', ' '], '--series takes a name.'],
    [['a.txt', 'b.txt', '--meeting', 'x'], '--meeting names one meeting, but 2 files were given.'],
    [['a.txt', '--data-dir', ''], '--data-dir takes a text.'],
  ])('%j: one line that says what is wrong, and exit status 2', async (args, sentence) => {
    const { status, stdout, stderr } = await ingest(...args)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain(sentence)
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
  })
})
