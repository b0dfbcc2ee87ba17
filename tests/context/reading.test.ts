import { readRecord } from '@rapporteur/reader/read'
import { MeetingRecord } from '@rapporteur/reader/record'
import { type FolderFacts, folderFacts } from '@rapporteur/reader/structured/folder-facts'
import { describe, expect, it } from 'vitest'
import { mayBeRegister } from '../../src/ingest/context/may-be-register.js'
import { type Beside, NoRegisterError, openRegisterReader, readContext } from '../../src/ingest/context/read-context.js'
import { openDocumentReader } from '../../src/ingest/threads/document-threads.js'
import * as examples from './examples.js'

const reader = openDocumentReader({ threads: 1, memoryMb: 256, seconds: 30 })
const readRegister = openRegisterReader(reader)
const fileOf = (text: string, fileName: string) => ({ bytes: Buffer.from(text), fileName })
const contextOf = (beside: Beside) => readContext(readRegister, beside)
const withFile = (text: string, fileName: string) => contextOf({ files: [fileOf(text, fileName)] })

const read = async (text: string, fileName: string, beside: Beside) => {
  const source = await reader.read(fileOf(text, fileName))
  const result = readRecord(source, { language: 'en', context: await contextOf(beside) })
  return { ...result, record: MeetingRecord.parse(result.record) }
}
const names = ({ people }: MeetingRecord) => people.map(({ name }) => name)
const posts = ({ affiliations, people, organizations }: MeetingRecord) =>
  affiliations.map(({ person, organization, title, status, from, to, pieces }) => [
    people.find(({ key }) => key === person)?.name,
    organizations.find(({ key }) => key === organization)?.name ?? null,
    title,
    status,
    from,
    to,
    pieces.length,
  ])

describe('minutes whose initials only a register explains', () => {
  it.each([
    ['a list of delegates', 'delegates.txt', examples.delegates],
    ['a table of delegates', 'delegates.md', examples.delegatesTable],
  ])('get names from %s', async (_name, fileName, list) => {
    const { record, findings } = await read(examples.minutes, 'notes.md', { files: [fileOf(list, fileName)] })
    expect(findings.map(({ code }) => code)).not.toContain('UNPROVEN_NAME')
    expect(names(record)).toEqual(['Ada Moss', 'Bo Lindqvist', 'Eland'])
    expect(record.remarks.map(({ speakerMatch }) => speakerMatch)).toContain('ABBREVIATION')
  })

  it('get names and dated posts from facts, a family name being that of the one who has it', async () => {
    const { record, findings } = await read(examples.minutes, 'notes.md', { facts: examples.facts })
    expect(names(record)).toEqual(['Ada Moss', 'Bo Lindqvist', 'Dov Eland'])
    expect(posts(record)).toEqual([
      ['Bo Lindqvist', 'Tide Labs', 'Diver', 'FORMER', '2020-01-01', '2030-12-31', 0],
      ['Bo Lindqvist', 'Mill Trust', null, 'CURRENT', '2031-01-01', null, 0],
    ])
    expect(findings.filter(({ code }) => code === 'NAME_VARIANT').map(({ message }) => message)).toEqual([
      '“Eland” is taken for “Dov Eland”, whom a register beside the record names.',
    ])
  })

  it('leave initials to nobody that two people have', async () => {
    const facts = { abbreviations: { AMS: 'Ada Moss' }, people: [{ name: 'Ann Sand', abbreviations: ['AMS'] }] }
    const { findings } = await read(examples.minutes, 'notes.md', { facts })
    expect(findings.map(({ code }) => code)).toContain('AMBIGUOUS_SPEAKER')
  })

  it('keep what they say themselves: a list of those present wins over a register', async () => {
    const present = '**Present:** Ann Sand (AMS), Bo Lindqvist (BLQ), Eve Fox (EFX)\n\n## Mooring'
    const text = examples.minutes.replace('## Mooring', present)
    const { record } = await read(text, 'notes.md', { files: [fileOf(examples.delegates, 'delegates.txt')] })
    expect(names(record)).toEqual(['Ann Sand', 'Bo Lindqvist', 'Eve Fox', 'Eland'])
  })

  it('take the title and the place that facts give their meetings', async () => {
    const facts = { meeting: { title: 'Harbour group of {date}: {title}', venue: 'Town hall' } }
    const { record } = await read(examples.minutes, 'notes.md', { facts })
    expect(record.meeting).toMatchObject({
      title: 'Harbour group of 2031-03-04: 4 March, 2031 Harbour Group Notes',
      venue: 'Town hall',
    })
  })
})

describe('a sitting beside its registers', () => {
  const files = [fileOf(examples.listPerson, 'listPerson.xml'), fileOf(examples.listOrg, 'listOrg.xml')]

  it('finds whom its references mean, and what they were on the day', async () => {
    const { record, findings } = await read(examples.sitting, 'sitting.xml', { files })
    expect(names(record)).toEqual(['Ada Moss'])
    expect(posts(record)).toEqual([
      ['Ada Moss', 'Tide Labs', 'member', 'FORMER', '2020-01-01', '2030-12-31', 0],
      ['Ada Moss', 'Mill Trust', 'head', 'CURRENT', '2031-01-01', null, 0],
    ])
    expect(findings.map(({ code }) => code)).not.toContain('BROKEN_REFERENCE')
  })

  it('takes a person of the facts by the identifier', async () => {
    const facts = { people: [{ name: 'Ada Moss', id: 'MossAda', affiliations: [{ title: 'Warden' }] }] }
    const { record } = await read(examples.sitting, 'sitting.xml', { facts })
    expect(posts(record)).toEqual([['Ada Moss', null, 'Warden', 'CURRENT', null, null, 0]])
  })
})

