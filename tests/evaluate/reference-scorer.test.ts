import { readFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { Gold } from '../../src/evaluate/gold.js'
import { score } from '../../src/evaluate/score.js'
import { corporaPath, hasCorpora } from '../support/corpora.js'

const scorer = corporaPath('gold/score.mjs')
const goldFile = corporaPath('gold/consultative-meeting.json')

type Row = Record<string, unknown>
type Reading = Record<string, Row[] | Row>
interface Reference {
  categories: Record<string, { f1: number; precision: number; recall: number; tp: number }>
  micro: { f1: number }
  extra: Record<string, { f1: number }>
}

const lists = [
  'sections',
  'paragraphs',
  'themes',
  'persons',
  'organizations',
  'attendances',
  'affiliations',
  'attributions',
  'responses',
  'unattributed',
] as const

const corruption = fc.record({
  list: fc.constantFrom(...lists),
  row: fc.nat(),
  other: fc.nat(),
  kind: fc.constantFrom('drop', 'double', 'swap', 'move', 'stretch', 'retitle', 'blank', 'order'),
  amount: fc.integer({ min: -120, max: 120 }),
})
type Corruption = typeof corruption extends fc.Arbitrary<infer Value> ? Value : never

const words = [
  'title',
  'heading',
  'name',
  'nameAsPrinted',
  'honorific',
  'status',
  'scope',
  'kind',
  'person',
  'organization',
]

const nullable = ['heading', 'honorific', 'status', 'scope', 'organization']

/** What a parser may get wrong: rows missed, invented, misplaced, cut elsewhere, given to somebody else. */
function corrupt(reading: Reading, { list, row, other, kind, amount }: Corruption): void {
  const rows = reading[list]
  if (!Array.isArray(rows) || rows.length === 0) return
  const [at, from] = [row % rows.length, other % rows.length]
  const [target, source] = [rows[at], rows[from]]
  if (!target || !source) return
  const present = words.filter((field) => typeof target[field] === 'string')
  const field = present[Math.abs(amount) % Math.max(1, present.length)]
  if (kind === 'drop') rows.splice(at, 1)
  else if (kind === 'double') rows.splice(from, 0, structuredClone(target))
  else if (kind === 'swap' && field && typeof source[field] === 'string') {
    ;[target[field], source[field]] = [source[field], target[field]]
  } else if (kind === 'blank' && field && nullable.includes(field)) target[field] = null
  else if (kind === 'retitle' && field) target[field] = `Former ${target[field]}`
  else if (kind === 'order') [target.order, source.order] = [source.order, target.order]
  else shift(target, kind, amount)
}

function shift(row: Row, kind: string, amount: number): void {
  if (typeof row.start !== 'number' || typeof row.end !== 'number') return
  delete row.pieces
  if (kind === 'move') row.start = Math.max(0, row.start + amount)
  row.end = Math.max(Number(row.start) + 1, row.end + amount)
}

const asGold = (reading: Reading): Gold => Gold.parse(reading)

describe.skipIf(!hasCorpora('gold', 'the scorer beside the reference scorer'))(
  'score › beside the reference scorer',
  () => {
    let reference: (gold: Reading, prediction: Reading) => Reference
    let gold: Reading

    beforeAll(async () => {
      const module: { score: typeof reference } = await import(pathToFileURL(scorer).href)
      reference = module.score
      gold = JSON.parse(await readFile(goldFile, 'utf8'))
    })

    it('gives a gold reading 1 in every category against itself', () => {
      const figures = score(asGold(gold), asGold(gold)).categories.map(({ name, f1 }) => [name, f1])
      expect(figures).toEqual([...lists, 'meeting'].map((name) => [name, 1]))
    })

    it('agrees with it on every figure, whatever a reading gets wrong', () => {
      fc.assert(
        fc.property(fc.array(corruption, { minLength: 1, maxLength: 40 }), (corruptions) => {
          const prediction = structuredClone(gold)
          for (const one of corruptions) corrupt(prediction, one)
          const theirs = reference(gold, prediction)
          const ours = score(asGold(gold), asGold(prediction))
          expect(ours.categories.map(({ name }) => name)).toEqual(Object.keys(theirs.categories))
          for (const { name, found, f1, precision, recall } of ours.categories) {
            const expected = theirs.categories[name]
            expect({ name, found }).toEqual({ name, found: expected?.tp })
            expect(f1).toBeCloseTo(expected?.f1 ?? Number.NaN, 10)
            expect(precision).toBeCloseTo(expected?.precision ?? Number.NaN, 10)
            expect(recall).toBeCloseTo(expected?.recall ?? Number.NaN, 10)
          }
          expect(ours.micro.f1).toBeCloseTo(theirs.micro.f1, 10)
          for (const [name, { f1 }] of Object.entries(theirs.extra)) {
            expect(ours.extra.get(name)?.f1).toBeCloseTo(f1, 10)
          }
        }),
        { numRuns: 300 },
      )
    })
  },
)
