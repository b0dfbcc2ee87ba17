import { marksOfMarkdown, readMarkdown } from '@rapporteur/reader/files/markdown'
import { piecesOf } from '@rapporteur/reader/files/markdown/pieces'
import { shortened } from '@rapporteur/reader/files/markdown/shorten'
import { describe, expect, it } from 'vitest'

const size = 60_000
const filled = (unit: string): string => unit.repeat(size / unit.length)

describe('what is given to the parser of Markdown, whose time grows with the square of it', () => {
  it.each([
    ['items', '- a\n'],
    ['numbered items', '1. a\n'],
    ['headings', '# a\n'],
    ['underlined headings', 'a\n===\n'],
    ['paragraphs', '*a* b\n\n'],
    ['rules', '---\n'],
    ['blank lines', '\n'],
    ['definitions', '[a]: b\n'],
    ['items in items', '- a\n  - b\n'],
  ])('is little at a time, and all of it hardly more than the file: %s', (_, unit) => {
    const lengths = [...piecesOf(filled(unit))].map(({ text }) => text.length)
    expect(Math.max(...lengths)).toBeLessThan(5000)
    expect(lengths.reduce((sum, length) => sum + length, 0)).toBeLessThan(1.2 * size)
  })

  it.each([
    ['emphasis', '*a* _b '],
    ['brackets', '[12:00] a: b\n'],
    ['names', 'Ada Roe\n'],
    ['code', '`a'],
  ])('is the two ends of a paragraph that nobody writes: of %s', (_, unit) => {
    const text = `Wells\n\n${filled(unit)}\n\nRain`
    const { text: short, restore } = shortened(text)
    expect(short.length).toBeLessThan(10_000)
    expect(restore(short.length)).toBe(text.length)
    expect(marksOfMarkdown(short).filter(({ kind }) => kind === 'paragraph')).toHaveLength(3)
  })
})

it('refuses a line that nests more than anybody reads', () => {
  expect(() => readMarkdown(Buffer.from(`${'> '.repeat(200)}a`), 'a.md')).toThrow(/nests more than 100/)
  expect(readMarkdown(Buffer.from(`${'- '.repeat(200)}\n`), 'a.md').layout).toHaveLength(1)
})
