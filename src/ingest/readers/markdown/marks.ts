import type { ListItem, Nodes, Parents } from 'mdast'
import type { Mark } from '../../layout.js'

interface Context {
  readonly text: string
  readonly marks: Mark[]
  readonly listDepth: number
}

/** What a syntax tree of Markdown says about the text that it was made of, in the order of the text. */
export const markdownMarks = (tree: Nodes, text: string): Mark[] => {
  const marks: Mark[] = []
  visit(tree, { text, marks, listDepth: 0 })
  return marks.sort((a, b) => a.start - b.start)
}

const rangeOf = (node: Nodes): [number, number] => [
  node.position?.start.offset ?? 0,
  node.position?.end.offset ?? node.position?.start.offset ?? 0,
]

/** From the first child to the last: the content without the syntax on either side. */
const contentOf = (node: Parents): [number, number] => {
  const [start, end] = rangeOf(node)
  const first = node.children[0]
  const last = node.children.at(-1)
  return first && last ? [rangeOf(first)[0], rangeOf(last)[1]] : [end, Math.max(start, end)]
}

const visitChildren = (node: Parents, context: Context): void => {
  for (const child of node.children) visit(child, context)
}

/** A mark over the content of a node, and `markup` over the syntax before and after it. */
const wrapped = (node: Parents, context: Context, mark: (start: number, end: number) => Mark): void => {
  const [outerStart, outerEnd] = rangeOf(node)
  const [start, end] = contentOf(node)
  markup(outerStart, start, context)
  if (start < end) context.marks.push(mark(start, end))
  visitChildren(node, context)
  markup(end, outerEnd, context)
}

const markup = (start: number, end: number, { marks }: Context): void => {
  if (start < end) marks.push({ kind: 'markup', start, end })
}

const whole = (node: Nodes, context: Context, kind: 'paragraph' | 'blockquote' | 'code' | 'thematic-break'): void => {
  const [start, end] = rangeOf(node)
  context.marks.push({ kind, start, end })
}

const visit = (node: Nodes, context: Context): void => {
  switch (node.type) {
    case 'heading':
      return wrapped(node, context, (start, end) => ({ kind: 'heading', level: node.depth, start, end }))
    case 'strong':
    case 'emphasis':
      return wrapped(node, context, (start, end) => ({ kind: node.type, start, end }))
    case 'link':
      return wrapped(node, context, (start, end) => ({ kind: 'link', href: node.url, start, end }))
    case 'paragraph':
    case 'blockquote':
      whole(node, context, node.type)
      return visitChildren(node, context)
    case 'code':
    case 'inlineCode':
      return whole(node, context, 'code')
    case 'thematicBreak':
      return whole(node, context, 'thematic-break')
    case 'list':
      return visitChildren(node, { ...context, listDepth: context.listDepth + 1 })
    case 'listItem':
      return listItem(node, context)
    case 'table':
    case 'tableRow':
    case 'tableCell':
      return table(node, context)
    case 'text':
      return escapes(...rangeOf(node), context)
    case 'html':
      return tag(...rangeOf(node), context)
    default:
      if ('children' in node) visitChildren(node, context)
  }
}

const markerAt = /[-+*]|\d{1,9}[.)]/y

const listItem = (node: ListItem, context: Context): void => {
  const [outerStart, outerEnd] = rangeOf(node)
  markerAt.lastIndex = outerStart
  const marker = markerAt.exec(context.text)?.[0] ?? ''
  const [start, end] = contentOf(node)
  const ordered = /\d/.test(marker)
  markup(outerStart, ordered ? outerStart : Math.min(start, outerStart + marker.length), context)
  context.marks.push({ kind: 'list-item', depth: context.listDepth, ordered, marker, start, end: Math.min(end, outerEnd) })
  visitChildren(node, context)
}

const table = (node: Extract<Nodes, { type: 'table' | 'tableRow' | 'tableCell' }>, context: Context): void => {
  const [start, end] = rangeOf(node)
  if (node.type === 'table') {
    context.marks.push({ kind: 'table', start, end })
    return node.children.forEach((row, i) => tableRow(row, i === 0, context))
  }
  visitChildren(node, context)
}

const tableRow = (row: Extract<Nodes, { type: 'tableRow' }>, header: boolean, context: Context): void => {
  const [start, end] = rangeOf(row)
  context.marks.push({ kind: 'row', start, end })
  for (const [column, cell] of row.children.entries()) {
    const [cellStart, cellEnd] = rangeOf(cell)
    const content: [number, number] = cell.children.length > 0 ? contentOf(cell) : [cellEnd, cellEnd]
    markup(cellStart, content[0], context)
    context.marks.push({ kind: 'cell', column, header, start: content[0], end: content[1] })
    visitChildren(cell, context)
    markup(content[1], cellEnd, context)
  }
}

/** Backslashes that only keep the next character from being syntax. */
const escapes = (start: number, end: number, context: Context): void => {
  for (const match of context.text.slice(start, end).matchAll(/\\(?=[!-/:-@[-`{-~])/g)) {
    if (context.text[start + match.index - 1] !== '\\') markup(start + match.index, start + match.index + 1, context)
  }
}

/** A tag of HTML inside Markdown; a block of HTML is left as text. */
const tag = (start: number, end: number, context: Context): void => {
  if (/^<[^<>]*>$/.test(context.text.slice(start, end))) markup(start, end, context)
}
