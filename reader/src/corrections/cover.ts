import type { Pieces } from '../record.js'
import { textOf } from '../text/flow.js'
import { common, size, without } from '../text/pieces.js'
import type { Draft, Turn } from './draft.js'

/** What stands at a place. */
export interface Cover {
  /** Turns all of whose words stand there. */
  readonly whole: Turn[]
  /** Turns with words there and elsewhere. */
  readonly partly: Turn[]
  /** Words there that are in no turn. */
  readonly loose: Pieces
}

const saysSomething = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

/** White space and punctuation at the ends of words make no difference. */
export const isAllIn = (source: string, inner: Pieces, outer: Pieces): boolean =>
  common(inner, outer) === size(inner) || !saysSomething(textOf(source, without(source, inner, outer)))

export const coverOf = ({ source, turns }: Draft, place: Pieces): Cover => {
  const touched = turns.filter(({ pieces }) => saysSomething(textOf(source, shared(pieces, place))))
  const whole = touched.filter(({ pieces }) => isAllIn(source, pieces, place))
  const taken = touched.flatMap(({ pieces }) => pieces).sort(([a], [b]) => a - b)
  return { whole, partly: touched.filter((turn) => !whole.includes(turn)), loose: without(source, place, taken) }
}

/** The pieces that two lists have in common. */
export const shared = (one: Pieces, other: Pieces): Pieces =>
  one.flatMap(([start, end]) =>
    other.flatMap(([from, to]): Pieces => {
      const piece: [number, number] = [Math.max(start, from), Math.min(end, to)]
      return piece[0] < piece[1] ? [piece] : []
    }),
  )
