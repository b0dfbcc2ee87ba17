import type { Block } from '../../turns/blocks.js'
import { isRecord } from '../../turns/records.js'

/** The items beside an item in its list, and whether other items stand in it. */
export interface Neighbours {
  before?: Block
  after?: Block
  isParent: boolean
}

/** For every list item its neighbours, in one pass. */
export const neighboursOf = (blocks: readonly Block[]): Map<Block, Neighbours> => {
  const neighbours = new Map<Block, Neighbours>()
  const open: Block[] = []
  for (const block of blocks) {
    if (block.kind === 'heading') open.length = 0
    if (block.kind !== 'item') continue
    while ((open.at(-1)?.depth ?? 0) > block.depth) open.pop()
    const last = open.at(-1)
    const own: Neighbours = { isParent: false }
    if (last && last.depth === block.depth) {
      own.before = last
      const before = neighbours.get(last)
      if (before) before.after = block
      open.pop()
    } else if (last) {
      const parent = neighbours.get(last)
      if (parent) parent.isParent = true
    }
    neighbours.set(block, own)
    open.push(block)
  }
  return neighbours
}

/** Whether an item records an action, a vote or a decision, so that it is nobody's words. */
export const isRecorded = (source: string, { rows: [row] }: Block): boolean =>
  row !== undefined && isRecord(source.slice(row.start, Math.min(row.end, row.start + 600)))
