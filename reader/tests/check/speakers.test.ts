import { describe, expect, it } from 'vitest'
import { readText } from '../../src/files/text.js'
import { readRecord } from '../../src/read.js'

const findingsOf = (text: string) =>
  readRecord(readText(new TextEncoder().encode(text), 'notes.txt')).findings.map(({ code, message }) => [code, message])
const codesOf = (text: string) => findingsOf(text).map(([code]) => code)

const turns = `Ann Sand: The lamps are out again.

Bo Lind: Then we mend them.

Ann Sand: Today?

Bo Lind: Today.
`
const front = 'Minutes of the Lamp Board\n\n2 May 2030\n\n'

describe('who speaks', () => {
  it('in a record without a list of those present is a doubt about the record', () => {
    expect(codesOf(front + turns)).toContain('NO_ATTENDEE_LIST')
  })

  it('and is not in the list, is a doubt about each', () => {
    const found = findingsOf(`${front}Present: Ann Sand, Cy Falk\n\n${turns}`)
    expect(found.filter(([code]) => code === 'SPEAKER_NOT_IN_ATTENDEES')).toEqual([
      ['SPEAKER_NOT_IN_ATTENDEES', '“Bo Lind” speaks and is not in the list of those present.'],
    ])
    expect(found.map(([code]) => code)).not.toContain('NO_ATTENDEE_LIST')
  })

  it('under a name that two of the list have is left to nobody, and both are told', () => {
    const text = `${front}Present: Ann Sand, Bo Lind, Eva Lind\n\n${turns.replaceAll('Bo Lind', 'Lind')}`
    expect(findingsOf(text)).toContainEqual([
      'AMBIGUOUS_SPEAKER',
      '“Lind” can be Bo Lind or Eva Lind; what is said is left to nobody by name.',
    ])
  })
})
