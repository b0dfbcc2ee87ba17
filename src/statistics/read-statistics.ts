import type { Prisma } from '../generated/prisma/client.js'
import { Unsupported } from '../read/unsupported.js'
import { remarkWhere } from '../remark/remark-filter.js'
import { listSize } from '../schema/page.js'
import { readAs } from '../schema/read-as.js'
import { type ListPart, type Part, said } from './tally.js'

/** What one `statistics` field counts, for the compiled read path. */
interface Frame {
  where: Prisma.RemarkWhereInput | undefined
  /** How many lists are counted. */
  lists: number
}

/** Counts the remarks that match the argument `filter`, in one statement. */
export const readTally = readAs({
  frame: {
    make: ({ filter }): Frame => ({ where: remarkWhere(filter as Parameters<typeof remarkWhere>[0]), lists: 0 }),
    tables: (frame, bind) => said((frame as Frame).where, bind),
  },
})

export const readNumber = (part: (isOfAll: boolean) => Part) =>
  readAs({ number: (frame) => part((frame as Frame).where === undefined).sql })

/** Over a whole archive each list takes long, so it is a separate statement with its own time limit. */
export const readList = (columns: readonly string[], part: (size: number, isOfAll: boolean) => ListPart) =>
  readAs({
    rows: {
      columns,
      select: (frame, { first }) => {
        const counted = frame as Frame
        if (counted.where === undefined && counted.lists++ > 0)
          throw new Unsupported('several lists of statistics over the whole archive')
        return part(listSize(first as number | null | undefined), counted.where === undefined).select
      },
    },
  })

/** The row whose id is in a column of a count. */
export const readCounted = (model: string, column = 'key') =>
  readAs({ joined: { model, on: (count, found) => `${found}."id" = ${count}."${column}"` } })
