import { bestFirst } from '@rapporteur/reader/people/best-first'
import { featuresOf, similarity } from '@rapporteur/reader/people/similarity'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pairByKeys } from '../../src/ingest/align/by-keys.js'
import { pairInOrder } from '../../src/ingest/align/in-order.js'
import { alignRemarks } from '../../src/ingest/align/remarks.js'
import { alignTexts } from '../../src/ingest/align/texts.js'

const keys = fc.array(fc.constantFrom(...'abcdefgh'), { maxLength: 30 })

/** Length of the longest common subsequence, the slow and plain way. */
function longestCommon(one: readonly string[], other: readonly string[]): number {
  let row = other.map(() => 0)
  for (const a of one) {
    const next: number[] = []
    other.forEach((b, i) => {
      next[i] = a === b ? (row[i - 1] ?? 0) + 1 : Math.max(row[i] ?? 0, next[i - 1] ?? 0)
    })
    row = next
  }
  return row.at(-1) ?? 0
}

describe('pairInOrder', () => {
  it('pairs equal keys, each once, and no two pairs cross', () => {
    fc.assert(
      fc.property(keys, keys, (before, after) => {
        const pairs = [...pairInOrder(before, after)].sort(([one], [other]) => one - other)
        for (const [a, b] of pairs) expect(after[a]).toBe(before[b])
        expect(pairs.every(([, b], i) => i === 0 || b > (pairs[i - 1]?.[1] ?? -1))).toBe(true)
      }),
    )
  })

  it('pairs as many as there are in common, where no key is repeated', () => {
    const distinct = fc.shuffledSubarray([...'abcdefghijklmnop'])
    fc.assert(
      fc.property(distinct, distinct, (before, after) => {
        // common ends go first, which costs nothing; of the rest patience takes the longest run
        expect(pairInOrder(before, after).size).toBe(longestCommon(before, after))
      }),
    )
  })

  it('ends with 20,000 keys that all repeat', () => {
    const many = Array.from({ length: 20_000 }, (_, i) => `key ${(i * 7919) % 97}`)
    expect(pairInOrder(many, [...many.slice(5), ...many.slice(0, 50)]).size).toBeGreaterThan(10_000)
  })
})

describe('similarity', () => {
  it('is 1 for the same words, 0 for others, and nearly 1 for a typo in a short text', () => {
    const alike = (one: string, other: string) => similarity(featuresOf(one), featuresOf(other))
    expect(alike('The PIER, is new', 'the pier is new!')).toBe(1)
    expect(alike('abc', 'xyz')).toBe(0)
    expect(alike('Agreed.', 'Agred.')).toBeGreaterThan(0.7)
    const long = 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen'
    expect(alike(long, long.replace('seven', 'sieben'))).toBeCloseTo(13 / 14)
  })
})

const texts = (...list: (string | [label: string, text: string])[]) =>
  list.map((one) => (typeof one === 'string' ? { text: one, label: null } : { label: one[0], text: one[1] }))
const pairs = (found: ReadonlyMap<number, number>) => [...found].sort(([one], [other]) => one - other)

