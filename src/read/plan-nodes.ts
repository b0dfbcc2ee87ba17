import { type FieldNode, type GraphQLAbstractType, type GraphQLNamedType, isObjectType } from 'graphql'
import { type NodeTable, nodeTables } from '../schema/ids.js'
import type { NodesRead } from '../schema/read-as.js'
import type { ChoicePlan, NodesPlan } from './plan.js'
import type { Args, Planning, Row } from './planning.js'
import { type Bind, sql } from './sql.js'
import { Unsupported } from './unsupported.js'

export interface NodesField {
  key: string
  type: GraphQLAbstractType
  isList: boolean
  nullable: boolean
  nodes: readonly FieldNode[]
  /** Undefined at the root. */
  row: Row | undefined
  args: (bind: Bind) => Args
}

/** A row or rows, of which each id tells the table. */
export function planNodes(planning: Planning, field: NodesField, read: NodesRead<Args>): NodesPlan {
  const { key, type, nodes, isList, nullable, row, args } = field
  const alias = planning.newAlias()
  const choices = choicesOf(planning, type, nodes)
  const plan = { kind: 'nodes' as const, key, alias, choices, isList, nullable }
  if ('from' in read) {
    if (!row) throw new Unsupported(`${key} at the root`)
    return { ...plan, source: [read.from(row.alias)], has: () => true }
  }
  const index = planning.ids++
  planning.binders.push((bind) => {
    bind.ids[index] = read.ids(args(bind))
  })
  const idsOf = (bind: Bind) => bind.ids[index] ?? []
  const ids = (bind: Bind) => bind.parameter(idsOf(bind).map(({ id }) => id))
  const tables = (bind: Bind) => bind.parameter(idsOf(bind).map(({ table }) => table))
  return {
    ...plan,
    source: sql`select * from unnest(${tables}::text[], ${ids}::uuid[]) with ordinality given("table", "id", "place")`,
    has: (bind, table) => idsOf(bind).some((id) => id.table === table),
  }
}

/** Every table whose rows can be of the type, with what is asked of them. */
export function choicesOf(planning: Planning, type: GraphQLAbstractType, nodes: readonly FieldNode[]): ChoicePlan[] {
  return nodeTables.flatMap((table) => {
    const named = planning.catalog.schema.getType(table)
    return named && isOneOf(planning, named, type) ? [choiceOf(planning, table, named, nodes)] : []
  })
}

function choiceOf(planning: Planning, table: NodeTable, type: GraphQLNamedType, nodes: readonly FieldNode[]) {
  const row = planning.newRow(table)
  return { table, row, object: planning.object(type, nodes, row) }
}

function isOneOf({ catalog: { schema } }: Planning, named: GraphQLNamedType, type: GraphQLAbstractType): boolean {
  if (isObjectType(named)) return schema.isSubType(type, named)
  return (
    named !== type &&
    'getInterfaces' in named &&
    schema.getPossibleTypes(named).every((each) => schema.isSubType(type, each))
  )
}
