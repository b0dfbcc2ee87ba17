import type { TextWriter } from '../text-writer.js'
import { blockNames, inlineNames } from './names.js'
import type { XmlElement } from './tree.js'

const holdsText = (element: XmlElement): boolean =>
  element.children.some((child) => typeof child === 'string' && child.trim() !== '')

/** `u` is underlined text in Akoma Ntoso and an utterance in TEI. */
const isUtterance = ({ name, attributes }: XmlElement): boolean =>
  name === 'u' && (attributes.who !== undefined || attributes.ana !== undefined || attributes.id !== undefined)

/** By its name; an element that no list knows is inline where it stands among text. */
const isInline = (element: XmlElement, parentHoldsText: boolean): boolean => {
  if (element.name === 'u') return !isUtterance(element)
  if (inlineNames.has(element.name)) return true
  return parentHoldsText && !blockNames.has(element.name)
}

const isLineBreak = ({ name }: XmlElement): boolean => name === 'eol' || name === 'br' || name === 'lb'
const isRow = ({ name }: XmlElement): boolean => name === 'tr' || name === 'row'
const isCell = ({ name }: XmlElement): boolean => name === 'td' || name === 'th' || name === 'cell'

interface Context {
  readonly writer: TextWriter
  readonly depth: number
  readonly inCell: boolean
}

/** Writes the text of an element and all that it holds, with a mark for each element. */
export const renderXml = (root: XmlElement, writer: TextWriter): void =>
  renderElement(root, { writer, depth: 0, inCell: false }, false)

const renderElement = (element: XmlElement, context: Context, inline: boolean): void => {
  const { writer, depth, inCell } = context
  const { name, attributes } = element
  const within = { writer, depth: depth + 1, inCell: inCell || isCell(element) }
  const lines = isRow(element) ? 1 : 2
  const end = () => {
    if (inline) return
    if (inCell) writer.endInCell()
    else if (!isCell(element)) writer.end(lines)
  }
  end()
  writer.within({ kind: 'element', name, attributes, depth }, () => {
    if (isLineBreak(element)) endLine(context)
    else if (name === 'table') writer.within({ kind: 'table' }, () => renderChildren(element, within))
    else if (isRow(element)) writer.within({ kind: 'row' }, () => renderRow(element, within))
    else renderChildren(element, within)
  })
  end()
}

const endLine = ({ writer, inCell }: Context): void => {
  if (inCell) writer.endInCell()
  else writer.end(1)
}

const renderRow = (row: XmlElement, context: Context): void => {
  const cells = row.children.filter((child): child is XmlElement => typeof child !== 'string' && isCell(child))
  for (const [column, cell] of cells.entries()) {
    if (column > 0) context.writer.tab()
    const header = cell.name === 'th' || cell.attributes.role === 'label' || row.attributes.role === 'label'
    context.writer.within({ kind: 'cell', column, header }, () => renderElement(cell, context, false))
  }
}

const renderChildren = (element: XmlElement, context: Context): void => {
  const mixed = holdsText(element)
  let previous: XmlElement | null = null
  for (const child of element.children) {
    if (typeof child === 'string') {
      // Between annotated words it is the annotation that says where spaces are.
      if (previous === null || !isWord(previous) || child.trim() !== '') context.writer.write(child)
      continue
    }
    if (previous !== null && isParted(previous, child)) context.writer.write(' ')
    renderElement(child, context, isInline(child, mixed))
    previous = child
  }
}

const nameParts: ReadonlySet<string> = new Set(['addName', 'forename', 'genName', 'nameLink', 'roleName', 'surname'])

/** A word or a sign of an annotated sentence, or a name that is made of them (TEI P5, 18.1). */
const isWord = ({ name, children }: XmlElement): boolean =>
  name === 'w' ||
  name === 'pc' ||
  (name === 'name' && children.some((child) => typeof child !== 'string' && isWord(child)))

const joins = ({ attributes, children }: XmlElement, side: 'left' | 'right'): boolean => {
  const inner = children.filter((child): child is XmlElement => typeof child !== 'string' && isWord(child))
  const outermost = side === 'left' ? inner[0] : inner.at(-1)
  return attributes.join === side || attributes.join === 'both' || (outermost !== undefined && joins(outermost, side))
}

/** Whether a space stands between two elements though there is none in the file. */
const isParted = (before: XmlElement, after: XmlElement): boolean =>
  isWord(before) && isWord(after)
    ? !joins(before, 'right') && !joins(after, 'left')
    : nameParts.has(before.name) && nameParts.has(after.name)
