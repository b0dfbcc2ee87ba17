import { builder } from '../schema/builder.js'
import { MergeConnection } from '../schema/connections.js'
import { pageOfAll } from '../schema/page-of-all.js'
import { MergeKind, newestOrder } from './merge.js'

builder.queryFields((t) => ({
  merges: t.field(
    pageOfAll('Merge', {
      type: MergeConnection,
      description: 'What curators have merged, the newest first: those in force, and those that were undone.',
      args: builder.args((t) => ({
        kind: t.field({ type: MergeKind, description: 'Only merges of people, of bodies or of themes.' }),
        inForce: t.boolean({ description: 'Only those in force, or only those undone; all of them if null.' }),
      })),
      order: () => newestOrder,
      where: ({ kind, inForce }) => [
        kind ? { kind } : undefined,
        inForce == null ? undefined : { undoneAt: inForce ? null : { not: null } },
      ],
      rows: (prisma, query) => prisma.merge.findMany(query),
      count: (prisma, query) => prisma.merge.count(query),
    }),
  ),
}))
