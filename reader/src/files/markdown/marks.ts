import type { Link, ListItem, Nodes, Parents, Table, TableRow } from 'mdast'
import type { Mark } from '../../layout.js'
import { htmlTagsIn } from './html-tags.js'

interface Context {
  readonly text: string
  readonly marks: Mark[]
  readonly listDepth: number
  /** A block quotation is around. */
  readonly isQuoted: boolean
}

/** What a syntax tree of Markdown says about the text that it was made of, in the order of the text. */
export const markdownMarks = (tree: Nodes, text: string): Mark[] => {
  const marks: Mark[] = []
  visit(tree, { text, marks, listDepth: 0, isQuoted: false })
  return marks.sort((a, b) => a.start - b.start)
}

interface Place {
  readonly start: number
  readonly end: number
}

const placeOf = (node: Nodes): Place => {
  const start = node.position?.start.offset ?? 0
  return { start, end: node.position?.end.offset ?? start }
}

/** From the first child to the last: the content without the syntax on either side. */
const contentOf = (node: Parents): Place => {
  const { end } = placeOf(node)
  const first = node.children[0]
  const last = node.children.at(-1)
  return first && last ? { start: placeOf(first).start, end: placeOf(last).end } : { start: end, end }
}

const visitChildren = (node: Parents, context: Context): void => {
  for (const child of node.children) visit(child, context)
}

/** A mark over the content of a node, and `markup` over the syntax before and after it. */
const wrapped = (node: Parents, context: Context, mark: (place: Place) => Mark): void => {
  const outer = placeOf(node)
  const content = contentOf(node)
  markup(outer.start, content.start, context)
  if (content.start < content.end) context.marks.push(mark(content))
  visitChildren(node, context)
  markup(content.end, outer.end, context)
}

const markup = (start: number, end: number, { marks }: Context): void => {
  if (start < end) marks.push({ kind: 'markup', start, end })
}

const visit = (node: Nodes, context: Context): void => {
  if (node.type === 'heading') wrapped(node, context, (place) => ({ kind: 'heading', level: node.depth, ...place }))
  else if (node.type === 'strong' || node.type === 'emphasis') {
    wrapped(node, context, (place) => ({ kind: node.type, ...place }))
  } else if (node.type === 'link') wrapped(node, context, (place) => ({ ...linkMark(node, context), ...place }))
  else if (node.type === 'listItem') listItem(node, context)
  else if (node.type === 'table') table(node, context)
  else if (node.type === 'text') escapes(node, context)
  else if (node.type === 'html') tags(node, context)
  else {
    const kind = wholes[node.type]
    if (kind) context.marks.push({ kind, ...placeOf(node) })
    if (node.type === 'code' || node.type === 'inlineCode') fences(node, context)
    if (node.type === 'blockquote' && !context.isQuoted) quoteSigns(node, context)
    const isQuoted = context.isQuoted || node.type === 'blockquote'
    const listDepth = context.listDepth + (node.type === 'list' ? 1 : 0)
    if ('children' in node) visitChildren(node, { ...context, listDepth, isQuoted })
  }
}

/** What stands around code: backticks, or lines that begin with them. */
const fences = (node: Nodes, context: Context): void => {
  const { start, end } = placeOf(node)
  const words = context.text.slice(start, end)
  const signs = /^(?:`+|~{3,})/.exec(words)?.[0] ?? ''
  if (signs === '') return
  const opening = node.type === 'code' ? (/^.*/.exec(words)?.[0] ?? '') : signs
  markup(start, start + opening.length, context)
  const last = words.trimEnd()
  if (last.length > opening.length && last.endsWith(signs)) markup(start + last.length - signs.length, end, context)
}

/** The signs before the lines of a block quotation. */
const quoteSigns = (node: Nodes, context: Context): void => {
  const { start, end } = placeOf(node)
  for (const { 0: signs, index } of context.text.slice(start, end).matchAll(/^[ \t]*>[> \t]*/gm))
    for (const sign of signs.matchAll(/>/g)) markup(start + index + sign.index, start + index + sign.index + 1, context)
}

/** Nodes that get one mark over all of them, their syntax included. */
const wholes: Partial<Record<Nodes['type'], 'paragraph' | 'blockquote' | 'code' | 'thematic-break'>> = {
  paragraph: 'paragraph',
  blockquote: 'blockquote',
  code: 'code',
  inlineCode: 'code',
  thematicBreak: 'thematic-break',
}

/** A link to a place on the page whose text is a figure or a sign leads to a note. */
const linkMark = (node: Link, { text }: Context) => {
  const { start, end } = contentOf(node)
  return node.url.startsWith('#') && /^(?:\d{1,3}|[*†‡§])$/.test(text.slice(start, end))
    ? ({ kind: 'footnote-reference', label: node.url.slice(1) } as const)
    : ({ kind: 'link', href: node.url } as const)
}

const markerAt = /[-+*]|\d{1,9}[.)]/y

const listItem = (node: ListItem, context: Context): void => {
  const outer = placeOf(node)
  const content = contentOf(node)
  markerAt.lastIndex = outer.start
  const marker = markerAt.exec(context.text)?.[0] ?? ''
  const ordered = /\d/.test(marker)
  // A number is a part of the text, a bullet is syntax.
  if (!ordered) markup(outer.start, outer.start + marker.length, context)
  context.marks.push({ kind: 'list-item', depth: context.listDepth, ordered, marker, ...content })
  visitChildren(node, context)
}

const table = (node: Table, context: Context): void => {
  const [header, ...rows] = node.children
  context.marks.push({ kind: 'table', ...placeOf(node) })
  if (!header) return
  const columns = header.children.length
  const piped = context.text[placeOf(header).start] === '|'
  tableRow(header, 0, true, context)
  for (const row of rows) {
    // In a table without pipes at its edges, a row that begins with one has an empty first cell, whatever GFM makes of it.
    const skips = !piped && context.text[placeOf(row).start] === '|' && row.children.length < columns
    tableRow(row, skips ? 1 : 0, false, context)
  }
}

const tableRow = (row: TableRow, skipped: number, header: boolean, context: Context): void => {
  const { start } = placeOf(row)
  context.marks.push({ kind: 'row', ...placeOf(row) })
  if (skipped > 0) context.marks.push({ kind: 'cell', column: 0, header, start, end: start })
  for (const [i, cell] of row.children.entries()) {
    const column = i + skipped
    wrapped(cell, context, (place) => ({ kind: 'cell', column, header, ...place }))
    if (cell.children.length === 0) context.marks.push({ kind: 'cell', column, header, ...contentOf(cell) })
  }
}

/** Backslashes that only keep the next character from being syntax. */
const escapes = (node: Nodes, context: Context): void => {
  const { start, end } = placeOf(node)
  for (const { index } of context.text.slice(start, end).matchAll(/\\[!-/:-@[-`{-~]/g)) {
    markup(start + index, start + index + 1, context)
  }
}

/** HTML inside Markdown: its tags are syntax, what stands between them is text. */
const tags = (node: Nodes, context: Context): void => {
  const { start, end } = placeOf(node)
  for (const [from, to] of htmlTagsIn(context.text.slice(start, end))) markup(start + from, start + to, context)
}
