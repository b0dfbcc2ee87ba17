import { queryFromInfo } from '@pothos/plugin-prisma'
import type { GraphQLResolveInfo } from 'graphql'
import type { Context } from '../schema/context.js'
import type { NodeTable } from '../schema/ids.js'
import { loadRows, typeName } from '../schema/node.js'
import type { Result } from './find.js'
import type { SearchTarget } from './target-sql.js'

/** The table of each kind of result. */
export const resultTables = {
  REMARKS: 'Remark',
  PARAGRAPHS: 'Paragraph',
  DECISIONS: 'Outcome',
  MOTIONS: 'Outcome',
  VOTES: 'Outcome',
  ACTIONS: 'Outcome',
  PEOPLE: 'Person',
  ORGANIZATIONS: 'Organization',
  THEMES: 'Theme',
  MEETINGS: 'Meeting',
} as const satisfies Record<SearchTarget, NodeTable>

/** The minimum shape of a result's row. */
export interface ResultRow {
  id: string
  __typename: string
}

/** The paths to the rows below the field `search`. */
const paths = [[{ name: 'nodes' }], [{ name: 'edges' }, { name: 'node' }]]

/**
 * The rows of results, in their order, with the selected fields: one statement for each table of which more is selected than the
 * search itself has read. Null for a row that was removed meanwhile.
 */
export async function resultRows(
  results: readonly Result[],
  context: Context,
  info: GraphQLResolveInfo,
): Promise<(ResultRow | null)[]> {
  const queries = new Map<NodeTable, { select?: object }>()
  for (const { target } of results) {
    const table = resultTables[target]
    if (!queries.has(table)) queries.set(table, queryFromInfo({ context, info, typeName: table, paths }))
  }
  const known = results.map(({ target, row }) => ({ table: resultTables[target], ...row }))
  const unread = known.filter(({ table }) =>
    Object.keys(queries.get(table)?.select ?? {}).some((name) => !isRead(name)),
  )
  const loaded = await loadRows(unread, context, (table) => queries.get(table) ?? {})
  const rows = new Map(unread.map(({ id }, i) => [id, loaded[i] ?? null]))
  return known.map(({ table, id, kind }) => {
    const row = rows.get(id)
    return row === undefined ? { id, kind, __typename: typeName(table, { kind }) } : (row as ResultRow | null)
  })
}

const isRead = (column: string) => column === 'id' || column === 'kind'
