import * as enums from '../generated/prisma/enums.js'
import { kinds } from '../ingest/write/kinds.js'
import { builder } from '../schema/builder.js'
import { described } from '../schema/described.js'
import { encodedIdSql, encodeId, idOf } from '../schema/ids.js'
import { loadNodes } from '../schema/node.js'
import { byNewest } from '../schema/order.js'

/** The newest merge first. */
export const newestOrder = byNewest('merges')

export const MergeKind = builder.enumType('MergeKind', {
  description: 'What a merge is of.',
  values: described(enums.MergeKind, { PERSON: 'Of people.', ORGANIZATION: 'Of bodies.', THEME: 'Of themes.' }),
})

/** SQL: the table of what was merged. */
const tableOf = (merge: string) =>
  `case ${merge}."kind"::text ${Object.entries(kinds)
    .map(([kind, { table }]) => `when '${kind}' then '${table}'`)
    .join(' ')} end`

builder.prismaObject('Merge', {
  description:
    'What a curator says is one: people, bodies or themes that were merged into another. It stays in force until it is undone, whoever reads the records again.',
  interfaces: [builder.nodeInterfaceRef()],
  select: { id: true },
  fields: (t) => ({
    id: t.id({
      ...idOf('Merge'),
      description: 'Opaque; `undoMerge` takes it. An archive that is restored has the same.',
    }),
    kind: t.expose('kind', { type: MergeKind, description: 'What was merged.' }),
    from: t.field({
      type: [builder.nodeInterfaceRef()],
      description: 'Those that were merged, each as records name it; without any that no record names any more.',
      extensions: {
        read: {
          nodes: {
            from: (merge) =>
              `select ${tableOf(merge)} as "table", f."id", f."place" from unnest(${merge}."fromIds") with ordinality f("id", "place")`,
          },
        },
      },
      select: { kind: true, fromIds: true },
      resolve: async ({ kind, fromIds }, _args, context, info) => {
        const ids = fromIds.map((id) => ({ table: kinds[kind].table, id }))
        return (await loadNodes(ids, context, info)).filter((row) => row !== null)
      },
    }),
    fromIds: t.idList({
      description: 'The ids of those that were merged, even if no record names them any more.',
      extensions: {
        read: {
          json: (merge) =>
            `(select json_agg((${encodedIdSql(`${tableOf(merge)} || ':' || f."id"`)})::json order by f."place")::text
            from unnest(${merge}."fromIds") with ordinality f("id", "place"))`,
        },
      },
      select: { kind: true, fromIds: true },
      resolve: ({ kind, fromIds }) => fromIds.map((id) => encodeId(kinds[kind].table, id)),
    }),
    into: t.field({
      type: builder.nodeInterfaceRef(),
      nullable: true,
      description:
        'The one into which they were merged, as records name it: another merge may have merged it further. Null if no record names it any more.',
      extensions: {
        read: {
          nodes: { from: (merge) => `select ${tableOf(merge)} as "table", ${merge}."intoId" as "id", 1 as "place"` },
        },
      },
      select: { kind: true, intoId: true },
      resolve: async ({ kind, intoId }, _args, context, info) => {
        const [row = null] = await loadNodes([{ table: kinds[kind].table, id: intoId }], context, info)
        return row
      },
    }),
    intoId: t.id({
      description: 'The id of the one into which they were merged, even if no record names it any more.',
      extensions: { read: { json: (merge) => encodedIdSql(`${tableOf(merge)} || ':' || ${merge}."intoId"`) } },
      select: { kind: true, intoId: true },
      resolve: ({ kind, intoId }) => encodeId(kinds[kind].table, intoId),
    }),
    reason: t.exposeString('reason', { description: 'Why, in the words of the curator.' }),
    by: t.exposeString('by', { description: 'Who merged them: the name of their API key, or `command line`.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When they were merged.' }),
    undoneAt: t.expose('undoneAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was undone; null while it is in force.',
    }),
    undoneBy: t.exposeString('undoneBy', { nullable: true, description: 'Who undid it; null while it is in force.' }),
    undoneReason: t.exposeString('undoneReason', {
      nullable: true,
      description: 'Why it was undone; null while it is in force.',
    }),
  }),
})
