import mammoth from 'mammoth'
import { openArchive } from './docx/archive.js'
import { markerStyle, withPrintedMarkers } from './docx/numbering.js'
import { listMarkerClass, pageBreakClass } from './html/render.js'
import { textOfHtml } from './html.js'
import type { Reading } from './reading.js'
import { UnreadableDocumentError } from './text.js'
import { readerVersions } from './versions.js'

const styleMap = [
  `br[type='page'] => br.${pageBreakClass}:fresh`,
  `r.${markerStyle} => span.${listMarkerClass}:fresh`,
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  'u => u',
]

/**
 * The readable text of a Word document and its layout, by way of mammoth's HTML: headings, lists with the numbers that Word
 * prints, tables, emphasis, notes (at the end) and page breaks set by hand. Comments, deletions, pictures, headers and footers
 * of pages are left out.
 *
 * @throws UnreadableDocumentError for a damaged document, a bomb, or one without text
 */
export const readDocx = async (bytes: Uint8Array, fileName: string): Promise<Reading> => {
  const archive = await openArchive(bytes, fileName)
  const html = await htmlOf(await withPrintedMarkers(archive, bytes, fileName), fileName)
  const { text, layout } = textOfHtml(html, fileName, 'words')
  if (text === '') {
    throw new UnreadableDocumentError(
      `${fileName} holds no text. If its pages are pictures, run text recognition (OCR) first.`,
      fileName,
    )
  }
  return { reader: readerVersions.docx, encoding: 'utf-8', text, layout }
}

const htmlOf = async (docx: Uint8Array, fileName: string): Promise<string> => {
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(docx.buffer, docx.byteOffset, docx.byteLength) },
      {
        styleMap,
        includeEmbeddedStyleMap: false,
        // Pictures are no text; without this they would be read, and written into the page.
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      },
    )
    return value
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const reason = message
      .replace(/^error: \[xmldom error\]/, '')
      .replaceAll(/\s+/g, ' ')
      .trim()
    throw new UnreadableDocumentError(
      `${fileName} is a damaged Word document (${reason}). Open it in a word processor and save it again as .docx.`,
      fileName,
    )
  }
}
