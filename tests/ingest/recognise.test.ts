import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { numberedSummary } from '@rapporteur/reader/formats/numbered-summary/format'
import { formatNames, formats } from '@rapporteur/reader/formats/registry'
import { DocumentNotRecognizedError, readRecord } from '@rapporteur/reader/read'
import { describe, expect, it } from 'vitest'
import { openDocumentReader } from '../../src/ingest/readers/reader.js'
import { corporaPath, hasCorpora } from '../support/corpora.js'
import { sourceOfText } from './support/source-of-text.js'

const corpora = corporaPath('corpora')
const reader = openDocumentReader({ threads: 1, memoryMb: 512, seconds: 60 })

const otherRecords = hasCorpora('corpora', 'which format recognises its records')
  ? readdirSync(corpora, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /^(?:consultations|tc39\/meetings|akoma-ntoso)\/.*\.(?:md|xml)$/.test(file),
    )
  : []

/** What the records of the corpora are. */
const kinds: readonly (readonly [RegExp, string])[] = [
  [/^akoma-ntoso\//, 'akoma-ntoso'],
  [/^tc39\//, 'markdown-minutes'],
  [/un80_/, 'speaker-headings'],
  [/openwis_/, 'list-minutes'],
  [/minutes_table/, 'table-minutes'],
  [/summary\.md$/, 'bulletin'],
  [/dfat_/, 'record-of-discussion'],
]

/** Texts that are no numbered summaries, each for a reason of its own. */
const others = {
  'a transcript with labels': `# Board\n\n${'AB: I think that we should wait.\n\nCD: I said so.\n\n'.repeat(9)}`,
  'a numbered list without speech': `Shopping\n\n${Array.from({ length: 9 }, (_, i) => `${i + 1}. Flour and butter`).join('\n')}`,
  'nested short items that are turns': `Agenda\n\n${Array.from({ length: 9 }, (_, i) => `${i + 1}. MDA - the budget is late`).join('\n')}`,
  'prose with one numbered list': `Record\n\n${'Mr. Roe said that the wall is low. '.repeat(40)}\n\n1. A wall.\n2. A road.\n\n${'He added that it leaks. '.repeat(40)}`,
  'a page of XML': '<?xml version="1.0"?>\n<debate>\n1. Mr. Roe said so.\n2. Ms. Poe said no.\n</debate>',
  'a letter': 'Dear Ms. Roe,\n\nThank you for the minutes.\n\nYours\n',
}

const sureness = (text: string) => numberedSummary.recognise(sourceOfText(text, 'other.txt'))

describe('a record of another kind', () => {
  it.each(Object.entries(others))('is taken for no numbered summary, with reasons: %s', (_, text) => {
    const { confidence, reasons } = sureness(text)
    expect(confidence).toBeLessThan(0.5)
    expect(reasons.length).toBeGreaterThan(0)
  })

  it.skipIf(otherRecords.length === 0).each(otherRecords)('is taken for no numbered summary: %s', async (file) => {
    const source = await reader.read({ bytes: readFileSync(join(corpora, file)), fileName: file })
    const { confidence, reasons } = numberedSummary.recognise(source)
    expect(confidence).toBeLessThan(0.5)
    expect(reasons.length).toBeGreaterThan(0)
  })

  it.skipIf(otherRecords.length === 0).each(otherRecords)(
    'is surest of one kind, or of none that is known: %s',
    async (file) => {
      const source = await reader.read({ bytes: readFileSync(join(corpora, file)), fileName: file })
      const verdicts = formats.map((format) => ({ ...format, ...format.recognise(source) }))
      // Minutes in prose are a record of discussion as well, and surer minutes: what counts is that nothing is nearly as sure.
      const best = Math.max(...verdicts.map(({ confidence }) => confidence))
      const sure = verdicts.filter(({ confidence }) => confidence >= Math.max(0.5, best - 0.09)).map(({ name }) => name)
      const kind = kinds.find(([pattern]) => pattern.test(file))?.[1]
      expect(sure).toEqual(kind !== undefined && formatNames.includes(kind) ? [kind] : [])
    },
  )

  it('is refused with what every format thinks of it', () => {
    const read = () => readRecord(sourceOfText(others['a letter'], 'letter.txt'))
    expect(read).toThrow(DocumentNotRecognizedError)
    for (const { name } of formats) expect(read).toThrow(`${name}: `)
  })

  it('is read when its format is asked for all the same', () => {
    const { record } = readRecord(sourceOfText(others['a numbered list without speech']), {
      format: 'numbered-summary',
    })
    expect(record.paragraphs).toHaveLength(9)
    expect(record.remarks).toEqual([])
  })

  it('has no format of a name that there is none of', () => {
    expect(() => readRecord(sourceOfText('x'), { format: 'unheard-of' })).toThrow('unheard-of')
  })
})
