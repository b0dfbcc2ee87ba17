import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'
import type { Layout, Mark } from '../layout.js'
import { markdownMarks } from './markdown/marks.js'
import type { Reading } from './reading.js'
import { readText } from './text.js'
import { readerVersions } from './versions.js'

/** The metadata block that site generators put before a page: between two lines of three hyphens at the very start. */
const frontMatter = /^---[ \t]*\r?\n(?:.*\r?\n)*?---[ \t]*(?:\r?\n|$)/

/**
 * The text of a Markdown file as it stands (offsets are those of the file), with what its syntax says as marks
 * (CommonMark and the tables of GFM).
 *
 * @throws UnreadableDocumentError as for plain text
 */
export const readMarkdown = (bytes: Uint8Array, fileName: string): Reading => {
  const { encoding, text } = readText(bytes, fileName)
  return { reader: readerVersions.markdown, encoding, text, layout: layoutOf(text) }
}

const layoutOf = (text: string): Layout => {
  const front = frontMatter.exec(text)?.[0] ?? ''
  const tree: Nodes = fromMarkdown(front.replaceAll(/[^\r\n]/g, ' ') + text.slice(front.length), {
    extensions: [gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()],
  })
  const before: Mark[] = front === '' ? [] : [{ kind: 'front-matter', start: 0, end: front.trimEnd().length }]
  return [...before, ...markdownMarks(tree, text)]
}
