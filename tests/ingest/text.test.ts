import { datesIn, isoDay } from '@rapporteur/reader/text/dates'
import { flowOf, piecesOf } from '@rapporteur/reader/text/flow'
import { splitLines } from '@rapporteur/reader/text/lines'
import { sentencesOf } from '@rapporteur/reader/text/sentences'
import { timesIn } from '@rapporteur/reader/text/times'
import { describe, expect, it } from 'vitest'

describe('dates', () => {
  it.each([
    ['on 26 January 2015', '26 January 2015', [2015, 1, 26, null, null]],
    ['Monday 26 January, 12:30', 'Monday 26 January', [null, 1, 26, null, null]],
    ['January 26th, 2015', 'January 26th, 2015', [2015, 1, 26, null, null]],
    ['3rd of June 2021', '3rd of June 2021', [2021, 6, 3, null, null]],
    ['26–27 January 2015', '26–27 January 2015', [2015, 1, 26, 1, 27]],
    ['30 January to 1 February 2016', '30 January to 1 February 2016', [2016, 1, 30, 2, 1]],
    ['March 3-5, 2014', 'March 3-5, 2014', [2014, 3, 3, 3, 5]],
    ['2015-01-26', '2015-01-26', [2015, 1, 26, null, null]],
    ['議事録 2015年1月26日(月)', '2015年1月26日', [2015, 1, 26, null, null]],
    ['令和元年 5 月 7 日に', '令和元年 5 月 7 日', [2019, 5, 7, null, null]],
  ])('finds the date in “%s”', (text, printed, parts) => {
    const [date] = datesIn(text)
    expect(text.slice(date?.start, date?.end)).toBe(printed)
    expect([date?.year, date?.month, date?.day, date?.endMonth, date?.endDay]).toEqual(parts)
  })

  it.each(['in May', 'paragraph 26', '99 January', 'he may go'])('finds none in “%s”', (text) => {
    expect(datesIn(text)).toEqual([])
  })

  it('knows which days the calendar has', () => {
    expect([isoDay(2016, 2, 29), isoDay(2015, 2, 29)]).toEqual(['2016-02-29', null])
  })
})

describe('times', () => {
  it.each([
    ['12:30-15:00 hours', '12:30', '15:00'],
    ['at 2.30 p.m.', '14:30', null],
    ['from 10 am to noon', '10:00', '12:00'],
    ['2-4 p.m.', '14:00', '16:00'],
    ['11 a.m. - 1 p.m.', '11:00', '13:00'],
    ['9:00 a.m. – 5 p.m.', '09:00', '17:00'],
    ['1430-1600 hrs', '14:30', '16:00'],
    ['14.00–17.15', '14:00', '17:15'],
  ])('“%s” begins at %s and ends at %s', (text, startTime, endTime) => {
    expect(timesIn(text)).toMatchObject({ startTime, endTime })
  })

  it.each(['rooms 9 to 11', '26 people', 'paragraphs 3-5'])('finds none in “%s”', (text) => {
    expect(timesIn(text)).toBeNull()
  })
})

describe('sentences', () => {
  const split = (text: string) => sentencesOf(text).map(([start, end]) => text.slice(start, end))

  it.each([
    ['Mr. Roe spoke. Dr. J. R. Poe agreed.', 2],
    ['See No. 5 of the U.N. Charter. It was read.', 2],
    ['He said no. The chair went on.', 2],
    ['A. Roe and P. Poe came. See p. 5 there.', 2],
    ['Prof. Lee of Sample Inc. said yes. Others left at 5 p.m. Then it ended.', 3],
    ['"Is it so?" asked Ms. Roe. It was.', 2],
    ['What can we do? What may we hope?', 2],
  ])('“%s” has %i', (text, count) => {
    expect(split(text)).toHaveLength(count)
  })

  it('cover a text of many windows, and nothing twice', () => {
    const text = 'Ms. Roe said that the wall was low. '.repeat(500)
    expect(split(text)).toEqual(Array(500).fill('Ms. Roe said that the wall was low.'))
  })
})

describe('running text', () => {
  const source = 'one two \r\n  three four\n\nfive'
  const flow = flowOf(source, [
    [0, 7],
    [12, 22],
    [24, 28],
  ])

  it('joins pieces by one space, and finds them again', () => {
    expect(flow.text).toBe('one two three four five')
    expect(piecesOf(flow, 4, 13)).toEqual([
      [4, 7],
      [12, 17],
    ])
    expect(piecesOf(flow, 7, 8)).toEqual([])
  })
})

describe('lines', () => {
  it('end at any line end, keep their offsets, and know that a page began', () => {
    const lines = splitLines('a\r\n b \f\u2028c')
    expect(lines.map(({ text, start, end, newPage }) => [text, start, end, newPage])).toEqual([
      ['a', 0, 1, false],
      ['b', 4, 5, false],
      ['', 7, 7, true],
      ['c', 8, 9, false],
    ])
  })
})
