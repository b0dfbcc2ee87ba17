import type { MeetingRecord, Pieces } from '../record.js'
import { textOf } from '../text/flow.js'
import { common, startOf } from '../text/pieces.js'
import { InapplicableCorrection } from './refused.js'

type Row<List extends 'remarks' | 'unattributed'> = MeetingRecord[List][number]

/** A remark that refers to others themselves, and not to their positions. */
export interface DraftRemark extends Omit<Row<'remarks'>, 'position' | 'utterance' | 'inResponseTo'> {
  readonly answers: Set<DraftRemark>
}

/** Words that were said once, by one person or by several jointly. */
export interface Turn {
  text: string
  pieces: Pieces
  remarks: DraftRemark[]
}

export interface DraftPassage extends Omit<Row<'unattributed'>, 'position' | 'utterance'> {
  turn: Turn | null
}

/** A record while it is corrected: rows can come, go and move without being counted anew each time. */
export interface Draft {
  /** The text that pieces point into. */
  readonly source: string
  /** All but what was said. */
  readonly record: MeetingRecord
  turns: Turn[]
  passages: DraftPassage[]
  /** Keys of people by what corrections refer to them as. */
  readonly known: ReadonlyMap<string, string>
  /** What corrections refer to people as, by the key that they have here. */
  readonly refs: Map<string, string>
}

export const draftOf = (source: string, record: MeetingRecord, known: ReadonlyMap<string, string>): Draft => {
  const own = structuredClone(record)
  const turns = new Map(
    own.utterances.map(({ position, text, pieces }): [number, Turn] => [position, { text, pieces, remarks: [] }]),
  )
  const remarks = new Map<number, DraftRemark>()
  for (const { position, utterance, inResponseTo: _, ...row } of own.remarks) {
    const remark = { ...row, answers: new Set<DraftRemark>() }
    remarks.set(position, remark)
    turns.get(utterance)?.remarks.push(remark)
  }
  for (const { position, inResponseTo } of own.remarks)
    for (const answered of inResponseTo) {
      const target = remarks.get(answered)
      if (target) remarks.get(position)?.answers.add(target)
    }
  return {
    source,
    record: own,
    turns: [...turns.values()],
    passages: own.unattributed.map(({ position: _, utterance, ...row }) => ({
      ...row,
      turn: utterance === null ? null : (turns.get(utterance) ?? null),
    })),
    known,
    refs: new Map(),
  }
}

/** The record that a draft has become, its rows counted from 1. */
export const recordOfDraft = ({ record, turns, passages }: Draft): MeetingRecord => {
  const remarks = turns.flatMap((turn) => turn.remarks)
  const positions = new Map(remarks.map((remark, i) => [remark, i + 1]))
  const utterances = new Map(turns.map((turn, i) => [turn, i + 1]))
  const utteranceOf = new Map(turns.flatMap((turn, i) => turn.remarks.map((remark) => [remark, i + 1] as const)))
  return {
    ...record,
    utterances: turns.map(({ text, pieces }, i) => ({ position: i + 1, text, pieces })),
    remarks: remarks.map(({ answers, ...row }, i) => ({
      ...row,
      position: i + 1,
      utterance: utteranceOf.get(remarks[i] as DraftRemark) ?? 0,
      inResponseTo: [...answers]
        .flatMap((answered) => positions.get(answered) ?? [])
        .filter((position) => position <= i) // what now comes later is answered no more
        .sort((a, b) => a - b),
    })),
    unattributed: [...passages]
      .sort((a, b) => startOf(a.pieces) - startOf(b.pieces))
      .map(({ turn, ...row }, i) => ({
        ...row,
        position: i + 1,
        utterance: (turn && utterances.get(turn)) ?? null,
      })),
  }
}

/** Gives a turn other words. */
export const setPieces = ({ source }: Draft, turn: Turn, pieces: Pieces): void => {
  turn.pieces = pieces
  turn.text = textOf(source, pieces)
}

/** Puts a turn before those that begin after it. */
export const addTurn = (draft: Draft, turn: Turn): void => {
  const next = draft.turns.findIndex(({ pieces }) => startOf(pieces) > startOf(turn.pieces))
  draft.turns.splice(next < 0 ? draft.turns.length : next, 0, turn)
}

/** Takes turns out; nobody answers what is no remark. */
export const removeTurns = (draft: Draft, gone: ReadonlySet<Turn>): void => {
  draft.turns = draft.turns.filter((turn) => !gone.has(turn))
  const lost = new Set([...gone].flatMap(({ remarks }) => remarks))
  for (const { remarks } of draft.turns)
    for (const { answers } of remarks) for (const remark of lost) answers.delete(remark)
  settlePassages(draft)
}

/** What answered some remarks answers others in their place. */
export const repoint = ({ turns }: Draft, from: ReadonlySet<DraftRemark>, to: readonly DraftRemark[]): void => {
  for (const { answers } of turns.flatMap(({ remarks }) => remarks)) {
    const before = answers.size
    for (const remark of from) answers.delete(remark)
    if (answers.size < before) for (const remark of to) answers.add(remark)
  }
}

/** The paragraph that has most of these words. @throws InapplicableCorrection if none has any */
export const paragraphAt = ({ record }: Draft, pieces: Pieces): MeetingRecord['paragraphs'][number] => {
  const [paragraph] = [...record.paragraphs].sort((a, b) => common(b.pieces, pieces) - common(a.pieces, pieces))
  if (paragraph && common(paragraph.pieces, pieces) > 0) return paragraph
  throw new InapplicableCorrection('These words stand in no paragraph. Select words of the record’s text.')
}

/** Finds the turn that each passage without a name stands in. */
export const settlePassages = ({ turns, passages }: Draft): void => {
  for (const passage of passages)
    if (passage.turn === null || common(passage.turn.pieces, passage.pieces) === 0 || !turns.includes(passage.turn))
      passage.turn = turns.find(({ pieces }) => common(pieces, passage.pieces) > 0) ?? null
}
