import { type ChildNode, type Element, isTag, isText } from 'domhandler'
import { type CountingStyle, printedCount } from '../counting.js'
import type { NewMark, TextWriter } from '../text-writer.js'
import { elementsBelow, elementsIn, textIn } from './dom.js'
import { blocks, dropped, phrasing } from './names.js'
import { isDataTable, tableGrid } from './table.js'
import { areTypedRows, type Tabs, tabsOf } from './tabs.js'

/** Of a line break that is the end of a page, and of the marker that a list item prints itself (readDocx). */
export const pageBreakClass = 'page-break'
export const listMarkerClass = 'list-marker'

interface Context {
  readonly writer: TextWriter
  /** Ids that a reference to a note points to. */
  readonly notes: ReadonlySet<string>
  readonly tabs: Tabs
  readonly listDepth: number
  readonly inCell: boolean
}

const inline: Readonly<Record<string, NewMark>> = {
  b: { kind: 'strong' },
  strong: { kind: 'strong' },
  i: { kind: 'emphasis' },
  em: { kind: 'emphasis' },
  cite: { kind: 'emphasis' },
  u: { kind: 'underline' },
  sup: { kind: 'superscript' },
  code: { kind: 'code' },
}

/** An element of no standard around words, as collections of texts have: a passage. */
const isOwnTag = ({ name, parent }: Element): boolean =>
  !phrasing.has(name) && !name.includes('-') && parent?.type === 'root'

const isHidden = ({ attribs }: Element): boolean =>
  attribs.hidden !== undefined || /display\s*:\s*none/i.test(attribs.style ?? '')

const backLink = /^(?:[↑↩⏎^\s]|\ufe0e)+$/

/** `[1]` that leads to a note, whoever made the page: by its role, its class, its id, or by standing raised. */
const noteTarget = (element: Element): string | null => {
  const { href = '', role, class: names = '', id = '' } = element.attribs
  if (element.name !== 'a' || !href.startsWith('#') || backLink.test(textIn(element.children))) return null
  const raised = elementsIn(element.children)[0]?.name === 'sup' || (element.parent as Element | null)?.name === 'sup'
  const isReference = role === 'doc-noteref' || /\bfootnote-?ref\b/.test(names) || /(note|fn).?ref/i.test(id) || raised
  return isReference ? href.slice(1) : null
}

const noteTargets = (nodes: readonly ChildNode[]): Set<string> => {
  const targets = new Set<string>()
  for (const element of elementsBelow(nodes)) {
    const target = noteTarget(element)
    if (target) targets.add(target)
  }
  return targets
}

/** Writes the readable text of these nodes, with marks. */
export const renderHtml = (nodes: readonly ChildNode[], writer: TextWriter, tabs: Tabs): void => {
  renderAll(nodes, { writer, notes: noteTargets(nodes), tabs, listDepth: 0, inCell: false })
}

const renderAll = (nodes: readonly ChildNode[], context: Context): void => {
  for (const node of nodes) {
    if (isText(node)) text(node.data, context)
    else if (isTag(node) && !dropped.has(node.name) && !isHidden(node)) render(node, context)
  }
}

const text = (data: string, { writer, tabs, inCell }: Context): void => {
  if (tabs !== 'lines' || inCell) writer.write(data, tabs !== 'none' && !inCell)
  else {
    for (const [i, line] of data.split('\n').entries()) {
      if (i > 0) writer.end(1)
      writer.write(line, true)
    }
  }
}

const render = (element: Element, context: Context): void => {
  const note = context.notes.has(element.attribs.id ?? '') ? element.attribs.id : undefined
  if (note === undefined) renderElement(element, context)
  else context.writer.within({ kind: 'footnote', label: note }, () => renderElement(element, context))
}

const renderElement = (element: Element, context: Context): void => {
  const { name, attribs, children } = element
  const { writer } = context
  const mark = inline[name]
  if (name === 'br') lineBreak(element, context)
  else if (name === 'a') link(element, context)
  else if (mark) writer.within(mark, () => renderAll(children, context))
  else if (blocks.has(name) || isOwnTag(element)) block(element, context)
  else if (attribs.class === listMarkerClass) strayMarker(element, context)
  else renderAll(children, context)
}

/** A list item has written its marker already; a numbered heading has not. */
const strayMarker = (element: Element, { writer }: Context): void => {
  if ((element.parent as Element | null)?.name !== 'li') writer.write(`${textIn(element.children)} `)
}

const lineBreak = ({ attribs }: Element, { writer, inCell }: Context): void => {
  if (inCell) writer.endInCell()
  else if (attribs.class === pageBreakClass) writer.endPage(null)
  else writer.end(writer.atLineStart ? 2 : 1)
}

