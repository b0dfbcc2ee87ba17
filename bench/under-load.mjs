// npm run bench:load [-- --requests 10000 --connections 256 --remarks 10000 --databases postgres,embedded --keep FOLDER]
//
// Mixed questions, so many at a time, to the server as it ships: errors, latencies, and the most memory that it held.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { prepare } from '../scripts/build.mjs'
import { archiveOptions } from './archive-options.mjs'
import { benchFolder } from './bench-database.mjs'
import { knownOf, mixOf } from './mix.mjs'
import { cpuOf } from './processes.mjs'
import { countsOf, senderOf, summed } from './sender.mjs'
import { serveArchive } from './served.mjs'

const { values: asked } = parseArgs({
  options: {
    requests: { type: 'string', default: '10000' },
    connections: { type: 'string', default: '256' },
    ...archiveOptions,
  },
})
const [requests, connections, remarks] = [asked.requests, asked.connections, asked.remarks].map(Number)
const limits = { postgres: 512, embedded: 900 }

await prepare({ everything: true })
const folder = asked.keep ?? benchFolder('load')
const lines = []
const wrong = []
for (const kind of asked.databases.split(',')) {
  const server = await serveArchive(kind, { folder, remarks })
  try {
    lines.push(await load(server))
  } finally {
    const status = await server.stop()
    if (status !== 0) wrong.push(`${kind}: the server ended with ${status}`)
  }
  console.log(lines.at(-1))
}
if (!asked.keep) rmSync(folder, { recursive: true, force: true })
write()
process.exit(wrong.length > 0 ? 1 : 0)

async function load({ kind, url, pid }) {
  const next = mixOf(await knownOf(url))
  const { ask, close } = senderOf(url, connections)
  const answers = []
  let left = requests
  const sender = async () => {
    while (left-- > 0) answers.push(await ask(next()))
  }
  const [started, used] = [performance.now(), cpuOf(pid)]
  await Promise.all(Array.from({ length: connections }, sender))
  const seconds = (performance.now() - started) / 1000
  close()
  const found = summed(answers)
  wrong.push(...countsOf(found.wrong).map((each) => `${kind}: ${each}`))
  const peak = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  const cells = [
    ...[kind, found.count.toLocaleString('en'), found.wrong.length, (found.count / seconds).toFixed(0)],
    ...[found.p50, found.p95, found.p99, found.most].map((ms) => ms.toFixed(0)),
    ...[(cpuOf(pid) - used).toFixed(0), peak.toFixed(0), limits[kind]],
  ]
  return `| ${cells.join(' | ')} |`
}

function write() {
  const table = [
    '# Mixed questions, many at a time',
    '',
    `${remarks.toLocaleString('en')} remarks, ${connections} connections, no pause; Node ${process.version}, ${cpus().length} cores for client, server and database; ${new Date().toISOString().slice(0, 10)}. What is asked is in bench/mix.mjs: GraphQL, pages, exports, what is refused, and clients that go away.`,
    '',
    `    npm run bench:load -- --requests ${requests} --connections ${connections} --remarks ${remarks} --databases ${asked.databases}`,
    '',
    '| database | requests | not as expected | per second | p50 ms | p95 ms | p99 ms | longest ms | CPU s of the server | peak MB | promised MB |',
    '|---|---|---|---|---|---|---|---|---|---|---|',
    ...lines,
    '',
    ...wrong.map((each) => `- ${each}`),
  ].join('\n')
  writeFileSync(join(fileURLToPath(new URL('.', import.meta.url)), 'results', 'load.md'), table)
  console.log(`\n${table}`)
}
