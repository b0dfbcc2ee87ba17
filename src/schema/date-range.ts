import type { Prisma } from '../generated/prisma/client.js'
import { builder } from './builder.js'

export const DateRange = builder.inputType('DateRange', {
  description: 'Calendar dates from one to another, both included.',
  fields: (t) => ({
    from: t.field({ type: 'Date', description: 'The first day; any earlier one too if null.' }),
    to: t.field({ type: 'Date', description: 'The last day; any later one too if null.' }),
  }),
})

/** Filter: meetings that have a day within the range. One without a date is in no range that names a day. */
export const meetingWithin = ({ from, to }: typeof DateRange.$inferInput): Prisma.MeetingWhereInput => ({
  ...(to ? { date: { lte: to } } : {}),
  ...(from ? { OR: [{ date: { gte: from } }, { endDate: { gte: from } }] } : {}),
})
