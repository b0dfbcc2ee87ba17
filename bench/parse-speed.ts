/**
 * How fast plain text becomes a MeetingRecord, in megabytes of bytes by second of one core.
 *
 *     node --import tsx bench/parse-speed.ts [--rounds N] FILE-OR-FOLDER…
 *
 * Each file is decoded and read whole, findings and coverage included; the least CPU time of the rounds counts, after one
 * round that warms up. A last column holds each file against itself twice over: how much longer the double takes.
 * Without paths, the sample that the server starts with is read, sixteen times over.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readRecord } from '../src/ingest/read.js'
import { readText } from '../src/ingest/readers/text.js'

const sample = 'sample/harbour-consultation.txt'
const isText = /\.(?:md|txt)$/

const filesIn = (path: string): string[] =>
  statSync(path).isDirectory() ? readdirSync(path).flatMap((name) => filesIn(join(path, name))) : [path]

interface Document {
  readonly name: string
  readonly bytes: Uint8Array
}

interface Figure {
  readonly format: string
  readonly seconds: number
}

/** Reads a document once; a new SourceText each time, so that nothing is remembered from the time before. */
const readOnce = ({ name, bytes }: Document): Figure | null => {
  const start = process.cpuUsage()
  try {
    const { format } = readRecord(readText(bytes, name))
    const { user, system } = process.cpuUsage(start)
    return { format: format.format, seconds: (user + system) / 1e6 }
  } catch {
    return null
  }
}

const least = (document: Document, rounds: number): Figure | null => {
  const figures = Array.from({ length: rounds }, () => readOnce(document)).flatMap((figure) => figure ?? [])
  return figures.sort((a, b) => a.seconds - b.seconds)[0] ?? null
}

const twice = ({ name, bytes }: Document): Document => ({
  name,
  bytes: Buffer.concat([bytes, Buffer.from('\n'), bytes]),
})

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '5' } },
})
const rounds = Math.max(1, Number(values.rounds))
const documents: Document[] =
  positionals.length > 0
    ? positionals
        .flatMap(filesIn)
        .filter((path) => isText.test(path))
        .map((path) => ({ name: path.split('/').at(-1) ?? path, bytes: readFileSync(path) }))
    : [{ name: `16 × ${sample}`, bytes: Buffer.concat(Array.from({ length: 16 }, () => readFileSync(sample))) }]

for (const document of documents) readOnce(document)
const byFormat = new Map<string, { files: number; bytes: number; seconds: number; doubled: number }>()
for (const document of documents) {
  const once = least(document, rounds)
  const double = least(twice(document), rounds)
  if (!once || !double) continue
  const sum = byFormat.get(once.format) ?? { files: 0, bytes: 0, seconds: 0, doubled: 0 }
  byFormat.set(once.format, {
    files: sum.files + 1,
    bytes: sum.bytes + document.bytes.length,
    seconds: sum.seconds + once.seconds,
    doubled: sum.doubled + double.seconds,
  })
}

const all = [...byFormat.values()].reduce(
  (sum, { files, bytes, seconds, doubled }) => ({
    files: sum.files + files,
    bytes: sum.bytes + bytes,
    seconds: sum.seconds + seconds,
    doubled: sum.doubled + doubled,
  }),
  { files: 0, bytes: 0, seconds: 0, doubled: 0 },
)
console.log('| format | files | MB | MB/s of one core | twice the text |')
console.log('|---|---|---|---|---|')
for (const [format, { files, bytes, seconds, doubled }] of [...byFormat, ['all', all] as const]) {
  const rate = (bytes / 1e6 / seconds).toFixed(1)
  console.log(`| ${format} | ${files} | ${(bytes / 1e6).toFixed(2)} | ${rate} | ${(doubled / seconds).toFixed(2)} × |`)
}
