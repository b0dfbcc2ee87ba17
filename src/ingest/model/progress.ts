import type { Outline } from '@rapporteur/reader/outline/outline'

export interface ModelProgress {
  /** Of so many sentences of the record, this many are read. */
  readonly done: number
  readonly total: number
}

/** The last block that an answer so far speaks of; 0 for none. */
const lastBlockIn = (answer: string): number => {
  const ids = [...answer.slice(-600).matchAll(/"(?:ids|at|nobody|decision|action)":"([\d.,\s-]+)"/g)].at(-1)?.[1] ?? ''
  return Number(/(\d+)(?:\.\d+)?\s*$/.exec(ids)?.[1] ?? 0)
}

/** Tells how far a model has read by the sentences that its answer speaks of. */
export const sentenceCounter = ({ blocks }: Outline) => {
  const before: number[] = [0]
  for (const { sentences } of blocks) before.push((before.at(-1) ?? 0) + sentences.length)
  const total = before.at(-1) ?? 0
  const progressAt = (from: number, to: number, answer: string): ModelProgress => {
    const block = Math.min(to, Math.max(from - 1, lastBlockIn(answer)))
    return { done: before[block] ?? 0, total }
  }
  return { progressAt, total }
}
