import { type Block, plainText } from '../../turns/blocks.js'

const note = /^(?:\[\^?(\d{1,3})\]:?|\((\d{1,3})\)|\^(\d{1,3})|(\d{1,3}))[.)]?\s+(?=\S)/
const reference =
  /\[\^?\d{1,3}\]|(?<=[\p{L}.,;”’"])\(\d{1,2}\)|[\u00b9\u00b2\u00b3\u2070-\u2079]|<sup>\d|(?<=[\p{Ll}.,;”’"])\d{1,2}(?=\s|$)/u

/** Where a block begins, with the mark of a list that a note's number may be taken for. */
const startOf = ({ rows: [row] }: Block): number => row?.marker?.[0] ?? row?.start ?? 0

const headOf = (source: string, block: Block): string => source.slice(startOf(block), startOf(block) + 12)

const numberOf = (source: string, block: Block): number | null => {
  const match = note.exec(headOf(source, block))
  return match ? Number(match[1] ?? match[2] ?? match[3] ?? match[4]) : null
}

/** An archive's number in brackets, or nothing but marks: what may stand among the notes at the end. */
const isLoose = (source: string, block: Block): boolean =>
  /^\[[^[\]]{4,160}\]$|^[^\p{L}\p{N}]*$/u.test(plainText(source, block))

/**
 * The notes at the end of a document: the last blocks that are numbered 1, 2, 3 …, with those that go on with one of them. Only
 * where the text before refers to notes by number, for a list may be numbered as well.
 */
export const noteBlocks = (source: string, blocks: readonly Block[]): ReadonlySet<Block> => {
  let first = -1
  let wanted = 0
  for (const [i, block] of blocks.entries()) {
    if (block.kind !== 'text' && block.kind !== 'item' && block.kind !== 'quote') continue
    const number = numberOf(source, block)
    if (number === 1) [first, wanted] = [i, 2]
    else if (number !== null && number === wanted) wanted++
  }
  const opening = blocks[first]
  if (first <= 0 || !opening) return new Set()
  const [before, head] = [source.slice(0, startOf(opening)), headOf(source, opening)]
  if (/^[\d(]/.test(head) && !reference.test(before)) return new Set()
  if (/^\d{1,3}[.)]/.test(head) && !/\[\^?1\]/.test(before)) return new Set()
  return new Set(blocks.slice(first).filter((block) => block.kind !== 'heading' && !isLoose(source, block)))
}
