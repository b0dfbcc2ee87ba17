import { queryFromInfo } from '@pothos/plugin-prisma'
import type { GraphQLResolveInfo } from 'graphql'
import { builder } from './builder.js'
import type { Context } from './context.js'
import { decodeId, type NodeId, type NodeTable, requireId } from './ids.js'
import { withSelect } from './with-select.js'

type Query = { select?: object }
type Fetch = (context: Context, where: { id: string }, query: Query) => PromiseLike<object | null>

/** Prisma batches the lookups of one tick, so many ids of one table take one statement. */
const fetches: Record<NodeTable, Fetch> = {
  Series: ({ prisma }, where, query) => prisma.series.findUnique({ ...query, where }),
  Meeting: ({ prisma }, where, query) => prisma.meeting.findUnique({ ...query, where }),
  Section: ({ prisma }, where, query) => prisma.section.findUnique({ ...query, where }),
  Paragraph: ({ prisma }, where, query) => prisma.paragraph.findUnique({ ...query, where }),
  Theme: ({ prisma }, where, query) => prisma.theme.findUnique({ ...query, where }),
  Remark: ({ prisma }, where, query) => prisma.remark.findUnique({ ...query, where }),
  Outcome: ({ prisma }, where, query) => prisma.outcome.findUnique({ ...query, where }),
  Vote: ({ prisma }, where, query) => prisma.vote.findUnique({ ...query, where }),
  UnattributedPassage: ({ prisma }, where, query) => prisma.unattributedPassage.findUnique({ ...query, where }),
  Mention: ({ prisma }, where, query) => prisma.mention.findUnique({ ...query, where }),
  Person: ({ prisma }, where, query) => prisma.person.findUnique({ ...query, where }),
  Organization: ({ prisma }, where, query) => prisma.organization.findUnique({ ...query, where }),
  Affiliation: ({ prisma }, where, query) => prisma.affiliation.findUnique({ ...query, where }),
  Attendance: ({ prisma }, where, query) => prisma.attendance.findUnique({ ...query, where }),
  SourceDocument: ({ prisma }, where, query) => prisma.sourceDocument.findUnique({ ...query, where }),
  Finding: ({ prisma }, where, query) => prisma.finding.findUnique({ ...query, where }),
  Correction: ({ prisma }, where, query) => prisma.correction.findUnique({ ...query, where }),
  Merge: ({ prisma }, where, query) => prisma.merge.findUnique({ ...query, where }),
  Change: ({ prisma }, where, query) => prisma.change.findUnique({ ...query, where }),
}

type NodeRow = { __typename: string } | null

/** The rows for a field of nodes, in the order of the ids, with the selected fields; null for each that does not exist. */
export const loadNodes = (ids: readonly NodeId[], context: Context, info: GraphQLResolveInfo): Promise<NodeRow[]> =>
  loadRows(ids, context, (table) => queryFromInfo({ context, info, typeName: table }))

/** The rows in the order of the ids, each with its table's query; null for each that does not exist. One statement per table. */
export async function loadRows(
  ids: readonly NodeId[],
  context: Context,
  queryOf: (table: NodeTable) => Query,
): Promise<NodeRow[]> {
  const tables = new Set(ids.map(({ table }) => table))
  const queries = new Map([...tables].map((table) => [table, withSelect(queryOf(table))]))
  return Promise.all(
    ids.map(async ({ table, id }) => {
      const row = await fetches[table](context, { id }, queries.get(table) ?? {})
      return row && Object.assign(row, { __typename: typeName(table, row) })
    }),
  )
}

/** The types of tables that have several, by the column `kind`. */
const types: Partial<Record<NodeTable, Readonly<Record<string, string>>>> = {
  Remark: { STATEMENT: 'Statement', RESPONSE: 'Response' },
  Outcome: { DECISION: 'Decision', MOTION: 'Motion', VOTE_EVENT: 'VoteEvent', ACTION_ITEM: 'ActionItem' },
}

/** The GraphQL type of a row. */
export const typeName = (table: NodeTable, row: { kind?: unknown }): string => types[table]?.[String(row.kind)] ?? table

/** The id that a text is, if it is one. */
const idsIn = (text: string): NodeId[] => [decodeId(text)].filter((id) => id !== undefined)

const requireIds = (ids: readonly string[]) => ids.map((id, i) => requireId(id, ['ids', i]))

builder.queryFields((t) => ({
  node: t.field({
    type: builder.nodeInterfaceRef(),
    nullable: true,
    description: 'The object with this id; null if it is no longer in the archive, or if this is no id.',
    args: { id: t.arg.id({ required: true, description: 'An id returned by this API.' }) },
    extensions: { read: { nodes: { ids: ({ id }) => idsIn(id) } } },
    resolve: async (_root, { id }, context, info) => {
      const [row = null] = await loadNodes(idsIn(id), context, info)
      return row
    },
  }),
  nodes: t.field({
    type: [builder.nodeInterfaceRef()],
    nullable: { list: false, items: true },
    description: 'The objects with these ids, in their order; null for each that is no longer in the archive.',
    args: { ids: t.arg.idList({ required: true, description: 'Ids returned by this API.' }) },
    extensions: { sizedBy: 'ids', read: { nodes: { ids: ({ ids }) => requireIds(ids) } } },
    resolve: (_root, { ids }, context, info) => loadNodes(requireIds(ids), context, info),
  }),
}))
