import { labelOf } from '../labelled/label.js'
import type { Block, Range } from '../outline/outline.js'
import { identify } from '../people/within-meeting.js'
import type { Draft } from '../proposal/draft.js'
import { type VoiceContext, voiceContext } from '../prose/people.js'

/** A sentence, as rules for outcomes look at it. */
export interface Unit {
  readonly id: string
  readonly block: Block
  readonly range: Range
  /** From its first word on; a label that names its speaker is left out. */
  readonly text: string
  /** Where `text` begins in the words of its block. */
  readonly from: number
  readonly context: VoiceContext
  /** Whose label stands before it: the key of a person, or null. */
  readonly speaker: string | null
  /** Somebody says it, by what was read before. */
  readonly isSaid: boolean
}

/** Longer sentences state no outcome; they are lists, or no sentences. */
const longest = 1_500

/** Blocks of remarks whose whole words lie in them, by the ids of their sentences. */
const saidIds = ({ remarks, outline }: Draft): Set<string> => {
  const order = outline.blocks.flatMap(({ id, sentences }) => sentences.map((one) => ({ block: `${id}`, id: one.id })))
  const first = new Map<string, number>()
  const last = new Map<string, number>()
  order.forEach(({ block, id }, i) => {
    for (const key of [block, id]) {
      if (!first.has(key)) first.set(key, i)
      last.set(key, i)
    }
  })
  const said = new Set<string>()
  for (const { ids } of remarks)
    for (const part of ids.split(',')) {
      const [from = '', to = from] = part.split('-')
      for (let i = first.get(from) ?? 0; i <= (last.get(to) ?? -1); i++) said.add(order[i]?.id ?? '')
    }
  return said
}

/** The sentences of a record, in order. */
export const unitsOf = (draft: Draft): Unit[] => {
  const { roster, outline } = draft
  const said = saidIds(draft)
  return outline.blocks.flatMap((block) => {
    const context = voiceContext(block.flow, roster)
    const label = labelOf(block)
    const speaker = label ? identify(roster.cast, label.text).person : null
    return block.sentences.flatMap(({ id, range }, i): Unit[] => {
      const start = i === 0 && speaker !== null && label ? Math.max(range[0], label.wordsAt) : range[0]
      if (range[1] - start > longest || range[1] <= start) return []
      const text = block.flow.text.slice(start, range[1])
      return [{ id, block, range, text, from: start, context, speaker, isSaid: said.has(id) }]
    })
  })
}

/** Sentences from one on, as ids of a proposal. */
export const idsOf = (units: readonly Unit[]): string => {
  const [first, last] = [units[0]?.id ?? '', units.at(-1)?.id ?? '']
  return first === last ? first : `${first}-${last}`
}
