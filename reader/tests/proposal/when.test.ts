import { describe, expect, it } from 'vitest'
import { throughGate } from '../through-gate.js'

const meetingOf = async (text: string, facts: object) =>
  (await throughGate(text, 'minutes.txt', [{ meeting: { at: ['1'], ...facts } }])).record.meeting

describe('a time of day', () => {
  it.each([
    ['The board met in 2025 in the hall', '20:25'],
    ['Budget 2025-26, item 9', '09:00'],
    ['Room 14 has 30 seats', '14:00'],
    ['Room 14 has 30 seats', '14:30'],
    ['Resolution 14.30 was read', '14:30'],
    ['Meeting of 12.05.2031', '12:05'],
    ['There were 7 members present', '07:00'],
    ['The board met for 2 hours', '02:00'],
    ['The board met at 2.05 p.m. in the hall', '02:05'],
    ['The board met at 9.30 a.m. in the hall', '21:30'],
    ['The board met at 14:05 in the hall', '02:05'],
    ['It cost 1430 pounds', '14:30'],
    ['Call 555 1430 for help', '14:30'],
  ])('is not printed in “%s”: %s', async (text, startTime) => {
    expect((await meetingOf(text, { startTime, endTime: startTime })).startTime).toBeNull()
    expect((await meetingOf(text, { startTime, endTime: startTime })).endTime).toBeNull()
  })

  it.each([
    ['The board met at 14:05 in the hall', '14:05'],
    ['The board met at 2.05 p.m. in the hall', '14:05'],
    ['The board met at 9.30 in the hall', '09:30'],
    ['The board met at 7.30 in the hall', '19:30'],
    ['The board met from 2 to 4 p.m. in the hall', '14:00'],
    ['The board met from 2 to 4 p.m. in the hall', '16:00'],
    ['The board met at noon in the hall', '12:00'],
    ['The board met at 1430 hours in the hall', '14:30'],
    ['The board met at 1430 in the hall', '14:30'],
    ['The board met, 0930-1100, in the hall', '11:00'],
    ['The board met at 7 o’clock in the hall', '19:00'],
    ['Beginn: 14.30 Uhr', '14:30'],
    ['Ouverture : 14h30', '14:30'],
    ['Opened at half past nine', '09:30'],
  ])('is printed in “%s”: %s', async (text, startTime) => {
    expect((await meetingOf(text, { startTime })).startTime).toBe(startTime)
  })

  it('that is not printed is told of', async () => {
    const { findings } = await throughGate('The board met in 2025', 'minutes.txt', [
      { meeting: { startTime: '20:25', at: ['1'] } },
    ])
    expect(findings.map(({ code }) => code)).toContain('UNPROVEN_DATE')
  })
})

describe('a date', () => {
  it('takes no year that the record does not print', async () => {
    expect(await meetingOf('The board met on 4 March', { date: '1999-03-04' })).toMatchObject({
      date: null,
      dateText: '4 March',
      dateCertainty: 'UNKNOWN',
    })
    expect(
      await meetingOf('The board met on 4 March\n\nIt was the spring of 2031.', { date: '2031-03-04' }),
    ).toMatchObject({
      date: '2031-03-04',
      dateCertainty: 'INFERRED_YEAR',
    })
  })

  it('ends not before it begins, and on a day of a year that is printed', async () => {
    const text = 'The board met on 4 March 2031 and 5 March'
    expect((await meetingOf(text, { date: '2031-03-04', endDate: '2031-03-05' })).endDate).toBe('2031-03-05')
    expect((await meetingOf(text, { date: '2031-03-04', endDate: '2032-03-05' })).endDate).toBeNull()
    expect((await meetingOf(text, { date: '2031-03-05', endDate: '2031-03-04' })).endDate).toBeNull()
  })
})
