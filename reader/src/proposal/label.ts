import type { Pieces } from '../record.js'
import { piecesOf } from '../text/flow.js'
import type { Stretch } from './draft.js'

/** Before the name in a label: a body or an office, parted by strokes ("Harbour Board | Ada Roe: …"). */
const beforeName = /^(?:[^|:]{1,60}\|\s*)*$/u

/** Behind it: a body, an office or a place in parentheses, behind a comma or behind strokes, then the colon or dash. */
const restOfLabel = /^(?:\s*\([^()]{1,60}\)|,[^:.;]{1,60}|(?:\s*\|[^|:]{1,60})+)?\s*(?::|\s[–—-])\s+/u

/** Where the name stands in text that may begin with a label. */
const nameIn = (text: string, name: string): number => {
  if (text.slice(0, name.length).toLowerCase() === name.toLowerCase()) return 0
  const at = text.slice(0, 200).indexOf(name)
  return at >= 0 && beforeName.test(text.slice(0, at)) ? at : -1
}

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
  const at = nameIn(text, as)
  const found = at >= 0 ? restOfLabel.exec(text.slice(at + as.length)) : null
  if (!found) return { stretches, label: [] }
  const from = start + at + as.length + found[0].length
  if (from >= end) return { stretches, label: [] }
  return {
    stretches: [{ block: first.block, range: [from, end] }, ...rest],
    label: piecesOf(first.block.flow, start, from),
  }
}
