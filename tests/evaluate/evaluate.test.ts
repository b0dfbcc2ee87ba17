import { describe, expect, it } from 'vitest'
import { evaluate, type GoldCase, scoreReading } from '../../src/evaluate/evaluate.js'
import { formatReport } from '../../src/evaluate/format-report.js'
import { gold, place, recordOf, text, turns } from './invented-record.js'

const { opening, hedge, swarmed, council, bees } = turns
const hedgeTurn = { ...hedge, pieces: [...hedge.pieces, ...swarmed.pieces] }
const one: GoldCase = { name: 'allotments', gold, source: text, path: 'allotments.md' }
const scored = (...said: Parameters<typeof recordOf>) =>
  scoreReading(one, { record: recordOf(...said), text, format: 'transcript' })
const f1 = (row: ReturnType<typeof scored>, name: string) => row.score.categories.find((c) => c.name === name)?.f1

describe('a reading of a record without numbers', () => {
  it('is all right if every turn has its speaker: a role, a person, a party, nobody named', () => {
    const row = scored(opening, hedgeTurn, council, bees)
    expect(row.score.micro.f1).toBe(1)
    expect(row.score.extra.get('speakers')?.f1).toBe(1)
    expect(row.score.extra.get('remarks.order')?.f1).toBe(1)
  })

  it('says last, and counts against no row, which printed names were not seen', () => {
    const { worst, score } = scored(opening, hedgeTurn, council, bees)
    expect(worst).toMatchObject([
      { category: 'persons.namesAsPrinted', gold: 'Ines Okafor (ATTENDEE): Ines Okafor', read: null },
    ])
    expect(score.extra.get('persons.namesAsPrinted')).toMatchObject({ precision: 1, recall: 0.5 })
  })

  it('has its speakers right, but not its statements, if one turn is cut in two', () => {
    const row = scored(opening, hedge, swarmed, council, bees)
    expect(row.score.extra.get('speakers')?.f1).toBe(1)
    expect(f1(row, 'statements')).toBeCloseTo(2 * (3 / 5) * (3 / 4) * (1 / (3 / 5 + 3 / 4)), 10)
  })

  it('loses a turn on both sides if somebody else is made its speaker, and says which words those are', () => {
    const row = scored(opening, { pieces: hedgeTurn.pieces, party: 'parish-council' }, council, bees)
    const speakers = row.score.extra.get('speakers')
    expect([speakers?.precision, speakers?.recall]).toEqual([0.75, 0.75])
    expect(row.worst[0]).toMatchObject({ category: 'statements', gold: 'io', read: 'parish-council' })
    expect(row.worst[0]?.text).toMatch(/^The hedge along the lower path/)
  })

  it('loses only the order if two remarks change places', () => {
    const row = scored(opening, council, hedgeTurn, bees)
    expect(f1(row, 'statements')).toBe(1)
    expect(row.score.extra.get('remarks.order')?.f1).toBe(0.75)
  })

  it('is not scored for what its gold says nothing of', () => {
    const names = scored(opening).score.categories.map(({ name }) => name)
    expect(names).toEqual(['persons', 'organizations', 'statements', 'meeting'])
  })
})

describe('a gold of a part of a document', () => {
  it('asks for no row outside of its range, and for nobody whom only such rows name', () => {
    const [start] = place('IO:')
    const [, end] = place('swarmed.')
    const part = {
      ...gold,
      range: { start, end },
      organizations: [],
      statements: gold.statements?.slice(1, 2) ?? [],
    }
    const record = recordOf(opening, hedgeTurn, council, bees)
    const row = scoreReading({ ...one, gold: part }, { record, text, format: 'transcript' })
    expect(row.score.micro.f1).toBe(1)
  })
})

describe('evaluate', () => {
  const missing = { ...one, name: 'lost', path: 'lost.md' }
  const read = async (path: string) => {
    if (path === 'lost.md') throw new Error('no format recognised it')
    return { record: recordOf(opening, hedge, swarmed, council, bees), text, format: 'transcript' }
  }

  it('adds up the documents of one format', async () => {
    const report = await evaluate([one, { ...one, name: 'again' }], read)
    const [format] = report.formats
    expect(format).toMatchObject({ format: 'transcript', documents: 2 })
    expect(format?.categories.get('statements')).toMatchObject({ gold: 8, read: 10, found: 6 })
  })

  it('counts a document that cannot be read as a failure of its own, and goes on', async () => {
    const report = await evaluate([missing, one], read)
    expect(report.failed).toEqual([{ name: 'lost', path: 'lost.md', reason: 'no format recognised it' }])
    expect(report.rows.map(({ name }) => name)).toEqual(['allotments'])
  })

  it('prints a table for each document, its worst disagreements with their words, and a total by format', async () => {
    const printed = formatReport(await evaluate([missing, one], read))
    expect(printed).toMatch(/^allotments · transcript$/m)
    expect(printed).toMatch(/^ {2}statements +4 +5 +3 +0\.600 +0\.750 +0\.667 +1\.000$/m)
    expect(printed).toMatch(/^ {2}\(speakers\) +4 +5 +4 +1\.000 +1\.000 +1\.000$/m)
    expect(printed).toContain('“It can wait until they have swarmed.”')
    expect(printed).toContain('lost.md could not be read: no format recognised it')
    expect(printed).toMatch(/^ {2}transcript +1 +/m)
  })
})
