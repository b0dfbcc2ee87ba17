import { describe, expect, it } from 'vitest'
import { formats } from '../../../src/ingest/formats/registry.js'
import { DocumentNotRecognizedError } from '../../../src/ingest/read.js'
import { readText, sourceOf, unreadIn } from './read.js'
import { headed, labelled, listed } from './samples.js'

const own = ['speaker-headings', 'markdown-minutes', 'list-minutes', 'plain']

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

  it('is gone through in time that grows as it does', () => {
    const time = (length: number): number => {
      const source = sourceOf(shuffled(length), 'text.txt')
      const start = process.cpuUsage()
      for (const { name, parse, recognise } of formats) {
        if (!own.includes(name)) continue
        recognise(source)
        parse(source, { language: 'en' })
      }
      const { user, system } = process.cpuUsage(start)
      return user + system
    }
    time(20_000)
    const [once, fourTimes] = [Math.min(time(80_000), time(80_000)), Math.min(time(320_000), time(320_000))]
    expect(fourTimes).toBeLessThan(8 * once)
  })
})
