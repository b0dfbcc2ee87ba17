import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { outlineOf } from '@rapporteur/reader/outline/outline-of'
import { type Comparison, compareReadings } from '../ingest/compare.js'
import { modelOf } from '../ingest/model/model-settings.js'
import { withModel } from '../ingest/model/read-by-model.js'
import { readDocument } from '../ingest/read-document.js'
import { type GivenOptions, openReader } from '../ingest-document/ingester.js'
import type { Settings } from '../settings/settings.js'
import { tellOfModel } from './tell-of-model.js'

const wide = 110

const shortened = (text: string): string => {
  const line = text.replace(/\s+/g, ' ')
  return line.length > wide ? `${line.slice(0, wide - 1)}…` : line
}

const linesOf = (path: string, { differences, sentences, agreed }: Comparison): string =>
  [
    ...differences.map(({ id, text, one, other }) => `[${id}] rules: ${one}; other: ${other}\n    ${shortened(text)}`),
    `${path}: ${agreed} of ${sentences} sentences are given to the same speaker (${sentences === 0 ? 100 : Math.round((100 * agreed) / sentences)} %).`,
  ].join('\n')

/** Prints where the rules and the model, or a proposal, differ in who speaks. Writes nothing to the archive. @returns the exit status */
export const compareFiles = async (
  paths: readonly string[],
  options: GivenOptions,
  settings: Settings,
): Promise<number> => {
  const reader = openReader()
  const { beside: _, reader: __, ...asked } = options
  const read = withModel((file, more) => readDocument(reader, file, more), {
    settings: modelOf(settings),
    readText: (file) => reader.read(file),
    storedAnswer: async () => null,
    ...tellOfModel(process.stderr),
  })
  for (const path of paths) {
    const file = { bytes: await readFile(path), fileName: basename(path) }
    const other = await read(file, { ...asked, reader: 'model' })
    const rules = await read(file, { ...asked, proposal: undefined, reader: 'rules' })
    process.stdout.write(
      `${linesOf(path, compareReadings(outlineOf(await reader.read(file)), rules.record, other.record))}\n`,
    )
  }
  return 0
}
