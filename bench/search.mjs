// npm run bench:search [-- --remarks 100000 --times 1 --rounds 60 --keep FOLDER]
//
// Starts a Postgres with an archive in it, prints what searches and statistics take, and keeps the table in results. With --keep
// the database stays in a folder, which the other benchmarks take too; --times as there.
import { execFileSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { benchFolder, openBenchDatabase } from './bench-database.mjs'

const { values: asked } = parseArgs({
  options: {
    remarks: { type: 'string', default: '100000' },
    times: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '60' },
    keep: { type: 'string' },
  },
})
const folder = asked.keep ?? benchFolder('bench')
const [remarks, times] = [Number(asked.remarks), Number(asked.times)]
const database = await openBenchDatabase(folder, { remarks, times })
try {
  const table = execFileSync(process.execPath, ['--import', 'tsx', 'bench/search.ts', database.url, asked.rounds], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    stdio: ['ignore', 'pipe', 'inherit'],
  }).toString()
  console.log(table)
  const total = remarks * times
  const text = [
    '# Searches and statistics',
    '',
    `${total.toLocaleString('en')} remarks (about); Node ${process.version}, Postgres ${database.version}, ${cpus().length} cores; ${new Date().toISOString().slice(0, 10)}.`,
    '',
    `    npm run bench:search -- --remarks ${remarks} --times ${times} --rounds ${asked.rounds}`,
    '',
    table,
  ].join('\n')
  writeFileSync(new URL(`results/search-${total}.md`, import.meta.url), text)
} finally {
  await database.close()
  if (!asked.keep) rmSync(folder, { recursive: true, force: true })
}
