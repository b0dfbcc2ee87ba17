// `npm test`: prepares the clone if necessary, then runs the tests on the embedded database and, if installed, on Postgres.
// Passes arguments to vitest. The last line is "N passed, N failed, N skipped". Uses only Node's built-ins.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { buildSdk, packDatabase, prepare, root } from './build.mjs'

await prepare({ everything: true })
await packDatabase()
await buildSdk()

const folder = mkdtempSync(join(tmpdir(), 'rapporteur-tests-'))
const total = { passed: 0, failed: 0, skipped: 0 }

const hasPostgres = postgresFound()
for (const database of ['embedded', ...(hasPostgres ? ['postgres'] : [])]) {
  console.log(`\nTests on the ${database === 'embedded' ? 'embedded database' : 'Postgres database'}`)
  const counts = await runTests(database)
  for (const kind of Object.keys(total)) total[kind] += counts[kind]
}
if (!hasPostgres)
  console.log('\nNo Postgres was found, so its tests were not run. Install it, or set PG_BIN or TEST_DATABASE_URL.')

rmSync(folder, { recursive: true, force: true })
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exit(total.failed > 0 ? 1 : 0)

async function runTests(database) {
  const report = join(folder, `${database}.json`)
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...process.argv.slice(2)]
  const child = spawn(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, TEST_DB: database, TEST_SDK_IS_BUILT: '1', ...(hasPostgres && { TEST_POSTGRES_TOO: '1' }) },
  })
  const status = await new Promise((resolve) => child.on('close', resolve))
  const read = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {}
  const { numPassedTests: passed = 0, numFailedTests = 0, numPendingTests = 0, numTodoTests = 0 } = read
  // A file that cannot be loaded, or a failing setup, counts as a failure although no test failed.
  const failed = status === 0 ? numFailedTests : Math.max(numFailedTests, 1)
  if (failed > numFailedTests)
    console.log(
      `\nNo test failed, but the run did (${status ?? 'ended by a signal'}): see the error above, which occurred outside a test.`,
    )
  return { passed, failed, skipped: numPendingTests + numTodoTests }
}

function postgresFound() {
  if (process.env.TEST_DATABASE_URL || process.env.PG_BIN) return true
  const installed = '/usr/lib/postgresql'
  const folders = existsSync(installed) ? readdirSync(installed).map((version) => join(installed, version, 'bin')) : []
  return folders.concat((process.env.PATH ?? '').split(delimiter)).some((bin) => existsSync(join(bin, 'initdb')))
}
