import { describe, expect, it } from 'vitest'
import { readText, saidIn } from './read.js'

const report = (words: string): string => `SUMMARY OF THE LAMP FORUM

1. The forum met in Wick Harbour. The session was moderated by Ms Ada Roe, Chair of the Lamp Panel.

2. The Chair welcomed all. Improvement was called for. ${words}

3. The lamps came next. It was said that the lamps had been dim, at times all at once (Bo Poe, Tide Net; Captain Cy Low, Mill Guild). Oil had been dear, as the ships were late (Bo Poe, Tide Net). One speaker found the hall cold.

4. Ideas followed. A third lamp was proposed, with a keeper of its own (Di Ray, Wick Trust). Mr Poe stressed that it would cost more.
`

describe('names in parentheses behind a sentence', () => {
  it('give it to them, each for the body that is named', () => {
    const read = readText(report('The hall had been too far away for many (Di Ray, Wick Trust).'), 'report.txt')
    expect(saidIn(read)).toEqual([
      ['Ada Roe', expect.stringContaining('welcomed')],
      ['Di Ray', 'The hall had been too far away for many'],
      ['Bo Poe', 'It was said that the lamps had been dim, at times all at once'],
      ['Cy Low', 'It was said that the lamps had been dim, at times all at once'],
      ['Bo Poe', 'Oil had been dear, as the ships were late'],
      ['Di Ray', 'A third lamp was proposed, with a keeper of its own'],
      ['Bo Poe', expect.stringContaining('stressed')],
    ])
    const { people, organizations, affiliations } = read.record
    const nameOf = new Map([...people, ...organizations].map(({ key, name }) => [key, name]))
    expect(
      affiliations.map(({ person, organization }) => [nameOf.get(person), nameOf.get(organization ?? '')]),
    ).toEqual([
      ['Di Ray', 'Wick Trust'],
      ['Bo Poe', 'Tide Net'],
      ['Cy Low', 'Mill Guild'],
    ])
  })

  it('are nobody’s where they cite a work, and where somebody else speaks', () => {
    const text = report('The Chair cited a study of lamps and of oil (Di Ray, Wick Trust, 2019).')
    expect(saidIn(readText(text, 'report.txt')).slice(0, 2)).toEqual([
      ['Ada Roe', expect.stringContaining('welcomed')],
      ['Bo Poe', expect.stringContaining('dim')],
    ])
  })
})
