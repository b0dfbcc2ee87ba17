import type { Pieces } from '../record.js'
import { piecesOf } from '../text/flow.js'
import type { Stretch } from './draft.js'

/** Behind the name in a label: a body or a place in parentheses or behind a comma, then the colon or dash. */
const restOfLabel = /^(?:\s*\([^()]{1,60}\)|,[^:.;]{1,60})?\s*(?::|\s[–—-])\s+/u

interface Unlabelled {
  readonly stretches: readonly Stretch[]
  /** The label; none where there is none. */
  readonly label: Pieces
}

/** Takes the label that names its speaker ("Ms Roe (Harbour Board):") from the beginning of a remark: it is no word of theirs. */
export const withoutLabel = (stretches: readonly Stretch[], as: string | null | undefined): Unlabelled => {
  const [first, ...rest] = stretches
  if (!first || !as) return { stretches, label: [] }
  const [start, end] = first.range
  const text = first.block.flow.text.slice(start, end)
  const isNamed = text.slice(0, as.length).toLowerCase() === as.toLowerCase()
  const found = isNamed ? restOfLabel.exec(text.slice(as.length)) : null
  if (!found) return { stretches, label: [] }
  const from = start + as.length + found[0].length
  if (from >= end) return { stretches, label: [] }
  return {
    stretches: [{ block: first.block, range: [from, end] }, ...rest],
    label: piecesOf(first.block.flow, start, from),
  }
}
