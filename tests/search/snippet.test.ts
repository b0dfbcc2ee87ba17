import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isUsableText } from '../../src/database/usable-text.js'
import { type Marks, snippetOf, snippetOfResult } from '../../src/search/snippet.js'

const marks = (words: string[], spaceless: string[] = []): Marks => ({ words: new Set(words), spaceless })
const marked = ({ snippet, matches }: ReturnType<typeof snippetOf>) =>
  matches.map(({ start, end }) => snippet.slice(start, end))
const filler = (words: number) => Array.from({ length: words }, (_, i) => `filler${i}`).join(' ')

describe('a snippet', () => {
  it('is a short text whole', () => {
    expect(snippetOf('The quay is closed.', marks(['quay']))).toEqual({
      snippet: 'The quay is closed.',
      matches: [{ start: 4, end: 8 }],
    })
  })

  it('leaves punctuation around a word unmarked', () => {
    expect(marked(snippetOf('“Quay”, (quay) – quay’s?', marks(['“Quay”,', '(quay)', 'quay’s?'])))).toEqual([
      'Quay',
      'quay',
      'quay’s',
    ])
  })

  it('of a long text is the part with most words, cut between words', () => {
    const text = `${filler(60)} quay ${filler(60)} the quay and the crane of the quay ${filler(60)}`
    const found = snippetOf(text, marks(['quay', 'crane']))
    expect(marked(found)).toEqual(['quay', 'crane', 'quay'])
    expect(found.snippet).toMatch(/^… filler\d+ .* filler\d+ …$/)
  })

  it('of a long text without any is its beginning', () => {
    const found = snippetOf(filler(100), marks(['quay']))
    expect(found.snippet).toMatch(/^filler0 .* filler\d+ …$/)
    expect(found.matches).toEqual([])
  })

  it('marks stretches of scripts without spaces where they stand, each once', () => {
    expect(marked(snippetOf('港湾の料金、料金表。2031年', marks(['。2031'], ['料金', '料金表'])))).toEqual([
      '料金',
      '料金表',
      '2031',
    ])
  })

  it('of a name is the form with most words, the first of equal ones', () => {
    expect(snippetOfResult(['Port Authority', 'PA', 'The PA'], marks(['PA'])).snippet).toBe('PA')
    expect(snippetOfResult(['Port Authority', 'PA'], marks([])).snippet).toBe('Port Authority')
    expect(snippetOfResult([], marks(['PA']))).toEqual({ snippet: '', matches: [] })
  })

  it('is a part of the text, and its marks are what they say, in any text', () => {
    const word = fc.constantFrom(
      'quay',
      'crane',
      'ab',
      '💬💬',
      '料金は',
      'e\u0301',
      '-',
      '…',
      ' ',
      '\n',
      'x'.repeat(300),
      '💬'.repeat(150),
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 200 }), fc.constantFrom(' ', ''), (words, between) => {
        const text = words.join(between)
        const found = snippetOf(text, marks(['quay', '💬💬', 'x'.repeat(300)], ['料金']))
        const body = found.snippet.replace(/^… /, '').replace(/ …$/, '')
        expect(text.includes(body) || text.includes(found.snippet)).toBe(true)
        expect(found.snippet.length).toBeLessThanOrEqual(244)
        expect(isUsableText(found.snippet)).toBe(true)
        let last = 0
        for (const { start, end } of found.matches) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(found.snippet.slice(start, end)).toMatch(/^(quay|(料金)+|x+)$/)
          last = end
        }
      }),
      { numRuns: 300 },
    )
  })
})
