import type { Pieces } from '../record.js'
import type { Correction, CorrectionOf, Place } from './correction.js'
import type { Draft } from './draft.js'
import { applyMeeting } from './meeting.js'
import { applyJoin, applySplit } from './parts.js'
import { applyName, applyPost, applyPresent } from './people.js'
import { applyAnswers, applyBehalf, applyRemarkKind, applyTheme } from './remarks.js'
import { applySpeaker } from './speakers.js'
import { applyNobody, applyNoRemark } from './unsaid.js'

type Apply<Kind extends Correction['kind']> = (
  draft: Draft,
  correction: CorrectionOf<Kind>,
  at: Pieces,
  locate: (place: Place) => Pieces | null,
) => void

const appliers: { readonly [Kind in Correction['kind']]: Apply<Kind> } = {
  SPEAKER: applySpeaker,
  NOBODY: applyNobody,
  NO_REMARK: (draft, _, at) => applyNoRemark(draft, at),
  REMARK_KIND: applyRemarkKind,
  ANSWERS: applyAnswers,
  ON_BEHALF_OF: applyBehalf,
  THEME: applyTheme,
  SPLIT: (draft, _, at) => applySplit(draft, at),
  JOIN: (draft, _, at) => applyJoin(draft, at),
  PRESENT: applyPresent,
  POST: applyPost,
  NAME: applyName,
  MEETING: applyMeeting,
  RIGHT: () => {}, // settles a finding, and changes nothing that was read
}

/**
 * Applies one correction.
 *
 * @param at where its words stand; empty where it is about none
 * @param locate finds other words that it is about
 * @throws InapplicableCorrection
 */
export const apply: Apply<Correction['kind']> = (draft, correction, at, locate) =>
  (appliers[correction.kind] as Apply<Correction['kind']>)(draft, correction, at, locate)
