import type { Layout, Mark } from '../layout.js'
import { markdownMarks } from './markdown/marks.js'
import { piecesOf } from './markdown/pieces.js'
import { type Shortened, shortened } from './markdown/shorten.js'
import type { Reading } from './reading.js'
import { readText, UnreadableDocumentError } from './text.js'
import { readerVersions } from './versions.js'

/** The metadata block that site generators put before a page: between two lines of three hyphens, or pluses, at the very start. */
const frontMatter = /^(---|\+\+\+)[ \t]*\r?\n(?:.*\r?\n)*?\1[ \t]*(?:\r?\n|$)/

/**
 * The text of a Markdown file as it stands (offsets are those of the file), with what its syntax says as marks
 * (CommonMark and the tables of GFM).
 *
 * @throws UnreadableDocumentError as for plain text, and for one that nests too deep
 */
export const readMarkdown = (bytes: Uint8Array, fileName: string): Reading => {
  const { encoding, text } = readText(bytes, fileName)
  refuseNested(text, fileName)
  return { reader: readerVersions.markdown, encoding, text, layout: layoutOf(text) }
}

/** So many quotations and lists may begin in one line. Each costs the parser as much again as all around it. */
const deepest = 100

/** A line that begins with more markers; one of hyphens or stars alone is a rule. */
const tooNested = new RegExp(`^(?![-* \\t]*$)(?:[ \\t]*(?:>|(?:[-+*]|\\d{1,9}[.)])[ \\t])){${deepest + 1}}`, 'm')

const refuseNested = (text: string, fileName: string): void => {
  if (!tooNested.test(text)) return
  throw new UnreadableDocumentError(
    `${fileName} nests more than ${deepest} quotations and lists in each other. Send its text as a .txt file.`,
    fileName,
  )
}

/**
 * What the syntax of a text says, word for word.
 *
 * @param length of the pieces in which it is parsed
 */
export const marksOfMarkdown = (text: string, length?: number): Mark[] =>
  [...piecesOf(text, length)].flatMap(({ start, text: piece, tree }) =>
    markdownMarks(tree, piece).map((mark) => ({ ...mark, start: mark.start + start, end: mark.end + start })),
  )

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
