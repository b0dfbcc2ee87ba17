import { readFileSync } from 'node:fs'
import { readRecord } from '@rapporteur/reader/read'
import { describe, expect, it } from 'vitest'
import { assertSound } from './support/assert-sound.js'
import { renderReading } from './support/render-reading.js'
import { sourceOfText } from './support/source-of-text.js'

const sample = readFileSync('sample/harbour-consultation.txt', 'utf8')

const perLine = (change: (line: string) => string): string => sample.split('\n').map(change).join('\n')
const isRow = (line: string): boolean => line.includes('\t')

/** One record, printed in other ways. */
const prints = {
  'with line ends of Windows': sample.replace(/\n/g, '\r\n'),
  'wrapped by hand': perLine((line) => (isRow(line) ? line : line.replace(/(.{1,88})(?:\s+|$)/g, '$1\n').trimEnd())),
  'with spaces that do not break': sample.replace(/\b(Mr|Ms|Dr|Prof)\. /g, '$1.\u00a0'),
  'with numbers in parentheses': sample.replace(/^(?:- )?(\d+)\. /gm, '($1) '),
  'with numbers behind a sign': sample.replace(/^(?:- )?(\d+)\. /gm, '¶ $1 '),
  'with letters taken apart': sample.normalize('NFD'),
  'with blank lines between paragraphs': sample.replace(/^(- )?(\d+)\. /gm, '\n$1$2. '),
  'without blank lines before paragraphs': sample.replace(/\n\n(?=(?:- )?\d+\. )/g, '\n'),
  'without emphasis': sample.replaceAll('**', ''),
  'with a table in aligned columns': perLine((line) =>
    isRow(line)
      ? line
          .split('\t')
          .map((cell) => cell.padEnd(40))
          .join('')
          .trimEnd()
      : line,
  ),
  'with a heading over the table that wraps': sample.replace(/^(Participants in the Consultation)\s/m, '$1\n'),
}

/** What a reading says, whatever the letters and marks it is printed with. */
const said = (text: string): string =>
  renderReading(readRecord(sourceOfText(text)).record)
    .normalize('NFC')
    .replaceAll('\u00a0', ' ')
    .replaceAll('**', '')

describe('one record', () => {
  it.each(Object.entries(prints))('says the same when it is printed %s', (_, text) => {
    expect(said(text)).toBe(said(sample))
  })

  it.each(Object.entries(prints))('is as sound when it is printed %s', (_, text) => {
    const { record, findings } = readRecord(sourceOfText(text))
    assertSound(text, record, findings)
    expect(findings.filter(({ code }) => code === 'UNREAD_TEXT')).toEqual([])
  })
})
