/**
 * How the invented records of tests/readings are read, by what was found in them by hand.
 *
 *     node --import tsx bench/readings.ts [-v] [BEGINNING-OF-A-NAME…]
 *
 * A remark is right if its speaker is; `wrong` are those whose words were given to somebody else. `-v` tells each difference.
 */
import { parseArgs } from 'node:util'
import { type Counts, readingsOf, total } from '../tests/support/readings.js'

const { values, positionals } = parseArgs({ options: { v: { type: 'boolean', short: 'v' } }, allowPositionals: true })

const cells = (name: string, { remarks, right, wrong, spans, themes, bodies, answers, present }: Counts) =>
  `| ${name} | ${[right, spans, themes, bodies, answers, present].map(([found, of]) => `${found} of ${of}`).join(' | ')} | ${wrong} of ${remarks} |`

console.log('| record | right speaker | its span | its theme | its body | whom it answers | present | wrong speaker |')
console.log('|---|---|---|---|---|---|---|---|')
const rows: Counts[] = []
for await (const { name, counts, differences } of readingsOf(positionals)) {
  rows.push(counts)
  console.log(cells(name, counts))
  if (values.v) for (const difference of differences) console.log(`  ${difference}`)
}
console.log(cells('**all**', total(rows)))
