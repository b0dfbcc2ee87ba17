import { describe, expect, it } from 'vitest'
import { citation } from '../../src/schema/citation.js'

const meeting = { title: 'Consultation on Harbour Dues', date: new Date('2031-03-04'), endDate: null }

describe('a citation', () => {
  it('of a paragraph has title, date and number', () => {
    expect(citation({ meeting, paragraph: { number: '12', position: 13 } })).toBe(
      'Consultation on Harbour Dues, 2031-03-04, ¶ 12',
    )
  })

  it('of a remark begins with its speaker', () => {
    const remark = { speaker: 'Mara Lind', position: 5 }
    expect(citation({ meeting, paragraph: { number: '12', position: 13 }, remark })).toBe(
      'Mara Lind, in: Consultation on Harbour Dues, 2031-03-04, ¶ 12',
    )
  })

  it('says that a record has no date, and that nobody is named', () => {
    const undated = { ...meeting, date: null }
    expect(citation({ meeting: undated, paragraph: null, remark: { speaker: null, position: 5 } })).toBe(
      'Unnamed speaker, in: Consultation on Harbour Dues, undated, remark 5',
    )
  })

  it('counts a paragraph without a printed number', () => {
    expect(citation({ meeting, paragraph: { number: null, position: 13 } })).toBe(
      'Consultation on Harbour Dues, 2031-03-04, paragraph 13',
    )
  })

  it('gives the first and the last of several days', () => {
    const days = { ...meeting, endDate: new Date('2031-03-06') }
    expect(citation({ meeting: days, paragraph: { number: '1', position: 1 } })).toBe(
      'Consultation on Harbour Dues, 2031-03-04 to 2031-03-06, ¶ 1',
    )
  })
})
