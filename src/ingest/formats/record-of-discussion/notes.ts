import { type Block, piecesOfBlock, plainText } from '../../turns/blocks.js'

const note = /^(?:\[\^?(\d{1,3})\]:?|\^(\d{1,3})|(\d{1,3}))[.)]?\s+(?=\S)/
const reference = /\[\^?\d{1,3}\]|[\u00b9\u00b2\u00b3\u2070-\u2079]|<sup>\d|(?<=[\p{Ll}.,;”’"])\d{1,2}(?=\s|$)/u

const numberOf = (source: string, block: Block): number | null => {
  const [first] = piecesOfBlock(block)
  const match = first ? note.exec(source.slice(first[0], Math.min(first[1], first[0] + 12))) : null
  return match ? Number(match[1] ?? match[2] ?? match[3]) : null
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
  if (first <= 0) return new Set()
  const [from] = piecesOfBlock(blocks[first] ?? { kind: 'text', level: 0, depth: 0, isBold: false, rows: [] })
  const before = source.slice(0, from?.[0] ?? 0)
  const isBare = /^\d/.test(source.slice(from?.[0] ?? 0, (from?.[0] ?? 0) + 1))
  if (isBare && !reference.test(before)) return new Set()
  const hasStop = /^\d{1,3}[.)]/.test(source.slice(from?.[0] ?? 0, (from?.[0] ?? 0) + 5))
  if (hasStop && !/\[\^?1\]/.test(before)) return new Set()
  return new Set(blocks.slice(first).filter((block) => block.kind !== 'heading' && !isLoose(source, block)))
}
