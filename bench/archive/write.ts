import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sizeOf, syntheticArchive } from './archive.js'

/**
 * Writes a synthetic archive as files that can be read: one text a meeting, in a folder for each series.
 *
 *     npx tsx bench/archive/write.ts --remarks 10000 --seed 1 --out /tmp/archive
 */
const { values } = parseArgs({
  options: {
    remarks: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string' },
  },
})
const remarks = Number(values.remarks)
const seed = Number(values.seed)
if (values.out === undefined || !Number.isInteger(remarks) || remarks < 1 || !Number.isInteger(seed)) {
  throw new Error('Say where to write, and how much: --out FOLDER [--remarks 10000] [--seed 1]')
}

let written = 0
for (const { series, source } of syntheticArchive(sizeOf(remarks), seed)) {
  const folder = join(values.out, series)
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'rapporteur.json'), `${JSON.stringify({ series, language: 'en' })}\n`)
  await writeFile(join(folder, source.fileName), source.bytes)
  written++
}
console.log(`${written} records are in ${values.out}.`)
