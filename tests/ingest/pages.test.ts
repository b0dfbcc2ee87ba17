import { readRecord } from '@rapporteur/reader/read'
import type { SourceText } from '@rapporteur/reader/source'
import { isPageLine } from '@rapporteur/reader/text/furniture-lines'
import { describe, expect, it } from 'vitest'
import { readText, saidIn, sourceOf } from './formats/read.js'

describe('a transcript that is printed in pages, as text', () => {
  const page = (number: number, words: string) => `Board of Lamps   2 May 2030   ${number} of 3\n\n${words}\n\n`
  const read = readText(
    [
      'Transcript of the Board of Lamps\n2 May 2030\n\n',
      `MS. MOSS. We begin with the lamps.\n\nMR. LIND. They are dark, and they have been dark for as long as anybody\n\n\f`,
      page(2, 'can remember.\n\nMS. MOSS. Who will mend them?\n\nMR. LIND. I shall.'),
      '\f',
      page(3, 'MS. MOSS. Thank you.\n\nMR. LIND. Not at all.'),
    ].join(''),
    'record.txt',
  )

  it('has neither headers nor page numbers in anybody’s words', () => {
    expect(saidIn(read).map(([, words]) => words)).toEqual([
      'We begin with the lamps.',
      'They are dark, and they have been dark for as long as anybody can remember.',
      'Who will mend them?',
      'I shall.',
      'Thank you.',
      'Not at all.',
    ])
    expect(read.furniture.map(({ kind }) => kind)).toContain('page header')
  })

  it('says where a paragraph goes on over the end of a page', () => {
    expect(read.findings.filter(({ code }) => code === 'PAGE_BREAK_JOINED')).toHaveLength(1)
  })
})

describe('a line beside the number of a page', () => {
  const turns = 'MS. MOSS. We begin.\n\nMR. LIND. They are dark.\n\nMS. MOSS. Who will mend them?\n\n'
  const kindsIn = (line: string) =>
    readText(
      `Eastbay Lamp Board\nTranscript of the 12th Meeting\n2 May 2030\n\n${turns.repeat(3)}- 1 -\n\n${line}\n\n${turns}`,
      'record.txt',
    ).furniture.map(({ kind }) => kind)

  it('that says again what the record is belongs to the page, and another does not', () => {
    expect(kindsIn('Eastbay Lamp Board, 12th Meeting')).toContain('page header')
    expect(kindsIn('Eastbay Lamp Board, Ropes')).not.toContain('page header')
  })
})

describe('a heading at the end of a page', () => {
  it('is none of the page for saying what the first paragraphs speak of', () => {
    const first = 'Eastbay Lamp Board\n\nMS. MOSS. We begin with the repair of the lamps on the North Quay.\n\n'
    const turns = 'MR. LIND. They are dark.\n\nMS. MOSS. Who will mend them?\n\n'
    const { furniture } = readText(
      `${first}${turns.repeat(4)}- 1 -\n\nRepair of the North Quay\n\n${turns.repeat(2)}`,
      'record.txt',
    )
    expect(furniture.map(({ kind }) => kind)).not.toContain('page header')
  })
})

describe('lines of a page in text', () => {
  it.each([
    'HB/C/4/SR.61',
    'GE.24-15533                          3',
    'HB/C/4/SUM                         page 2',
    'Harbour Board, 9 May    Page 3 of 4',
  ])('%s', (line) => {
    expect(isPageLine(line)).toBe(true)
  })

  it.each(['COVID-19', 'The board turned to page 4', 'Item 3/2030', '12 May 2030'])('are none: %s', (line) => {
    expect(isPageLine(line)).toBe(false)
  })
})

describe('what a reader leaves out of the pages of a file', () => {
  const text = 'AB: One.\n\nCD: Two.\n\nAB: Three.\n\nCD: Four.\n'
  const layout: SourceText['layout'] = [
    { kind: 'page-header', start: 0, end: 0, page: 1, words: 'Board of Lamps, page 1' },
    { kind: 'page-header', start: 10, end: 10, page: 2, words: 'Board of Lamps, page 2' },
    { kind: 'unread-page', start: 20, end: 20, page: 3 },
  ]
  const { findings } = readRecord({ ...sourceOf(text, 'record.txt'), layout }, { format: 'labelled' })

  it('is said once for each header or footer, and for each page that nobody could read', () => {
    expect(findings.filter(({ code }) => code === 'NOISE_DROPPED').map(({ message }) => message)).toEqual([
      '“Board of Lamps, page 1” stands at the top of 2 pages and is in no row.',
    ])
    expect(findings.filter(({ code }) => code === 'UNREAD_PAGE')).toHaveLength(1)
  })
})
