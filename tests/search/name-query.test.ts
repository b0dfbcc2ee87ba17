import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Rows } from '../../src/database/database.js'
import { nameQuery } from '../../src/search/name-query.js'
import { termsOf } from '../../src/search/terms.js'
import { testDatabase } from '../support/database.js'

let rows: Rows
beforeAll(async () => {
  ;({ rows } = await testDatabase())
})

/** How a name fits a query, by the narrowest of the three. */
async function fitOf(name: string, query: string): Promise<'exact' | 'begun' | 'mistyped' | 'not'> {
  const [{ name: terms } = { name: undefined }] = await termsOf(rows, [{ query, texts: false, names: true }])
  if (!terms) return 'not'
  const tiers = ['exact', 'begun', 'mistyped'] as const
  const [row = []] = await rows({
    name: undefined,
    text: `select ${tiers.map((_, i) => `name_vector($1, '{}') @@ $${i + 2}::text::tsquery`).join(', ')}`,
    values: [name, ...tiers.map((tier) => terms[tier])],
  })
  return tiers.find((_, i) => row[i]) ?? 'not'
}

/** A word with one typing error: a letter more, less, another, or two that changed places. */
const mistyped = (word: string) =>
  fc
    .record({
      kind: fc.constantFrom('more', 'less', 'other', 'swapped'),
      at: fc.nat({ max: word.length - 1 }),
      letter: fc.constantFrom(...'aeixz'),
    })
    .map(({ kind, at, letter }) => {
      const letters = [...word]
      if (kind === 'more') letters.splice(at, 0, letter)
      if (kind === 'less') letters.splice(at, 1)
      if (kind === 'other') letters[at] = letter
      if (kind === 'swapped' && at > 0) letters.splice(at - 1, 2, word[at] ?? '', word[at - 1] ?? '')
      return letters.join('')
    })

describe('a query as a name', () => {
  it('is met with one typing error in each word of four letters or more', async () => {
    const words = fc.array(fc.string({ unit: fc.constantFrom(...'abcdefgh'), minLength: 4, maxLength: 12 }), {
      minLength: 1,
      maxLength: 3,
    })
    const both = words.chain((name) => fc.tuple(fc.constant(name), fc.tuple(...name.map(mistyped))))
    await fc.assert(
      fc.asyncProperty(both, async ([name, typed]) => {
        expect(await fitOf(name.join(' '), typed.join(' '))).not.toBe('not')
        expect(await fitOf(name.join(' '), name.join(' '))).toBe('exact')
      }),
      { numRuns: 60 },
    )
  })

  it.each([
    ['Åsa Ørsted-Łuczak', 'asa orsted luczak', 'exact'],
    ["Conor O'Neil", 'oneil', 'exact'],
    ["Conor O'Neil", 'o’neil', 'exact'],
    ['Jean-Luc Moreau', 'jean-luc', 'exact'],
    ['Jean-Luc Moreau', '"luc moreau"', 'exact'],
    ['Νίκος Παππάς', 'νίκος', 'exact'],
    ['Straße', 'STRASSE', 'exact'],
    ['Group of 20', 'group 20', 'exact'],
    ['Group of 20', 'group 21', 'not'],
    ['Marlowe', 'marl', 'begun'],
    ['Marlowe', 'marlowe -jones', 'exact'],
    ['Marlowe Jones', 'marlowe -jones', 'not'],
    ['Marlowe', 'jones or marlowe', 'exact'],
    ['Ann', 'anne', 'mistyped'],
    ['Ann', 'ana', 'not'],
  ])('%s by %s: %s', async (name, query, expected) => {
    expect(await fitOf(name, query)).toBe(expected)
  })

  it('widens the first words only: more are no name', () => {
    const printed = Array.from({ length: 12 }, (_, i) => `'word${'abcefghijklm'[i]}'`).join(' & ')
    const { mistyped } = nameQuery(printed)
    expect(mistyped.match(/'~/g)?.length).toBe(8 * 6)
  })
})
