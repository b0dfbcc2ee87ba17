import { decodeMarkup } from './declared-encoding.js'
import type { Reading } from './reading.js'
import { UnreadableDocumentError } from './text.js'
import { TextWriter } from './text-writer.js'
import { readerVersions } from './versions.js'
import { renderXml } from './xml/render.js'
import { parseXml } from './xml/tree.js'

/**
 * The readable text of an XML document (Akoma Ntoso, TEI): the content of its elements, blocks parted by a blank line, and a
 * mark for each element, with its attributes. Comments and processing instructions are no text.
 *
 * @throws UnreadableDocumentError for XML that is damaged, declares entities, nests too deep or has no text
 */
export const readXml = (bytes: Uint8Array, fileName: string): Reading => {
  const { encoding, text: xml } = decodeMarkup(bytes, 'xml', fileName)
  const root = parseXml(xml, fileName)
  const writer = new TextWriter()
  renderXml(root, writer)
  const { text, layout } = writer.finish()
  if (text === '') {
    throw new UnreadableDocumentError(
      `${fileName} holds no text in its elements. Send the XML that holds the record.`,
      fileName,
    )
  }
  return { reader: readerVersions.xml, encoding, text, layout }
}
