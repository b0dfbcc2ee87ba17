// npm run bench:search [-- --remarks 100000 --rounds 60 --keep FOLDER]
//
// Starts a Postgres with an archive in it and prints what searches and statistics take. With --keep the database stays in a
// folder, which the other benchmarks take too.
import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { benchFolder, openBenchDatabase } from './bench-database.mjs'

const { values: asked } = parseArgs({
  options: {
    remarks: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '60' },
    keep: { type: 'string' },
  },
})
const folder = asked.keep ?? benchFolder('bench')
const database = await openBenchDatabase(folder, { remarks: Number(asked.remarks) })
try {
  execFileSync(process.execPath, ['--import', 'tsx', 'bench/search.ts', database.url, asked.rounds], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    stdio: 'inherit',
  })
} finally {
  await database.close()
  if (!asked.keep) rmSync(folder, { recursive: true, force: true })
}
