import { type Layout, type MarkKind, marksOf } from '@rapporteur/reader/layout'

interface Read {
  readonly text: string
  readonly layout: Layout
}

/** The text under each mark of a kind. */
export const marked = ({ text, layout }: Read, ...kinds: MarkKind[]): string[] =>
  marksOf(layout, ...kinds).map(({ start, end }) => text.slice(start, end))

/** What every layout promises; a sentence for each promise that is broken. */
export const brokenPromises = ({ text, layout }: Read): string[] => {
  const broken: string[] = []
  const open: { start: number; end: number }[] = []
  for (const [i, mark] of layout.entries()) {
    const before = layout[i - 1]
    const name = `${i} ${mark.kind} [${mark.start}, ${mark.end})`
    if (mark.start > mark.end || mark.start < 0 || mark.end > text.length) broken.push(`${name} is outside of the text`)
    if (before && before.start > mark.start) broken.push(`${name} comes after a mark that begins later`)
    while (open.length > 0 && (open.at(-1)?.end ?? 0) <= mark.start) open.pop()
    if ((open.at(-1)?.end ?? text.length) < mark.end) broken.push(`${name} begins inside a mark and ends outside of it`)
    if (mark.start < mark.end) open.push(mark)
  }
  return broken
}
