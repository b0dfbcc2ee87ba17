import { formats } from '@rapporteur/reader/formats/registry'
import { DocumentNotRecognizedError } from '@rapporteur/reader/read'
import { describe, expect, it } from 'vitest'
import { readText, sourceOf, unreadIn } from './read.js'
import { headed, labelled, listed } from './samples.js'

const own = ['speaker-headings', 'markdown-minutes', 'list-minutes', 'table-minutes', 'bulletin', 'plain']

describe('a text that names nobody', () => {
  const text = '# Plan\n\nSome words: yes.\n\n## Part one\n\n- a list\n- of things\n'

  it('is none of the formats with turns', () => {
    expect(() => readText(text)).toThrow(DocumentNotRecognizedError)
  })

  it('is paragraphs and sections, if “plain” is asked for', () => {
    const read = readText(text, 'plan.md', 'plain')
    expect(read.record.paragraphs.map(({ text: words }) => words)).toEqual(['Some words: yes.', 'a list', 'of things'])
    expect(read.record).toMatchObject({ people: [], remarks: [], attendances: [] })
    expect(unreadIn(read)).toEqual([])
  })
})

/** Pieces of records put together in an order that makes no sense, always the same. */
const shuffled = (length: number): string => {
  const parts = [labelled, listed, headed].flatMap((text) => text.split(/(?<=\n)|(?<=[|:*-] )/))
  let [seed, text] = [7, '']
  while (text.length < length) {
    seed = (seed * 1103515245 + 12345) % 2147483648
    text += parts[seed % parts.length]
  }
  return text
}

/** How long the long texts are. */
const longest = Number(process.env.LONG_TEXT ?? 200_000)

/** A number as a word of letters. */
const letters = (number: number): string => [...String(number)].map((digit) => 'bcdfghjklm'[Number(digit)]).join('')

describe('any text', () => {
  const hostile: [string, string][] = [
    ['nothing', ''],
    ['white space', ' \n\t\n\f\n'],
    ['labels alone', 'AB:\n\nCD:\n\n'.repeat(50)],
    ['bars', '|'.repeat(5000)],
    ['brackets', '([{'.repeat(3000)],
    ['one word', 'A'.repeat(100_000)],
    ['stars and colons', '**: '.repeat(5000)],
    ['deep lists', Array.from({ length: 60 }, (_, i) => `${'  '.repeat(i)}- AB - x`).join('\n')],
    ['unpaired surrogates', 'AB: \ud800\n\nCD: \udc00\n\nAB: x\n'],
    ['a shuffled record', shuffled(20_000)],
  ]
  it.each(hostile)('of %s is read by every format, as Markdown and as plain text', (_, text) => {
    for (const fileName of ['text.md', 'text.txt'])
      for (const format of own) expect(readText(text, fileName, format).record.version).toBe(1)
  })

  /**
   * Of 200,000 characters each. With LONG_TEXT=1000000 they are of a megabyte: where some part of a reading is quadratic in it, that
   * takes minutes, and the test runs out of time.
   */
  const large: [string, string][] = (
    [
      ['a shuffled record', shuffled(1_000_000)],
      ['labels of their own', Array.from({ length: 50_000 }, (_, i) => `Ada Q${letters(i)}: yes.`).join('\n\n')],
      [
        'initials of their own',
        Array.from({ length: 90_000 }, (_, i) => `${letters(i).toUpperCase()}: no.`).join('\n'),
      ],
      ['one turn without end', `AB: ${'it rained and '.repeat(70_000)}`],
      ['lists of those present', 'Present: Ada Roe (AR), Bo Poe (BP)\n\n'.repeat(27_000)],
      ['bold names', '**Ada Roe**\n\nIt rained.\n\n'.repeat(37_000)],
      ['headings', '# Ada Roe\n\nIt rained.\n\n'.repeat(40_000)],
      ['items', '- AB - it rained\n'.repeat(60_000)],
      ['stage notes', 'AB: (it rains)\n\n(it rains)\n\n'.repeat(33_000)],
      ['emphasis that never ends', '*a _b '.repeat(170_000)],
      ['links that never end', '[a]('.repeat(250_000)],
      ['lines of bars', '| a | b |\n'.repeat(100_000)],
      ['people who speak', 'Mr. Roe (Treasury), in reply, said that it rained. '.repeat(20_000)],
      ['people who speak in paragraphs', 'Mr. Roe said that it rained.\n\nThe Chairman agreed.\n\n'.repeat(18_000)],
      ['parties', 'CHINA, on behalf of the G-77, said no, and the US, supported by JAPAN, said yes. '.repeat(12_000)],
      ['parties in paragraphs', 'The EU and NORWAY proposed it.\n\nHe added no.\n\n'.repeat(20_000)],
      ['a list of parties', 'CHINA, '.repeat(140_000)],
      ['words in capitals', 'ABC DEF GHI JKL '.repeat(60_000)],
      ['rows of people', 'Treasury| Mr. A. Roe\n| Mr. B. Poe\n'.repeat(27_000)],
      ['spaces in a line', `AB: a${' '.repeat(1_000_000)}b`],
    ] as [string, string][]
  ).map(([name, text]) => [name, text.slice(0, longest)])
  it.each(large)(
    'of great length is read by every format: %s',
    (_, text) => {
      const source = sourceOf(text, 'text.txt')
      for (const { name, parse, recognise } of formats) {
        if (!own.includes(name)) continue
        recognise(source)
        expect(parse(source, { language: 'en' }).record.version).toBe(1)
      }
    },
    100_000,
  )
})
