/**
 * How the invented records of tests/readings are read, by what was found in them by hand.
 *
 *     node --import tsx bench/readings.ts [-v] [--folder FOLDER] [--proposals] [BEGINNING-OF-A-NAME…]
 *
 * A remark is right if its speaker is; `wrong` are those whose words were given to somebody else. `-v` tells each difference. `answers that
 * are right` are of those that were read, whom the others are of those in the record. `--proposals` reads those to whose tasks tests/proposals has
 * answers by these, and not by rules.
 */
import { parseArgs } from 'node:util'
import { answersOf, type Counts, readingsOf, total } from '../tests/support/readings.js'

const { values, positionals } = parseArgs({
  options: { v: { type: 'boolean', short: 'v' }, folder: { type: 'string' }, proposals: { type: 'boolean' } },
  allowPositionals: true,
})

const cells = (name: string, { remarks, right, wrong, spans, themes, bodies, answers, toldAnswers, present }: Counts) =>
  `| ${name} | ${[right, spans, themes, bodies, answers, toldAnswers, present].map(([found, of]) => `${found} of ${of}`).join(' | ')} | ${wrong} of ${remarks} |`

console.log(
  '| record | right speaker | its span | its theme | its body | whom it answers | answers that are right | present | wrong speaker |',
)
console.log('|---|---|---|---|---|---|---|---|---|')
const rows: Counts[] = []
for await (const { name, counts, differences } of values.proposals
  ? answersOf(positionals)
  : readingsOf(positionals, values.folder)) {
  rows.push(counts)
  console.log(cells(name, counts))
  if (values.v) for (const difference of differences) console.log(`  ${difference}`)
}
console.log(cells('**all**', total(rows)))