describe('alignTexts', () => {
  it('follows the text and not the number when a paragraph is put in before others', () => {
    const before = texts(['1', 'The tide tables are late.'], ['2', 'The lights are out again.'])
    const after = texts(
      ['1', 'Apologies were noted.'],
      ['2', 'The tide tables are late.'],
      ['3', 'The lights are out again.'],
    )
    expect(pairs(alignTexts(before, after))).toEqual([
      [1, 0],
      [2, 1],
    ])
  })

  it('takes the number where the text was partly rewritten, and where it was wholly rewritten nothing', () => {
    const before = texts(['7', 'The pier is old and wants paint'], ['8', 'Lights are dear'])
    const after = texts(
      ['9', 'Something else'],
      ['7', 'The pier is old and wants a coat of fresh paint'],
      ['8', 'Nobody came to the dinner'],
    )
    expect(pairs(alignTexts(before, after))).toEqual([[1, 0]])
  })

  it('finds an edited text between its neighbours, whatever its number', () => {
    const before = texts(['1', 'Alpha'], ['2', 'The pier is old and wants paint soon'], ['3', 'Omega'])
    const after = texts(
      ['1', 'Alpha'],
      ['4', 'Wholly new words'],
      ['5', 'The pier is old and wants painting soon'],
      ['6', 'Omega'],
    )
    expect(pairs(alignTexts(before, after))).toEqual([
      [0, 0],
      [2, 1],
      [3, 2],
    ])
  })

  it('follows a text that moved', () => {
    const before = texts('one fish', 'two boats', 'three piers', 'four lights')
    expect(pairs(alignTexts(before, texts('four lights', 'two boats', 'three piers', 'one fish')))).toEqual([
      [0, 3],
      [1, 1],
      [2, 2],
      [3, 0],
    ])
  })

  it('gives each text one partner at most, and the same ones with the sides exchanged where all texts differ', () => {
    const sentence = fc.array(fc.constantFrom(...'pier tide light crew cost fee north basin'.split(' ')), {
      minLength: 1,
      maxLength: 6,
    })
    const list = fc.uniqueArray(
      sentence.map((words) => words.join(' ')),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(list, list, (before, after) => {
        const found = alignTexts(texts(...before), texts(...after))
        expect(new Set(found.values()).size).toBe(found.size)
      }),
    )
  })

  it('ends with 10,000 texts against 10,000 others', () => {
    const word = (i: number) => `w${i % 3000}`
    const many = (step: number) =>
      texts(
        ...Array.from({ length: 10_000 }, (_, i) =>
          Array.from({ length: 30 }, (_, n) => word(i * step + n * 17)).join(' '),
        ),
      )
    expect(alignTexts(many(7), many(13)).size).toBeLessThanOrEqual(10_000)
  })
})

describe('alignRemarks', () => {
  const remark = (speaker: string, text: string, group: string | null = 'p') => ({ speaker, text, group })

  it('goes by the words, then by the speaker', () => {
    const before = [remark('ada', 'Dredging is dear'), remark('bo', 'Dredging is dear'), remark('ada', 'No more of it')]
    const after = [
      remark('ada', 'Never again, please'),
      remark('bo', 'Dredging is dear'),
      remark('cy', 'Dredging is dear'),
    ]
    expect(pairs(alignRemarks(before, after))).toEqual([
      [0, 2],
      [1, 1],
      [2, 0],
    ])
  })

  it('finds a remark that moved to another paragraph, but not by its speaker alone', () => {
    const before = [remark('ada', 'Dredging is dear in winter', 'p'), remark('bo', 'Yes', 'p')]
    const after = [remark('ada', 'Dredging is dear in winter', 'q'), remark('bo', 'Never', 'q')]
    expect(pairs(alignRemarks(before, after))).toEqual([[0, 0]])
  })
})

describe('pairing rows', () => {
  it('takes equal keys in order, better keys first', () => {
    const rows = (...list: string[]) => list.map((text) => ({ all: text, initial: text.slice(0, 1) }))
    const found = pairByKeys(
      rows('a1', 'a2', 'b1'),
      rows('a3', 'a2', 'a2', 'b1'),
      ({ all }) => all,
      ({ initial }) => initial,
    )
    expect(pairs(found)).toEqual([
      [0, 0],
      [1, 1],
      [3, 2],
    ])
  })

  it('takes the best candidates first, and of equal ones the nearest', () => {
    const candidate = (after: number, before: number, score: number) => ({ after, before, score })
    expect(pairs(bestFirst([candidate(0, 0, 1), candidate(0, 1, 2), candidate(1, 0, 1), candidate(1, 1, 2)]))).toEqual([
      [0, 0],
      [1, 1],
    ])
  })
})
