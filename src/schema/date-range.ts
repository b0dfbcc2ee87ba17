import type { Prisma } from '../generated/prisma/client.js'
import { builder } from './builder.js'

export const DateRange = builder.inputType('DateRange', {
  description: 'Calendar dates from one to another, both included.',
  fields: (t) => ({
    from: t.field({ type: 'Date', description: 'The first day; null for no lower bound.' }),
    to: t.field({ type: 'Date', description: 'The last day; null for no upper bound.' }),
  }),
})

/**
 * The condition that a meeting has a day within the range; undated meetings match only a range without bounds. Expressed as two
 * ranges of the first day, for which Postgres can estimate the number of rows.
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