const link = (element: Element, context: Context): void => {
  const { href } = element.attribs
  const target = noteTarget(element)
  const write = () => renderAll(element.children, context)
  if (target) context.writer.within({ kind: 'footnote-reference', label: target }, write)
  else if (href === undefined) write()
  else if (!href.startsWith('#') || !backLink.test(textIn(element.children)))
    context.writer.within({ kind: 'link', href }, write)
}

const holdsBlocks = (element: Element): boolean => elementsIn(element.children).some(({ name }) => blocks.has(name))

const block = (element: Element, context: Context): void => {
  if (context.inCell) blockInCell(element, context)
  else if (element.name === 'li') listItem(element, '-', context)
  else ownBlock(element, context)
}

const blockInCell = (element: Element, context: Context): void => {
  context.writer.endInCell()
  renderAll(element.children, context)
  context.writer.endInCell()
}

const ownBlock = (element: Element, context: Context): void => {
  const { writer } = context
  const { name } = element
  const isList = name === 'ul' || name === 'ol'
  const isTight = name === 'tr' || name === 'dt' || name === 'dd' || (isList && context.listDepth > 0)
  const margin = (neighbour: 'next' | 'prev') => (isTight || areTypedRows(element, neighbour) ? 1 : 2)
  writer.end(margin('prev'))
  if (name === 'table' && isDataTable(element)) table(element, context)
  else if (isList) list(element, context)
  // What a definition list defines: in transcripts, who speaks.
  else if (name === 'dt')
    writer.within({ kind: 'paragraph' }, () => writer.within({ kind: 'strong' }, () => content(element, context)))
  else withMark(blockMark(element), writer, () => content(element, context))
  writer.end(margin('next'))
}

const content = (element: Element, context: Context): void => {
  if (element.name === 'pre') context.writer.verbatim(textIn(element.children).replace(/^\n|\s+$/g, ''))
  else renderAll(element.children, context.tabs === 'none' ? { ...context, tabs: tabsOf(element) } : context)
}

const withMark = (mark: NewMark | null, writer: TextWriter, write: () => void): void => {
  if (mark) writer.within(mark, write)
  else write()
}

const blockMark = (element: Element): NewMark | null => {
  if (/^h[1-6]$/.test(element.name)) return { kind: 'heading', level: Number(element.name[1]) }
  if (element.name === 'blockquote') return { kind: 'blockquote' }
  if (element.name === 'pre') return { kind: 'code' }
  return holdsBlocks(element) ? null : { kind: 'paragraph' }
}

const list = (element: Element, outer: Context): void => {
  const context = { ...outer, listDepth: outer.listDepth + 1 }
  const style = styles[element.attribs.type ?? ''] ?? 'decimal'
  let count = wholeNumber(element.attribs.start) ?? 1
  for (const child of element.children) {
    if (!isTag(child) || child.name !== 'li') {
      renderAll([child], context)
      continue
    }
    count = wholeNumber(child.attribs.value) ?? count
    listItem(child, element.name === 'ol' ? `${printedCount(count, style)}.` : '-', context)
    count++
  }
}

const wholeNumber = (value: string | undefined): number | undefined => {
  const number = Number.parseInt(value ?? '', 10)
  return Number.isInteger(number) ? number : undefined
}

const styles: Readonly<Record<string, CountingStyle>> = {
  a: 'lower-letter',
  A: 'upper-letter',
  i: 'lower-roman',
  I: 'upper-roman',
}

/** `counted`: what a browser would print before the item. A marker that the record itself prints goes before it. */
const listItem = (element: Element, counted: string, context: Context): void => {
  if (isHidden(element) || !textIn(element.children).trim()) return
  const { writer } = context
  const printed = printedMarker(element)
  const marker = printed ?? counted
  const depth = Math.max(1, context.listDepth)
  const write = () => {
    writer.end(1)
    writer.marker(marker, depth)
    writer.within({ kind: 'list-item', depth, ordered: marker !== '-', marker }, () =>
      renderAll(element.children, context),
    )
    writer.end(1)
  }
  const { id = '' } = element.attribs
  if (context.notes.has(id)) writer.within({ kind: 'footnote', label: id }, write)
  else write()
}

const printedMarker = (item: Element): string | undefined => {
  const first = item.children.find((child) => isTag(child) && child.attribs.class === listMarkerClass)
  return first && isTag(first) ? textIn(first.children).trim() : undefined
}

const table = (element: Element, context: Context): void => {
  const { writer } = context
  const caption = elementsIn(element.children).find(({ name }) => name === 'caption')
  if (caption) {
    renderAll(caption.children, context)
    writer.end(2)
  }
  writer.within({ kind: 'table' }, () => {
    for (const row of tableGrid(element)) {
      writer.end(1)
      writer.within({ kind: 'row' }, () => {
        for (const [column, cell] of row.entries()) {
          if (column > 0) writer.tab()
          writer.within({ kind: 'cell', column, header: cell?.name === 'th' }, () => {
            if (cell) renderAll(cell.children, { ...context, inCell: true })
          })
        }
      })
    }
  })
}
