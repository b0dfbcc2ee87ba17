import type { Pieces } from '../record.js'
import { type Block, piecesOfBlock } from './blocks.js'
import { isDoubted, type Part } from './label-parts.js'
import type { Turn, Voice } from './script.js'
import type { SpeakerLabel } from './survey.js'

/** What of a block stands behind its label. */
export const wordsAfter = (block: Block, length: number): Pieces =>
  piecesOfBlock(block).flatMap(([start, end], i): Pieces => {
    const from = i === 0 ? start + length : start
    return from < end ? [[from, end]] : []
  })

/** Who speaks, as one part of a label says it. */
export const voiceOf = (part: Part): Voice => {
  const { kind, text, title, body, onBehalfOf } = part
  if (kind === 'party') return { kind, body: text, onBehalfOf }
  if (kind === 'role' && body !== null) return { kind: 'role', role: text, body }
  if (kind !== 'name' || (title === null && body === null && onBehalfOf === null)) return { kind: 'label', part }
  return { kind: 'person', name: text, title, body, onBehalfOf }
}

/** The turn that a label opens; `voices` are given where the label itself names nobody. */
export const turnOfLabel = (
  block: Block,
  { printed, parts, length }: SpeakerLabel,
  voices: readonly Voice[] = parts.map(voiceOf),
): Turn => {
  const start = block.rows[0]?.start ?? 0
  return {
    printed,
    voices,
    at: [start, start + Math.max(1, length)],
    isDoubted: isDoubted(printed),
  }
}
