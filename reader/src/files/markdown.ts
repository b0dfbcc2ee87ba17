import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'
import type { Layout, Mark } from '../layout.js'
import { markdownMarks } from './markdown/marks.js'
import { type Shortened, shortened } from './markdown/shorten.js'
import type { Reading } from './reading.js'
import { readText } from './text.js'
import { readerVersions } from './versions.js'

/** The metadata block that site generators put before a page: between two lines of three hyphens, or pluses, at the very start. */
const frontMatter = /^(---|\+\+\+)[ \t]*\r?\n(?:.*\r?\n)*?\1[ \t]*(?:\r?\n|$)/

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

/** What the syntax of a text says, word for word. */
export const marksOfMarkdown = (text: string): Mark[] => {
  const tree: Nodes = fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] })
  return markdownMarks(tree, text)
}

const layoutOf = (text: string): Layout => {
  const front = frontMatter.exec(text)?.[0] ?? ''
  const before: Mark[] = front === '' ? [] : [{ kind: 'front-matter', start: 0, end: front.trimEnd().length }]
  return [...before, ...marksOfWhole(shortened(front.replaceAll(/[^\r\n]/g, ' ') + text.slice(front.length)))]
}

/** The marks of a text that was shortened, as they are in the whole. */
const marksOfWhole = ({ text, restore, paragraphs }: Shortened): Mark[] => {
  const marks = marksOfMarkdown(text).map((mark) => ({ ...mark, start: restore(mark.start), end: restore(mark.end) }))
  const ends = new Map(marks.filter(({ kind }) => kind === 'paragraph').map(({ start, end }) => [start, end]))
  const others = paragraphs
    .filter(({ before: [start, end] }) => ends.get(start) === end)
    .flatMap(({ places }) => places.map(([start, end]): Mark => ({ kind: 'paragraph', start, end })))
  return [...marks, ...others].sort((a, b) => a.start - b.start)
}
