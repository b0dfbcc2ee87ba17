import { builder } from '../schema/builder.js'
import { ChangeConnection } from '../schema/connections.js'
import type { Parameter } from '../schema/list.js'
import type { PageArgs } from '../schema/page.js'
import { pageOfAll } from '../schema/page-of-all.js'
import { asCursor, changeOrder, isKeptSql, placeOf, requireKept } from './change-cursor.js'

/** Clamps an instant to the four-digit years that the database accepts; no change lies outside them. */
const clampToDatabaseRange = (instant: Date) =>
  new Date(Math.min(Math.max(instant.getTime(), 0), Date.UTC(9999, 11, 31)))

const page = pageOfAll('Change', {
  type: ChangeConnection,
  description:
    'What has happened to the archive, oldest first: the feed from its start, or from the change after "after". The server deletes changes after a configured time; a cursor older than those it still holds gives the error CURSOR_EXPIRED.',
  args: builder.args((t) => ({
    since: t.field({ type: 'DateTime', description: 'Only changes at this instant or later.' }),
    until: t.field({ type: 'DateTime', description: 'Only changes before this instant.' }),
    by: t.string({
      description: 'Only what this one did: the name of an API key, or what else `by` of a change says.',
    }),
  })),
  order: () => changeOrder,
  where: ({ since, until, by }) => [
    since ? { at: { gte: clampToDatabaseRange(since) } } : undefined,
    until ? { at: { lt: clampToDatabaseRange(until) } } : undefined,
    by == null ? undefined : { by },
  ],
  rows: (prisma, query) => prisma.change.findMany(query),
  count: (prisma, query) => prisma.change.count(query),
})

const withCursors = <Args extends PageArgs>(args: Args) => ({
  ...args,
  after: asCursor(args.after),
  before: asCursor(args.before),
})

const isKept = ({ after }: PageArgs, parameter: Parameter) => {
  const cursor = asCursor(after)
  return cursor === undefined ? undefined : isKeptSql(placeOf(cursor, ['after']), parameter)
}

builder.queryFields((t) => ({
  changes: t.field({
    ...page,
    extensions: { read: { page: { ...page.extensions.read.page, given: withCursors, unless: isKept } } },
    resolve: async (root, args, context, info) => {
      const given = withCursors(args)
      if (given.after) await requireKept(context.prisma, given.after, ['after'])
      return page.resolve(root, given, context, info)
    },
  }),
}))
