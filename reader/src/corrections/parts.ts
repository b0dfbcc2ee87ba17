import type { Pieces } from '../record.js'
import { textOf } from '../text/flow.js'
import { common, size, startOf } from '../text/pieces.js'
import { coverOf, shared } from './cover.js'
import {
  addTurn,
  type Draft,
  type DraftRemark,
  removeTurns,
  repoint,
  setPieces,
  settlePassages,
  type Turn,
} from './draft.js'
import { InapplicableCorrection } from './refused.js'

const actsIn = ({ acts }: DraftRemark, pieces: Pieces) =>
  acts.filter((act) => common(act.pieces, pieces) === size(act.pieces))

/** Begins another remark of the same speakers at the first of these words. */
export const applySplit = (draft: Draft, at: Pieces): void => {
  const start = startOf(at)
  const turn = draft.turns.find(({ pieces, remarks }) => remarks.length > 0 && splits(draft, pieces, start))
  if (!turn)
    throw new InapplicableCorrection('These words do not stand inside a remark, so that it cannot be split there.')
  const [first, second] = splitAt(draft, turn.pieces, start)
  const added: Turn = {
    text: textOf(draft.source, second),
    pieces: second,
    remarks: turn.remarks.map((remark) => ({
      ...remark,
      speakerAsPrinted: null,
      acts: actsIn(remark, second),
      onBehalfOf: [...remark.onBehalfOf],
      answers: new Set(remark.answers),
      scope: remark.scope === 'WHOLE' ? 'SPAN' : remark.scope,
    })),
  }
  for (const remark of turn.remarks) {
    remark.acts = actsIn(remark, first)
    if (remark.scope === 'WHOLE') remark.scope = 'SPAN'
  }
  setPieces(draft, turn, first)
  addTurn(draft, added)
  settlePassages(draft)
}

const splitAt = ({ source }: Draft, pieces: Pieces, start: number): [Pieces, Pieces] => [
  trimmed(source, shared(pieces, [[0, start]])),
  trimmed(source, shared(pieces, [[start, source.length]])),
]

const splits = (draft: Draft, pieces: Pieces, start: number): boolean =>
  splitAt(draft, pieces, start).every((part) => /[\p{L}\p{N}]/u.test(textOf(draft.source, part)))

/** Without white space at either end. */
const trimmed = (source: string, pieces: Pieces): Pieces =>
  pieces.flatMap(([start, end]): Pieces => {
    const text = source.slice(start, end)
    const from = start + text.length - text.trimStart().length
    const to = start + text.trimEnd().length
    return from < to ? [[from, to]] : []
  })

/** Makes one remark of all that have words here: the first speakers', who answer what any of them answered. */
export const applyJoin = (draft: Draft, at: Pieces): void => {
  const { whole, partly } = coverOf(draft, at)
  const [first, ...rest] = draft.turns.filter((turn) => whole.includes(turn) || partly.includes(turn))
  if (!first || rest.length === 0)
    throw new InapplicableCorrection('There are not two remarks here. Select words of all that are one remark.')
  const others = rest.flatMap(({ remarks }) => remarks)
  const own = new Set([...first.remarks, ...others])
  for (const remark of first.remarks) {
    remark.acts = [...remark.acts, ...rest.flatMap(({ remarks }) => remarks[0]?.acts ?? [])].sort(
      (a, b) => startOf(a.pieces) - startOf(b.pieces),
    )
    for (const answered of others.flatMap(({ answers }) => [...answers])) remark.answers.add(answered)
    for (const answered of own) remark.answers.delete(answered)
    if (remark.kind === 'STATEMENT') Object.assign(remark, { acts: [] })
  }
  setPieces(draft, first, joined(draft.source, [first, ...rest]))
  repoint(draft, new Set(others), first.remarks)
  removeTurns(draft, new Set(rest))
}

/** The words of several turns; neighbours in one line become one piece. */
const joined = (source: string, turns: readonly Turn[]): Pieces => {
  const pieces: [number, number][] = []
  for (const [start, end] of turns.flatMap((turn) => turn.pieces).sort(([a], [b]) => a - b)) {
    const last = pieces.at(-1)
    if (last && /^[ \t]*$/.test(source.slice(last[1], start))) last[1] = Math.max(last[1], end)
    else pieces.push([start, end])
  }
  return pieces
}
