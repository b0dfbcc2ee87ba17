import { type FieldNode, type GraphQLAbstractType, type GraphQLNamedType, isObjectType } from 'graphql'
import { type NodeTable, nodeTables } from '../schema/ids.js'
import type { NodesRead } from '../schema/read-as.js'
import type { FieldPlan, ObjectPlan, Selection } from './field-plan.js'
import type { Args, Planning, Row } from './planning.js'
import { type Bind, type Cells, filled, type Hole, joined, literal, sql } from './sql.js'
import { Unsupported } from './unsupported.js'
import { broken, type Writer } from './writer.js'

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

/** A row or rows, of which each id tells the table. They come as arrays that begin with the name of their table. */
export function planNodes(planning: Planning, field: NodesField, read: NodesRead<Args>): FieldPlan {
  const { key, type, nodes, isList, nullable } = field
  const alias = planning.newAlias()
  const choices = choicesOf(planning, type, nodes)
  const { source, has } = sourceOf(planning, field, read)
  const select: FieldPlan['select'] = (selection, scope) => {
    const { of, write } = choose(selection, choices, { table: `${alias}."table"`, id: `${alias}."id"`, has })
    const chosen = isList ? sql`json_agg(${of} order by ${alias}."place")` : of
    const at = scope.add(sql`(select ${chosen} from (${source}) ${alias})`)
    const writeOne = (row: Cells | null, bind: Bind) => (row ? write(row, bind) : nullable ? 'null' : broken('a row'))
    if (!isList) return (parent, bind) => writeOne(parent[at] as Cells | null, bind)
    return (parent, bind) => {
      const rows = (parent[at] as (Cells | null)[] | null) ?? []
      return `[${rows.flatMap((row) => (row || nullable ? writeOne(row, bind) : [])).join()}]`
    }
  }
  return { key, isApart: true, select }
}

/** A SELECT of `"table"`, `"id"` and `"place"`, and which tables there can be. */
function sourceOf(planning: Planning, { key, row, args }: NodesField, read: NodesRead<Args>) {
  if ('from' in read) {
    if (!row) throw new Unsupported(`${key} at the root`)
    return { source: [read.from(row.alias)], has: () => true }
  }
  const index = planning.ids++
  planning.binders.push((bind) => {
    bind.ids[index] = read.ids(args(bind))
  })
  const idsOf = (bind: Bind) => bind.ids[index] ?? []
  const ids = (bind: Bind) => bind.parameter(idsOf(bind).map(({ id }) => id))
  const tables = (bind: Bind) => bind.parameter(idsOf(bind).map(({ table }) => table))
  return {
    source: sql`select * from unnest(${tables}::text[], ${ids}::uuid[]) with ordinality given("table", "id", "place")`,
    has: (bind: Bind, table: string) => idsOf(bind).some((id) => id.table === table),
  }
}

/** The row of one table, should it be one of that table. */
export interface Choice {
  table: string
  row: Row
  object: ObjectPlan
}

/** SQL that says which row is meant. */
interface RowReference {
  /** The name of its table. */
  table: string
  id: string
  /** Whether it can be a row of that table. */
  has: (bind: Bind, table: string) => boolean
}

/** SQL that selects the row, and what writes it. */
export function choose(selection: Selection, choices: readonly Choice[], { table, id, has }: RowReference) {
  const writers = new Map<unknown, Writer>()
  const cases = choices.map(({ table: label, row, object }) => {
    const { scope, made } = selection.apart((inner) => {
      inner.column(literal(label))
      return selection.object(object, inner)
    })
    writers.set(label, made)
    const selected = sql`(select json_build_array(${joined(scope.columns, ', ')}) from ${row.model.table} ${row.alias}${joined(scope.joins, '')} where ${row.alias}."id" = ${id})`
    const when = sql` when ${literal(label)} then ${selected}`
    return (bind: Bind) => (has(bind, label) ? filled(when, bind) : '')
  })
  const none: Hole = (bind) => (choices.some((choice) => has(bind, choice.table)) ? '' : ' when null then null::json')
  const write: Writer = (row, bind) => (writers.get(row[0]) ?? broken('a table'))(row, bind)
  return { of: sql`case ${table}${cases}${none} end`, write }
}

/** Every table whose rows can be of the type, with what is asked of them. */
export function choicesOf(planning: Planning, type: GraphQLAbstractType, nodes: readonly FieldNode[]): Choice[] {
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
