import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DocumentNotRecognizedError, readRecord } from '@rapporteur/reader/read'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { openDocumentReader } from '../../src/ingest/threads/document-threads.js'
import { corporaPath, hasCorpora } from '../support/corpora.js'
import { headed, labelled, listed } from './formats/samples.js'
import { assertAccounted } from './support/assert-accounted.js'
import { assertSound } from './support/assert-sound.js'
import { sourceOfText } from './support/source-of-text.js'

const reader = openDocumentReader({ threads: 1, memoryMb: 512, seconds: 60 })

const recordsIn = (folder: string): string[] => {
  if (!hasCorpora(folder, 'whether every character of its records is accounted for')) return []
  return readdirSync(corporaPath(folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:md|txt|xml|html|docx|pdf)$/.test(file) && !/readme/i.test(file))
    .map((file) => corporaPath(join(folder, file)))
}

const sources = [
  ...recordsIn('corpora'),
  ...recordsIn('seed'),
  fileURLToPath(new URL('../../sample/harbour-consultation.txt', import.meta.url)),
]

/** Reads a text with a format and holds all that a reading promises. */
const check = (text: string, format: string): void => {
  const read = readRecord(sourceOfText(text), { format })
  assertSound(text, read.record, read.findings)
  assertAccounted(text, read)
}

describe('every character of a source is accounted for', () => {
  it.each(sources.map((path) => [basename(path), path] as const))('in %s', async (fileName, path) => {
    const source = await reader.read({ bytes: readFileSync(path), fileName })
    const read = () => {
      try {
        return readRecord(source)
      } catch (error) {
        if (!(error instanceof DocumentNotRecognizedError)) throw error
        return readRecord(source, { format: 'plain' })
      }
    }
    const reading = read()
    assertSound(source.text, reading.record, reading.findings)
    assertAccounted(source.text, reading)
  })

  it.each(['labelled', 'summary', 'prose', 'plain'])('of any text, read as %s', (format) => {
    const parts = [labelled, listed, headed].flatMap((text) => text.split(/(?<=\n)|(?<=[|:*-] )/))
    const record = fc.array(
      fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...parts) }, fc.string({ unit: 'binary', maxLength: 12 })),
      { maxLength: 60 },
    )
    fc.assert(
      fc.property(record, (some) => check(some.join(''), format)),
      { numRuns: 120 },
    )
  })
})
