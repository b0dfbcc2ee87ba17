// `npm run evaluate`: `rapporteur evaluate` over every gold reading that is at hand, with the real records if they are.
import { evaluate } from '../src/cli/evaluate.js'
import { allGoldFiles, recordsFolder } from '../tests/support/gold.js'

const given = process.argv.slice(2)
const golds = given.some((argument) => argument.endsWith('.json')) ? [] : await allGoldFiles()
process.exitCode = await evaluate.run([...golds, '--records', recordsFolder, ...given])
