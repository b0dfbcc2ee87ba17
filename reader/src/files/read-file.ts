import type { SourceText } from '../source.js'
import { splitLines } from '../text/lines.js'
import { chooseReader, type ReaderName } from './choose.js'
import type { GivenFile, Reading } from './reading.js'
import { readText, UnreadableDocumentError } from './text.js'

type Read = (bytes: Uint8Array, fileName: string) => Reading | Promise<Reading>

/** Each library is loaded only where its kind of file is read. */
const readers: Readonly<Record<ReaderName, () => Promise<Read>>> = {
  text: async () => readText,
  captions: async () => (await import('./captions.js')).readCaptions,
  json: async () => (await import('./json.js')).readJson,
  markdown: async () => (await import('./markdown.js')).readMarkdown,
  html: async () => (await import('./html.js')).readHtml,
  xml: async () => (await import('./xml.js')).readXml,
  docx: async () => (await import('./docx.js')).readDocx,
  pdf: async () => (await import('./pdf.js')).readPdf,
}

/**
 * Reads a file of any kind that is known: its text, into which every offset of the record will point, and its layout. A file that
 * was made to use up a machine takes memory and time here: read what strangers send in a thread that is limited.
 *
 * @throws UnreadableDocumentError with one sentence that says what is wrong with the file, and one that says what to do
 */
export const readFile = async (file: GivenFile): Promise<SourceText> => {
  const { bytes, fileName } = file
  const { reader, mediaType } = chooseReader(file)
  const read = await readers[reader]()
  try {
    const { encoding, text, layout, ...made } = await read(bytes, fileName)
    return { fileName, mediaType, reader: made.reader, encoding, text, lines: splitLines(text), layout }
  } catch (error) {
    if (error instanceof UnreadableDocumentError) throw error
    // The call stack or a library's own limit: a document made to break readers, or one that they do not know.
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error)
    throw new UnreadableDocumentError(
      `${fileName} cannot be read (${reason}). Send its text as a plain text file.`,
      fileName,
    )
  }
}
