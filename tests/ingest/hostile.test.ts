import { readRecord } from '@rapporteur/reader/read'
import { describe, expect, it } from 'vitest'
import { assertSound } from './support/assert-sound.js'
import { sourceOfText } from './support/source-of-text.js'

const size = 40_000
const filled = (unit: string): string => unit.repeat(Math.ceil(size / unit.length))

const front = 'Summary of the Meeting on Wells\n\n1. Ms. Ada Roe opened the meeting.\n\n'

/** Each of these takes longer than a test may where some part of the reading is quadratic in it. */
const units = {
  words: 'word ',
  names: 'Mr. Roe said that Ms. Poe and ',
  'replies to replies': 'Ms. Poe replied to Mr. Roe. ',
  parentheses: '(',
  'headings that never end': 'A (Ms. B. Roe; ',
  'one capitalized word': 'A-',
  initials: 'A. ',
  quotes: '"“\'’',
  digits: '1',
  numbers: '1. ',
  emphasis: '**a',
  tabs: 'a\t',
  pipes: '|a ',
  spaces: ' ',
  'names in one list': '; Ms. A. B',
  dates: '1 May 2020 - ',
  times: '12:30 - ',
  'right-to-left marks': '\u202e\u200fא ',
  'halves of surrogate pairs': '\ud800 a \udc00',
  'combining marks': 'a\u0301\u0301',
}

const lines = {
  'blank lines': '\n',
  annexes: 'Annex A\n',
  'names in lines': 'Ms. Anna Roe\n',
  headings: 'A Heading\n\n',
  'nested headings': '# A\n\n## B\n\n',
  'headings of lists': 'Participants\n',
  labels: 'Date: 1 May\n',
  pages: 'Page 1\f\n',
  'rows without a name': '\tx\ty\n',
  'roles without a name': 'Chair:\n',
  'one number': '1. Mr. Roe said no.\n\n',
  'lists of one': 'Participants\n\nName\tTitle\tOrganization\nMs. Anna Roe\tx\ty\n\n',
}

/** What stands for "#" is another word each time. */
const differing = {
  'people of a chat': '<nick#> hello\n',
  'holders of an office': 'The Head of B# said that. ',
  'people of a list': '- **Ada B#**: hello\n',
  'people who say the same': 'Mr. B# said that it was so. ',
}

const read = (text: string) => {
  const { record, findings } = readRecord(sourceOfText(text), { format: 'summary' })
  assertSound(text, record, findings)
  return record
}

/** A number as a word: digits at the end of a name are marks of footnotes. */
const inLetters = (number: number): string =>
  [...String(number)].map((digit) => 'bcdfghjklm'[Number(digit)] ?? '').join('')

describe('a file made to hurt', { timeout: 60_000 }, () => {
  it.each(Object.entries(units))('is read in time: a line of %s', (_, unit) => {
    expect(read(`${front}2. ${filled(unit)}`).paragraphs.length).toBeGreaterThan(0)
  })

  it.each(Object.entries(lines))('is read in time: nothing but %s', (_, unit) => {
    expect(read(`${front}${filled(unit)}`).paragraphs.length).toBeGreaterThan(0)
  })

  it.each(Object.entries(differing))('is read in time: nothing but %s', (_, unit) => {
    const count = Math.ceil(size / unit.length)
    const units = Array.from({ length: count }, (_, i) => unit.replaceAll('#', inLetters(i)))
    const { record } = readRecord(sourceOfText(`Meeting on Wells\n\n${units.join('')}`))
    expect(record.remarks.length).toBeGreaterThan(count / 2)
  })

  it('is read in time: a line of a megabyte, with an end', () => {
    const record = read(`${front}2. Mr. Bo Poe said that ${'it rained and '.repeat(75_000)} stopped.`)
    expect(record.remarks.at(-1)?.speakerAsPrinted).toBe('Mr. Bo Poe')
  })

  it('keeps each of thirty thousand numbered lines', () => {
    const numbered = Array.from({ length: 30_000 }, (_, i) => `${i + 1}. Rain.`)
    expect(read(`${front}${numbered.slice(1).join('\n')}`).paragraphs).toHaveLength(30_000)
  })

  it('keeps each row of a list of three thousand', () => {
    const rows = Array.from({ length: 3_000 }, (_, i) => `Ms. Ann Q${inLetters(i)}\tHead\tBody`)
    const record = read(`${front}Participants\n\nName\tTitle\tOrganization\n${rows.join('\n')}`)
    expect(record.attendances).toHaveLength(3_000)
  })

  it('reads a table of more columns than a list of people has, and keeps every cell with its row', () => {
    const text = `${front}Participants\n\nMs. Ada Roe\tHead\tBody${'\tx1'.repeat(100)}\nMr. Bo Poe\tHead\tBody`
    const { attendances } = read(text)
    expect(attendances.map(({ nameAsPrinted }) => nameAsPrinted)).toEqual(['Ms. Ada Roe', 'Mr. Bo Poe'])
    const row = attendances[0]?.pieces.map((piece) => text.slice(...piece)).join(' ')
    expect(row?.match(/x1/g)).toHaveLength(100)
  })

  it.each([
    '',
    ' ',
    '\n',
    '1.',
    '1. ',
    '(',
    '**',
    '1. :',
    'Annex',
    'Participants',
    '\ufeff',
    '\u0000',
    '1. ()',
    '- 1. **',
  ])('is read though it says next to nothing: %j', (text) => {
    expect(read(text).remarks).toEqual([])
  })
})
