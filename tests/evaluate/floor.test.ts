import { readFile, writeFile } from 'node:fs/promises'
import { formatNames } from '@rapporteur/reader/formats'
import { DocumentNotRecognizedError } from '@rapporteur/reader/read'
import { describe, expect, it } from 'vitest'
import { type Row, scoreReading } from '../../src/evaluate/evaluate.js'
import { fileReading } from '../../src/evaluate/read-file.js'
import { allGoldFiles, openGoldHere } from '../support/gold.js'

/** F1 of each kind of row, by gold reading. `RAISE_FLOOR=1 npx vitest run tests/evaluate/floor` writes what is reached. */
const floorFile = 'tests/gold/floor.json'
type Floor = Record<string, Record<string, number>>

const floor: Floor = JSON.parse(await readFile(floorFile, 'utf8'))
const read = fileReading()
const golds = await allGoldFiles()
/** Three digits, rounded down: what is printed is reached. */
const digits = (figure: number) => Math.floor(figure * 1000 + 1e-6) / 1000

const figuresOf = ({ score: { categories, extra, micro } }: Row): Record<string, number> => ({
  ...Object.fromEntries(categories.map(({ name, f1 }) => [name, digits(f1)])),
  ...Object.fromEntries([...extra].map(([name, { f1 }]) => [name, digits(f1)])),
  'all rows': digits(micro.f1),
})

describe('what is read of the records that there is a gold reading of', () => {
  it.for(golds)('%s is read as well as ever', async (file, { skip }) => {
    const opened = await openGoldHere(file)
    if ('missing' in opened) return skip(opened.missing)
    const { format } = opened.gold
    if (format && !formatNames.includes(format)) return skip(`there is no format ${format} yet`)
    const reading = await read(opened.path).catch((error: unknown) => {
      if (error instanceof DocumentNotRecognizedError && !floor[opened.name]) return null
      throw error
    })
    if (!reading) return skip('no format recognises it yet')
    const figures = figuresOf(scoreReading(opened, reading))
    if (process.env.RAISE_FLOOR) await raise(opened.name, figures)
    for (const [name, least] of Object.entries(floor[opened.name] ?? {})) {
      expect(figures[name], `F1 of ${name}`).toBeGreaterThanOrEqual(least)
    }
  })
})

async function raise(name: string, figures: Record<string, number>): Promise<void> {
  const before = floor[name] ?? {}
  floor[name] = Object.fromEntries(Object.entries(figures).map(([kind, f1]) => [kind, Math.max(f1, before[kind] ?? 0)]))
  const sorted = Object.fromEntries(Object.entries(floor).sort(([a], [b]) => (a < b ? -1 : 1)))
  await writeFile(floorFile, `${JSON.stringify(sorted, null, 2)}\n`)
}
