import { readDocx } from '@rapporteur/reader/files/docx'
import { marksOf } from '@rapporteur/reader/layout'
import {
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageBreak,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import { describe, expect, test } from 'vitest'
import { documentXml, docxOf } from './support/docx-archive.js'
import { brokenPromises, marked } from './support/marked.js'
import { tablesOf } from './support/tables.js'

type DocumentOptions = ConstructorParameters<typeof Document>[0]

const read = async (
  children: DocumentOptions['sections'][number]['children'],
  options: Omit<DocumentOptions, 'sections'> = {},
) =>
  readDocx(
    new Uint8Array(await Packer.toBuffer(new Document({ ...options, sections: [{ children }] }))),
    'minutes.docx',
  )

const numbering = {
  config: [
    {
      reference: 'numbers',
      levels: [
        { level: 0, format: LevelFormat.DECIMAL, text: '%1.' },
        { level: 1, format: LevelFormat.LOWER_LETTER, text: '(%2)' },
        { level: 2, format: LevelFormat.DECIMAL, text: '%1.%3' },
      ],
    },
    { reference: 'dots', levels: [{ level: 0, format: LevelFormat.BULLET, text: '•' }] },
  ],
}

const item = (text: string, level = 0, reference = 'numbers') =>
  new Paragraph({ text, numbering: { reference, level } })

describe('readDocx', () => {
  test('marks headings, emphasis and paragraphs', async () => {
    const reading = await read([
      new Paragraph({ text: 'Minutes', heading: HeadingLevel.HEADING_2 }),
      new Paragraph({
        children: [
          new TextRun({ text: 'Ms. Ash', bold: true }),
          new TextRun(' spoke '),
          new TextRun({ text: 'long', italics: true }),
        ],
      }),
    ])
    expect(reading.text).toBe('Minutes\n\nMs. Ash spoke long')
    expect(marksOf(reading.layout, 'heading')).toMatchObject([{ level: 2, start: 0, end: 7 }])
    expect(marked(reading, 'strong', 'emphasis')).toEqual(['Ms. Ash', 'long'])
  })

  test('prints the numbers that Word would print, and counts on after a heading', async () => {
    const reading = await read(
      [
        item('Opening'),
        item('on time', 1),
        item('in the hall', 1),
        item('the small one', 2),
        new Paragraph({ text: 'Second part', heading: HeadingLevel.HEADING_1 }),
        item('Roads'),
        item('potholes', 1),
        item('a dot', 0, 'dots'),
      ],
      { numbering },
    )
    expect(reading.text).toBe(
      [
        '1. Opening\n    (a) on time\n    (b) in the hall\n        1.1 the small one',
        'Second part',
        '2. Roads\n    (a) potholes',
        '- a dot',
      ].join('\n\n'),
    )
    expect(marksOf(reading.layout, 'list-item').map(({ marker }) => marker)).toEqual([
      '1.',
      '(a)',
      '(b)',
      '1.1',
      '2.',
      '(a)',
      '-',
    ])
  })

  test('prints the number of a numbered heading', async () => {
    const heading = new Paragraph({
      text: 'Opening',
      heading: HeadingLevel.HEADING_1,
      numbering: { reference: 'numbers', level: 0 },
    })
    expect(marked(await read([heading], { numbering }), 'heading')).toEqual(['1. Opening'])
  })

  test('restarts a list where the document says so', async () => {
    const instance = (text: string, number: number) =>
      new Paragraph({ text, numbering: { reference: 'numbers', level: 0, instance: number } })
    const { text } = await read([instance('a', 1), instance('b', 1), instance('c', 2)], { numbering })
    expect(text).toBe('1. a\n2. b\n1. c')
  })

  test('reads tables, their lines inside cells and their empty cells', async () => {
    const cell = (...texts: string[]) => new TableCell({ children: texts.map((text) => new Paragraph(text)) })
    const rows = [
      new TableRow({ tableHeader: true, children: [cell('Name'), cell('Title')] }),
      new TableRow({ children: [cell('Ms. Ash', 'Mr. Elm'), cell('')] }),
    ]
    const { text, layout } = await read([new Table({ rows })])
    expect(text).toBe('Name\tTitle\nMs. Ash Mr. Elm\t')
    expect(tablesOf(layout)[0]?.rows.map(({ cells }) => cells.map(({ header }) => header))).toEqual([
      [true, true],
      [false, false],
    ])
    expect(marksOf(layout, 'line-break').map(({ start }) => start)).toEqual([text.indexOf(' Mr. Elm')])
  })

  test('keeps tabs between words, and paragraphs of columns together', async () => {
    const row = (...children: (string | Tab)[]) => new Paragraph({ children: [new TextRun({ children })] })
    const { text } = await read([
      new Paragraph('Present:'),
      row('Name', new Tab(), 'Title'),
      row('Ms. Ash', new Tab(), 'Chair'),
      row(new Tab(), 'Clerk'),
      new Paragraph('We met.'),
    ])
    expect(text).toBe('Present:\n\nName\tTitle\nMs. Ash\tChair\n\tClerk\n\nWe met.')
  })

  test('marks page breaks that were set by hand', async () => {
    const reading = await read([
      new Paragraph('one'),
      new Paragraph({ children: [new PageBreak(), new TextRun('two')] }),
    ])
    expect(reading.text).toBe('one\n\n\ftwo')
    expect(marksOf(reading.layout, 'page-break').map(({ start }) => start)).toEqual([6])
  })

  test('puts notes at the end and joins them to their references', async () => {
    const reading = await read(
      [new Paragraph({ children: [new TextRun('Said'), new FootnoteReferenceRun(1), new TextRun('.')] })],
      {
        footnotes: { 1: { children: [new Paragraph('As ever.')] } },
      },
    )
    expect(reading.text).toBe('Said[1].\n\n1. As ever.')
    expect(marked(reading, 'footnote-reference', 'footnote')).toEqual(['[1]', '1. As ever.'])
    expect(new Set(marksOf(reading.layout, 'footnote-reference', 'footnote').map(({ label }) => label)).size).toBe(1)
  })

  test('leaves out deleted text and keeps inserted text', async () => {
    const run = (tag: string, text: string) => `<w:r><w:${tag} xml:space="preserve">${text}</w:${tag}></w:r>`
    const body = `<w:p>${run('t', 'We ')}<w:del>${run('delText', 'never ')}</w:del><w:ins>${run('t', 'always ')}</w:ins>${run('t', 'agreed.')}</w:p>`
    expect((await readDocx(await docxOf(documentXml(body)), 'minutes.docx')).text).toBe('We always agreed.')
  })

  test('gives marks that lie inside the text, in order, and nest', async () => {
    const reading = await read(
      [
        item('one'),
        item('two', 1),
        new Paragraph({
          children: [new TextRun({ text: 'b', bold: true }), new PageBreak(), new FootnoteReferenceRun(1)],
        }),
        new Table({ rows: [new TableRow({ children: [new TableCell({ children: [item('in a cell')] })] })] }),
      ],
      { numbering, footnotes: { 1: { children: [new Paragraph('n')] } } },
    )
    expect(brokenPromises(reading)).toEqual([])
  })
})
