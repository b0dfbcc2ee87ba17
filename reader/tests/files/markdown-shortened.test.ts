import { marksOfMarkdown, readMarkdown } from '@rapporteur/reader/files/markdown'
import { shortened } from '@rapporteur/reader/files/markdown/shorten'
import fc from 'fast-check'
import { expect, it } from 'vitest'

const prose = "the keepers said that the lamp of the old house doesn't burn, and that they would see to it by May"
const syntax = [
  ...[
    '# Lamps',
    '## Lamps #',
    '- ',
    '* ',
    '1. ',
    '12) ',
    '> ',
    '    ',
    '  ',
    '```',
    '~~~ js',
    '---',
    '===',
    '| a | b |',
    '|---|:-:|',
  ],
  ...['**AR:**', '_so_', '*', '**', '`a b`', '``', '`', '\\*', '\\', '&amp;', '&', '!', '|', '#', '~', '+', '=', ':'],
  ...[
    '[lamps](#n1)',
    '[l](<a b> "of lamps")',
    '[the lamps',
    ']',
    '](x',
    '[lamps]: https://example.org',
    "'of lamps'",
    '"',
  ],
  ...['<b>', '</b>', '<!-- lamps', '-->', '<div class="lamps">', '</div>', '<', '>', '<https://example.org>'],
]
const piece = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...syntax) },
  { weight: 3, arbitrary: fc.nat(prose.length).map((from) => `${prose.slice(from)} ${prose}`) },
  { weight: 2, arbitrary: fc.nat(5).map((length) => `\n\n${Array(length).fill(prose).join('\n\n')}\n\n`) },
  { weight: 1, arbitrary: fc.constantFrom('AR', 'x', '1', 'a.', '　', '\t', '“Lamps”') },
)
const gap = fc.constantFrom('', ' ', ' ', ' ', '  ', '\n', '\n', '  \n', '\n\n', '\n\n', '\r\n', '\n \n', '\n  ')
const text = fc.array(fc.tuple(piece, gap), { maxLength: 30 }).map((parts) => parts.flat().join(''))

it('reads a text without the middles of its plain stretches as it reads all of it', () => {
  fc.assert(
    fc.property(text, (words) => {
      fc.pre(words.trim() !== '' && !words.startsWith('---'))
      expect(readMarkdown(Buffer.from(words), 'x.md').layout).toEqual(marksOfMarkdown(words))
    }),
    { numRuns: Number(process.env.FC_RUNS ?? 200) },
  )
})

it('reads a text in pieces as it reads all of it', () => {
  fc.assert(
    fc.property(text, fc.nat(40), (words, length) => {
      expect(marksOfMarkdown(words, length + 1)).toEqual(marksOfMarkdown(words))
    }),
    { numRuns: Number(process.env.FC_RUNS ?? 200) },
  )
})

it('keeps what closes a heading out of it', () => {
  const text = `# ${prose} #\n`
  expect(readMarkdown(Buffer.from(text), 'x.md').layout).toEqual(marksOfMarkdown(text))
})

it('leaves out most of a long paragraph', () => {
  const { text: short, restore } = shortened(`AR: ${prose}.\n\n${prose}: \`lamp\` and ${prose}.\n`)
  expect(short).toBe('AR: May.\n\nthe May: `lamp` and May.\n')
  expect(restore(short.length)).toBe(`AR: ${prose}.\n\n${prose}: \`lamp\` and ${prose}.\n`.length)
})
