import { builder } from '../schema/builder.js'
import { ChangeConnection } from '../schema/connections.js'
import { pageOfAll } from '../schema/page-of-all.js'
import { asCursor, changeOrder, requireKept } from './change-cursor.js'

/** An instant whose year has four digits, as the database takes it; nothing of the feed lies beyond. */
const storable = (instant: Date) => new Date(Math.min(Math.max(instant.getTime(), 0), Date.UTC(9999, 11, 31)))

const page = pageOfAll('Change', {
  type: ChangeConnection,
  description:
    'What has happened to the archive, oldest first: the feed from its start, or behind "after". Changes older than the server is set to keep are not there; behind a cursor to one of them the code of the error is CURSOR_EXPIRED.',
  args: builder.args((t) => ({
    since: t.field({ type: 'DateTime', description: 'Only what happened at this instant or later.' }),
  })),
  order: () => changeOrder,
  where: ({ since }) => [since ? { at: { gte: storable(since) } } : undefined],
  rows: (prisma, query) => prisma.change.findMany(query),
  count: (prisma, query) => prisma.change.count(query),
})

builder.queryFields((t) => ({
  changes: t.field({
    ...page,
    extensions: {}, // not compiled: the cursor is looked at first
    resolve: async (root, args, context, info) => {
      const after = asCursor(args.after)
      const before = asCursor(args.before)
      if (after) await requireKept(context.prisma, after, ['after'])
      return page.resolve(root, { ...args, after, before }, context, info)
    },
  }),
}))
