import type { Pieces } from '@rapporteur/reader/record'
import type { Readings, Side } from './category.js'
import { type Gold, piecesOf } from './gold.js'
import { type Measures, measures } from './measures.js'
import { common, joined, size } from './overlap.js'
import { MIN_OVERLAP } from './pair.js'
import { speakerKey } from './rows-of-remarks.js'

interface Turn {
  speaker: string
  pieces: Pieces
}

/**
 * Who said what, however turns are divided: a remark counts as right if the other reading attributes at least MIN_OVERLAP of its
 * characters to the same speaker. Whether two paragraphs are one remark or two, or a statement or a response, makes no difference.
 * Null if the gold has no statements.
 */
export function speakers(readings: Readings): Measures | null {
  const { gold, read } = readings
  if (!gold.statements) return null
  const turns = (reading: Gold, side: Side): Turn[] =>
    [...(reading.statements ?? []), ...(reading.responses ?? [])].map((row) => ({
      speaker: speakerKey(readings, row, side),
      pieces: joined(piecesOf(row)),
    }))
  const [wanted, given] = [turns(gold, 'gold'), turns(read, 'read')]
  return measures({
    gold: wanted.length,
    read: given.length,
    found: agreed(wanted, given),
    right: agreed(given, wanted),
  })
}

function agreed(turns: Turn[], others: Turn[]): number {
  const words = new Map<string, Pieces>()
  for (const { speaker, pieces } of others) words.set(speaker, [...(words.get(speaker) ?? []), ...pieces])
  const spoken = new Map([...words].map(([speaker, pieces]) => [speaker, joined(pieces)]))
  return turns.filter(
    ({ speaker, pieces }) => size(common(pieces, spoken.get(speaker) ?? [])) >= MIN_OVERLAP * size(pieces),
  ).length
}
