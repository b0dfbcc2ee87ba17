import type { Prisma } from '../generated/prisma/client.js'
import { remarkWhere } from '../remark/remark-filter.js'
import { listSize } from '../schema/page.js'
import { readAs } from '../schema/read-as.js'
import { type ListPart, type Part, said } from './tally.js'

/** What one `statistics` field counts, for the compiled read path. */
interface Frame {
  where: Prisma.RemarkWhereInput | undefined
}

const isOfAll = (frame: unknown): boolean => (frame as Frame).where === undefined

/** Counts the remarks that match the argument `filter`, in one statement. */
export const readTally = readAs({
  frame: {
    make: ({ filter }): Frame => ({ where: remarkWhere(filter as Parameters<typeof remarkWhere>[0]) }),
    tables: (frame, bind) => said((frame as Frame).where, bind),
  },
})

export const readNumber = (part: (isOfAll: boolean) => Part) => readAs({ number: (frame) => part(isOfAll(frame)).sql })

export const readList = (columns: readonly string[], part: (size: number, isOfAll: boolean) => ListPart) =>
  readAs({
    rows: {
      columns,
      select: (frame, { first }) => part(listSize(first as number | null | undefined), isOfAll(frame)).select,
    },
  })

/** The row whose id is in a column of a count. */
export const readCounted = (model: string, column = 'key') =>
  readAs({ joined: { model, on: (count, found) => `${found}."id" = ${count}."${column}"` } })
