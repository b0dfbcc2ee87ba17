import type { Prisma } from '../generated/prisma/client.js'
import { builder } from './builder.js'

export const DateRange = builder.inputType('DateRange', {
  description: 'Calendar dates from one to another, both included.',
  fields: (t) => ({
    from: t.field({ type: 'Date', description: 'The first day; any earlier one too if null.' }),
    to: t.field({ type: 'Date', description: 'The last day; any later one too if null.' }),
  }),
})

/**
 * Filter: meetings that have a day within the range. One without a date is in no range that names a day. Said as two ranges of
 * the first day, of which Postgres knows how many meetings they hold: of "before that, or a last day after this" it does not.
 */
export const meetingWithin = ({ from, to }: typeof DateRange.$inferInput): Prisma.MeetingWhereInput =>
  from
    ? {
        OR: [
          { date: { gte: from, ...(to ? { lte: to } : {}) } },
          { date: { lt: from, ...(to ? { lte: to } : {}) }, endDate: { gte: from } },
        ],
      }
    : to
      ? { date: { lte: to } }
      : {}
