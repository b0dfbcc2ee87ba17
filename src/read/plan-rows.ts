import type { FieldNode, GraphQLNamedType } from 'graphql'
import type { FieldExtensions } from '../schema/extensions.js'
import type { NestedRead } from '../schema/read-as.js'
import { requireRelation } from './model.js'
import { type Step, stepsTo } from './nested.js'
import type { FieldPlan } from './plan.js'
import { type Args, columnOf, type Planning, presenceOf, type Row } from './planning.js'
import { Bind, filled, type Hole, joined, type Sql, sql } from './sql.js'
import { Unsupported } from './unsupported.js'
import { whereSql } from './where.js'

export interface RowsField {
  key: string
  /** With its type's, for whoever asks why it is not compiled. */
  name: string
  type: GraphQLNamedType
  isList: boolean
  nullable: boolean
  nodes: readonly FieldNode[]
  row: Row
  extensions: FieldExtensions<Args>
  args: (bind: Bind) => Args
}

/** The row or rows that relations lead to, as the field's `select` says. */
export function planRows(planning: Planning, field: RowsField, read: NestedRead<Args>): FieldPlan {
  const stepsFor = (bind: Bind): Step[] => {
    return stepsTo(field.extensions, field.args(bind), bind.context)
  }
  const steps = stepsFor(new Bind(planning.variables, {}))
  const many = steps.findIndex(({ relation }, i) => isList(planning, field.row, steps.slice(0, i), relation))
  if (many < 0) return one(planning, field, steps)
  const start = planning.along(field.row, names(steps.slice(0, many)))
  const { source, order, row } = orInstead(rowsOf(planning, start.row, { steps, many, stepsFor }), field, read)
  return {
    kind: 'list',
    key: field.key,
    joins: start.joins,
    source,
    order,
    object: planning.object(field.type, field.nodes, row),
    once: read.once === true,
    except: read.except === undefined ? undefined : columnOf(field.row, read.except).at,
  }
}

interface Listed {
  source: Sql
  order: Sql
  row: Row
}

/** Under some arguments the rows of another SELECT. */
function orInstead(listed: Listed, { row: parent, args }: RowsField, { instead }: NestedRead<Args>): Listed {
  if (!instead) return listed
  const other = (bind: Bind) => instead(args(bind), parent.alias, (value) => bind.parameter(value))
  const { row } = listed
  return {
    row,
    source: [(bind) => other(bind) ?? filled(listed.source, bind)],
    order: [
      (bind) => (instead(args(bind), parent.alias, String) ? `${row.alias}."#place"` : filled(listed.order, bind)),
    ],
  }
}

function one(
  planning: Planning,
  { key, name, nullable, type, nodes, row, isList }: RowsField,
  steps: readonly Step[],
): FieldPlan {
  if (isList || steps.some(({ where }) => where)) throw new Unsupported(`the row of ${name}`)
  const { row: found, joins } = planning.along(row, names(steps))
  return { kind: 'one', key, nullable, joins, object: planning.object(type, nodes, found) }
}

const names = (steps: readonly Step[]) => steps.map(({ relation }) => relation)

function isList(planning: Planning, from: Row, before: readonly Step[], relation: string): boolean {
  let { model } = from
  for (const step of before) model = planning.catalog.models.get(requireRelation(model, step.relation).model) ?? model
  return requireRelation(model, relation).isList
}

interface ListPath {
  steps: readonly Step[]
  /** The step that is a relation to many. */
  many: number
  stepsFor: (bind: Bind) => Step[]
}

/** The SELECT of a list: from the related rows, over relations to one, to the rows that are listed. */
function rowsOf(planning: Planning, parent: Row, { steps, many, stepsFor }: ListPath): Listed {
  const step = steps[many]
  if (!step) throw new Unsupported('rows without a relation')
  if (steps.some(({ where }, i) => where && i !== many)) throw new Unsupported('a filter behind a list')
  const relation = requireRelation(parent.model, step.relation)
  const first = planning.newRow(relation.model)
  const link = `${first.alias}.${relation.to.sql} = ${parent.alias}.${relation.from.sql}`
  const inner = planning.along(first, names(steps.slice(many + 1)))
  const orders = step.orderBy.map((order) => orderOf(planning, first, order))
  if (orders.length === 0) throw new Unsupported(`${step.relation} in no order`)
  const given = JSON.stringify(step.orderBy)
  const filter: Hole = (bind) => {
    const now = stepsFor(bind)[many]
    if (JSON.stringify(now?.orderBy) !== given) throw new Unsupported('an order by arguments')
    return now?.where ? ` and ${whereSql(planning.catalog.models, first.model, first.alias, now.where, bind)}` : ''
  }
  const joins = [...new Set([...inner.joins, ...orders.flatMap((order) => order.joins)])]
  const { row } = inner
  // Rows that are missing at the end of a relation are left out.
  const there = row === first ? '' : ` and ${presenceOf(row)} is not null`
  const columns = orders.map(({ column }, i) => `, ${column} as "#${i}"`).join('')
  const source: Sql = sql`select ${row.alias}.*${columns} from ${first.model.table} ${first.alias}${joined(joins, '')} where ${link}${there}${filter}`
  return { source, row, order: [orders.map(({ direction }, i) => `${row.alias}."#${i}" ${direction}`).join(', ')] }
}

/** One entry of Prisma's `orderBy`: a column at the end of relations, and its direction. */
function orderOf(planning: Planning, from: Row, order: object) {
  const path: string[] = []
  let rest: unknown = order
  while (typeof rest === 'object' && rest !== null && !('sort' in rest)) {
    const [entry, ...others] = Object.entries(rest)
    if (!entry || others.length > 0) throw new Unsupported('an order of several columns at once')
    path.push(entry[0])
    rest = entry[1]
  }
  const { row, joins } = planning.along(from, path.slice(0, -1))
  return { joins, column: columnOf(row, path.at(-1) ?? '').at, direction: directionOf(rest) }
}

function directionOf(given: unknown): string {
  const { sort, nulls } = typeof given === 'string' ? { sort: given, nulls: undefined } : Object(given)
  if (sort !== 'asc' && sort !== 'desc') throw new Unsupported('a direction of an order')
  return nulls === 'last' || nulls === 'first' ? `${sort} nulls ${nulls}` : sort
}
