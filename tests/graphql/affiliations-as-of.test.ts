import { describe, expect, it } from 'vitest'
import { affiliationsAsOf, type Statement } from '../../src/person/affiliations-as-of.js'

const day = (text: string | undefined) => (text ? new Date(text) : null)
const stated = (on: string, position: number, dates: { from?: string; to?: string } = {}): Statement => ({
  statedOn: day(on),
  from: day(dates.from),
  to: day(dates.to),
  position,
})
const row = (title: string, status: 'CURRENT' | 'INCOMING' | 'FORMER', ...statements: Statement[]) => ({
  title,
  status,
  statements,
})
const titles = (...rows: ReturnType<typeof row>[]) => affiliationsAsOf(rows).map(({ title }) => title)

describe('what held on a day', () => {
  it('is what the last record says, and nothing of earlier ones', () => {
    expect(
      titles(row('clerk', 'CURRENT', stated('2030-01-01', 1)), row('director', 'CURRENT', stated('2031-01-01', 1))),
    ).toEqual(['director'])
  })

  it('is all that the last record says: CURRENT, INCOMING, FORMER, then as printed', () => {
    expect(
      titles(
        row('judge', 'FORMER', stated('2031-01-01', 1)),
        row('fellow', 'CURRENT', stated('2031-01-01', 4)),
        row('adviser', 'INCOMING', stated('2031-01-01', 2)),
        row('director', 'CURRENT', stated('2031-01-01', 3)),
      ),
    ).toEqual(['director', 'fellow', 'adviser', 'judge'])
  })

  it('is rather what is dated to hold then', () => {
    expect(
      titles(
        row('clerk', 'CURRENT', stated('2031-01-01', 1)),
        row('envoy', 'CURRENT', stated('2029-01-01', 2, { from: '2029-01-01', to: '2035-01-01' })),
      ),
    ).toEqual(['envoy'])
  })

  it('is nothing where no record tells', () => {
    expect(titles()).toEqual([])
  })
})
