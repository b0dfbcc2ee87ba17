import { readPdf } from '@rapporteur/reader/files/pdf'
import { marksOf } from '@rapporteur/reader/layout'
import PDFDocument from 'pdfkit'
import { describe, expect, test } from 'vitest'
import { brokenPromises, marked } from './support/marked.js'
import { tablesOf } from './support/tables.js'

type Doc = InstanceType<typeof PDFDocument>

const made = (draw: (doc: Doc) => void, options: PDFKit.PDFDocumentOptions = {}): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const doc = new PDFDocument({ size: 'A4', margin: 72, ...options })
    const chunks: Buffer[] = []
    doc.on('data', (chunk: Buffer) => chunks.push(chunk))
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    doc.on('error', reject)
    doc.fontSize(11)
    draw(doc)
    doc.end()
  })

const read = async (draw: (doc: Doc) => void, options?: PDFKit.PDFDocumentOptions) =>
  readPdf(await made(draw, options), 'minutes.pdf')

/** Words enough for several lines, the same each time. */
const prose = (sentences: number): string =>
  Array.from(
    { length: sentences },
    (_, i) =>
      `Sentence ${'one two three four five six seven eight'.split(' ')[i % 8]} is about the old bridge over the river.`,
  ).join(' ')

const at = (doc: Doc, x: number, y: number, text: string) => doc.text(text, x, y, { lineBreak: false })

