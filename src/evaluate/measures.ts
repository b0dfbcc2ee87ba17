/** How well two lists agree: `found` of the `gold` rows were read, and `right` of the `read` rows are in the gold. */
export interface Counts {
  gold: number
  read: number
  found: number
  right: number
}

export interface Measures extends Counts {
  precision: number
  recall: number
  f1: number
}

/** Precision, recall and their harmonic mean; two empty lists count as perfect agreement. */
export function measures({ gold, read, found, right }: Counts): Measures {
  const precision = read === 0 ? (gold === 0 ? 1 : 0) : right / read
  const recall = gold === 0 ? (read === 0 ? 1 : 0) : found / gold
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
  return { gold, read, found, right, precision, recall, f1 }
}

export const total = (counts: Counts[]): Measures =>
  measures({
    gold: sum(counts, 'gold'),
    read: sum(counts, 'read'),
    found: sum(counts, 'found'),
    right: sum(counts, 'right'),
  })

const sum = (counts: Counts[], field: keyof Counts) => counts.reduce((all, one) => all + one[field], 0)
