import { describe, expect, it } from 'vitest'
import { readText, saidIn } from './read.js'

/** Minutes of an expert group whose members are called by codes, with those words under the first item. */
const minutesOf = (words: string): string =>
  `# Minutes of the 4th meeting of the Expert Group on Gates

2 May 2030

## 1. Opening

The Chair (Ms Ada Roe, Head of Unit) welcomed the participants.

## 2. Draft act

${words}

## 3. Locks

COM introduced the study. BE and LU asked what it had cost. COM replied that it had cost nothing. SE welcomed this.

## Annex

**Member States:** AT, BE, DE, FI, FR, LU, NL, SE

**Absent:** MT
`

const readMinutes = (words: string, format?: string) => {
  const read = readText(minutesOf(words), 'minutes.md', format)
  const who = saidIn(read)
  return { read, who }
}

describe('in minutes of experts whose states are called by codes', () => {
  it.each([
    ['DE and FR asked why locks were needed.', ['DE', 'FR']],
    ['FI could support three years.', ['FI']],
    ['DE was against: gates were a matter for the market.', ['DE']],
    ['In the view of AT, a gate without a lock was no gate.', ['AT']],
    ['SE: a gate is open or shut.', ['SE']],
  ])('a code speaks: %s', (words, expected) => {
    const { who, read } = readMinutes(words, 'prose')
    const [first] = read.record.remarks.filter(({ party }) => party !== null).map(({ utterance }) => utterance)
    expect(who.filter((_, i) => read.record.remarks[i]?.utterance === first).map(([name]) => name)).toEqual(expected)
  })

  it('they answer each other', () => {
    const { read, who } = readMinutes('DE asked who would pay. COM said that nobody would.')
    const answers = read.record.remarks.map(({ inResponseTo }, i) => [
      who[i]?.[0],
      ...inResponseTo.map((at) => who[at - 1]?.[0]),
    ])
    expect(answers.filter(([, ...to]) => to.length > 0)).toEqual([
      ['COM', 'DE'],
      ['COM', 'BE', 'LU'],
      ['SE', 'COM'],
    ])
  })

  it('which a list of them tells, since initials of people look the same', () => {
    const words = 'DE and FR asked why locks were needed.'
    expect(readMinutes(words).read.format.format).toBe('prose')
    const withoutList = minutesOf(words).replace(/\*\*Member States:.*\n/, '')
    expect(readText(withoutList, 'minutes.md').format.format).not.toBe('prose')
  })
})
