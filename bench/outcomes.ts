/**
 * How decisions, motions, votes and action items of the invented records of tests/outcomes are read by rules, by what was found in them
 * by hand. A row is right if its place and all that is said of it are.
 *
 *     node --import tsx bench/outcomes.ts [-v]
 *
 * `-v` tells each difference of the records that are not held back.
 */
import { f1, kinds, outcomeReadings, type Score, sum } from '../tests/support/outcome-readings.js'

const cell = (score: Score) => `${score.right} of ${score.expected}, ${score.read} read (${f1(score).toFixed(3)})`
const row = (name: string, cells: readonly string[]) => console.log(`| ${[name, ...cells].join(' | ')} |`)
const isTelling = process.argv.includes('-v')

row('record', kinds)
row('---', ['---', '---', '---', '---'])
const readings = []
for await (const reading of outcomeReadings()) readings.push(reading)
for (const { name, isHeldBack, scores, differences } of readings) {
  if (!isHeldBack)
    row(
      name,
      kinds.map((kind) => cell(scores[kind])),
    )
  if (isTelling) for (const difference of differences) console.log(`  ${difference}`)
}
for (const [title, isHeldBack] of [
  ['learned from', false],
  ['held back', true],
] as const) {
  const own = readings.filter((one) => one.isHeldBack === isHeldBack)
  row(
    `**${title}**`,
    kinds.map((kind) => cell(sum(own.map(({ scores }) => scores[kind])))),
  )
}
