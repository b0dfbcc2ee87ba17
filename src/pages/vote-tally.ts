import type { VoteOption } from '../generated/prisma/enums.js'
import { type Html, html } from './html.js'
import { type Count, countWords } from './outcome-words.js'

const width = 280
const height = 12

/** A bar divided by how many voted so, with the numbers in words; null where no numbers are known. */
export function tallyBar(counts: readonly Count[]): Html | null {
  const all = counts.reduce((sum, { count }) => sum + count, 0)
  if (all === 0) return null
  let before = 0
  const parts = counts.map(({ option, count }) => {
    const start = Math.round((before / all) * width)
    before += count
    const end = Math.round((before / all) * width)
    return html`<rect class="${option}" x="${start}" y="0" width="${Math.max(0, end - start - 2)}" height="${height}"/>`
  })
  return html`<svg class="tally" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${countWords(counts)}">${parts}</svg>`
}

/** How many of the voters whose names are printed voted so, in the order in which options first occur. */
export function talliesOf(votes: readonly Omit<Count, 'count'>[]): Count[] {
  const tallies = new Map<string, Count>()
  for (const { option, optionAsPrinted } of votes) {
    const choice = option === 'OTHER' ? optionAsPrinted : null
    const key = `${option} ${choice ?? ''}`
    const known = tallies.get(key)
    tallies.set(key, { option, optionAsPrinted: choice, count: (known?.count ?? 0) + 1 })
  }
  return [...tallies.values()]
}

/** Whether the printed numbers are those of the printed names, for every option that has both. */
export function addsUp(counts: readonly Count[], tallies: readonly Count[]): boolean {
  const totals = (list: readonly Count[]) => {
    const byOption = new Map<VoteOption, number>()
    for (const { option, count } of list) byOption.set(option, (byOption.get(option) ?? 0) + count)
    return byOption
  }
  const named = totals(tallies)
  return [...totals(counts)].every(([option, count]) => (named.get(option) ?? count) === count)
}
