import type { RemarkFilterInput } from '../remark/remark-filter.js'
import { listSize } from '../schema/page.js'
import type { Binding } from '../schema/read-as.js'
import { type OutcomeCount, outcomeCount } from './outcome-counts.js'
import { Counting, type ListPart, type Part, tallied } from './tally.js'

/** The frame that `readTally` made. */
function countingOf(frame: object): Counting {
  if (frame instanceof Counting) return frame
  throw new Error('A count outside of statistics.')
}

interface StatisticsArgs {
  filter?: RemarkFilterInput
}

/** Counts what matches the argument `filter`, in one statement. */
export const readTally = {
  read: {
    frame: {
      make: ({ filter }: StatisticsArgs) => new Counting(filter),
      tables: (frame: object, bind: Binding) => tallied(countingOf(frame), bind),
    },
  },
}

/** One number of the statistics. */
export const readNumber = (part: (fromMeetings: boolean) => Part) => ({
  read: { number: (frame: object) => part(countingOf(frame).fromMeetings).sql },
})

/** One number of the statistics, of outcomes. */
export const readOutcomes = (count: OutcomeCount) => ({
  read: { number: (frame: object, bind: Binding) => outcomeCount(count, countingOf(frame).filter, bind) },
})

/** One list of the statistics, of as many rows as the argument `first` says. */
export const readList = (columns: readonly string[], part: (size: number, fromMeetings: boolean) => ListPart) => ({
  read: {
    rows: {
      columns,
      select: (frame: object, { first }: { first?: number | null | undefined }) =>
        part(listSize(first), countingOf(frame).fromMeetings).select,
    },
  },
})

/** The row whose id is in a column of a count. */
export const readCounted = (model: string, column = 'key') => ({
  read: { joined: { model, on: (count: string, found: string) => `${found}."id" = ${count}."${column}"` } },
})
