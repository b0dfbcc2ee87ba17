import { type ChildNode, type Element, isTag, isText } from 'domhandler'
import { blocks } from './names.js'

/**
 * What the tabs of a block say. HTML counts them as white space, but people and converters put plain text with columns into
 * pages, and a word processor has them for columns: `words`, tabs in a line are text; `lines`, line ends are text too.
 */
export type Tabs = 'none' | 'words' | 'lines'

/** The text of a block itself, line ends where a browser would show them too. */
const ownText = (nodes: readonly ChildNode[]): string =>
  nodes
    .map((node) => {
      if (isText(node)) return node.data
      if (!isTag(node) || blocks.has(node.name)) return ''
      return node.name === 'br' ? '\n' : ownText(node.children)
    })
    .join('')

/** White space at either end is indentation of the markup where it has a line end in it. */
const isIndentation = (space: string): boolean => space.includes('\n')

const holdsTab = (text: string): boolean => {
  const rest = text.trimStart()
  const words = rest.trimEnd()
  const ends = [text.slice(0, text.length - rest.length), rest.slice(words.length)]
  return [words, ...ends.filter((space) => !isIndentation(space))].some((part) => part.includes('\t'))
}

export const tabsOf = ({ name, children }: Element): Tabs => {
  const text = ownText(children)
  if (!text.includes('\t') || /^h[1-6]$/.test(name)) return 'none'
  if (text.split('\n').filter((line) => /\S *\t[ \t]*\S/.test(line)).length > 1) return 'lines'
  return holdsTab(text) ? 'words' : 'none'
}

/** A paragraph that is a line of a table typed with tabs; a tab after a list marker makes none. */
const isTypedRow = (element: Element): boolean => {
  if (element.name !== 'p' && element.name !== 'div') return false
  const text = ownText(element.children)
  return text.length < 300 && tabsOf(element) === 'words' && !/^\s*\(?\w{1,4}[.)]\t[^\t]*$/.test(text)
}

/** Whether a block and the one after it (or before it) are lines of one table, so that no blank line parts them. */
export const areTypedRows = (element: Element, neighbour: 'next' | 'prev'): boolean => {
  if (!isTypedRow(element)) return false
  let other = element[neighbour]
  while (other && !isTag(other) && !(isText(other) && other.data.trim() !== '')) other = other[neighbour]
  return other !== null && isTag(other) && isTypedRow(other)
}
