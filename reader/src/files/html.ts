import { decodeMarkup } from './declared-encoding.js'
import { parseHtml } from './html/dom.js'
import { renderHtml } from './html/render.js'
import type { Tabs } from './html/tabs.js'
import type { Reading } from './reading.js'
import { UnreadableDocumentError } from './text.js'
import { TextWriter } from './text-writer.js'
import { readerVersions } from './versions.js'

/**
 * The readable text of a page and its layout: blocks parted by a blank line, a table row to a line with its cells parted by
 * tabs, list items with their markers; scripts, styles, navigation and controls left out.
 *
 * @throws UnreadableDocumentError for a page without text, or one that nests too deep
 */
export const readHtml = (bytes: Uint8Array, fileName: string): Reading => {
  const { encoding, text: html } = decodeMarkup(bytes, 'html', fileName)
  const { text, layout } = textOfHtml(html, fileName, 'none')
  if (text === '') {
    throw new UnreadableDocumentError(
      `${fileName} is a page without readable text. If a script fills it in, open it in a browser and save what is shown.`,
      fileName,
    )
  }
  return { reader: readerVersions.html, encoding, text, layout }
}

/** `tabs`: what tabs are where a block does not show that they are columns. */
export const textOfHtml = (html: string, fileName: string, tabs: Tabs): Pick<Reading, 'text' | 'layout'> => {
  const writer = new TextWriter()
  renderHtml(parseHtml(html, fileName), writer, tabs)
  return writer.finish()
}
