import { builder } from '../schema/builder.js'
import { RemarkConnection } from '../schema/connections.js'
import { pageOfAll } from '../schema/page-of-all.js'
import { remarkArgs, remarkOrder, remarkWhere } from './remark-filter.js'

builder.queryField('remarks', (t) =>
  t.field(
    pageOfAll('Remark', {
      type: RemarkConnection,
      description:
        'What was said, in the whole archive: newest meeting first, undated last; within a meeting in the order of the record. For oldest first, use "last" and "before".',
      args: remarkArgs,
      order: () => remarkOrder,
      where: ({ filter }) => [remarkWhere(filter)],
      rows: (prisma, query) => prisma.remark.findMany(query),
      count: (prisma, query) => prisma.remark.count(query),
    }),
  ),
)
