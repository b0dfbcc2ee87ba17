// `npm run evaluate`: `rapporteur evaluate` over every gold reading that is at hand, with the real records if they are. With `--proposals` what rules
// read and what a language model answered (tests/proposals) stand side by side, of these and of tests/readings.
import { evaluate } from '../src/cli/evaluate.js'
import { bothReaders } from '../tests/support/both-readers.js'
import { allGoldFiles, recordsFolder } from '../tests/support/gold.js'

const given = process.argv.slice(2)
if (given.includes('--proposals')) console.log(await bothReaders())
else {
  const golds = given.some((argument) => argument.endsWith('.json')) ? [] : await allGoldFiles()
  process.exitCode = await evaluate.run([...golds, '--records', recordsFolder, ...given])
}
