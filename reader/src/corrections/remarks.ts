import type { Pieces } from '../record.js'
import type { CorrectionOf, Place } from './correction.js'
import { coverOf, isAllIn } from './cover.js'
import type { Draft, DraftRemark, Turn } from './draft.js'
import { bodyKey, themeKey } from './names.js'
import { InapplicableCorrection } from './refused.js'

/** The turns all of whose words stand here; those with some of them, if there is none. */
const turnsAt = (draft: Draft, at: Pieces): Turn[] => {
  const { whole, partly } = coverOf(draft, at)
  const turns = (whole.length > 0 ? whole : partly).filter(({ remarks }) => remarks.length > 0)
  if (turns.length === 0) throw new InapplicableCorrection('No remark stands here.')
  return turns
}

const setKind = (turn: Turn, kind: DraftRemark['kind']): void => {
  for (const remark of turn.remarks) {
    if (remark.kind === kind) continue
    remark.kind = kind
    remark.scope = kind === 'RESPONSE' ? null : turn.remarks.length > 1 ? 'JOINT' : 'WHOLE'
    if (kind === 'RESPONSE') continue
    remark.acts = []
    remark.stance = null
    remark.answers.clear()
  }
}

/** Says that remarks raise something, or respond. */
export const applyRemarkKind = (draft: Draft, { is }: CorrectionOf<'REMARK_KIND'>, at: Pieces): void => {
  for (const turn of turnsAt(draft, at)) setKind(turn, is)
}

/** Says which remarks before it a remark answers; what answers something is a response. */
export const applyAnswers = (
  draft: Draft,
  { to }: CorrectionOf<'ANSWERS'>,
  at: Pieces,
  locate: (place: Place) => Pieces | null,
): void => {
  const turns = turnsAt(draft, at)
  const targets = to.flatMap((place) => {
    const pieces = locate(place)
    if (pieces === null) throw new InapplicableCorrection('The words that it answers are no longer in the text')
    return turnsAt(draft, pieces)
  })
  for (const turn of turns) {
    if (targets.some((target) => draft.turns.indexOf(target) >= draft.turns.indexOf(turn)))
      throw new InapplicableCorrection('A remark cannot answer itself, or one that comes after it.')
    if (targets.length > 0) setKind(turn, 'RESPONSE')
    for (const { answers } of turn.remarks) {
      answers.clear()
      for (const remark of targets.flatMap(({ remarks }) => remarks)) answers.add(remark)
    }
  }
}

/** Says for which bodies remarks are made. */
export const applyBehalf = (draft: Draft, { bodies }: CorrectionOf<'ON_BEHALF_OF'>, at: Pieces): void => {
  for (const { remarks } of turnsAt(draft, at))
    for (const remark of remarks) remark.onBehalfOf = [...new Set(bodies.map((body) => bodyKey(draft, body)))]
}

/** Says what remarks are about, and the paragraphs that stand here whole. */
export const applyTheme = (draft: Draft, { title }: CorrectionOf<'THEME'>, at: Pieces): void => {
  const theme = title === null ? null : themeKey(draft, title)
  for (const { remarks } of turnsAt(draft, at)) for (const remark of remarks) remark.theme = theme
  for (const paragraph of draft.record.paragraphs)
    if (isAllIn(draft.source, paragraph.pieces, at)) paragraph.theme = theme
}