describe('readPdf', () => {
  test('joins the lines of a paragraph, and parts paragraphs by a blank line', async () => {
    const [first, second] = [prose(5), prose(3)]
    const reading = await read((doc) => doc.text(first).moveDown().text(second))
    expect(reading.text).toBe(`${first}\n\n${second}`)
    expect(marked(reading, 'paragraph')).toEqual([first, second])
  })

  test('parts paragraphs that only an indent of their first line tells apart', async () => {
    const [first, second] = [prose(5), prose(6)]
    const { text } = await read((doc) => doc.text(first, { indent: 20 }).text(second, { indent: 20 }))
    expect(text).toBe(`${first}\n\n${second}`)
  })

  test('keeps justified text together', async () => {
    expect((await read((doc) => doc.text(prose(9), { align: 'justify' }))).text).toBe(prose(9))
  })

  test('begins a line for each numbered paragraph', async () => {
    const { text } = await read((doc) =>
      doc
        .text(`1. ${prose(4)}`)
        .text(`2. ${prose(3)}`)
        .text(`3. ${prose(1)}`),
    )
    expect(text.split('\n')).toEqual([`1. ${prose(4)}`, `2. ${prose(3)}`, `3. ${prose(1)}`])
  })

  test('marks what is set larger as a heading, and what is bold or italic', async () => {
    const reading = await read((doc) => {
      doc.fontSize(18).text('Minutes').moveDown().fontSize(11)
      doc.text('We heard ', { continued: true }).font('Helvetica-Bold').text('Ms. Ash', { continued: true })
      doc.font('Helvetica-Oblique').text(' sing').font('Helvetica').text(prose(4))
    })
    expect(marked(reading, 'heading')).toEqual(['Minutes'])
    expect(marksOf(reading.layout, 'heading')[0]?.level).toBe(1)
    expect(marked(reading, 'strong', 'emphasis')).toEqual(['Ms. Ash', 'sing'])
  })

  test('keeps a hyphen at the end of a line, without a space, and marks it', async () => {
    const reading = await read((doc) => {
      at(doc, 72, 100, `${'The wall that was rebuilt in the spring of last year stands and the har-'}`)
      at(doc, 72, 114, 'bour is open for vessels of every size that wish to come in, by day and')
      at(doc, 72, 128, 'by night, as the pre-')
      at(doc, 72, 142, 'and the post-war rules say.')
    })
    expect(reading.text).toContain('the har-bour is open')
    expect(marked(reading, 'line-hyphen')).toEqual(['-'])
    expect(marksOf(reading.layout, 'line-hyphen')[0]?.start).toBe(reading.text.indexOf('-bour'))
  })

  test('reads a table as lines and tabs, empty and wrapped cells in their columns', async () => {
    const lines = [
      ['Name', 'Title', 'Organization'],
      ['Ms. Ada Ash', 'Chair', 'Office of Works'],
      ['', '', 'Institute for the Study of'],
      ['Mr. Ed Elm', 'Fellow', 'Old Bridges'],
      ['Dr. Olga Oak', '', 'Treasury'],
    ]
    const reading = await read((doc) => {
      doc.text(prose(3))
      for (const [row, cells] of lines.entries()) {
        for (const [column, cell] of cells.entries())
          if (cell) at(doc, [72, 210, 330][column] ?? 0, 200 + row * 15, cell)
      }
      doc.text(prose(4), 72, 320)
    })
    const table = lines.map((cells) => cells.join('\t')).join('\n')
    expect(reading.text).toBe(`${prose(3)}\n\n${table}\n\n${prose(4)}`)
    expect(tablesOf(reading.layout)[0]?.rows.map(({ cells }) => cells.length)).toEqual([3, 3, 3, 3, 3])
  })

  test('keeps the columns of a table apart where one cell is too long for its own', async () => {
    const reading = await read((doc) => {
      for (const [row, [name, body]] of [
        ['Ms. Ash', 'Works'],
        ['Mr. Elm', 'Treasury'],
        ['Dr. Olga Magdalena Oak', 'Health'],
        ['Mr. Fir', 'Ports'],
      ].entries()) {
        at(doc, 72, 100 + row * 15, name ?? '')
        at(doc, 204, 100 + row * 15, body ?? '')
      }
    })
    expect(reading.text).toBe('Ms. Ash\tWorks\nMr. Elm\tTreasury\nDr. Olga Magdalena Oak\tHealth\nMr. Fir\tPorts')
  })

  test('ends a page with a blank line, a form feed and a mark, also inside a paragraph', async () => {
    const reading = await read((doc) => doc.text(prose(9)), { size: [400, 180], margin: 40 })
    const breaks = marksOf(reading.layout, 'page-break')
    expect(breaks.map(({ page }) => page)).toEqual(breaks.map((_, i) => i + 2))
    expect(breaks.length).toBeGreaterThan(0)
    expect(reading.text.replaceAll('\n\n\f', ' ')).toBe(prose(9))
    for (const { start } of breaks) expect(reading.text.slice(start - 3, start)).toBe('\n\n\f')
  })

  test('takes running headers, running footers and page numbers out of the text, and keeps their words', async () => {
    const reading = await read((doc) => {
      for (let page = 1; page <= 4; page++) {
        if (page > 1) doc.addPage()
        doc.fontSize(8)
        at(doc, 72, 30, 'Bridge Committee')
        at(doc, 72, 780, `Draft of 3 May ${page % 2 ? '(left)' : '(right)'}`)
        at(doc, 290, 800, String(page))
        doc.fontSize(11).text(`Page ${'abcd'[page - 1]} begins here. ${prose(3 + page)}`, 72, 72)
      }
    })
    expect(reading.text).not.toMatch(/Committee|Draft|^\d+$/m)
    expect(reading.text).toContain('Page c begins here.')
    const words = (kind: 'page-header' | 'page-footer' | 'page-number') =>
      marksOf(reading.layout, kind).map((mark) => mark.words)
    expect(words('page-header')).toEqual(Array(4).fill('Bridge Committee'))
    expect(words('page-number')).toEqual(['1', '2', '3', '4'])
    expect(words('page-footer')).toHaveLength(4)
  })

  test('does not take a title for the running header that repeats it', async () => {
    const reading = await read((doc) => {
      doc.fontSize(18).text('Bridge Committee').fontSize(11).text(prose(4))
      for (let page = 2; page <= 4; page++) {
        doc.addPage().fontSize(8)
        at(doc, 72, 30, 'Bridge Committee')
        doc.fontSize(11).text(`${page} pages on. ${prose(page)}`, 72, 72)
      }
    })
    expect(reading.text.match(/Bridge Committee/g)).toEqual(['Bridge Committee'])
    expect(marked(reading, 'heading')).toEqual(['Bridge Committee'])
  })

  test('reads the left of two columns before the right', async () => {
    const [left, right] = [prose(7), prose(8).replaceAll('bridge', 'harbour')]
    const reading = await read((doc) => {
      doc.fontSize(9)
      doc.text(left, 72, 100, { width: 210, align: 'justify' })
      doc.text(right, 312, 100, { width: 210, align: 'justify' })
    })
    expect(reading.text.replaceAll('\n\n', ' ')).toBe(`${left} ${right}`)
  })

  test('marks raised figures, and keeps them on their word', async () => {
    const reading = await read((doc) => {
      const [before, after] = ['Dr. Oak', ' spoke at length about the bridge.']
      const x = 72 + doc.widthOfString(before)
      at(doc, 72, 100, before)
      doc.fontSize(6)
      at(doc, x, 98, '1')
      doc.fontSize(11)
      at(doc, x + 4, 100, after)
    })
    expect(marked(reading, 'superscript')).toEqual(['1'])
    expect(reading.text).toBe('Dr. Oak1 spoke at length about the bridge.')
  })

  test('puts notes from the foot of each page at the end, joined to their references', async () => {
    const reading = await read((doc) => {
      for (const page of [1, 2]) {
        if (page > 1) doc.addPage()
        doc.fontSize(11).text(`Page ${'ab'[page - 1]} begins. ${prose(3 + page)}`, 72, 72)
        at(doc, 72, 300, 'Dr. Oak')
        const x = 72 + doc.widthOfString('Dr. Oak')
        doc.fontSize(6)
        at(doc, x, 298, '1')
        doc.fontSize(8)
        const note = page === 1 ? 'bridges' : 'harbours'
        at(doc, 72, 690 + page * 10, `1 A note about old ${note}, which is longer than one line, and has`)
        at(doc, 72, 700 + page * 10, `19 more words on ${note}.`)
        at(doc, 72, 710 + page * 10, `2 Another on ${note}.`)
      }
    })
    expect(marked(reading, 'footnote')).toEqual(
      ['bridges', 'harbours'].flatMap((note) => [
        `1 A note about old ${note}, which is longer than one line, and has 19 more words on ${note}.`,
        `2 Another on ${note}.`,
      ]),
    )
    expect(marksOf(reading.layout, 'footnote-reference').map(({ label }) => label)).toEqual(['1-1', '2-1'])
    expect(reading.text.indexOf('1 A note about old bridges')).toBeGreaterThan(reading.text.lastIndexOf('Dr. Oak'))
  })

  test('gives marks that lie inside the text, in order, and nest', async () => {
    const reading = await read((doc) => {
      doc
        .font('Helvetica-Bold')
        .text('Bold ', { continued: true })
        .font('Helvetica-BoldOblique')
        .text('and more', { continued: true })
      doc.font('Helvetica').text(prose(4)).addPage().text(prose(2))
      at(doc, 72, 300, 'a')
      at(doc, 200, 300, 'b')
      at(doc, 200, 314, 'c')
      at(doc, 72, 328, 'd')
      at(doc, 200, 328, 'e')
    })
    expect(brokenPromises(reading)).toEqual([])
  })

  test('marks a page that is a picture among pages with text', async () => {
    const picture = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    const reading = await read((doc) =>
      doc.text('one').addPage().image(picture, 72, 72, { width: 300 }).addPage().text('three'),
    )
    expect(reading.text).toBe('one\n\n\fthree')
    expect(marksOf(reading.layout, 'unread-page')).toEqual([{ kind: 'unread-page', page: 2, start: 6, end: 6 }])
  })

  test('refuses a PDF whose pages are pictures, and says to run text recognition', async () => {
    await expect(read((doc) => doc.rect(72, 72, 200, 200).fill('grey'))).rejects.toThrow(/no text layer.*OCR/)
  })

  test('refuses an encrypted PDF', async () => {
    await expect(read((doc) => doc.text('secret'), { userPassword: 'x', pdfVersion: '1.7' })).rejects.toThrow(
      /protected by a password/,
    )
  })

  test.each([
    ['cut off', (pdf: Uint8Array) => pdf.subarray(0, 400)],
    ['no PDF after its first line', () => new TextEncoder().encode('%PDF-1.7\nnothing')],
  ])('refuses a PDF that is %s', async (_, damage) => {
    await expect(readPdf(damage(await made((doc) => doc.text('x'))).slice(), 'minutes.pdf')).rejects.toThrow(
      /damaged|no text layer/,
    )
  })
})
