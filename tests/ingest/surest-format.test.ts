import { readdirSync, readFileSync } from 'node:fs'
import type { Format, Recognition } from '@rapporteur/reader/formats/format'
import { formats } from '@rapporteur/reader/formats/registry'
import { DocumentNotRecognizedError, type FormatVerdict, readRecord } from '@rapporteur/reader/read'
import type { SourceText } from '@rapporteur/reader/source'
import { describe, expect, it } from 'vitest'
import { sourceOfText } from './support/source-of-text.js'

const invented = ['fixtures', 'transcripts'].flatMap((folder) => {
  const path = new URL(`${folder}/`, import.meta.url)
  return readdirSync(path)
    .filter((name) => /\.(?:txt|md)$/.test(name))
    .map((name) => sourceOfText(readFileSync(new URL(name, path), 'utf8'), name))
})

const speaks = (name: string) => `${name} said that the reef was theirs, and asked for time.`

/** Texts in which a quick look could miss what makes a document one of its kind. */
const tricky = [
  'Reef talks\n\nThe United\nStates said that the reef was theirs. United\nKingdom asked why. The United\nArab Emirates agreed. Viet\nNam said no.\n',
  `Reef talks\n\n[United\nStates](#a) said so. [New\nZealand](#b) asked why. ${speaks('[South\nAfrica](#c)')} ${speaks('[Sri\nLanka](#d)')}\n`,
  `Reef talks\n\nIn plenary, ${['VARENIA', 'ALMADIR', 'KESSENIA', 'TURGAIA', 'VARENIA', 'ALMADIR'].map(speaks).join(' ')}\n`,
  `Reef talks\n\n${['**Norway**', 'Chad', '_Japan_', 'Norway', 'Côte d’Ivoire'].map(speaks).join('\n')}\n`,
  `1.\u00a0Ada Roe asked for a lamp.\n\n2.\u00a0Bo Poe said no.\n`,
  `Notes\n\n${'AB: a lamp.\n\nCD: no lamp.\n\n'.repeat(2)}`,
  `Notes\n\n${'- AB - a lamp.\n- CD - no lamp.\n'.repeat(3)}`,
  `Notes\n\n${'Mr. Roe said that the wall was low. He added that it leaks.\n\nMs. Poe replied that it was dry.\n\n'.repeat(4)}The lamps are lit.\n`,
].map((text) => sourceOfText(text))

const thresholds = [0.5, 0.7, 0.9]

const expectBounds = (format: Format, source: SourceText, recognition: Recognition): void => {
  const { confidence } = recognition
  const of = `${format.name} of ${source.fileName}`
  expect(format.atMost?.(source) ?? 1, of).toBeGreaterThanOrEqual(confidence)
  for (const threshold of [...thresholds, confidence])
    if (format.recogniseFrom && confidence >= threshold)
      expect(format.recogniseFrom(source, threshold), of).toEqual(recognition)
}

const readAs = (source: SourceText): FormatVerdict | null => {
  try {
    return readRecord(source).format
  } catch (error) {
    if (error instanceof DocumentNotRecognizedError) return null
    throw error
  }
}

describe('the format that reads a document', () => {
  it('is never surer than a look beforehand said', () => {
    for (const source of [...tricky, ...invented.filter((_, i) => i % 2 === 0)])
      for (const format of formats) expectBounds(format, source, format.recognise(source))
  })

  it('is the surest of all, and of those that are equally sure the first', () => {
    for (const source of [...tricky, ...invented.filter((_, i) => i % 6 === 0)]) {
      const verdicts = formats.map((format) => ({ format: format.name, ...format.recognise(source) }))
      const most = Math.max(...verdicts.map(({ confidence }) => confidence))
      const surest = most < 0.5 ? null : verdicts.find(({ confidence }) => confidence === most)
      expect(readAs(source), source.fileName).toEqual(surest)
    }
  })
})
