// npm run bench:soak [-- --minutes 60 --rate 20 --remarks 10000 --databases postgres,embedded --keep FOLDER]
//
// Mixed questions at a steady rate, a corrected record every half minute, and a client that follows the feed: whether memory,
// handles and latencies stay what they are. Both servers at once; a table is written to bench/results, and anew in every twelfth of
// the time, so that one that is cut short leaves what it saw.
import { rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { prepare } from '../scripts/build.mjs'
import { archiveOptions } from './archive-options.mjs'
import { benchFolder } from './bench-database.mjs'
import { knownOf, mixOf } from './mix.mjs'
import { senderOf } from './sender.mjs'
import { serveArchive } from './served.mjs'
import { writeTables } from './soak-table.mjs'
import { followerOf, sampleOf, writerOf } from './soak-work.mjs'

const { values: asked } = parseArgs({
  options: {
    minutes: { type: 'string', default: '60' },
    rate: { type: 'string', default: '20' },
    ...archiveOptions,
  },
})
const [minutes, rate, remarks] = [asked.minutes, asked.rate, asked.remarks].map(Number)
const windows = 12
/** Of one server; a question that comes while so many wait is put off for good, or a slow machine would only be asked more. */
const mostUnderWay = 32
const sampleEvery = Math.max(2_000, Math.min(10_000, (minutes * 60_000) / windows / 5))

await prepare({ everything: true })
const folder = asked.keep ?? benchFolder('soak')
const servers = []
for (const kind of asked.databases.split(',')) servers.push(await serveArchive(kind, { folder, remarks }))
const soaks = servers.map((server) => ({ kind: server.kind, answers: [], samples: [], wrong: [], putOff: 0 }))
const command = `npm run bench:soak -- --minutes ${minutes} --rate ${rate} --remarks ${remarks} --databases ${asked.databases}`
const write = () => writeTables(soaks, { minutes, rate, remarks, windows, command })
const writing = setInterval(write, (minutes * 60_000) / windows)
await Promise.all(servers.map((server, i) => soak(server, soaks[i])))
clearInterval(writing)
if (!asked.keep) rmSync(folder, { recursive: true, force: true })
console.log(write())
process.exit(soaks.some(({ answers, wrong }) => wrong.length > 0 || answers.some((answer) => answer.wrong)) ? 1 : 0)

/** One server for so many minutes; what is seen of it goes to `seen`. */
async function soak(server, seen) {
  const next = mixOf(await knownOf(server.url))
  const sender = senderOf(server.url, 64)
  const { answers, samples, wrong } = seen
  const started = performance.now()
  const at = () => (performance.now() - started) / 60_000
  const underWay = new Set()
  const put = () => {
    if (underWay.size >= mostUnderWay) {
      seen.putOff++
      return
    }
    const asking = sender.ask(next()).then((answer) => {
      answers.push({ ...answer, at: at() })
      underWay.delete(asking)
    })
    underWay.add(asking)
  }
  const sample = () =>
    sampleOf(server).then(
      (figures) => samples.push({ at: at(), ...figures }),
      (error) => wrong.push(`looking: ${error.message}`),
    )
  const writer = writerOf(server, wrong)
  const follower = followerOf(server, wrong)
  seen.beside = () => ({ written: writer.written, followed: follower.events })
  await sample()
  const timers = [setInterval(put, 1_000 / rate), setInterval(sample, sampleEvery), setInterval(writer.write, 30_000)]
  await writer.write()
  await new Promise((resolve) => setTimeout(resolve, minutes * 60_000))
  for (const timer of timers) clearInterval(timer)
  await Promise.all(underWay)
  await writer.ended()
  await sample()
  follower.stop()
  sender.close()
  const status = await server.stop()
  if (status !== 0) wrong.push(`the server ended with ${status}`)
}
