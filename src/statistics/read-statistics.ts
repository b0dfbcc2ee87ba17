import type { Prisma } from '../generated/prisma/client.js'
import { remarkWhere } from '../remark/remark-filter.js'
import { listSize } from '../schema/page.js'
import type { Binding } from '../schema/read-as.js'
import { isOfMeetings, type ListPart, type Part, tallied } from './tally.js'

/** What one `statistics` field counts, for the compiled read path. */
class Frame {
  constructor(readonly where: Prisma.RemarkWhereInput | undefined) {}

  get fromMeetings(): boolean {
    return isOfMeetings(this.where)
  }
}

/** The frame that `readTally` made. */
function frameOf(frame: object): Frame {
  if (frame instanceof Frame) return frame
  throw new Error('A count outside of statistics.')
}

interface StatisticsArgs {
  filter?: Parameters<typeof remarkWhere>[0]
}

/** Counts the remarks that match the argument `filter`, in one statement. */
export const readTally = {
  read: {
    frame: {
      make: ({ filter }: StatisticsArgs) => new Frame(remarkWhere(filter)),
      tables: (frame: object, bind: Binding) => tallied(frameOf(frame).where, bind),
    },
  },
}

/** One number of the statistics. */
export const readNumber = (part: (fromMeetings: boolean) => Part) => ({
  read: { number: (frame: object) => part(frameOf(frame).fromMeetings).sql },
})

/** One list of the statistics, of as many rows as the argument `first` says. */
export const readList = (columns: readonly string[], part: (size: number, fromMeetings: boolean) => ListPart) => ({
  read: {
    rows: {
      columns,
      select: (frame: object, { first }: { first?: number | null | undefined }) =>
        part(listSize(first), frameOf(frame).fromMeetings).select,
    },
  },
})

/** The row whose id is in a column of a count. */
export const readCounted = (model: string, column = 'key') => ({
  read: { joined: { model, on: (count: string, found: string) => `${found}."id" = ${count}."${column}"` } },
})
