import type { Pieces } from '../record.js'
import { textOf } from '../text/flow.js'
import { common, size, without } from '../text/pieces.js'
import type { CorrectionOf } from './correction.js'
import { coverOf } from './cover.js'
import { type Draft, paragraphAt, removeTurns, setPieces, settlePassages } from './draft.js'
import { InapplicableCorrection } from './refused.js'

const isWithin = (inner: Pieces, outer: Pieces): boolean => common(inner, outer) === size(inner)

/** How many of its first words a passage is known by. */
const opening = 6

/** Says that nobody by name says these words: whole remarks become a passage, inside a remark they stay in it as nobody's. */
export const applyNobody = (draft: Draft, { passage: kind }: CorrectionOf<'NOBODY'>, at: Pieces): void => {
  const text = textOf(draft.source, at)
  const { position: paragraph } = paragraphAt(draft, at)
  removeTurns(draft, new Set(coverOf(draft, at).whole))
  draft.passages = draft.passages.filter(({ pieces }) => !isWithin(pieces, at))
  const wording = text.split(/\s+/).slice(0, opening).join(' ')
  draft.passages.push({ paragraph, kind, text, wording, pieces: at, turn: null })
  settlePassages(draft)
}

/** Says that these words are no remark, and nothing that anybody said. */
export const applyNoRemark = (draft: Draft, at: Pieces): void => {
  const { whole, partly } = coverOf(draft, at)
  const passages = draft.passages.filter(({ pieces }) => !isWithin(pieces, at))
  if (whole.length + partly.length === 0 && passages.length === draft.passages.length)
    throw new InapplicableCorrection('No remark stands here.')
  draft.passages = passages
  for (const turn of partly) {
    setPieces(draft, turn, without(draft.source, turn.pieces, at))
    for (const remark of turn.remarks) remark.acts = remark.acts.filter((act) => !isWithin(act.pieces, at))
  }
  removeTurns(draft, new Set(whole))
}
