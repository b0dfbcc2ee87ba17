import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignTexts } from '../../src/evaluate/align-texts.js'
import { scoreReading } from '../../src/evaluate/evaluate.js'
import { piecesOf, type Spanned } from '../../src/evaluate/gold.js'
import { placeGold } from '../../src/evaluate/place-gold.js'
import { gold, recordOf, text, turns } from './invented-record.js'

const placed = (other: string) => placeGold(gold, text, other)
const words = (span: Spanned | undefined, of: string) =>
  span ? piecesOf(span).map(([start, end]) => of.slice(start, end)) : []

describe('a gold placed in another form of its text', () => {
  it('keeps its words where markup is gone and the line ends are others', () => {
    const other = text.replaceAll('\n\n', '\r\n').replace('???:', '<unknown>')
    const { gold: moved, lost } = placed(other)
    expect(lost).toBe(0)
    expect(words(moved.statements?.[2], other)).toEqual(['We would rather that it did not wait.'])
  })

  it('goes around what only the other form has, such as the foot of a page', () => {
    const other = text.replace('since the autumn', 'since\n- 4 - Minutes of May\nthe autumn')
    expect(words(placed(other).gold.statements?.[1], other)).toEqual([
      'The hedge along the lower path has not been cut since',
      'the autumn, and the bees are in it now.',
      'It can wait until they have swarmed.',
    ])
  })

  it('says how many spans it did not find again, and lets nothing match them', () => {
    const other = text.replace('Nobody asked the bees.', '')
    const row = scoreReading(
      { name: 'allotments', gold, source: text, path: 'allotments.docx' },
      { record: recordOf(turns.opening, turns.hedge, turns.council, turns.bees), text: other, format: 'transcript' },
    )
    expect(row.lost).toBe(1)
    expect(row.score.categories.find(({ name }) => name === 'statements')?.missed).toHaveLength(2)
  })
})

describe('alignTexts', () => {
  const word = fc.constantFrom('hedge', 'path', 'bees', 'the', 'a', 'cut', 'lower', 'autumn', 'now', 'wait')
  const sentence = fc.array(word, { maxLength: 60 })

  it('matches equal words only, in the order of both texts, each at most once', () => {
    fc.assert(
      fc.property(sentence, sentence, (left, right) => {
        const [from, to] = [left.join(' '), right.join(', ')]
        const matches = alignTexts(from, to)
        matches.forEach((match, i) => {
          expect(from.slice(...match.from)).toBe(to.slice(...match.to))
          const before = matches[i - 1]
          if (before) expect([before.from[1] <= match.from[0], before.to[1] <= match.to[0]]).toEqual([true, true])
        })
      }),
    )
  })

  it('finds every word of a text in which only strange words were strewn', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(5000), { maxLength: 80 }), fc.array(fc.boolean()), (numbers, strewn) => {
        const from = numbers.map((n) => `w${n}`)
        const to = from.flatMap((one, i) => (strewn[i] ? [`x${i}`, one] : [one]))
        expect(alignTexts(from.join(' '), to.join('\n'))).toHaveLength(from.length)
      }),
    )
  })
})
