import { is } from '@rapporteur/reader/english/word-kinds'
import { wordAt } from '@rapporteur/reader/english/words'
import { expect, test } from 'vitest'

/** What a word is, as a pattern says it. */
const pattern = /\s*(\p{L}[\p{L}'’-]*)/uy

const byPattern = (text: string, offset: number) => {
  pattern.lastIndex = offset
  const found = pattern.exec(text)?.[1]
  return found === undefined ? null : { text: found, end: pattern.lastIndex }
}

const pieces = [
  'a',
  'Roe',
  'É',
  'ß',
  '’',
  "'",
  '-',
  '–',
  ' ',
  '\u00a0',
  '\n',
  '7',
  '.',
  '“',
  '𝒜',
  '\ud835',
  'ﬁ',
  '山',
  'о́',
]

test('words go as far as the pattern of a word does', () => {
  const texts = pieces.flatMap((a) => pieces.flatMap((b) => pieces.map((c) => `${a}${b}${c}`)))
  const other = texts.filter((text) => {
    const [found, expected] = [wordAt(text, 0), byPattern(text, 0)]
    return found?.text !== expected?.text || found?.end !== expected?.end
  })
  expect(other).toEqual([])
})

test.each([
  ['was', is.be],
  ['Has', is.have],
  ['strongly', is.adverb | is.beforeVerb],
  ['noted', is.finite | is.past | is.participle],
  ['One-third', is.unnamed],
  ['vice-chair', is.office],
  ['Sub-Committee', is.body],
  ['Université', is.body],
  ['Professor', is.honorific],
  ['von', is.particle],
])('%s is known for what it may be', (text, kinds) => {
  expect((wordAt(text, 0)?.kinds ?? 0) & kinds).toBe(kinds)
})
