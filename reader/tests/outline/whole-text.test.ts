import { readdirSync, readFileSync } from 'node:fs'
import { readFile } from '@rapporteur/reader/files/read-file'
import { outlineOf } from '@rapporteur/reader/outline/outline-of'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { corporaPath, hasCorpora } from '../../../tests/support/corpora.js'
import { ofMarkdown, ofText, unaccounted } from './support.js'

const readings = new URL('../../../tests/readings/', import.meta.url)
const names = readdirSync(readings).filter((name) => /^[a-z]\d\d.*\.(?:txt|md|html)$/.test(name))

const parts = [
  ...[
    'Ms. Roe',
    'said',
    'that it leaks',
    'THE WEIR',
    'Ada:',
    'MR. POE:',
    '<ada>',
    '10:01',
    'i.e.',
    'é',
    '漢字。',
    '😀',
  ],
  ...['\n', '\n', '\n\n', '\n\n', '\f', '\r\n', '\t', '   ', '  ', ' ', ' ', ' ', '\u2028', '\u00a0'],
  ...[
    '1.',
    '2.',
    '(a)',
    '[3]',
    '- ',
    '* ',
    '•',
    '# ',
    '## ',
    '> ',
    '**',
    '__',
    '`',
    '```\n',
    '|',
    '---',
    '===',
    '+--+',
    '\\',
    '<b>',
  ],
  ...['- 4 -', 'Page 2 of 3', '[x](y)', '&amp;', '...', ',', '.', '?', '"', '-\n'],
]
const texts = fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: 60 }).map((all) => `x${all.join('')}`)

describe('every character of a text is in one block, or in furniture', () => {
  it.each(names)('of %s', async (name) => {
    const bytes = readFileSync(new URL(name, readings))
    expect(unaccounted(outlineOf(await readFile({ bytes, fileName: name })))).toEqual([])
  })

  it('of whatever lines of plain text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(unaccounted(ofText(text))).toEqual([])
      }),
      { numRuns: 1_500 },
    )
  })

  it('of whatever Markdown', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(unaccounted(ofMarkdown(text))).toEqual([])
      }),
      { numRuns: 1_500 },
    )
  })

  it.runIf(hasCorpora('corpora', 'that outlines of real records lose no character'))('of real records', async () => {
    const files = readdirSync(corporaPath('corpora'), { recursive: true, encoding: 'utf8' })
    for (const file of files.filter((one) => /\.(?:txt|md|html)$/.test(one) && !one.includes('README'))) {
      const bytes = readFileSync(corporaPath(`corpora/${file}`))
      expect(unaccounted(outlineOf(await readFile({ bytes, fileName: file }))), file).toEqual([])
    }
  })
})

describe('blocks and their sentences', () => {
  it('stand in the order of the text, with ids of their own', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { blocks } = ofText(text)
        expect(blocks.map(({ id }) => id)).toEqual(blocks.map((_, i) => i + 1))
        const starts = blocks.map(({ flow }) => flow.pieces[0]?.[0] ?? 0)
        expect(starts).toEqual([...starts].sort((a, b) => a - b))
        const ids = blocks.flatMap(({ sentences }) => sentences.map(({ id }) => id))
        expect(new Set(ids).size).toBe(ids.length)
      }),
      { numRuns: 500 },
    )
  })

  it('are the same for the same text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(ofText(text)).toEqual(ofText(text))
      }),
      { numRuns: 100 },
    )
  })
})
