import { describe, expect, it } from 'vitest'
import { throughGate } from '../through-gate.js'

const paragraphs = 400
const minutes = Array.from(
  { length: paragraphs },
  (_, i) =>
    `${i + 1}. The clerk said of the weir that the gate of the lock was of oak, and the ferry went to the mill.\n`,
).join('\n')

/** Answers that ask for much work in few characters, of so many lines. */
const hostile: Record<string, (lines: number) => object[]> = {
  'remarks of the whole record': (lines) =>
    Array.from({ length: lines }, (_, i) => ({ remark: i + 1, by: ['p'], ids: `1-${paragraphs}` })),
  'the same sentence, cut anew': (lines) =>
    Array.from({ length: lines }, (_, i) => ({
      remark: i + 1,
      by: [`p${i % 7}`],
      ids: '5',
      starts: 'the',
      ends: 'mill',
    })),
  'remarks within each other': (lines) =>
    Array.from({ length: lines }, (_, i) => ({
      remark: i + 1,
      by: [`p${i}`],
      ids: `${(i % 190) + 1}-${paragraphs - (i % 190)}`,
    })),
  'passages of nobody': (lines) =>
    Array.from({ length: lines }, () => ({ nobody: `1-${paragraphs}`, kind: 'IMPERSONAL' })),
  'people with many forms': (lines) =>
    Array.from({ length: lines }, (_, i) => ({
      person: `p${i}`,
      name: 'The',
      printed: Array.from({ length: 20 }, (_, k) => `the ${k}`),
    })),
  'people of every word': (lines) =>
    Array.from({ length: lines }, (_, i) => ({
      person: `p${i}`,
      name: 'The',
      role: 'gate',
      at: '1',
      title: 'of the',
      body: 'o',
    })),
  'bodies of every word': (lines) =>
    Array.from({ length: lines }, (_, i) => ({
      body: `o${i}`,
      name: 'the gate',
      printed: ['of the lock', 'of oak'],
      parent: 'o0',
    })),
  'lines that are repeated': (lines) =>
    Array.from({ length: lines }, () => ({
      remark: 1,
      by: ['p'],
      ids: '3',
      as: 'The clerk',
      acts: ['said', 'was', 'went'],
    })),
}

describe.each(Object.entries(hostile))('%s', (_, answer) => {
  const stepsOf = async (lines: number): Promise<number> =>
    (await throughGate(minutes, 'minutes.txt', [{ person: 'p', name: 'The clerk' }, ...answer(lines)])).steps

  it('takes work in proportion to the answer and the record', async () => {
    const [once, twice] = [await stepsOf(150), await stepsOf(300)]
    expect(twice / once).toBeLessThanOrEqual(2.3)
    expect(twice).toBeLessThan(2_000_000)
  })
})

it('what is asked of a whole record a hundred times is refused, and the first of it stands', async () => {
  const { refused } = await throughGate(minutes, 'minutes.txt', [...(hostile['passages of nobody']?.(200) ?? [])])
  expect(refused.length).toBeGreaterThan(100)
  expect(refused[0]).toMatchObject({ code: 'OVERLAP' })
})
