import type { Prisma } from '../generated/prisma/client.js'
import { remarkWhere } from '../remark/remark-filter.js'
import { listSize } from '../schema/page.js'
import { readAs } from '../schema/read-as.js'
import { isOfMeetings, type ListPart, type Part, tallied } from './tally.js'

/** What one `statistics` field counts, for the compiled read path. */
interface Frame {
  where: Prisma.RemarkWhereInput | undefined
}

const fromMeetings = (frame: unknown): boolean => isOfMeetings((frame as Frame).where)

/** Counts the remarks that match the argument `filter`, in one statement. */
export const readTally = readAs({
  frame: {
    make: ({ filter }): Frame => ({ where: remarkWhere(filter as Parameters<typeof remarkWhere>[0]) }),
    tables: (frame, bind) => tallied((frame as Frame).where, bind),
  },
})

export const readNumber = (part: (fromMeetings: boolean) => Part) =>
  readAs({ number: (frame) => part(fromMeetings(frame)).sql })

export const readList = (columns: readonly string[], part: (size: number, fromMeetings: boolean) => ListPart) =>
  readAs({
    rows: {
      columns,
      select: (frame, { first }) => part(listSize(first as number | null | undefined), fromMeetings(frame)).select,
    },
  })

/** The row whose id is in a column of a count. */
export const readCounted = (model: string, column = 'key') =>
  readAs({ joined: { model, on: (count, found) => `${found}."id" = ${count}."${column}"` } })
