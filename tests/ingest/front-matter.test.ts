import { readRecord } from '@rapporteur/reader/read'
import { describe, expect, it } from 'vitest'
import { sourceOfText } from './support/source-of-text.js'

const text = 'Opening\n\n1. Ms. Ada Roe opened the meeting and spoke of the winter of 2015, which had been long.\n'

const meetingOf = (front: string, body = text) => {
  const { record, findings } = readRecord(sourceOfText(`${front}\n\n${body}`), { format: 'summary' })
  return { ...record.meeting, codes: findings.map(({ code }) => code) }
}

describe('the front of a record', () => {
  it.each([
    ['Summary of the Meeting of Friends', 'Meeting of Friends'],
    ['Report on the Workshop on Tides', 'Workshop on Tides'],
    ['Minutes of the Annual Meeting', 'Annual Meeting'],
    ["Third Seminar on Tides — Chair's Summary", 'Third Seminar on Tides'],
    ['SUMMARY RECORD\n\nRound Table on Tides', 'Round Table on Tides'],
    ['TIDE BOARD\nSummary record of the First Session', 'TIDE BOARD, First Session'],
    ['# Summary of the Forum on Tides', 'Forum on Tides'],
    ['Informal Meeting of the Friends of\nthe Tide', 'Informal Meeting of the Friends of the Tide'],
  ])('“%s” names the meeting “%s”', (front, title) => {
    expect(meetingOf(front).title).toBe(title)
  })

  it.each([
    [
      'Date: 3 May 2016\nTime: 9.30 a.m. to noon\nVenue: Old Hall, Hill',
      ['2016-05-03', '3 May 2016', '09:30', '12:00', 'Old Hall, Hill'],
    ],
    [
      '**When:** 3rd of May 2016, 14:00-15:30\n**Where:** Old Hall',
      ['2016-05-03', '3rd of May 2016', '14:00', '15:30', 'Old Hall'],
    ],
    ['Hill, 3 May 2016', ['2016-05-03', '3 May 2016', null, null, 'Hill']],
    [
      'Tuesday, 3 May 2016 | 10:00 – 13:00 | Old Hall, Hill',
      ['2016-05-03', 'Tuesday, 3 May 2016', '10:00', '13:00', 'Old Hall, Hill'],
    ],
    [
      'Held at the Old Hall, Hill, on Tuesday 3 May 2016, 2-4.30 p.m.',
      ['2016-05-03', 'Tuesday 3 May 2016', '14:00', '16:30', 'Old Hall, Hill'],
    ],
    ['Distr.: General\n12 June 2016\n\nHill, 3 May 2016', ['2016-05-03', '3 May 2016', null, null, 'Hill']],
    ['Date:\n3 May 2016\nPlace:\nOld Hall', ['2016-05-03', '3 May 2016', null, null, 'Old Hall']],
  ])('“%s” says when and where', (lines, expected) => {
    const { date, dateText, startTime, endTime, venue } = meetingOf(`Meeting on Tides\n\n${lines}`)
    expect([date, dateText, startTime, endTime, venue]).toEqual(expected)
  })

  it('leaves it to the first paragraph to say when and where', () => {
    const body = text.replace('1. ', '1. The meeting was held on 3 May 2016 at the Old Hall. ')
    expect(meetingOf('Meeting on Tides', body)).toMatchObject({
      date: '2016-05-03',
      dateCertainty: 'EXACT',
      venue: 'Old Hall',
    })
  })

  it('gives a meeting of several days its last day', () => {
    expect(meetingOf('Meeting on Tides\n\n30 April to 2 May 2016')).toMatchObject({
      date: '2016-04-30',
      endDate: '2016-05-02',
    })
  })

  it('takes a year that is not printed from the weekday and the years that are, and says so', () => {
    const { date, dateCertainty, codes } = meetingOf('Meeting on Tides\n\nDate: Monday 26 January')
    expect([date, dateCertainty]).toEqual(['2015-01-26', 'INFERRED_YEAR'])
    expect(codes).toContain('YEAR_INFERRED')
  })

  it('does not guess a year from a weekday that no printed year fits', () => {
    expect(meetingOf('Meeting on Tides\n\nDate: Tuesday 26 January')).toMatchObject({
      date: null,
      dateText: 'Tuesday 26 January',
      dateCertainty: 'UNKNOWN',
    })
  })
})
