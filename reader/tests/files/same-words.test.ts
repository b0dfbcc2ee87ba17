import { readDocx } from '@rapporteur/reader/files/docx'
import { readHtml } from '@rapporteur/reader/files/html'
import { readMarkdown } from '@rapporteur/reader/files/markdown'
import { readPdf } from '@rapporteur/reader/files/pdf'
import type { Reading } from '@rapporteur/reader/files/reading'
import { marksOf } from '@rapporteur/reader/layout'
import { describe, expect, test } from 'vitest'
import { asDocx } from './support/as-docx.js'
import { asHtml } from './support/as-html.js'
import { asPdf } from './support/as-pdf.js'
import { brokenPromises, marked } from './support/marked.js'
import { blocksOf, sampleText, withoutStars } from './support/summary.js'
import { tablesOf } from './support/tables.js'

// The fonts that every PDF reader has, which the tests use, know Latin-1 only.
const sample = sampleText().replaceAll('ń', 'n').replaceAll('ć', 'c')
const blocks = blocksOf(sample)

/** The lines of the text that are not blank: paragraphs, and lines of tables. */
const linesOf = (text: string): string[] => text.split(/[\n\f]/).filter((line) => line.trim() !== '')

const plainLines = linesOf(withoutStars(sample))

const kinds: [name: string, read: () => Promise<Reading>][] = [
  ['.docx', async () => readDocx(await asDocx(blocks), 'summary.docx')],
  ['.html', async () => readHtml(asHtml(blocks), 'summary.html')],
  ['.pdf', async () => readPdf(await asPdf(blocks), 'summary.pdf')],
  [
    '.pdf with running headers',
    async () => readPdf(await asPdf(blocks, { header: 'Marrowick Council' }), 'summary.pdf'),
  ],
]

describe('one record in several kinds of file', () => {
  test.each(kinds)('%s gives the words, paragraphs and table lines of the plain text', async (_, read) => {
    const reading = await read()
    const breaks = marksOf(reading.layout, 'page-break').filter(({ start }) => /^[a-z]/.test(reading.text.slice(start)))
    // A paragraph that a page ends in is two lines, as it is in the plain text where the printed page ended.
    const joined = breaks.reduceRight(
      (text, { start }) => `${text.slice(0, start - 3)} ${text.slice(start)}`,
      reading.text,
    )
    expect(linesOf(joined).join('\n')).toBe(plainLines.join('\n'))
  })

  test.each(kinds)('%s marks what is bold, the table and its empty cells', async (_, read) => {
    const reading = await read()
    const bold = Array.from(sample.matchAll(/\*\*(.+?)\*\*/g), ([, words]) => words)
    expect(marked(reading, 'strong').join('\n')).toContain(bold[0])
    const rows = tablesOf(reading.layout).flatMap((table) => table.rows)
    const tableLines = plainLines.filter((line) => line.includes('\t'))
    expect(rows.map(({ cells }) => cells.map(({ start, end }) => reading.text.slice(start, end)))).toEqual(
      tableLines.map((line) => line.split('\t')),
    )
    expect(brokenPromises(reading)).toEqual([])
  })

  test('.md keeps the text of the file', () => {
    expect(readMarkdown(new TextEncoder().encode(sample), 'summary.md').text).toBe(sample)
  })
})
