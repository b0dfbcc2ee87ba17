import type { MeetingRecord } from '../record.js'
import { type Flow, piecesOf } from '../text/flow.js'
import type { Turn } from './turns.js'

type Remark = MeetingRecord['remarks'][number]

/** What a turn does, by its reporting verbs. */
export const actsOf = (flow: Flow, turn: Turn): Remark['acts'] =>
  turn.verbs.map(({ verb, text, start, end }) => ({ kind: verb.kind, verb: text, pieces: piecesOf(flow, start, end) }))

/** How a turn stands to what it answers; null where its verbs do not say. */
export const stanceOf = (turn: Pick<Turn, 'verbs'>): Remark['stance'] => {
  const stances = new Set(turn.verbs.flatMap(({ verb }) => verb.stance ?? []))
  if (stances.size > 1) return 'MIXED'
  return [...stances][0] ?? null
}