describe('a register', () => {
  it.each([
    ['listPerson', 'a.xml', examples.listPerson],
    ['listOrg', 'a.xml', examples.listOrg],
    ['the root of a corpus', 'a.xml', `<teiCorpus><teiHeader>${examples.listPerson}</teiHeader></teiCorpus>`],
    ['references of Akoma Ntoso', 'a.xml', examples.references],
    ['a list of delegates', 'a.txt', examples.delegates],
    ['a table of delegates', 'a.md', examples.delegatesTable],
  ])('is known: %s', async (_name, fileName, text) => {
    expect(mayBeRegister(Buffer.from(text))).toBe(true)
    expect((await withFile(text, fileName)).register('en').size).toBeGreaterThan(0)
  })

  it.each([
    ['a sitting', 'a.xml', examples.sitting],
    ['minutes with a table of those present', 'a.md', `${examples.delegatesTable}\n${examples.minutes}`],
    [
      'prose with initials',
      'a.txt',
      'Ada Moss (AMS) came.\n\nBo Lindqvist (BLQ) went.\n\nThe harbour is open again.\n',
    ],
    ['nothing', 'a.txt', ''],
  ])('is none: %s', async (_name, fileName, text) => {
    await expect(withFile(text, fileName)).rejects.toThrow(NoRegisterError)
  })

  it('is said of one person in several lists at once', async () => {
    const files = [fileOf(examples.listPerson, 'p.xml'), fileOf(examples.listOrg, 'o.xml')]
    const both = [...files, fileOf(examples.delegates, 'd.txt')]
    const { record } = await read(examples.minutes, 'notes.md', { files: both })
    expect(posts(record).map(([who, body]) => [who, body])).toEqual([
      ['Ada Moss', 'Tide Labs'],
      ['Ada Moss', 'Mill Trust'],
    ])
  })
})

describe('what stands beside a record', () => {
  const hash = async (beside: Beside) => (await contextOf(beside)).hash

  it('has a hash that changes with what a reading depends on, and with nothing else', async () => {
    const register = fileOf(examples.delegates, 'delegates.txt')
    const other = fileOf(examples.delegatesTable, 'table.md')
    expect(await hash({})).toBeNull()
    expect(await hash({ facts: { series: 'Harbour group', language: 'en' } })).toBeNull()
    expect(await hash({ files: [register, other] })).toBe(await hash({ files: [other, register] }))
    const hashes = await Promise.all([
      hash({ files: [register] }),
      hash({ files: [other] }),
      hash({ facts: { abbreviations: { AMS: 'Ada Moss' } } }),
      hash({ facts: { abbreviations: { AMS: 'Ann Sand' } } }),
      hash({ facts: { meeting: { venue: 'Town hall' } } }),
    ])
    expect(new Set(hashes).size).toBe(hashes.length)
  })
})

describe('facts', () => {
  const faults = (value: unknown) => {
    const read = folderFacts(value)
    return 'faults' in read ? read.faults.map(({ path, message }) => [path.join('.'), message]) : []
  }

  it('may say all that is known', () => {
    const all: FolderFacts = { ...examples.facts, format: 'labelled', registers: ['../delegates.txt'] }
    expect(folderFacts(all)).toEqual(all)
  })

  it.each([
    [[], '', /object/],
    [{ sereis: 'X' }, 'sereis', /^There is no such key\./],
    [{ people: [{ name: 'Ada', nick: 'A' }] }, 'people.0.nick', /^There is no such key\./],
    [{ language: 'English!' }, 'language', /language tag/],
    [{ format: 'poem' }, 'format', /labelled/],
    [{ series: ' ' }, 'series', /empty/],
    [{ abbreviations: { 'A B': 'Ada Moss' } }, 'abbreviations.A B', /./],
    [{ people: [{ name: 'Ada Moss', affiliations: [{ from: '2031-01-01' }] }] }, 'people.0.affiliations.0', /title/],
    [
      { people: [{ name: 'A', affiliations: [{ title: 'B', from: '2031-01-02', to: '2031-01-01' }] }] },
      'people.0.affiliations.0',
      /ends before/,
    ],
    [{ people: [{ name: 'A', affiliations: [{ title: 'B', from: '2031' }] }] }, 'people.0.affiliations.0.from', /day/],
    [{ registers: ['/etc/passwd'] }, 'registers.0', /path/],
  ])('%j are refused where they are wrong', (value, path, message) => {
    const found = faults(value)
    expect(found.map(([where]) => where)).toEqual([path])
    expect(found[0]?.[1]).toMatch(message)
    expect(found[0]?.[1]).toMatch(/[.]$/)
  })
})
