/**
 * How fast plain text becomes a MeetingRecord, in megabytes of bytes by second of one core.
 *
 *     node --import tsx bench/parse-speed.ts [--seconds N] FILE-OR-FOLDER…
 *
 * Each file is decoded and read whole by the program as it is built, findings and coverage included. All files are read in
 * turns until the process is warm, as it is for most of an ingest of many documents. Then a round reads one file for `--seconds`
 * (0.1), and the median of five rounds counts: CPU time with that of the garbage collector and the compiler. A column holds
 * each file against itself twice over: how much longer the double takes. The last is for the first reading of each file in a
 * thread that has read nothing before. Without paths, the sample that the server starts with is read, sixteen times over.
 */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'

const sample = 'sample/harbour-consultation.txt'
const isText = /\.(?:md|txt)$/
const rounds = 5
/** Seconds of reading after which nothing gets faster any more. */
const warmUp = 8

/** A module as it is built: under a loader of sources each function would carry its name along, at a cost. */
const built = (file: string): string => new URL(`../dist/ingest/${file}`, import.meta.url).href
execFileSync(process.execPath, [fileURLToPath(new URL('../scripts/build.mjs', import.meta.url))])
const { readRecord } = (await import(built('read.js'))) as typeof import('@rapporteur/reader/read')
const { readText } = (await import(built('readers/text.js'))) as typeof import('@rapporteur/reader/files/text')

const filesIn = (path: string): string[] =>
  statSync(path).isDirectory() ? readdirSync(path).flatMap((name) => filesIn(join(path, name))) : [path]

interface Document {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Reads a document once; a new SourceText each time, so that nothing is remembered from the time before. */
const formatOf = ({ name, bytes }: Document): string | null => {
  try {
    return readRecord(readText(bytes, name)).format.format
  } catch {
    return null
  }
}

const cpuSeconds = (since?: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1e6
}

const median = (figures: readonly number[]): number =>
  [...figures].sort((a, b) => a - b)[figures.length >> 1] ?? Number.NaN

/** CPU seconds of one reading, on average over a round. */
const roundOf = (document: Document, seconds: number): number => {
  const start = process.cpuUsage()
  let readings = 0
  do {
    formatOf(document)
    readings++
  } while (cpuSeconds(start) < seconds)
  return cpuSeconds(start) / readings
}

const warm = (document: Document, seconds: number): number =>
  median(Array.from({ length: rounds }, () => roundOf(document, seconds)))

const first = `
  const { parentPort, workerData: { read, text, name, bytes } } = require('node:worker_threads')
  const work = async () => {
    const [{ readRecord }, { readText }] = [await import(read), await import(text)]
    const start = process.cpuUsage()
    readRecord(readText(bytes, name))
    const { user, system } = process.cpuUsage(start)
    parentPort.postMessage((user + system) / 1e6)
  }
  work()
`

/** CPU seconds of the first reading in a thread, which has compiled nothing before. */
const cold = (document: Document): Promise<number> =>
  new Promise((resolve, reject) => {
    const workerData = { ...document, read: built('read.js'), text: built('readers/text.js') }
    const worker = new Worker(first, { eval: true, execArgv: [], workerData })
    worker.once('message', resolve).once('error', reject)
  })

const twice = ({ name, bytes }: Document): Document => ({
  name,
  bytes: Buffer.concat([bytes, Buffer.from('\n'), bytes]),
})

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seconds: { type: 'string', default: '0.1' } },
})
const seconds = Number(values.seconds)
const documents: Document[] =
  positionals.length > 0
    ? positionals
        .flatMap(filesIn)
        .filter((path) => isText.test(path))
        .map((path) => ({ name: path.split('/').at(-1) ?? path, bytes: readFileSync(path) }))
    : [{ name: `16 × ${sample}`, bytes: Buffer.concat(Array.from({ length: 16 }, () => readFileSync(sample))) }]

for (const start = process.cpuUsage(); cpuSeconds(start) < warmUp; )
  for (const document of documents) formatOf(document)

interface Sum {
  readonly files: number
  readonly bytes: number
  /** CPU seconds of all files. */
  readonly warm: number
  readonly doubled: number
  readonly cold: number
}

const nothing: Sum = { files: 0, bytes: 0, warm: 0, doubled: 0, cold: 0 }
const added = (a: Sum, b: Sum): Sum => ({
  files: a.files + b.files,
  bytes: a.bytes + b.bytes,
  warm: a.warm + b.warm,
  doubled: a.doubled + b.doubled,
  cold: a.cold + b.cold,
})

const byFormat = new Map<string, Sum>()
for (const document of documents) {
  const format = formatOf(document)
  if (format === null) continue
  const figure: Sum = {
    files: 1,
    bytes: document.bytes.length,
    warm: warm(document, seconds),
    doubled: roundOf(twice(document), seconds),
    cold: await cold(document),
  }
  byFormat.set(format, added(byFormat.get(format) ?? nothing, figure))
}

console.log('| format | files | MB | MB/s of one core | twice the text | MB/s at first |')
console.log('|---|---|---|---|---|---|')
for (const [format, sum] of [...byFormat, ['all', [...byFormat.values()].reduce(added, nothing)] as const]) {
  const rate = (time: number): string => (sum.bytes / 1e6 / time).toFixed(2)
  const size = (sum.bytes / 1e6).toFixed(2)
  const double = (sum.doubled / sum.warm).toFixed(2)
  console.log(`| ${format} | ${sum.files} | ${size} | ${rate(sum.warm)} | ${double} × | ${rate(sum.cold)} |`)
}
