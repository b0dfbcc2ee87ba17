import type { Pieces } from '../record.js'
import { type Block, piecesOfBlock } from './blocks.js'
import { isDoubted } from './label.js'
import type { Turn } from './script.js'
import type { SpeakerLabel } from './survey.js'

/** What of a block stands behind its label. */
export const wordsAfter = (block: Block, length: number): Pieces =>
  piecesOfBlock(block).flatMap(([start, end], i): Pieces => {
    const from = i === 0 ? start + length : start
    return from < end ? [[from, end]] : []
  })

/** The turn that a label opens. */
export const turnOfLabel = (block: Block, { printed, parts, length }: SpeakerLabel): Turn => {
  const start = block.rows[0]?.start ?? 0
  return {
    printed,
    voices: parts.map((part) => ({ kind: 'label', part })),
    at: [start, start + Math.max(1, length)],
    isDoubted: isDoubted(printed),
  }
}
