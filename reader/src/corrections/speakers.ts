import type { Pieces } from '../record.js'
import { textOf } from '../text/flow.js'
import { common, size, without } from '../text/pieces.js'
import type { CorrectionOf, Speaking } from './correction.js'
import { coverOf, shared } from './cover.js'
import {
  addTurn,
  type Draft,
  type DraftRemark,
  paragraphAt,
  repoint,
  setPieces,
  settlePassages,
  type Turn,
} from './draft.js'
import { bodyKey, personKey } from './names.js'
import { InapplicableCorrection } from './refused.js'

/** What says who speaks, whatever the record prints. */
const speakerOf = (
  draft: Draft,
  who: Speaking,
): Pick<DraftRemark, 'attribution' | 'speaker' | 'speakerMatch' | 'party'> & { speakerRole?: string } => {
  if ('person' in who)
    return { attribution: 'NAMED', speaker: personKey(draft, who), speakerMatch: 'CURATOR', party: null }
  const nobody = { speaker: null, speakerMatch: null }
  if ('body' in who) return { attribution: 'PARTY', ...nobody, party: bodyKey(draft, who.body) }
  return { attribution: 'ROLE', ...nobody, party: null, speakerRole: who.role }
}

const scopeOf = ({ kind, scope }: DraftRemark, speakers: number): DraftRemark['scope'] => {
  if (kind === 'RESPONSE') return null
  if (speakers > 1) return 'JOINT'
  return scope === 'SPAN' ? 'SPAN' : 'WHOLE'
}

/** Says of a turn that these speak, jointly if they are several. What answered it answers each of them. */
export const setSpeakers = (draft: Draft, turn: Turn, by: readonly Speaking[]): void => {
  const [first] = turn.remarks
  if (!first) return
  const before = turn.remarks
  turn.remarks = by.map((who) => ({
    ...first,
    ...speakerOf(draft, who),
    scope: scopeOf(first, by.length),
    speakerAsPrinted: by.length === 1 ? first.speakerAsPrinted : null,
    answers: new Set(first.answers),
  }))
  repoint(draft, new Set(before), turn.remarks)
}

const noWords = { acts: [], stance: null, onBehalfOf: [], speakerAsPrinted: null, speakerRole: null } as const

/** A remark where none was read, in the paragraph in which its words stand. */
const newRemark = (draft: Draft, pieces: Pieces): DraftRemark => {
  const { position, section, theme } = paragraphAt(draft, pieces)
  return {
    ...{ kind: 'STATEMENT', scope: 'SPAN', paragraph: position, section, theme },
    ...{ attribution: 'ANONYMOUS', speaker: null, speakerMatch: null, party: null },
    ...noWords,
    acts: [],
    onBehalfOf: [],
    answers: new Set(),
  }
}

/** Takes the words at a place out of a turn. @returns a remark of the same kind for them, with the acts among them */
export const cutFrom = (draft: Draft, turn: Turn, cut: Pieces): DraftRemark => {
  const [first] = turn.remarks
  if (!first) return newRemark(draft, cut)
  const isCut = ({ pieces }: DraftRemark['acts'][number]) => common(pieces, cut) === size(pieces)
  const acts = first.acts.filter(isCut)
  setPieces(draft, turn, without(draft.source, turn.pieces, cut))
  for (const remark of turn.remarks) {
    remark.acts = remark.acts.filter((act) => !isCut(act))
    if (remark.scope === 'WHOLE') remark.scope = 'SPAN'
  }
  const scope = first.kind === 'STATEMENT' ? 'SPAN' : null
  return { ...first, ...noWords, onBehalfOf: [...first.onBehalfOf], acts, scope, answers: new Set(first.answers) }
}

/** Passages without a name that are somebody's now. */
const takePassages = (draft: Draft, pieces: Pieces): void => {
  draft.passages = draft.passages.filter(
    (passage) => common(passage.pieces, pieces) < size(passage.pieces) || size(passage.pieces) * 2 < size(pieces),
  )
}

/** Makes one remark of words that were not one: a part of another, or what nobody was read to say. */
const addRemark = (draft: Draft, pieces: Pieces, from: Turn | undefined): Turn => {
  const remark = from ? cutFrom(draft, from, pieces) : newRemark(draft, pieces)
  const turn: Turn = { text: textOf(draft.source, pieces), pieces, remarks: [remark] }
  takePassages(draft, pieces)
  addTurn(draft, turn)
  return turn
}

/** Says who speaks: of whole remarks, of a part of one, which becomes a remark of its own, or of words that were in none. */
export const applySpeaker = (draft: Draft, { by }: CorrectionOf<'SPEAKER'>, at: Pieces): void => {
  const { whole, partly, loose } = coverOf(draft, at)
  const parts = partly.map((turn) => ({ turn, pieces: shared(turn.pieces, at) }))
  const isNew = partly.length > 0 || whole.length === 0
  const turns = [...whole]
  if (isNew) {
    const words = [...parts.flatMap(({ pieces }) => pieces), ...loose].sort(([a], [b]) => a - b)
    if (words.length === 0) throw new InapplicableCorrection('No words stand there.')
    for (const { turn, pieces } of parts.slice(1)) cutFrom(draft, turn, pieces)
    turns.push(addRemark(draft, words, partly[0]))
  }
  for (const turn of turns) setSpeakers(draft, turn, by)
  settlePassages(draft)
}
