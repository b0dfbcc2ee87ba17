import { piecesOfOffsets } from '@rapporteur/reader/text/pieces'
import type { ReadParagraph, ReadTurn } from './load-meeting.js'
import type { ReadOutcome } from './load-outcomes.js'

/** A paragraph, or an utterance or outcome outside paragraphs, which is shown like one. */
export type Block = Omit<ReadParagraph, 'position'> & { position: number | null; outcomes: ReadOutcome[] }

interface Parts {
  paragraphs: readonly ReadParagraph[]
  turns: readonly ReadTurn[]
  outcomes: readonly ReadOutcome[]
}

/** All that a record page shows in its order: paragraphs, with what is in none between them. */
export function blocksOf({ paragraphs, turns, outcomes }: Parts): Block[] {
  const blocks = [...paragraphs.map((paragraph) => ({ ...paragraph, outcomes: [] })), ...turnsAsBlocks(turns)]
  const loose = putInto(blocks, outcomes)
  return [...blocks, ...outcomesAsBlocks(loose)].toSorted((one, other) => startOf(one) - startOf(other))
}

const startOf = ({ pieces }: { pieces: number[] }) => pieces[0] ?? 0

/** What a block does not have that is no paragraph. */
const noParagraph = { position: null, number: null, theme: null, heading: null, unattributed: [] }

/** Groups joint remarks into one block. */
function turnsAsBlocks(turns: readonly ReadTurn[]): Block[] {
  return [...grouped(turns, ({ remark }) => remark.utterance)].flatMap(([id, [first, ...others]]) => {
    if (!first) return []
    const { pieces, section } = first.remark
    const remarks = [first, ...others].map(({ remark }) => remark)
    return [{ ...noParagraph, id, section, text: first.text, pieces, remarks, outcomes: [] }]
  })
}

/** Puts each outcome into the block in which it begins; returns those that begin in none, as in a table of votes. */
function putInto(blocks: readonly Block[], outcomes: readonly ReadOutcome[]): ReadOutcome[] {
  const ranges = blocks.flatMap((block) => piecesOfOffsets(block.pieces).map(([from, to]) => ({ from, to, block })))
  return outcomes.filter((outcome) => {
    const start = startOf(outcome)
    const range = ranges.find(({ from, to }) => from <= start && start < to)
    range?.block.outcomes.push(outcome)
    return range === undefined
  })
}

/** Outcomes outside paragraphs as blocks; one that begins within another is in its block. */
function outcomesAsBlocks(outcomes: readonly ReadOutcome[]): Block[] {
  const blocks: Block[] = []
  const longerFirst = (one: ReadOutcome, other: ReadOutcome) => other.text.length - one.text.length
  for (const outcome of outcomes.toSorted((one, other) => startOf(one) - startOf(other) || longerFirst(one, other))) {
    const last = blocks.at(-1)
    if (last && putInto([last], [outcome]).length === 0) continue
    const { id, section, text, pieces } = outcome
    blocks.push({ ...noParagraph, id, section, text, pieces, remarks: [], outcomes: [outcome] })
  }
  return blocks
}

export function grouped<Key, Item>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}
