import type { Nodes, Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'

/** A part of a text that begins at an offset, and its syntax tree. */
interface Piece {
  readonly start: number
  readonly text: string
  readonly tree: Root
}

/** Some blocks of usual length. The parser's time grows with the square of what it is given. */
const usualLength = 4000

const treeOf = (text: string): Root =>
  fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] })

const startOf = (node: Nodes | undefined): number => node?.position?.start.offset ?? 0

/**
 * Takes off what may go on behind the end of a text, and says where it begins: the last block, or the last item of a last list. A
 * heading begins with the definitions right before it.
 */
const takeLast = (tree: Root): number => {
  const last = tree.children.at(-1)
  if (last?.type === 'list' && last.children.length > 1) return startOf(last.children.pop())
  let first = tree.children.pop()
  while (last?.type === 'heading' && tree.children.at(-1)?.type === 'definition') first = tree.children.pop()
  return startOf(first)
}

/**
 * The syntax of a text, piece by piece. A block that another follows is closed, whatever comes behind it: so each piece begins
 * with the last block of the one before. Where links lead that are defined elsewhere is not asked.
 */
export function* piecesOf(text: string, length = usualLength): Generator<Piece> {
  let [start, wanted] = [0, length]
  while (start < text.length) {
    const newline = text.indexOf('\n', start + wanted)
    const end = newline < 0 ? text.length : newline + 1
    const piece = text.slice(start, end)
    const tree = treeOf(piece)
    if (end === text.length) return yield { start, text: piece, tree }
    const isBlank = tree.children.length === 0
    const next = isBlank ? piece.length : piece.lastIndexOf('\n', takeLast(tree) - 1) + 1
    if (next > 0) yield { start, text: piece, tree }
    wanted = next > 0 ? length : wanted * 2
    start += next
  }
}
