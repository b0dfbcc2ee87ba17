import { blocksOfPage } from './pdf/columns.js'
import { type Footnote, splitFootnotes } from './pdf/footnotes.js'
import { type Furniture, findFurniture } from './pdf/furniture.js'
import { listMarker, type PageLine, textOfLine } from './pdf/lines.js'
import { type Page, readPage } from './pdf/page.js'
import { type Measure, measureOf, paragraphsOf } from './pdf/paragraphs.js'
import { openPdf, pageOf } from './pdf/pdfjs.js'
import { findTables, splitAtColumns, type TableLines } from './pdf/tables.js'
import { refusePdfBombs } from './pdf/unpacked.js'
import { writeLines, writeTable } from './pdf/write.js'
import type { Reading } from './reading.js'
import { UnreadableDocumentError } from './text.js'
import { TextWriter } from './text-writer.js'
import { readerVersions } from './versions.js'

/**
 * The readable text of a PDF's text layer and its layout, from where the words stand: lines joined to paragraphs, tables with
 * their cells parted by tabs, a form feed at the end of a page, notes at the end of the text. Running headers, running
 * footers and page numbers are in the marks only.
 *
 * A page that is a picture in a PDF that has text has the mark `unread-page`.
 *
 * @throws UnreadableDocumentError for a PDF that is damaged, encrypted, a bomb, or without a text layer
 */
export const readPdf = async (bytes: Uint8Array, fileName: string): Promise<Reading> => {
  refusePdfBombs(bytes, fileName)
  const pdf = await openPdf(bytes, fileName)
  const pages: PageBlocks[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pageOf(pdf, number, fileName, (proxy) => readPage(proxy, number))
    pages.push({ page, blocks: blocksOfPage(page) })
  }
  const { text, layout } = write(pages)
  if (text === '') {
    throw new UnreadableDocumentError(
      `${fileName} has no text layer: its pages are pictures. Run text recognition (OCR) on it, and send the PDF that makes.`,
      fileName,
    )
  }
  return { reader: readerVersions.pdf, encoding: 'utf-8', text, layout }
}

interface PageBlocks {
  readonly page: Page
  /** Its lines, in the order in which they are read. */
  readonly blocks: readonly PageLine[][]
}

const write = (pages: readonly PageBlocks[]): Pick<Reading, 'text' | 'layout'> => {
  const lines = pages.map(({ blocks }) => blocks.flat())
  const furniture = findFurniture(lines)
  const measure = measureOf(lines.flat().filter((line) => !furniture.has(line)))
  const writer = new TextWriter()
  const notes: Footnote[] = []
  let table: TableLines | null = null
  for (const { page, blocks } of pages) {
    if (page.number > 1) writer.endPage(page.number)
    if (page.isPicture) writer.within({ kind: 'unread-page', page: page.number }, () => {})
    for (const line of blocks.flat()) writeFurniture(furniture.get(line), writer)
    for (const [j, block] of blocks.entries()) {
      const lines = block.filter((line) => !furniture.has(line))
      const split = j === blocks.length - 1 ? splitFootnotes(lines, measure) : { body: lines, notes: [] }
      notes.push(...split.notes)
      table = writeBody(split.body, table, measure, writer)
    }
  }
  for (const { label, lines } of notes) {
    writer.end(2)
    writer.within({ kind: 'footnote', label }, () => writeLines(lines, writer))
  }
  return writer.finish()
}

const writeFurniture = (furniture: Furniture | undefined, writer: TextWriter): void => {
  if (furniture) writer.within(furniture, () => {})
}

/** Gives the table that the lines end in, if they do. */
const writeBody = (
  lines: readonly PageLine[],
  before: TableLines | null,
  measure: Measure,
  writer: TextWriter,
): TableLines | null => {
  const parts = findTables(splitAtColumns(lines), before)
  let prose: PageLine[] = []
  const flush = () => {
    for (const paragraph of prose.length > 0 ? paragraphsOf(prose, measure) : [])
      writeParagraph(paragraph, measure, writer)
    prose = []
  }
  for (const part of parts) {
    if (part.kind === 'line') {
      prose.push(part.line)
      continue
    }
    flush()
    writer.end(2)
    writeTable(part, writer)
    writer.end(2)
  }
  flush()
  const last = parts.at(-1)
  return last?.kind === 'table' ? last : null
}

const writeParagraph = (lines: readonly PageLine[], measure: Measure, writer: TextWriter): void => {
  const [first] = lines
  if (!first) return
  const level = headingLevel(first, measure)
  writer.end(listMarker.test(textOfLine(first)) ? 1 : 2)
  if (level === null) writer.within({ kind: 'paragraph' }, () => writeLines(lines, writer))
  else writer.within({ kind: 'heading', level }, () => writeLines(lines, writer))
  writer.end(listMarker.test(textOfLine(first)) ? 1 : 2)
}

/** By how much larger than the body it is set. */
const headingLevel = ({ size }: PageLine, measure: Measure): number | null => {
  const ratio = size / measure.size
  return ratio > 1.6 ? 1 : ratio > 1.3 ? 2 : ratio > 1.12 ? 3 : null
}
